// SPDX-License-Identifier: EUPL-1.2
#include "store/forget.h"

#include "store/base.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

// What hangs on a named fact goes with it, and goes first.
constexpr const char* kDeleteNamed = R"sql(
INSERT INTO forgetting SELECT 'leave', id FROM leave
  WHERE visit IN (SELECT fact FROM forgetting WHERE kind = 'visit');
INSERT INTO forgetting SELECT 'participation', id FROM participation
  WHERE visit IN (SELECT fact FROM forgetting WHERE kind = 'visit')
    OR headcount IN (SELECT fact FROM forgetting WHERE kind = 'headcount');
DELETE FROM correction WHERE (kind, fact) IN (SELECT kind, fact FROM forgetting);
DELETE FROM told WHERE sign_up IN (SELECT fact FROM forgetting WHERE kind = 'sign-up');
DELETE FROM sign_up_end WHERE sign_up IN (SELECT fact FROM forgetting WHERE kind = 'sign-up');
DELETE FROM sign_up WHERE id IN (SELECT fact FROM forgetting WHERE kind = 'sign-up');
DELETE FROM participation WHERE id IN (SELECT fact FROM forgetting WHERE kind = 'participation');
DELETE FROM leave WHERE id IN (SELECT fact FROM forgetting WHERE kind = 'leave');
DELETE FROM visit WHERE id IN (SELECT fact FROM forgetting WHERE kind = 'visit');
DELETE FROM headcount WHERE id IN (SELECT fact FROM forgetting WHERE kind = 'headcount');
DELETE FROM forgetting;
)sql";

/// Of a newcomer whose first visit goes, the month stays: for the periods that hold it.
void keep_first_months(const SQLite::Database& db, CivilDay day) {
  run(db,
      "UPDATE visitor SET first_month = first.month FROM"
      " (SELECT visitor AS id, min(civil_day) / 100 AS month FROM live_visit GROUP BY visitor)"
      " AS first WHERE first.id = visitor.id AND newcomer = 1 AND first_month IS NULL"
      " AND first.month < ?",
      std::int64_t{day.month_number()});
}

/// Months before this one are in no period whose people can still change.
std::int64_t tallies_needed_from(const SQLite::Database& db, CivilDay day) {
  return *number(db,
                 "SELECT min(?1, ifnull(min(from_day) / 100, ?1)) FROM region_period"
                 " WHERE counted = 1 AND to_day >= ?2",
                 std::int64_t{day.year() * 100 + 1}, day);
}

void drop_tallies(const SQLite::Database& db, std::int64_t before_month) {
  run(db, "DELETE FROM visitor_month WHERE month < ?", before_month);
  run(db, "UPDATE visitor SET newcomer = 0, first_month = NULL WHERE first_month < ?",
      before_month);
}

/// The instant of a day's newest fact is somebody's: the day is enough to tell a wrong clock.
void blur_newest(const SQLite::Database& db, CivilDay before) {
  run(db, "UPDATE day SET newest = newest / 86400000 * 86400000 WHERE civil_day < ?", before);
}

void write_down(const SQLite::Database& db, std::string_view by, std::string_view what,
                Instant now) {
  run(db, "INSERT INTO audit (at, by, what) VALUES (?, ?, ?)", now, by, what);
  run(db, "UPDATE centre SET unswept = 1");
}

}  // namespace

Facts facts_before(const SQLite::Database& db, CivilDay day) {
  return {*number(db, "SELECT count(*) FROM visit WHERE civil_day < ?", day),
          *number(db, "SELECT count(*) FROM headcount WHERE civil_day < ?", day),
          *number(db, "SELECT count(*) FROM sign_up WHERE original_day < ?", day)};
}

Facts facts_of(const SQLite::Database& db, std::int64_t visitor) {
  return {*number(db, "SELECT count(*) FROM visit WHERE visitor = ?", visitor), 0,
          *number(db, "SELECT count(*) FROM sign_up WHERE visitor = ?", visitor)};
}

void forget_before(SQLite::Database& db, CivilDay day, std::string_view by, Instant now) {
  const std::int64_t needed = tallies_needed_from(db, day);
  add_to_base(db, said_less(db, [&] {
                keep_first_months(db, day);
                run(db, "INSERT INTO forgetting SELECT 'visit', id FROM visit WHERE civil_day < ?",
                    day);
                run(db,
                    "INSERT INTO forgetting SELECT 'headcount', id FROM headcount"
                    " WHERE civil_day < ?",
                    day);
                run(db,
                    "INSERT INTO forgetting SELECT 'sign-up', id FROM sign_up"
                    " WHERE original_day < ?",
                    day);
                db.exec(kDeleteNamed);
                drop_tallies(db, needed);
              }));
  blur_newest(db, day);
  run(db, "UPDATE centre SET visits_from = max(visits_from, ?)", day);
  write_down(db, by, "visits before " + day.iso() + " forgotten", now);
}

void forget_person(SQLite::Database& db, std::int64_t visitor, CivilDay today, std::string_view by,
                   Instant now) {
  const auto forget_sign_ups = [&](CivilDay after) {
    run(db,
        "INSERT INTO forgetting SELECT 'sign-up', id FROM sign_up"
        " WHERE visitor = ? AND original_day > ?",
        visitor, after);
  };
  // Their places of days to come are free again; no sheet spoke of these days yet.
  take_from_counts(db, said_less(db, [&] {
                     forget_sign_ups(today);
                     db.exec(kDeleteNamed);
                   }));
  add_to_base(
      db, said_less(db, [&] {
        forget_sign_ups({});
        run(db, "INSERT INTO forgetting SELECT 'visit', id FROM visit WHERE visitor = ?", visitor);
        db.exec(kDeleteNamed);
        for (const char* sql :
             {"DELETE FROM visitor_month WHERE visitor = ?", "DELETE FROM card WHERE visitor = ?",
              "DELETE FROM token WHERE visitor = ?", "DELETE FROM visitor WHERE id = ?"})
          run(db, sql, visitor);
      }));
  blur_newest(db, today.next());
  write_down(db, by, "a person forgotten", now);
}

}  // namespace sveiki::store
