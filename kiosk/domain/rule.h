// SPDX-License-Identifier: EUPL-1.2
/// A rule of recurrence, as RFC 5545 writes it, and the starts that it gives. Wall time only: a
/// rule knows of no zone, so "every Tuesday at 14.00" is 14.00 in summer and in winter.
#pragma once

#include <compare>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace sveiki {

/// What the clock on the centre's wall shows. Also names an occurrence of a series: the start that
/// its rule gives it, wherever it was moved (RFC 5545, RECURRENCE-ID).
struct WallTime {
  CivilDay date;
  int minutes = 0;  ///< since midnight, 0 to 1439
  auto operator<=>(const WallTime&) const = default;
};
/// So many minutes later or earlier on the wall, over any midnights.
WallTime operator+(WallTime time, int minutes);
/// Minutes on the wall from `b` to `a`.
int operator-(WallTime a, WallTime b);

/// Why a rule cannot be kept; `what()` is a sentence for staff.
struct RuleError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What a rule says, part by part. A list that is empty is a part that is not there.
struct RuleParts {
  enum class Frequency { kDaily, kWeekly, kMonthly, kYearly };
  struct Day {
    int nth = 0;      ///< 2: the second, -1: the last; 0: every one
    int weekday = 0;  ///< 0 is Monday
    auto operator<=>(const Day&) const = default;
  };
  Frequency frequency = Frequency::kWeekly;
  int interval = 1;               ///< 1 to 999
  int count = 0;                  ///< 1 to 10000; 0: not said. Not together with `until`
  std::optional<WallTime> until;  ///< the last minute that may be a start
  std::vector<Day> days;
  std::vector<int> month_days;  ///< 1 to 31, or -1 (the last day of a month) to -31
  std::vector<int> months;      ///< 1 to 12
  std::vector<int> positions;   ///< BYSETPOS: of what the others give in a period only these
  int week_start = 0;           ///< 0 is Monday
  bool operator==(const RuleParts&) const = default;
};

/// FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH,
/// BYSETPOS, WKST. The rest of the RFC (rules by the hour, minute, second, week number, day of the
/// year) is not a timetable's, and refused.
class Rule {
 public:
  Rule() = default;  ///< just once
  /// Numbers lie in their ranges. Throws RuleError for what can never take place.
  explicit Rule(RuleParts parts);
  /// Throws RuleError for what is not a rule, or is not kept here. UNTIL is wall time; a date means
  /// to the end of that day.
  static Rule parse(std::string_view rfc5545);

  const std::string& text() const { return text_; }  ///< canonical; empty: just once
  const RuleParts& parts() const { return parts_; }  ///< says nothing if `once()`
  bool once() const { return text_.empty(); }
  bool operator==(const Rule&) const = default;

 private:
  RuleParts parts_;
  std::string text_;
};

/// As far ahead as a rule is asked for its next start: 29 February on a certain weekday comes back
/// after 28 years, and over 2100 after 40.
inline constexpr int kDaysToSearch = 366 * 40;

/// The starts of a series that begins at `start`, those that lie in [from, to), in order, at most
/// `most`. `start` itself is always the first, and counts, even where the rule would not give it:
/// so Google, Thunderbird and Apple read RFC 5545, which leaves it open.
std::vector<WallTime> occurrences(const Rule& rule, WallTime start, CivilDay from, CivilDay to,
                                  std::size_t most = 100'000);

/// The first start from `start` on that the rule itself gives. Nothing if it gives none in all the
/// days to search, or if there is no rule.
std::optional<WallTime> first_of_rule(const Rule& rule, WallTime start);

}  // namespace sveiki
