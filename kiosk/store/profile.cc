// SPDX-License-Identifier: EUPL-1.2
#include "store/profile.h"

#include "domain/profile.h"
#include "store/base.h"
#include "store/people_count.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

SheetRows told_of(const SQLite::Database& db, const std::string& period) {
  SheetRows rows;
  SQLite::Statement row =
      query(db, "SELECT type, key, n FROM people_profile WHERE period = ?", period);
  while (row.executeStep())
    rows[{row.getColumn(0).getString().front(), row.getColumn(1)}] = {row.getColumn(2)};
  return rows;
}

void keep(SQLite::Database& db, const std::string& period, const Telling& telling,
          const SheetRows& rows) {
  run(db, "DELETE FROM people_profile WHERE period = ? AND instr(?, type) > 0", period,
      telling.types);
  for (const auto& [key, row] : rows) {
    run(db, "INSERT INTO people_profile (period, type, key, n) VALUES (?, ?, ?, ?)", period,
        std::string_view{&key.type, 1}, key.key, row[kN]);
  }
}

/// Periods with people of whom something may be told, and that were not looked at this month.
std::vector<Period> due(const SQLite::Database& db, CivilDay today) {
  std::vector<Period> periods;
  SQLite::Statement row =
      query(db,
            "SELECT period FROM people_count WHERE type = 'T' AND n >= ? AND period NOT IN"
            " (SELECT period FROM profile_look WHERE month = ?) ORDER BY period",
            kTellings.front().fewest, std::int64_t{today.month_number()});
  while (row.executeStep()) {
    if (const auto period = period_named(db, row.getColumn(0).getString()))
      periods.push_back(*period);
  }
  return periods;
}

/// True if something of this period is told anew.
bool take_profile(SQLite::Database& db, const Period& period, CivilDay today) {
  const SheetRows told = told_of(db, period.name);
  SheetRows now = profile_of(db, period.from, period.to);
  add(now, base_profile(db, period.name));
  bool other = false;
  for (const Telling& telling : kTellings) {
    if (telling.once_over && today <= period.to) continue;
    const SheetRows rows = rows_of(telling, now);
    if (!worth_telling(telling, rows_of(telling, told), rows)) continue;
    keep(db, period.name, telling, rows);
    other = true;
  }
  return other;
}

}  // namespace

SheetRows profile_of(const SQLite::Database& db, CivilDay from, CivilDay to) {
  SQLite::Statement row =
      query(db,
            "SELECT min(month) / 100 - birth_year, gender, target_group, newcomer = 1"
            " AND ifnull(first_month, (SELECT min(civil_day) FROM live_visit"
            "  WHERE live_visit.visitor = visitor.id) / 100) BETWEEN ?1 AND ?2, other_centres"
            " FROM visitor_month JOIN visitor ON visitor.id = visitor"
            " WHERE activity = '' AND month BETWEEN ?1 AND ?2 AND visits > 0 GROUP BY visitor.id",
            std::int64_t{from.month_number()}, std::int64_t{to.month_number()});
  SheetRows rows;
  while (row.executeStep()) {
    std::optional<int> age;
    if (!row.isColumnNull(0)) age = row.getColumn(0);
    const RowValues one{1, row.getColumn(3).getInt()};
    add(rows, {{{'B', age_band(age)}, one},
               {{'G', row.getColumn(1)}, one},
               {{'M', row.getColumn(2)}, one}});
    if (!row.isColumnNull(4))
      add(rows, {{{'O', other_centres_band(row.getColumn(4).getInt())}, one}});
  }
  return rows;
}

std::vector<std::string> take_profiles(SQLite::Database& db, CivilDay today) {
  std::vector<std::string> different;
  for (const Period& period : due(db, today)) {
    run(db,
        "INSERT INTO profile_look (period, month) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET month = excluded.month",
        period.name, std::int64_t{today.month_number()});
    if (take_profile(db, period, today)) different.push_back(period.name);
  }
  return different;
}

}  // namespace sveiki::store
