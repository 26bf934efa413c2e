// SPDX-License-Identifier: EUPL-1.2
#include "store/counts.h"

#include <set>

namespace sveiki::store {
namespace {

CivilDay day_in(const SQLite::Statement& row, int column) {
  return CivilDay::from_number(row.getColumn(column).getInt());
}

Contribution of_lines(SQLite::Statement row) {
  Contribution sum;
  while (row.executeStep()) {
    for (const std::string& activity : {std::string{kAllVisits}, row.getColumn(1).getString()})
      sum.add_sign_ups(day_in(row, 0), activity, row.getColumn(2));
  }
  return sum;
}

}  // namespace

std::string adding_to(const std::string& table) {
  return "INSERT INTO " + table +
         " (period, activity, visits, people, newcomers, headcount, sign_ups, minutes)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
         " visits = visits + excluded.visits, people = people + excluded.people,"
         " newcomers = newcomers + excluded.newcomers, headcount = headcount + excluded.headcount,"
         " sign_ups = sign_ups + excluded.sign_ups, minutes = minutes + excluded.minutes";
}

CountKeeper::CountKeeper(SQLite::Database& db, Sheets& sheets)
    : db_(db),
      sheets_(sheets),
      people_(db),
      visits_of_month_(
          db,
          "SELECT civil_day, activity,"
          " ifnull((SELECT minutes FROM visit_minutes WHERE visit = counted_visit.id), 0)"
          " FROM counted_visit WHERE visitor = ? AND civil_day BETWEEN ? AND ?"
          " ORDER BY civil_day, activity"),
      first_visit_(db,
                   "SELECT live_visit.id FROM live_visit JOIN visitor ON visitor.id = visitor"
                   " WHERE visitor = ? AND newcomer = 1 AND first_month IS NULL"
                   " ORDER BY civil_day, at, live_visit.id LIMIT 1"),
      parts_of_visit_(
          db, "SELECT civil_day, activity FROM counted_visit WHERE id = ? ORDER BY activity"),
      add_counts_(db, adding_to("counts")),
      add_tally_(
          db,
          "INSERT INTO visitor_month (activity, month, visitor, visits)"
          " VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET visits = visits + excluded.visits") {}

Contribution CountKeeper::contribution(const Counted& whose) {
  return std::visit([this](const auto& one) { return of(one); }, whose);
}

Contribution CountKeeper::of(const PersonsDay& person) {
  Contribution sum;
  const int month = person.day.month_number();
  auto visit = visits_of_month_.with(person.visitor, month * 100 + 1, month * 100 + 31);
  while (visit->executeStep())
    sum.add_visit(day_in(*visit, 0), visit->getColumn(1), visit->getColumn(2));

  auto first = first_visit_.with(person.visitor);
  if (!first->executeStep()) return sum;
  auto part = parts_of_visit_.with(first->getColumn(0).getInt64());
  while (part->executeStep()) sum.add_newcomer(day_in(*part, 0), part->getColumn(1));
  return sum;
}

Contribution CountKeeper::of(const Heads& heads) {
  Contribution sum;
  SQLite::Statement row = query(
      db_, "SELECT civil_day, activity, people FROM counted_heads WHERE id = ?", heads.headcount);
  while (row.executeStep()) sum.add_heads(day_in(row, 0), row.getColumn(1), row.getColumn(2));
  return sum;
}

Contribution CountKeeper::of(const SessionRef& session) {
  return of_lines(query(db_,
                        "SELECT civil_day, activity, taken FROM taken_places"
                        " WHERE series = ? AND civil_day = ? AND original_minute = ?",
                        session.series, session.original.date, session.original.minutes));
}

Contribution CountKeeper::of(AllLines) {
  return of_lines(query(db_, "SELECT civil_day, activity, taken FROM taken_places"));
}

void CountKeeper::settle(const Counted& whose, const Contribution& before,
                         const Contribution& after) {
  const auto* person = std::get_if<PersonsDay>(&whose);
  const CountRows rows = difference(before, after);
  std::set<CivilDay> days;
  for (const auto& [key, more] : rows) {
    add_counts_.run(key.period, key.activity, more.visits, more.people, more.newcomers,
                    more.headcount, more.sign_ups, more.minutes);
    if (!key.is_month()) {
      days.insert(CivilDay::from_number(key.period));
    } else if (person && more.visits != 0) {
      add_tally_.run(key.activity, key.period, person->visitor, more.visits);
    }
  }
  for (const CivilDay day : days) sheets_.settle(day);
  if (!person) return;
  for (const std::string& period : people_.follow(person->visitor, rows, after))
    sheets_.settle(period);
}

}  // namespace sveiki::store
