// SPDX-License-Identifier: EUPL-1.2
/// How many different people came in each month, quarter, half-year, year and indicator's period:
/// rows T and F of the people sheets, kept up like `counts` by the difference of what one person
/// contributes before and after a change.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "domain/counting.h"
#include "domain/period.h"
#include "domain/region_plan.h"
#include "store/sql.h"

namespace sveiki::store {

class PeopleCount {
 public:
  explicit PeopleCount(const SQLite::Database& db);

  /// Somebody's counts have changed by `change` (their tallies already have), and now they
  /// contribute `after`. Answers the periods whose people are others now.
  std::vector<std::string> follow(std::int64_t visitor, const CountRows& change,
                                  const Contribution& after);

 private:
  /// The periods that hold this month.
  std::vector<Period> periods_of(CivilDay month);

  Kept indicators_;
  Kept tallies_;
  Kept first_month_;
  Kept add_;
};

/// By its name, one of the calendar's or an indicator's.
std::optional<Period> period_named(const SQLite::Database& db, const std::string& name);

/// False if that was the plan already. An indicator that the region names no more goes on being
/// counted: its report may still be asked for. One that needs people who were forgotten is not
/// counted: nothing is said of it.
bool set_region_plan(SQLite::Database& db, const RegionPlan& plan);

}  // namespace sveiki::store
