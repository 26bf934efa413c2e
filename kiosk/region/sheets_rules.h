// SPDX-License-Identifier: EUPL-1.2
/// Why a sheet that can be read cannot be taken: by what the region has set, and by the calendar.
#pragma once

#include <map>
#include <set>

#include "domain/period.h"
#include "region/storage.h"

namespace sveiki::region {

class SheetRules {
 public:
  SheetRules(Database& db, const std::set<std::string>& centres);

  /// "clock", "activity", "indicator", "closed-centre"; empty: it can be taken.
  std::string_view refusal(const std::string& centre, const Sheet& sheet, Instant received);
  /// The days that a sheet of this kind counts; nothing for an indicator that there is not.
  std::optional<Period> period(SheetKind kind, const std::string& name);

 private:
  std::set<std::string, std::less<>> activities_;
  std::map<std::string, std::optional<Period>> people_periods_;
  std::map<std::string, CivilDay> last_days_;  // of centres that are closed
};

}  // namespace sveiki::region
