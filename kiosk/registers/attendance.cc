// SPDX-License-Identifier: EUPL-1.2
#include "registers/attendance.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>

#include "domain/period.h"

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
  using enum Rows::Each;
  const std::string_view period = text.substr(0, text.find(','));
  Rows rows;
  if (period == "month")
    rows.period = Rows::Period::kMonth;
  else if (period != "day")
    return std::nullopt;
  const std::map<std::string_view, Rows::Each> each{{"", kOnce},
                                                    {",activity", kActivity},
                                                    {",age", kAge},
                                                    {",gender", kGender},
                                                    {",group", kGroup}};
  const auto named = each.find(text.substr(period.size()));
  if (named == each.end()) return std::nullopt;
  rows.each = named->second;
  if (rows.by_trait() && rows.period == Rows::Period::kDay) return std::nullopt;
  return rows;
}

bool has_small_rows(const Table& people) {
  const auto column = std::ranges::find(people.columns, "people") - people.columns.begin();
  return std::ranges::any_of(people.rows, [&](const std::vector<Cell>& row) {
    const auto* n = std::get_if<std::int64_t>(&row[static_cast<std::size_t>(column)]);
    return n && 0 < *n && *n < 5;
  });
}

namespace {

/// "5-6" before "13-13"; words behind the numbers.
int first_number(const std::string& key) {
  int number = std::numeric_limits<int>::max();
  std::from_chars(key.data(), key.data() + key.size(), number);
  return number;
}

/// The rows of one period.
void add_people(Table& table, const std::string& period, const Cell& state,
                const SheetRows& profile, Rows::Each each) {
  const char type = each == Rows::Each::kAge ? 'B' : each == Rows::Each::kGender ? 'G' : 'M';
  std::vector<std::string> keys;
  for (const auto& row : profile) {
    if (row.first.type == type) keys.push_back(row.first.key);
  }
  std::ranges::stable_sort(keys, {}, first_number);
  for (const std::string& key : keys) {
    const RowValues& values = profile.at({type, key});
    table.rows.push_back({period, key, state, values[kN], values[kPeopleNewcomers]});
  }
}

Table people_by_trait(const store::CountsQuery& counts, store::DayRange months, Rows::Each each) {
  Table table{{"period", "key", "state", "people", "newcomers"}, {}};
  for (const Period& period : periods_of(counts, months, Rows::Period::kMonth)) {
    const auto month = calendar_period(period.name);
    add_people(table, period.name, std::string{day_state_name(period.state)},
               counts.profile({month->from, month->to}), each);
  }
  add_people(table, "total", {}, counts.profile(months), each);
  return table;
}

}  // namespace

Table attendance(const store::CountsQuery& counts, const Centre& centre, store::DayRange days,
                 Rows rows) {
  if (rows.by_trait()) return people_by_trait(counts, days, rows.each);
  const CountRows kept =
      rows.period == Rows::Period::kDay ? counts.by_day(days) : counts.by_month(days);
  const std::vector<std::string> keys = rows.each == Rows::Each::kActivity
                                            ? keys_of(centre, kept)
                                            : std::vector<std::string>{std::string{kAllVisits}};

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
