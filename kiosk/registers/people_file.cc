// SPDX-License-Identifier: EUPL-1.2
#include "registers/people_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "report/csv.h"
#include "report/utf8.h"
#include "store/token_supply.h"

namespace sveiki::registers {

using report::CsvRow;
using report::CsvRows;

namespace {

constexpr std::size_t kLargestFile = 1 << 20;
constexpr std::size_t kLongestAlias = 40;
constexpr std::size_t kLongestCard = 64;
constexpr int kOldestBirthYear = 1900;

constexpr std::array<std::string_view, 11> kColumns{
    "alias", "symbol", "colour",        "birth_year", "gender", "language",
    "card",  "group",  "other_centres", "since",      "picture"};
constexpr std::array<std::string_view, 6> kGroups{"child",  "youth", "disability",
                                                  "senior", "other", "unknown"};

// Parts of the words for a surname, in the languages of the region: a file that has such a column
// is not for us, whatever else it holds.
constexpr std::array<std::string_view, 9> kSurnameWords{"surname", "last_name", "lastname",
                                                        "family",  "full_name", "fullname",
                                                        "uzv",     "pavard",    "фамил"};

using Row = std::map<std::string, std::string, std::less<>>;

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r";
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(kSpaces) - first + 1)};
}

std::string column_name(std::string_view written) {
  std::string name = trimmed(written);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') c = '_';
  }
  return name;
}

std::string in_quotes(std::string_view text) {
  return '"' + std::string{text} + '"';
}

template <class Words>
std::string joined(const Words& words) {
  std::string list;
  for (const auto& word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

/// Whole numbers of at most four digits: years, and "0" to "2".
std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

class PeopleReader {
 public:
  PeopleReader(const PeopleContext& context, PeopleFile& file)
      : context_(context),
        file_(file),
        supply_(context.tokens),
        cards_(context.cards.begin(), context.cards.end()) {}

  void read(const CsvRows& csv) {
    if (csv.rows.empty()) return refuse("the file is empty: its first line names the columns");
    if (!read_header(csv.rows.front())) return;
    if (csv.rows.size() == 1) refuse("there is nobody in the file: one line for each person");
    if (csv.unclosed > 0) {
      refuse("line " + std::to_string(csv.unclosed) + ": a quote (\") is opened and never closed");
    }
    for (std::size_t i = 1; i < csv.rows.size(); ++i) read_row(csv.rows[i]);
    // Only now: a token that a later line asks for is not given to an earlier one.
    for (const Choice& choice : choices_) give_token(choice);
  }

 private:
  /// A person who leaves the symbol or the colour to us.
  struct Choice {
    std::size_t person;
    int line;
    std::optional<Flock> flock;
  };

  void refuse(std::string sentence) { file_.wrong.push_back(std::move(sentence)); }
  void refuse(std::string_view column, const std::string& sentence) {
    refuse("line " + std::to_string(line_) + ", " + std::string{column} + ": " + sentence);
  }

  bool read_header(const CsvRow& row);
  void read_row(const CsvRow& row);
  void read_token(const Row& row, store::NewPerson& person);
  void read_card(const Row& row, store::NewPerson& person);
  void give_token(const Choice& choice);

  const PeopleContext& context_;
  PeopleFile& file_;
  store::TokenSupply supply_;
  std::set<std::string, std::less<>> cards_;
  std::vector<std::string> columns_;
  std::vector<Choice> choices_;
  int line_ = 0;
  bool symbols_said_ = false;
};

bool PeopleReader::read_header(const CsvRow& row) {
  for (const std::string& cell : row.cells) {
    const std::string name = column_name(cell);
    const auto in_name = [&](std::string_view word) { return name.find(word) != name.npos; };
    if (std::ranges::any_of(kSurnameWords, in_name)) {
      file_.wrong = {"the file has a column of surnames (" + in_quotes(trimmed(cell)) +
                     "): Sveiki keeps none. Take the column out, and nothing of it is read"};
      return false;
    }
    if (std::ranges::find(kColumns, name) == kColumns.end()) {
      refuse("line 1: there is no column " + in_quotes(trimmed(cell)) + ". Columns are " +
             joined(kColumns));
    } else if (std::ranges::find(columns_, name) != columns_.end()) {
      refuse("line 1: the column " + in_quotes(name) + " is there twice");
    }
    columns_.push_back(name);
  }
  if (std::ranges::find(columns_, "alias") == columns_.end()) {
    refuse("line 1: the column \"alias\" is missing");
  }
  return file_.wrong.empty();
}

void PeopleReader::read_row(const CsvRow& csv) {
  line_ = csv.line;
  if (csv.cells.size() > columns_.size()) {
    return refuse("line " + std::to_string(line_) + ": it has " + std::to_string(csv.cells.size()) +
                  " cells, but there are " + std::to_string(columns_.size()) + " columns");
  }
  Row row;
  for (const std::string_view name : kColumns) row[std::string{name}];
  for (std::size_t i = 0; i < csv.cells.size(); ++i) row[columns_[i]] = trimmed(csv.cells[i]);

  store::NewPerson person;
  person.alias = row["alias"];
  if (person.alias.empty()) refuse("alias", "it is empty. Write an alias or a first name");
  if (report::characters(person.alias) > kLongestAlias || has_control(person.alias)) {
    refuse("alias", "write at most " + std::to_string(kLongestAlias) + " letters, on one line");
  }

  if (const std::string& text = row["birth_year"]; !text.empty()) {
    person.birth_year = small_number(text);
    if (!person.birth_year || *person.birth_year < kOldestBirthYear ||
        *person.birth_year > context_.today.year()) {
      refuse("birth_year", in_quotes(text) + " is not a year of birth. Write it as 1998");
    }
  }
  if (const std::string& text = row["gender"]; !text.empty()) {
    person.gender = text;
    if (text != "f" && text != "m" && text != "x" && text != "unknown") {
      refuse("gender", in_quotes(text) + " is not one of f, m, x, unknown");
    }
  }
  if (const std::string& text = row["group"]; !text.empty()) {
    person.target_group = text;
    if (std::ranges::find(kGroups, text) == kGroups.end())
      refuse("group", in_quotes(text) + " is not one of " + joined(kGroups));
  }
  if (const std::string& text = row["language"]; !text.empty()) {
    person.language = text;
    if (std::ranges::find(context_.languages, text) == context_.languages.end()) {
      refuse("language",
             in_quotes(text) + " is not a language of this centre: " + joined(context_.languages));
    }
  }
  if (const std::string& text = row["other_centres"]; !text.empty()) {
    person.other_centres = small_number(text == "2+" ? "2" : text);
    if (!person.other_centres || *person.other_centres > 2) {
      refuse("other_centres", in_quotes(text) + " is not one of 0, 1, 2+");
    }
  }
  if (const std::string& text = row["since"]; !text.empty()) {
    person.since = CivilDay::parse(text);
    if (!person.since)
      refuse("since", in_quotes(text) + " is not a date. Write it as 2026-11-23");
    else if (*person.since > context_.today)
      refuse("since", text + " lies in the future");
  }
  if (const std::string& text = row["picture"]; !text.empty()) {
    person.picture = text;
    if (std::ranges::find(own_pictures(), text) == own_pictures().end()) {
      refuse("picture",
             in_quotes(text) + " is not a picture to choose from: " + joined(own_pictures()));
    }
  }
  read_card(row, person);
  read_token(row, person);
  file_.people.push_back(std::move(person));
}

void PeopleReader::read_card(const Row& row, store::NewPerson& person) {
  person.card = row.find("card")->second;
  if (person.card.empty()) return;
  if (person.card.size() > kLongestCard || has_control(person.card)) {
    refuse("card", "a code has at most " + std::to_string(kLongestCard) + " letters and digits");
  } else if (!cards_.insert(person.card).second) {
    refuse("card", in_quotes(person.card) + " is somebody else's already");
  }
}

void PeopleReader::read_token(const Row& row, store::NewPerson& person) {
  person.symbol = row.find("symbol")->second;
  const std::string& colour = row.find("colour")->second;
  const bool symbol_known = person.symbol.empty() || symbol_exists(person.symbol);
  if (!symbol_known) {
    // The list is long: said once.
    refuse("symbol", "there is no symbol " + in_quotes(person.symbol) +
                         (symbols_said_ ? "" : ". Symbols are " + joined(symbols())));
    symbols_said_ = true;
  }
  const auto flock = flock_from_name(colour);
  if (!colour.empty() && !flock) {
    std::vector<std::string_view> names;
    for (const Flock known : kFlocks) names.push_back(flock_name(known));
    refuse("colour", "there is no colour " + in_quotes(colour) + ". Colours are " + joined(names));
  }
  if (!symbol_known || (!colour.empty() && !flock)) return;
  if (person.symbol.empty() || !flock) {
    choices_.push_back({file_.people.size(), line_, flock});
    return;
  }
  person.flock = *flock;
  if (!supply_.take({person.symbol, *flock})) {
    refuse("symbol", "the " + colour + " " + person.symbol + " is somebody else's already");
  }
}

void PeopleReader::give_token(const Choice& choice) {
  store::NewPerson& person = file_.people[choice.person];
  line_ = choice.line;
  const auto pair = supply_.take_next(person.symbol, choice.flock);
  if (!pair) return refuse("symbol", "no such token is left");
  std::tie(person.symbol, person.flock) = *pair;
}

}  // namespace

PeopleFile read_people(std::string_view bytes, const PeopleContext& context) {
  if (bytes.size() > kLargestFile) {
    return {{}, {"the file is larger than 1 MiB: a list of a centre's people is not"}};
  }
  if (const auto at = report::first_not_utf8(bytes)) {
    return {{},
            {"the file is not UTF-8 text (byte " + std::to_string(*at + 1) +
             " is the first that is not): save it again as \"CSV UTF-8\""}};
  }
  PeopleFile file;
  PeopleReader(context, file).read(report::read_csv(bytes));
  if (!file.wrong.empty()) file.people.clear();
  return file;
}

}  // namespace sveiki::registers
