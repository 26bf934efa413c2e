// SPDX-License-Identifier: EUPL-1.2
#include "store/profile.h"

#include <algorithm>
#include <map>

#include "store/people_count.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

constexpr std::int64_t kFewestPeople = 10;

// A late entry or an undo changes who came by one person. If the profile followed at once, two
// revisions would differ by that one person and spell out their age, gender and group. So it is
// looked at once a month, and left as it is until so many people's share is another.
constexpr std::int64_t kFewestChanges = 5;

SheetRows taken(const SQLite::Database& db, const std::string& period) {
  SheetRows rows;
  SQLite::Statement row =
      query(db, "SELECT type, key, n, newcomers FROM people_profile WHERE period = ?", period);
  while (row.executeStep())
    rows[{row.getColumn(0).getString().front(), row.getColumn(1)}] = {row.getColumn(2),
                                                                      row.getColumn(3)};
  return rows;
}

/// At least so many people stand in another row than before, or were not there before, or are
/// there no more.
std::int64_t people_changed(const SheetRows& before, SheetRows after) {
  subtract(after, before);
  std::map<char, std::array<std::int64_t, 2>> gone_and_come;
  for (const auto& [key, change] : after)
    gone_and_come[key.type][change[kN] > 0] += std::abs(change[kN]);
  std::int64_t most = 0;
  for (const auto& [type, people] : gone_and_come) most = std::max({most, people[0], people[1]});
  return most;
}

bool worth_telling(const SheetRows& before, const SheetRows& after) {
  std::int64_t people = 0;
  for (const auto& [key, row] : after) people += key.type == 'G' ? row[kN] : 0;
  if (people < kFewestPeople) return false;
  return before.empty() || people_changed(before, after) >= kFewestChanges;
}

void keep(SQLite::Database& db, const std::string& period, const SheetRows& rows) {
  run(db, "DELETE FROM people_profile WHERE period = ?", period);
  for (const auto& [key, row] : rows) {
    run(db, "INSERT INTO people_profile (period, type, key, n, newcomers) VALUES (?, ?, ?, ?, ?)",
        period, std::string_view{&key.type, 1}, key.key, row[kN], row[kPeopleNewcomers]);
  }
}

/// Periods with people that are over, and were not looked at this month.
std::vector<Period> due(const SQLite::Database& db, CivilDay today) {
  std::vector<Period> periods;
  SQLite::Statement row =
      query(db,
            "SELECT period, from_day, to_day FROM people_count LEFT JOIN region_period"
            " USING (period) WHERE type = 'T' AND n >= ? AND period NOT IN"
            " (SELECT period FROM profile_look WHERE month = ?) ORDER BY period",
            kFewestPeople, std::int64_t{today.month_number()});
  while (row.executeStep()) {
    const std::string name = row.getColumn(0);
    const auto period = row.isColumnNull(1)
                            ? calendar_period(name)
                            : std::optional<Period>{{name, CivilDay::from_number(row.getColumn(1)),
                                                     CivilDay::from_number(row.getColumn(2))}};
    if (period && period->to < today) periods.push_back(*period);
  }
  return periods;
}

}  // namespace

SheetRows profile_of(const SQLite::Database& db, CivilDay from, CivilDay to) {
  SQLite::Statement row =
      query(db,
            "SELECT min(month) / 100 - birth_year, gender, target_group, newcomer = 1"
            " AND (SELECT min(civil_day) FROM live_visit WHERE live_visit.visitor = visitor.id)"
            "  BETWEEN ? AND ?"
            " FROM visitor_month JOIN visitor ON visitor.id = visitor"
            " WHERE activity = '' AND month BETWEEN ? AND ? AND visits > 0 GROUP BY visitor.id",
            from, to, std::int64_t{from.month_number()}, std::int64_t{to.month_number()});
  SheetRows rows;
  while (row.executeStep()) {
    std::optional<int> age;
    if (!row.isColumnNull(0)) age = row.getColumn(0);
    const RowValues one{1, row.getColumn(3).getInt()};
    add(rows, {{{'B', age_band(age)}, one},
               {{'G', row.getColumn(1)}, one},
               {{'M', row.getColumn(2)}, one}});
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
    const SheetRows rows = profile_of(db, period.from, period.to);
    if (!worth_telling(taken(db, period.name), rows)) continue;
    keep(db, period.name, rows);
    different.push_back(period.name);
  }
  return different;
}

}  // namespace sveiki::store
