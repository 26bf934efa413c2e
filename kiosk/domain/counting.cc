// SPDX-License-Identifier: EUPL-1.2
#include "domain/counting.h"

namespace sveiki {

void Contribution::add_visit(CivilDay day, const std::string& activity, std::int64_t minutes) {
  for (const int period : {day.number(), day.month_number()}) {
    Counts& row = rows_[{period, activity}];
    row.visits += 1;
    row.people = 1;
    row.minutes += minutes;
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

void Contribution::add_sign_ups(CivilDay day, const std::string& activity, std::int64_t places) {
  for (const int period : {day.number(), day.month_number()}) {
    rows_[{period, activity}].sign_ups += places;
  }
}

void subtract(CountRows& from, const CountRows& less) {
  for (const auto& [key, counts] : less) {
    Counts& row = from[key];
    row.visits -= counts.visits;
    row.people -= counts.people;
    row.newcomers -= counts.newcomers;
    row.headcount -= counts.headcount;
    row.sign_ups -= counts.sign_ups;
    row.minutes -= counts.minutes;
  }
  std::erase_if(from, [](const auto& row) { return row.second == Counts{}; });
}

CountRows difference(const Contribution& before, const Contribution& after) {
  CountRows rows = after.rows();
  subtract(rows, before.rows());
  return rows;
}

SheetRows person_in_period(std::int64_t visits, bool newcomer) {
  if (visits <= 0) return {};
  const RowValues one{1, newcomer};
  return {{{'T', ""}, one}, {{'F', visits_band(visits)}, one}};
}

}  // namespace sveiki
