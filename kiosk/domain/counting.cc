// SPDX-License-Identifier: EUPL-1.2
#include "domain/counting.h"

namespace sveiki {

void Contribution::add_visit(CivilDay day, const std::string& activity) {
  for (const int period : {day.number(), day.month_number()}) {
    Counts& row = rows_[{period, activity}];
    row.visits += 1;
    row.people = 1;
  }
}

void Contribution::add_newcomer(CivilDay day, const std::string& activity) {
  for (const int period : {day.number(), day.month_number()}) {
    rows_[{period, activity}].newcomers = 1;
  }
}

void Contribution::add_heads(CivilDay day, const std::string& activity, std::int64_t people) {
  for (const int period : {day.number(), day.month_number()}) {
    Counts& row = rows_[{period, activity}];
    row.visits += people;
    row.headcount += people;
  }
}

CountRows difference(const Contribution& before, const Contribution& after) {
  CountRows rows = after.rows();
  for (const auto& [key, counts] : before.rows()) {
    Counts& row = rows[key];
    row.visits -= counts.visits;
    row.people -= counts.people;
    row.newcomers -= counts.newcomers;
    row.headcount -= counts.headcount;
  }
  std::erase_if(rows, [](const auto& row) { return row.second == Counts{}; });
  return rows;
}

}  // namespace sveiki
