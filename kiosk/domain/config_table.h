// SPDX-License-Identifier: EUPL-1.2
/// One table of a TOML file, read strictly: a wrong value, a missing key and a key that nobody
/// asked for each become a sentence with file, line and key. All of them are told at once.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace sveiki {

/// What is wrong with a file, by line.
class ConfigFaults {
 public:
  explicit ConfigFaults(std::string file) : file_(std::move(file)) {}
  void add(unsigned line, std::string_view key, std::string_view sentence);
  /// Throws ConfigError with all of them, one a line, if there are any.
  void raise() const;

 private:
  std::string file_;
  std::multimap<unsigned, std::string> by_line_;
};

class ConfigTable {
 public:
  using Reader = std::function<void(ConfigTable&)>;

  ConfigTable(const toml::table& table, std::string path, unsigned line, ConfigFaults& faults)
      : table_(table), path_(std::move(path)), line_(line), faults_(faults) {}
  /// Reports the keys that are missing, and those that were not asked for.
  ~ConfigTable();
  ConfigTable(const ConfigTable&) = delete;
  ConfigTable& operator=(const ConfigTable&) = delete;

  /// `key` must be there; `example` shows what could be written.
  void need(std::string_view key, std::string_view example);

  /// Which of these keys are there.
  std::vector<std::string> said(std::initializer_list<std::string_view> keys);

  /// The value of `key`: nothing if it is missing, or of another type (which is reported).
  std::optional<std::string> text(std::string_view key);
  std::optional<std::int64_t> whole(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<bool> yes_or_no(std::string_view key);
  std::optional<CivilDay> day(std::string_view key);
  /// One of these, or a list of one or more.
  std::vector<std::string> texts(std::string_view key);
  std::vector<CivilDay> days(std::string_view key);

  /// Reads the table of `key`, or each table of the list of `key`.
  void table(std::string_view key, const Reader& read);
  void tables(std::string_view key, const Reader& read);

  /// Reports that the value of `key` will not do.
  void refuse(std::string_view key, std::string_view sentence);

 private:
  const toml::node* find(std::string_view key);
  unsigned line_of(std::string_view key) const;
  std::string path_to(std::string_view key) const;
  template <class T>
  std::optional<T> value(std::string_view key, std::string_view what);
  template <class T>
  std::vector<T> values(std::string_view key, std::string_view what);

  const toml::table& table_;
  std::string path_;
  unsigned line_;
  ConfigFaults& faults_;
  std::set<std::string, std::less<>> asked_;
  std::map<std::string, std::string, std::less<>> missing_;  ///< with an example
};

/// Reads a file from its outermost table on. Throws ConfigError with all that is wrong.
void read_config(const std::filesystem::path& path, const ConfigTable::Reader& read);

/// Of `words` the one that a typing mistake turned into `typed`; empty if none is near.
std::string nearest_word(std::string_view typed, const std::set<std::string, std::less<>>& words);

}  // namespace sveiki
