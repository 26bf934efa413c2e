// SPDX-License-Identifier: EUPL-1.2
#include "store/ledger.h"

#include <algorithm>
#include <array>

#include "store/sql.h"

namespace sveiki::store {
namespace {

using Kind = FactRef::Kind;

/// As the table is called, and as `correction.kind` says it.
const std::string& table_of(Kind kind) {
  static const std::array<std::string, 4> kTables{"visit", "leave", "participation", "headcount"};
  return kTables[static_cast<std::size_t>(kind)];
}

std::optional<FactRef> fact(Kind kind, std::optional<std::int64_t> id) {
  if (!id) return std::nullopt;
  return FactRef{kind, *id};
}

}  // namespace

FactRef Ledger::add_visit(std::int64_t visitor, How how, Instant at) {
  days_.note_fact(at);
  return {
      Kind::kVisit,
      insert(db_, "INSERT INTO visit (life, civil_day, at, visitor, how) VALUES (?, ?, ?, ?, ?)",
             life_, days_.of(at), at, visitor, how_name(how))};
}

FactRef Ledger::add_leave(FactRef visit, bool automatic, Instant at) {
  // A closing time is not a time at which anything happened.
  if (!automatic) days_.note_fact(at);
  return {Kind::kLeave,
          insert(db_,
                 "INSERT INTO leave (life, civil_day, at, visit, automatic) VALUES (?, ?, ?, ?, ?)",
                 life_, days_.of(at), at, visit.id, automatic)};
}

FactRef Ledger::add_headcount(int people, How how, Instant at) {
  days_.note_fact(at);
  return {
      Kind::kHeadcount,
      insert(db_, "INSERT INTO headcount (life, civil_day, at, people, how) VALUES (?, ?, ?, ?, ?)",
             life_, days_.of(at), at, people, how_name(how))};
}

FactRef Ledger::add_participation(FactRef arrival, std::string_view activity,
                                  const std::optional<SessionRef>& session, Instant at) {
  days_.note_fact(at);
  std::optional<std::string> series;
  std::optional<CivilDay> day;
  std::optional<std::int64_t> minute;
  if (session)
    std::tie(series, day, minute) =
        std::tie(session->series, session->original.date, session->original.minutes);
  const std::string sql =
      "INSERT INTO participation (life, civil_day, at, activity, series,"
      " original_day, original_minute, " +
      table_of(arrival.kind) + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  return {Kind::kParticipation, insert(db_, sql.c_str(), life_, days_.of(at), at, activity, series,
                                       day, minute, arrival.id)};
}

void Ledger::add_correction(FactRef fact, std::string_view by, std::string_view why, Instant at) {
  days_.note_fact(at);
  run(db_,
      "INSERT INTO correction (life, civil_day, at, kind, fact, by, why)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)",
      life_, days_.of(at), at, table_of(fact.kind), fact.id, by, why);
}

std::optional<Ledger::Visit> Ledger::going_on(std::int64_t visitor, Millis gap, Instant now) {
  // Also what lies a little ahead: a clock that was set back must not make a second visit.
  SQLite::Statement row =
      query(db_,
            "SELECT id, at FROM live_visit AS v WHERE visitor = ? AND civil_day BETWEEN ? AND ?"
            " AND at > ? AND at < ? AND NOT EXISTS"
            " (SELECT 1 FROM live_leave WHERE visit = v.id AND automatic = 0)"
            " ORDER BY at DESC, id DESC LIMIT 1",
            visitor, days_.of(now - gap), days_.of(now + gap), now - gap, now + gap);
  if (!row.executeStep()) return std::nullopt;
  return Visit{{Kind::kVisit, row.getColumn(0).getInt64()}, {row.getColumn(1).getInt64()}};
}

std::vector<Ledger::Visit> Ledger::open_visits(CivilDay day) {
  SQLite::Statement row =
      query(db_,
            "SELECT id, at FROM live_visit AS v WHERE civil_day = ?"
            " AND NOT EXISTS (SELECT 1 FROM live_leave WHERE visit = v.id) ORDER BY id",
            day);
  std::vector<Visit> visits;
  while (row.executeStep()) {
    visits.push_back({{Kind::kVisit, row.getColumn(0).getInt64()}, {row.getColumn(1).getInt64()}});
  }
  return visits;
}

std::optional<FactRef> Ledger::leave_of(FactRef visit) {
  return fact(Kind::kLeave,
              number(db_, "SELECT id FROM live_leave WHERE visit = ? ORDER BY id", visit.id));
}

std::optional<FactRef> Ledger::participation_of(FactRef arrival, std::string_view activity) {
  const std::string sql = "SELECT id FROM live_participation WHERE activity = ? AND " +
                          table_of(arrival.kind) + " = ? ORDER BY id";
  return fact(Kind::kParticipation, number(db_, sql.c_str(), activity, arrival.id));
}

std::optional<FactRef> Ledger::participation_of(FactRef arrival, const SessionRef& session) {
  const std::string sql =
      "SELECT id FROM live_participation WHERE series = ? AND original_day = ?"
      " AND original_minute = ? AND " +
      table_of(arrival.kind) + " = ? ORDER BY id";
  return fact(Kind::kParticipation, number(db_, sql.c_str(), session.series, session.original.date,
                                           session.original.minutes, arrival.id));
}

bool Ledger::in_the_house(std::int64_t visitor, Instant now) {
  return number(db_,
                "SELECT 1 FROM live_visit AS v WHERE visitor = ? AND civil_day = ?"
                " AND NOT EXISTS (SELECT 1 FROM live_leave WHERE visit = v.id)",
                visitor, days_.of(now))
      .has_value();
}

bool Ledger::took_part(std::int64_t visitor, const SessionRef& session) {
  return number(db_,
                "SELECT 1 FROM live_participation AS p JOIN visit ON visit.id = p.visit"
                " WHERE series = ? AND original_day = ? AND original_minute = ? AND visitor = ?",
                session.series, session.original.date, session.original.minutes, visitor)
      .has_value();
}

Counted Ledger::counted(FactRef fact) {
  // Columns: the visit's visitor and day, or the headcount.
  constexpr std::array<const char*, 4> kWhose{
      "SELECT visitor, civil_day, NULL FROM visit WHERE id = ?",
      "SELECT visitor, v.civil_day, NULL FROM leave JOIN visit v ON v.id = visit WHERE leave.id = "
      "?",
      "SELECT visitor, v.civil_day, headcount FROM participation LEFT JOIN visit v ON v.id = visit"
      " WHERE participation.id = ?",
      "SELECT NULL, NULL, id FROM headcount WHERE id = ?"};
  SQLite::Statement row = query(db_, kWhose[static_cast<std::size_t>(fact.kind)], fact.id);
  if (!row.executeStep()) {
    throw RecordFault{Fault::kOther, "there is no " + table_of(fact.kind) + " " +
                                         std::to_string(fact.id) +
                                         ", or it is older than what the record keeps"};
  }
  if (!row.isColumnNull(2)) return Heads{row.getColumn(2).getInt64()};
  return PersonsDay{row.getColumn(0).getInt64(), CivilDay::from_number(row.getColumn(1).getInt())};
}

Instant Ledger::arrived(FactRef visit) {
  return {number(db_, "SELECT at FROM visit WHERE id = ?", visit.id).value_or(0)};
}

bool Ledger::undone(FactRef fact) {
  return number(db_, "SELECT 1 FROM correction WHERE kind = ? AND fact = ?", table_of(fact.kind),
                fact.id)
      .has_value();
}

std::vector<FactRef> Ledger::with_what_hangs_on(FactRef fact) {
  if (undone(fact)) return {};
  std::vector<FactRef> facts{fact};
  const auto add = [&](Kind kind, const std::string& sql) {
    SQLite::Statement row = query(db_, sql.c_str(), fact.id);
    while (row.executeStep()) facts.push_back({kind, row.getColumn(0).getInt64()});
  };
  if (fact.kind == Kind::kVisit || fact.kind == Kind::kHeadcount) {
    add(Kind::kParticipation,
        "SELECT id FROM live_participation WHERE " + table_of(fact.kind) + " = ? ORDER BY id");
  }
  if (fact.kind == Kind::kVisit) {
    add(Kind::kLeave, "SELECT id FROM live_leave WHERE visit = ? ORDER BY id");
  }
  return facts;
}

}  // namespace sveiki::store
