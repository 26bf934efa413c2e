// SPDX-License-Identifier: EUPL-1.2
#include "store/base.h"

#include "store/counts.h"
#include "store/people_count.h"
#include "store/profile.h"
#include "store/recount.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

/// Adds the rows, `times` times, to `counts` or its base.
void add_counts(const SQLite::Database& db, const std::string& table, const CountRows& rows,
                std::int64_t times) {
  const std::string sql = adding_to(table);
  for (const auto& [key, row] : rows) {
    run(db, sql.c_str(), std::int64_t{key.period}, key.activity, times * row.visits,
        times * row.people, times * row.newcomers, times * row.headcount, times * row.sign_ups,
        times * row.minutes);
  }
}

}  // namespace

Said facts_say(const SQLite::Database& db) {
  Said said;
  SQLite::Statement row = query(db, kRecount);
  while (row.executeStep()) {
    said.counts[{row.getColumn(0), row.getColumn(1)}] = {row.getColumn(2), row.getColumn(3),
                                                         row.getColumn(4), row.getColumn(5),
                                                         row.getColumn(6), row.getColumn(7)};
  }
  SQLite::Statement people = query(db, kRecountPeople);
  while (people.executeStep()) {
    const RowKey key{people.getColumn(1).getString().front(), people.getColumn(2)};
    said.people[people.getColumn(0)][key] = {people.getColumn(3), people.getColumn(4)};
  }
  for (auto& [name, rows] : said.people) {
    const Period period = period_named(db, name).value();
    add(rows, profile_of(db, period.from, period.to));
  }
  return said;
}

Said difference(Said before, const Said& after) {
  subtract(before.counts, after.counts);
  for (const auto& [period, rows] : after.people) subtract(before.people[period], rows);
  return before;
}

void add_to_base(const SQLite::Database& db, const Said& less) {
  add_counts(db, "counts_base", less.counts, 1);
  for (const auto& [period, rows] : less.people) {
    for (const auto& [key, row] : rows) {
      run(db,
          "INSERT INTO people_base (period, type, key, n, newcomers) VALUES (?, ?, ?, ?, ?)"
          " ON CONFLICT DO UPDATE SET n = n + excluded.n,"
          " newcomers = newcomers + excluded.newcomers",
          period, std::string_view{&key.type, 1}, key.key, row[kN], row[kPeopleNewcomers]);
    }
  }
}

void take_from_counts(const SQLite::Database& db, const Said& less) {
  add_counts(db, "counts", less.counts, -1);
}

std::optional<CivilDay> month_of_forgotten(const SQLite::Database& db, CivilDay from, CivilDay to) {
  const auto month = text(db,
                          "SELECT period FROM people_base WHERE type = 'T' AND n <> 0"
                          " AND period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'"
                          " AND period BETWEEN ? AND ? ORDER BY period LIMIT 1",
                          from.iso().substr(0, 7), to.iso().substr(0, 7));
  return month ? CivilDay::parse(*month + "-01") : std::nullopt;
}

SheetRows base_profile(const SQLite::Database& db, const std::string& period) {
  SheetRows rows;
  SQLite::Statement row = query(db,
                                "SELECT type, key, n, newcomers FROM people_base"
                                " WHERE period = ? AND type NOT IN ('T', 'F') ORDER BY type, key",
                                period);
  while (row.executeStep())
    rows[{row.getColumn(0).getString().front(), row.getColumn(1)}] = {row.getColumn(2),
                                                                      row.getColumn(3)};
  return rows;
}

}  // namespace sveiki::store
