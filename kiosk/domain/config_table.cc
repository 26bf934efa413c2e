// SPDX-License-Identifier: EUPL-1.2
#include "domain/config_table.h"

#include <algorithm>
#include <numeric>

#include "domain/centre.h"

namespace sveiki {
namespace {

/// How many letters must be put in, taken out or changed to make `a` into `b`.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

bool is_line_of_text(std::string_view text) {
  return !text.empty() &&
         std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

CivilDay civil_day_of(const toml::date& date) {
  return {date.year, date.month, date.day};
}

}  // namespace

void ConfigFaults::add(unsigned line, std::string_view key, std::string_view sentence) {
  std::string text = file_ + ':' + std::to_string(line) + ": ";
  if (!key.empty()) text.append(key).append(": ");
  by_line_.emplace(line, text.append(sentence));
}

void ConfigFaults::raise() const {
  if (by_line_.empty()) return;
  std::string all;
  for (const auto& [line, fault] : by_line_) all += (all.empty() ? "" : "\n") + fault;
  throw ConfigError(all);
}

ConfigTable::~ConfigTable() {
  for (const auto& [key, value] : table_) {
    if (asked_.contains(key.str())) continue;
    const std::string meant = nearest_word(key.str(), asked_);
    std::string known;
    for (const std::string& word : asked_) known += (known.empty() ? "" : ", ") + word;
    refuse(key.str(), meant.empty() ? "is not known here. Known are: " + known + "."
                                    : "is not known here. Did you mean \"" + meant + "\"?");
    missing_.erase(meant);  // one mistake is told once
  }
  for (const auto& [key, example] : missing_)
    faults_.add(line_, path_to(key), "is missing. Write for example " + example);
}

void ConfigTable::need(std::string_view key, std::string_view example) {
  if (!find(key)) missing_.emplace(key, example);
}

std::vector<std::string> ConfigTable::said(std::initializer_list<std::string_view> keys) {
  std::vector<std::string> there;
  for (const std::string_view key : keys)
    if (find(key)) there.emplace_back(key);
  return there;
}

std::optional<std::string> ConfigTable::text(std::string_view key) {
  auto text = value<std::string>(key, "text in quotes");
  if (text && !is_line_of_text(*text)) {
    refuse(key, "must be one line of text. Write what people shall read, in quotes.");
    return std::nullopt;
  }
  return text;
}

std::optional<std::int64_t> ConfigTable::whole(std::string_view key) {
  return value<std::int64_t>(key, "a whole number, without quotes");
}

std::optional<double> ConfigTable::number(std::string_view key) {
  return value<double>(key, "a number, without quotes");
}

std::optional<bool> ConfigTable::yes_or_no(std::string_view key) {
  return value<bool>(key, "true or false, without quotes");
}

std::optional<CivilDay> ConfigTable::day(std::string_view key) {
  const auto date = value<toml::date>(key, "a date, without quotes: 2026-11-23");
  return date ? std::optional{civil_day_of(*date)} : std::nullopt;
}

std::vector<std::string> ConfigTable::texts(std::string_view key) {
  return values<std::string>(key, R"(text in quotes, or a list of them: ["...", "..."])");
}

std::vector<CivilDay> ConfigTable::days(std::string_view key) {
  std::vector<CivilDay> days;
  for (const toml::date& date : values<toml::date>(key, "dates, without quotes: [2026-11-23]"))
    days.push_back(civil_day_of(date));
  return days;
}

void ConfigTable::table(std::string_view key, const Reader& read) {
  const toml::node* node = find(key);
  if (!node) return;
  if (!node->is_table())
    return refuse(key, "must be a section. Write [" + path_to(key) + "] and its keys below.");
  ConfigTable inner(*node->as_table(), path_to(key), line_of(key), faults_);
  read(inner);
}

void ConfigTable::tables(std::string_view key, const Reader& read) {
  const toml::node* node = find(key);
  if (!node) return;
  const toml::array* list = node->as_array();
  if (!list || !std::ranges::all_of(*list, [](const toml::node& item) { return item.is_table(); }))
    return refuse(key, "must be sections. Write [[" + path_to(key) + "]] before each of them.");
  if (list->empty()) return refuse(key, "is an empty list. Write at least one.");
  for (const toml::node& item : *list) {
    ConfigTable inner(*item.as_table(), path_to(key), item.source().begin.line, faults_);
    read(inner);
  }
}

void ConfigTable::refuse(std::string_view key, std::string_view sentence) {
  faults_.add(line_of(key), path_to(key), sentence);
}

const toml::node* ConfigTable::find(std::string_view key) {
  asked_.emplace(key);
  return table_.get(key);
}

unsigned ConfigTable::line_of(std::string_view key) const {
  const auto found = table_.find(key);
  return found == table_.end() ? line_ : found->first.source().begin.line;
}

std::string ConfigTable::path_to(std::string_view key) const {
  return path_.empty() ? std::string{key} : path_ + '.' + std::string{key};
}

template <class T>
std::optional<T> ConfigTable::value(std::string_view key, std::string_view what) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  // A whole number will do where a number is asked for, nothing else is turned into another.
  const bool fits = node->is<T>() || (std::is_same_v<T, double> && node->is_integer());
  if (!fits) {
    refuse(key, "must be " + std::string{what} + '.');
    return std::nullopt;
  }
  return node->value<T>();
}

template <class T>
std::vector<T> ConfigTable::values(std::string_view key, std::string_view what) {
  const toml::node* node = find(key);
  if (!node) return {};
  if (node->is<T>()) return {**node->as<T>()};
  std::vector<T> all;
  if (const toml::array* list = node->as_array())
    for (const toml::node& item : *list)
      if (const auto* fits = item.as<T>()) all.push_back(**fits);
  if (!node->is_array() || all.size() != node->as_array()->size())
    refuse(key, "must be " + std::string{what} + '.');
  else if (all.empty())
    refuse(key, "is an empty list. Write at least one.");
  return all;
}

void read_config(const std::filesystem::path& path, const ConfigTable::Reader& read) {
  ConfigFaults faults(path.string());
  try {
    const toml::table table = toml::parse_file(path.string());
    {
      ConfigTable file(table, "", 1, faults);
      read(file);
    }
  } catch (const toml::parse_error& error) {
    const unsigned line = error.source().begin.line;
    if (line == 0)
      throw ConfigError(path.string() + ": cannot be read. Name a file that is there.");
    faults.add(line, "", std::string{error.description()} + ".");
  }
  faults.raise();
}

std::string nearest_word(std::string_view typed, const std::set<std::string, std::less<>>& words) {
  std::string nearest;
  std::size_t least = std::max<std::size_t>(2, typed.size() / 3) + 1;
  for (const std::string& word : words) {
    const std::size_t far = distance(typed, word);
    // "ab" is two changes from every word of two letters: near means that something is left.
    if (far < least && far < word.size()) {
      least = far;
      nearest = word;
    }
  }
  return nearest;
}

}  // namespace sveiki
