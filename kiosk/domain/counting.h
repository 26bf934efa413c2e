// SPDX-License-Identifier: EUPL-1.2
/// How facts become counts: what one person, one headcount or one session adds to each row. Counts
/// are kept up by the difference of two contributions, so every change follows the same formula.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "domain/facts.h"
#include "domain/sheet.h"

namespace sveiki {

/// Stands in the place of an activity: the visits themselves, and those in no activity.
inline constexpr std::string_view kAllVisits{};
inline constexpr std::string_view kNoActivity = "none";

/// A row of counts: the period as a number, 20261123 or 202611, and the activity.
struct CountKey {
  int period = 0;
  std::string activity;
  bool is_month() const { return period < 1'000'000; }
  auto operator<=>(const CountKey&) const = default;
};
using CountRows = std::map<CountKey, Counts>;

/// What somebody or something adds to the counts of its days and their months.
class Contribution {
 public:
  /// One visit of this person on `day`, in one of its activities (kAllVisits for the visit itself).
  void add_visit(CivilDay day, const std::string& activity, std::int64_t minutes);
  /// The person's first visit ever was on `day`.
  void add_newcomer(CivilDay day, const std::string& activity);
  /// People who were counted without being known.
  void add_heads(CivilDay day, const std::string& activity, std::int64_t people);
  /// Places taken in sessions of `day`.
  void add_sign_ups(CivilDay day, const std::string& activity, std::int64_t places);

  const CountRows& rows() const { return rows_; }

 private:
  CountRows rows_;
};

/// Takes `less` away; rows that become nothing but zeros are left out.
void subtract(CountRows& from, const CountRows& less);

/// What has to be added to `before` to make `after`; rows that do not change are left out.
CountRows difference(const Contribution& before, const Contribution& after);

/// What one person adds to the people sheet of a period in which they came so often, and perhaps
/// for the first time: rows T and F.
SheetRows person_in_period(std::int64_t visits, bool newcomer);

}  // namespace sveiki
