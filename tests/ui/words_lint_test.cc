// SPDX-License-Identifier: EUPL-1.2
// The rules of plain words (COGA o3, ACCESS.md F2), held against every message of every catalogue.
#include <algorithm>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/po.h"

using namespace sveiki;

namespace {

// What a programmer writes once for a whole language, not a sentence.
const std::set<std::string> kPatterns{
    "{time}",       "{weekday}, {day} {month}",  "{day} {month}",
    "{day} {year}", "{first} to {last} {month}", "{month} {year}",
    "Year {year}",  "Quarter {n} of {year}",     "{date}, {time}"};

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

bool ends_sentence(const std::string& word) {
  return std::string_view{".!?"}.find(word.back()) != std::string_view::npos;
}

std::size_t longest_sentence(const std::string& text) {
  std::size_t longest = 0;
  std::size_t length = 0;
  for (const std::string& word : words_of(text)) {
    longest = std::max(longest, ++length);
    if (ends_sentence(word)) length = 0;
  }
  return longest;
}

std::multiset<std::string> placeholders(const std::string& text) {
  static const std::regex gap{R"(\{[a-z]+\})"};
  std::multiset<std::string> found;
  for (std::sregex_iterator it{text.begin(), text.end(), gap}; it != std::sregex_iterator{}; ++it)
    found.insert(it->str());
  return found;
}

char closing(const std::string& text) {
  return ends_sentence(text) ? text.back() : ' ';
}

std::string without_punctuation(std::string word) {
  std::erase_if(
      word, [](char c) { return std::string_view{".,!?:;"}.find(c) != std::string_view::npos; });
  return word;
}

/// Why this text is not plain; empty if it is.
std::string not_plain(const std::string& text) {
  if (longest_sentence(text) > 10) return "a sentence of more than ten words";
  if (text.find_first_of("()[]/&%") != std::string::npos) return "a bracket or a sign";
  // A full stop within a sentence, or before a small letter, belongs to an abbreviation.
  if (std::regex_search(text, std::regex{R"(\.[^\s.]|\. [a-z]|\b(Nr|No|tel|plkst|val|min)\.)"}))
    return "an abbreviation";
  for (const std::string& word : words_of(text))
    if (std::regex_match(without_punctuation(word), std::regex{"[IVXLC]+"}) && word != "I")
      return "a Roman numeral";
  return "";
}

/// Why this text is not said to a friend; empty if it is.
std::string not_friendly(const std::string& language, const std::string& text) {
  static const std::map<std::string, std::regex> polite{
      {"lv", std::regex{"([Jj]ūs|[Jj]ums|[Jj]ūsu|.+iet|.+ieties)"}},
      {"lt", std::regex{"([Jj]ūs|[Jj]ums|[Jj]ūsų|[Jj]umis|.+kite|.+kitės|.+[aio]te|.+[aio]tės)"}}};
  // A house and a week that only look like verbs.
  static const std::set<std::string> innocent{"pastate", "savaitės"};
  for (const std::string& each : words_of(text)) {
    const std::string word = without_punctuation(each);
    if (std::regex_match(word, polite.at(language)) && !innocent.contains(word))
      return word + " is said to a stranger";
  }
  return "";
}

}  // namespace

TEST_CASE("The words are plain, kind and whole in every language") {
  for (const std::string catalogue : {"ui/po/lv", "ui/po/lt", "region/po/lv", "region/po/lt"}) {
    const std::string language = catalogue.substr(catalogue.size() - 2);
    const auto messages = test::read_po(SVEIKI_SOURCE_DIR "/kiosk/" + catalogue + ".po");
    CHECK(messages.size() > 100);
    for (const test::PoMessage& message : messages) {
      if (kPatterns.contains(message.english)) continue;
      INFO(catalogue << ".po:" << message.line << ": " << message.english);
      CHECK(not_plain(message.english) == "");
      for (const std::string& form : message.forms) {
        INFO(form);
        CHECK(form != "");
        CHECK(not_plain(form) == "");
        CHECK(not_friendly(language, form) == "");
        CHECK(placeholders(form) == placeholders(message.english));
        // "14.30 val." brings its own full stop.
        if (!form.ends_with("{time}")) CHECK(closing(form) == closing(message.english));
      }
    }
  }
}

TEST_CASE("The reader of words notices what is not plain") {
  CHECK(not_plain("One two three four five six seven eight nine ten eleven.") != "");
  CHECK(not_plain("One two three four five. Six seven eight nine ten eleven.") == "");
  CHECK(not_plain("Touch (here)") != "");
  CHECK(not_plain("Māls u.c. darbi") != "");
  CHECK(not_plain("Telpa Nr. {n}") != "");
  CHECK(not_plain("Sāc plkst. desmitos") != "");
  CHECK(not_plain("II stāvs") != "");
  CHECK(not_plain("I am here") == "");
  CHECK(not_friendly("lv", "Pieskarieties šeit") != "");
  CHECK(not_friendly("lv", "Cik jūs esat?") != "");
  CHECK(not_friendly("lt", "Palieskite čia") != "");
  CHECK(not_friendly("lt", "Ką norite veikti?") != "");
  CHECK(not_friendly("lt", "Paliesk čia") == "");
}
