// SPDX-License-Identifier: EUPL-1.2
#include "store/ahead.h"

#include <vector>

#include "store/sign_ups.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

constexpr const char* kVisits = "SELECT id FROM live_visit WHERE civil_day > ? ORDER BY id";
constexpr const char* kHeadcounts = "SELECT id FROM live_headcount WHERE civil_day > ? ORDER BY id";
// Of visits that are not ahead themselves: they would last for years. Closing is no mistake.
constexpr const char* kLeaves =
    "SELECT id FROM live_leave WHERE civil_day > ? AND automatic = 0 ORDER BY id";
constexpr const char* kPlaces =
    "SELECT id, series, original_day, original_minute FROM live_sign_up WHERE civil_day > ?"
    " ORDER BY id";
constexpr const char* kSpan =
    "SELECT min(civil_day), max(civil_day) FROM day WHERE newest IS NOT NULL AND civil_day > ?";
constexpr const char* kSeenDays =
    "SELECT civil_day FROM day WHERE civil_day > ? AND (ran = 1 OR newest IS NOT NULL)"
    " ORDER BY civil_day";
constexpr const char* kUnseen =
    "UPDATE day SET planned = 0, ran = 0, newest = NULL WHERE civil_day > ?";
constexpr const char* kForget =
    "DELETE FROM day WHERE civil_day > ?1 AND civil_day NOT IN (SELECT civil_day FROM visit"
    " WHERE civil_day > ?1 UNION SELECT civil_day FROM headcount WHERE civil_day > ?1"
    " UNION SELECT civil_day FROM sign_up WHERE civil_day > ?1)";

std::vector<std::int64_t> ids(const SQLite::Database& db, const char* sql, CivilDay today) {
  SQLite::Statement row = query(db, sql, today);
  std::vector<std::int64_t> ids;
  while (row.executeStep()) ids.push_back(row.getColumn(0));
  return ids;
}

int how_many(const SQLite::Database& db, const char* sql, CivilDay today) {
  return static_cast<int>(ids(db, sql, today).size());
}

}  // namespace

Ahead ahead_of(const SQLite::Database& db, CivilDay today) {
  Ahead ahead{how_many(db, kVisits, today),
              how_many(db, kHeadcounts, today),
              how_many(db, kLeaves, today),
              how_many(db, kPlaces, today),
              {},
              {}};
  SQLite::Statement span = query(db, kSpan, today);
  if (span.executeStep() && !span.isColumnNull(0)) {
    ahead.first = CivilDay::from_number(span.getColumn(0));
    ahead.last = CivilDay::from_number(span.getColumn(1));
  }
  return ahead;
}

void AheadTaker::take_back(std::string_view by, Instant now) {
  const CivilDay today = days_.of(now);
  undo(FactRef::Kind::kVisit, kVisits, today, by, now);
  undo(FactRef::Kind::kHeadcount, kHeadcounts, today, by, now);
  undo(FactRef::Kind::kLeave, kLeaves, today, by, now);
  end_places(today, by, now);
  forget_days(today);
}

void AheadTaker::undo(FactRef::Kind kind, const char* facts, CivilDay today, std::string_view by,
                      Instant now) {
  for (const std::int64_t id : ids(db_, facts, today)) {
    const FactRef fact{kind, id};
    counts_.follow(ledger_.counted(fact), [&] {
      for (const FactRef& undone : ledger_.with_what_hangs_on(fact))
        ledger_.add_correction(undone, by, "the clock was ahead", now);
    });
    if (kind == FactRef::Kind::kLeave)
      days_.set_settled(std::get<PersonsDay>(ledger_.counted(fact)).day, false);
  }
}

void AheadTaker::end_places(CivilDay today, std::string_view by, Instant now) {
  struct Place {
    std::int64_t sign_up;
    SessionRef session;
  };
  std::vector<Place> places;
  SQLite::Statement row = query(db_, kPlaces, today);
  while (row.executeStep())
    places.push_back({row.getColumn(0), {row.getColumn(1), wall_time(row, 2)}});
  row.reset();
  SignUps sign_ups(db_, days_, ledger_.life());
  for (const auto& [sign_up, session] : places)
    counts_.follow(session, [&] { sign_ups.end(sign_up, "withdrawn", by, now); });
}

void AheadTaker::forget_days(CivilDay today) {
  std::vector<CivilDay> days;
  for (const std::int64_t day : ids(db_, kSeenDays, today))
    days.push_back(CivilDay::from_number(static_cast<int>(day)));
  run(db_, kUnseen, today);
  // Closed, and nobody there: that is no news for the region, which never believed in them.
  for (const CivilDay day : days) sheets_.speak_of(day);
  run(db_, kForget, today);
}

}  // namespace sveiki::store
