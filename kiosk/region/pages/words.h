// SPDX-License-Identifier: EUPL-1.2
/// The pages' words: English is the key, gettext catalogues (kiosk/region/po/*.po) give the other
/// languages. One object per language, made at start and shared by all threads.
#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "region/deed.h"

namespace sveiki::region::pages {

/// What stands in a `{name}` of a sentence.
struct Gap {
  std::string_view name;
  std::string value;
};
using Gaps = std::initializer_list<Gap>;

class Words {
 public:
  /// "lv", "lt", "en"; catalogues are in `dir`/LANGUAGE.mo (English needs none). Throws
  /// std::runtime_error if one is missing.
  Words(std::string language, const std::string& dir);
  ~Words();

  const std::string& language() const { return language_; }

  /// The translation of a marked English string.
  std::string tr(const char* english, Gaps gaps = {}) const;
  std::string tr(const Deed& deed) const;
  /// The plural form of this language for `n`; `{n}` in it becomes the number.
  std::string count(const char* one, const char* many, std::int64_t n, Gaps gaps = {}) const;

  /// "1 234": thousands apart by a narrow space that does not break.
  std::string number(std::int64_t n) const;
  /// "novembris 2026", with the order of this language; `month` is "2026-11".
  std::string month(const std::string& month) const;
  /// "nov": as narrow as a column head.
  std::string short_month(const std::string& month) const;
  /// "4. novembris", and with the year.
  std::string day(CivilDay day) const;
  std::string full_day(CivilDay day) const;
  /// "6 to 9 November".
  std::string stretch(CivilDay from, CivilDay to) const;
  /// "4 November, 6 to 9 November": neighbours drawn together. `days` in order.
  std::string days(const std::vector<CivilDay>& days) const;
  /// A date and a clock in the zone of the region.
  std::string moment(Instant at, const std::string& zone) const;

 private:
  std::string language_;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

inline constexpr std::array<std::string_view, 3> kLanguages{"lv", "lt", "en"};
/// A language's own name: "Latviešu".
std::string_view language_name(std::string_view language);

}  // namespace sveiki::region::pages
