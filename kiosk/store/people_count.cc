// SPDX-License-Identifier: EUPL-1.2
#include "store/people_count.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/base.h"
#include "store/recount.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

using ByMonth = std::map<CivilDay, Counts>;

CivilDay first_of(int month) {
  return CivilDay::from_number(month * 100 + 1);
}

/// The rows of months, of all visits.
ByMonth by_month(const CountRows& rows) {
  ByMonth months;
  for (const auto& [key, counts] : rows) {
    if (key.activity == kAllVisits && key.is_month()) months[first_of(key.period)] = counts;
  }
  return months;
}

Counts within(const Period& period, const ByMonth& months) {
  Counts sum;
  for (const auto& [month, counts] : months) {
    if (!period.holds(month)) continue;
    sum.visits += counts.visits;
    sum.newcomers += counts.newcomers;
  }
  return sum;
}

/// Whether other people came in `period` than in the days that it had.
bool has_other_people(const SQLite::Database& db, const Period& period) {
  return number(db,
                "SELECT 1 FROM counts LEFT JOIN region_period AS old ON old.period = ?1"
                " WHERE activity = '' AND people > 0 AND counts.period < 1000000"
                " AND (counts.period BETWEEN ?2 AND ?3)"
                " <> ifnull(counts.period BETWEEN from_day / 100 AND to_day / 100, 0)",
                period.name, std::int64_t{period.from.month_number()},
                std::int64_t{period.to.month_number()})
      .has_value();
}

void count_anew(SQLite::Database& db, const std::string& period) {
  run(db, "DELETE FROM people_count WHERE period = ?", period);
  run(db, "DELETE FROM people_profile WHERE period = ?", period);
  run(db, "DELETE FROM profile_look WHERE period = ?", period);
  run(db, "DELETE FROM people_base WHERE period = ?", period);
  run(db,
      (std::string{"INSERT INTO people_count (period, type, key, n, newcomers)"
                   " SELECT period, type, key, n, newcomers FROM ("} +
       kRecountPeople + ") WHERE period = ?")
          .c_str(),
      period);
}

}  // namespace

PeopleCount::PeopleCount(const SQLite::Database& db)
    : indicators_(db,
                  "SELECT period, from_day, to_day FROM region_period"
                  " WHERE counted = 1 AND ? BETWEEN from_day AND to_day ORDER BY period"),
      tallies_(db,
               "SELECT month, visits FROM visitor_month WHERE activity = '' AND visitor = ?"
               " AND month BETWEEN ? AND ? ORDER BY month"),
      first_month_(db, "SELECT first_month FROM visitor WHERE id = ? AND first_month IS NOT NULL"),
      add_(db,
           "INSERT INTO people_count (period, type, key, n, newcomers) VALUES (?, ?, ?, ?, ?)"
           " ON CONFLICT DO UPDATE SET n = n + excluded.n,"
           " newcomers = newcomers + excluded.newcomers") {}

std::vector<Period> PeopleCount::periods_of(CivilDay month) {
  const auto calendar = calendar_periods(month);
  std::vector<Period> periods(calendar.begin(), calendar.end());
  auto row = indicators_.with(month);
  while (row->executeStep()) {
    periods.push_back({row->getColumn(0), CivilDay::from_number(row->getColumn(1)),
                       CivilDay::from_number(row->getColumn(2))});
  }
  return periods;
}

std::vector<std::string> PeopleCount::follow(std::int64_t visitor, const CountRows& change,
                                             const Contribution& after) {
  const ByMonth changed = by_month(change);
  std::set<Period> periods;
  for (const auto& month : changed) {
    for (Period& period : periods_of(month.first)) periods.insert(std::move(period));
  }
  if (periods.empty()) return {};

  const CivilDay from = std::ranges::min(periods, {}, &Period::from).from;
  const CivilDay to = std::ranges::max(periods, {}, &Period::to).to;
  ByMonth came;
  auto tally = tallies_.with(visitor, from.month_number(), to.month_number());
  while (tally->executeStep()) came[first_of(tally->getColumn(0))].visits = tally->getColumn(1);
  ByMonth newcomer = by_month(after.rows());
  auto forgotten = first_month_.with(visitor);
  if (forgotten->executeStep()) newcomer[first_of(forgotten->getColumn(0))].newcomers = 1;

  std::vector<std::string> different;
  for (const Period& period : periods) {
    const std::int64_t visits = within(period, came).visits;
    const std::int64_t first = within(period, newcomer).newcomers;
    const Counts more = within(period, changed);
    SheetRows rows = person_in_period(visits, first > 0);
    subtract(rows, person_in_period(visits - more.visits, first > more.newcomers));
    for (const auto& [key, one] : rows)
      add_.run(period.name, std::string_view{&key.type, 1}, key.key, one[kN],
               one[kPeopleNewcomers]);
    if (!rows.empty()) different.push_back(period.name);
  }
  return different;
}

std::optional<Period> period_named(const SQLite::Database& db, const std::string& name) {
  if (auto period = calendar_period(name)) return period;
  SQLite::Statement row =
      query(db, "SELECT from_day, to_day FROM region_period WHERE period = ?", name);
  if (!row.executeStep()) return std::nullopt;
  return Period{name, CivilDay::from_number(row.getColumn(0)),
                CivilDay::from_number(row.getColumn(1))};
}

bool set_region_plan(SQLite::Database& db, const RegionPlan& plan) {
  bool other = false;
  std::map<std::string, std::string> known;
  SQLite::Statement row = query(db, "SELECT activity, id FROM region_activity ORDER BY activity");
  while (row.executeStep()) known[row.getColumn(0)] = row.getColumn(1).getString();
  if (known != plan.activities) {
    other = true;
    run(db, "DELETE FROM region_activity");
    for (const auto& [activity, id] : plan.activities)
      run(db, "INSERT INTO region_activity (activity, id) VALUES (?, ?)", activity, id);
  }
  for (const Period& period : plan.indicators) {
    // One that only runs longer goes on as it was.
    const bool other_people = has_other_people(db, period);
    const int changed =
        run(db,
            "INSERT INTO region_period (period, from_day, to_day) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET from_day = excluded.from_day, to_day = excluded.to_day"
            " WHERE from_day <> excluded.from_day OR to_day <> excluded.to_day",
            period.name, period.from, period.to);
    if (changed == 0) continue;
    other = true;
    if (!other_people) continue;
    run(db, "UPDATE region_period SET counted = ? WHERE period = ?",
        !month_of_forgotten(db, period.from, period.to), period.name);
    count_anew(db, period.name);
  }
  return other;
}

}  // namespace sveiki::store
