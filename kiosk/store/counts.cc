// SPDX-License-Identifier: EUPL-1.2
#include "store/counts.h"

#include "store/sql.h"

namespace sveiki::store {
namespace {

CivilDay day_in(const SQLite::Statement& row, int column) {
  return CivilDay::from_number(row.getColumn(column).getInt());
}

bool is_month(int period) {
  return period < 1'000'000;
}

Contribution of_person(const SQLite::Database& db, const PersonsDay& person) {
  Contribution sum;
  const int month = person.day.month_number();
  SQLite::Statement visit = query(db,
                                  "SELECT civil_day, activity FROM counted_visit WHERE visitor = ? "
                                  "AND civil_day BETWEEN ? AND ?",
                                  person.visitor, month * 100 + 1, month * 100 + 31);
  while (visit.executeStep()) sum.add_visit(day_in(visit, 0), visit.getColumn(1));

  const auto first =
      number(db,
             "SELECT live_visit.id FROM live_visit JOIN visitor ON visitor.id = visitor"
             " WHERE visitor = ? AND newcomer = 1 ORDER BY civil_day, at, live_visit.id LIMIT 1",
             person.visitor);
  SQLite::Statement part =
      query(db, "SELECT civil_day, activity FROM counted_visit WHERE id = ?", first);
  while (part.executeStep()) sum.add_newcomer(day_in(part, 0), part.getColumn(1));
  return sum;
}

Contribution of_heads(const SQLite::Database& db, const Heads& heads) {
  Contribution sum;
  SQLite::Statement row = query(
      db, "SELECT civil_day, activity, people FROM counted_heads WHERE id = ?", heads.headcount);
  while (row.executeStep()) sum.add_heads(day_in(row, 0), row.getColumn(1), row.getColumn(2));
  return sum;
}

}  // namespace

Contribution CountKeeper::contribution(const Counted& whose) const {
  if (const auto* person = std::get_if<PersonsDay>(&whose)) return of_person(db_, *person);
  return of_heads(db_, std::get<Heads>(whose));
}

void CountKeeper::settle(const Counted& whose, const CountRows& rows) {
  const auto* person = std::get_if<PersonsDay>(&whose);
  for (const auto& [key, more] : rows) {
    run(db_,
        "INSERT INTO counts (period, activity, visits, people, newcomers, headcount)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " visits = visits + excluded.visits, people = people + excluded.people,"
        " newcomers = newcomers + excluded.newcomers, headcount = headcount + excluded.headcount",
        key.period, key.activity, more.visits, more.people, more.newcomers, more.headcount);
    if (person && is_month(key.period) && more.visits != 0) {
      run(db_,
          "INSERT INTO visitor_month (activity, month, visitor, visits) VALUES (?, ?, ?, ?)"
          " ON CONFLICT DO UPDATE SET visits = visits + excluded.visits",
          key.activity, key.period, person->visitor, more.visits);
    }
  }
}

}  // namespace sveiki::store
