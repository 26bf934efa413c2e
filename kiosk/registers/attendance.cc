// SPDX-License-Identifier: EUPL-1.2
#include "registers/attendance.h"

#include <algorithm>
#include <set>

namespace sveiki::registers {

using report::Cell;
using report::Table;

namespace {

/// A row's period: its number in the counts, its name, and what is known of its days.
struct Period {
  int number;
  std::string name;
  DayState state;
};

/// Open if any day was; closed if all were; else not recorded.
DayState together(DayState a, DayState b) {
  if (a == b) return a;
  if (a == DayState::kOpen || b == DayState::kOpen) return DayState::kOpen;
  return DayState::kNotRecorded;
}

std::vector<Period> periods_of(const store::CountsQuery& counts, store::DayRange days,
                               Rows::Period by) {
  std::vector<Period> periods;
  CivilDay day = days.from;
  for (const DayState state : counts.states(days)) {
    if (by == Rows::Period::kDay) {
      periods.push_back({day.number(), day.iso(), state});
    } else if (!periods.empty() && periods.back().number == day.month_number()) {
      periods.back().state = together(periods.back().state, state);
    } else {
      periods.push_back({day.month_number(), day.iso().substr(0, 7), state});
    }
    day = day.next();
  }
  return periods;
}

/// The centre's activities in its order, then those that are only in the counts, then "none".
std::vector<std::string> keys_of(const Centre& centre, const CountRows& rows) {
  std::vector<std::string> keys;
  for (const Activity& activity : centre.activities) keys.push_back(activity.id);
  std::set<std::string> others;
  for (const auto& row : rows) others.insert(row.first.activity);
  for (const std::string& other : others) {
    const bool special = other == kAllVisits || other == kNoActivity;
    if (!special && !centre.activity(other)) keys.push_back(other);
  }
  keys.emplace_back(kNoActivity);
  return keys;
}

void add_counts(std::vector<Cell>& cells, const Counts& counts) {
  cells.insert(cells.end(), {counts.visits, counts.people, counts.newcomers, counts.headcount});
}

}  // namespace

std::optional<Rows> parse_rows(std::string_view text) {
  Rows rows;
  const std::string_view period = text.substr(0, text.find(','));
  rows.by_activity = period.size() != text.size();
  if (rows.by_activity && text.substr(period.size()) != ",activity") return std::nullopt;
  if (period == "month")
    rows.period = Rows::Period::kMonth;
  else if (period != "day")
    return std::nullopt;
  return rows;
}

Table attendance(const store::CountsQuery& counts, const Centre& centre, store::DayRange days,
                 Rows rows) {
  const CountRows kept =
      rows.period == Rows::Period::kDay ? counts.by_day(days) : counts.by_month(days);
  const std::vector<std::string> keys =
      rows.by_activity ? keys_of(centre, kept) : std::vector<std::string>{std::string{kAllVisits}};

  Table table{{"period", "key", "state", "visits", "people", "newcomers", "headcount"}, {}};
  for (const Period& period : periods_of(counts, days, rows.period)) {
    for (const std::string& key : keys) {
      std::vector<Cell> cells{period.name, key, std::string{day_state_name(period.state)}};
      if (period.state == DayState::kOpen) {
        const auto row = kept.find({period.number, key});
        add_counts(cells, row == kept.end() ? Counts{} : row->second);
      } else {
        cells.resize(table.columns.size());
      }
      table.rows.push_back(std::move(cells));
    }
  }
  table.rows.push_back({std::string{"total"}, {}, {}});
  add_counts(table.rows.back(), counts.over(days));
  return table;
}

}  // namespace sveiki::registers
