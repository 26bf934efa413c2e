// SPDX-License-Identifier: EUPL-1.2
#include "store/sign_ups.h"

#include "store/sql.h"

namespace sveiki::store {
namespace {

/// The columns `series, original_day, original_minute`, the first three of a row.
SessionRef session_of(const SQLite::Statement& row) {
  return {row.getColumn(0), wall_time(row, 1)};
}

}  // namespace

std::vector<SignUps::InLine> SignUps::line(const SessionRef& session) {
  SQLite::Statement row =
      query(db_,
            "SELECT id, visitor, at FROM live_sign_up"
            " WHERE series = ? AND original_day = ? AND original_minute = ? ORDER BY id",
            session.series, session.original.date, session.original.minutes);
  std::vector<InLine> line;
  while (row.executeStep())
    line.push_back({row.getColumn(0), row.getColumn(1), {row.getColumn(2).getInt64()}});
  return line;
}

std::map<SessionRef, int> SignUps::lengths(CivilDay first, CivilDay last) {
  SQLite::Statement row =
      query(db_,
            "SELECT series, original_day, original_minute, count(*) FROM live_sign_up"
            " WHERE original_day BETWEEN ? AND ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
            first, last);
  std::map<SessionRef, int> lengths;
  while (row.executeStep()) lengths.emplace(session_of(row), row.getColumn(3));
  return lengths;
}

std::vector<SessionRef> SignUps::of(std::int64_t visitor, CivilDay first, CivilDay last) {
  SQLite::Statement row = query(db_,
                                "SELECT series, original_day, original_minute FROM live_sign_up"
                                " WHERE visitor = ? AND original_day BETWEEN ? AND ? ORDER BY id",
                                visitor, first, last);
  std::vector<SessionRef> sessions;
  while (row.executeStep()) sessions.push_back(session_of(row));
  return sessions;
}

std::int64_t SignUps::add(std::int64_t visitor, const SessionRef& session, bool waited,
                          Instant at) {
  days_.note_fact(at);
  return insert(db_,
                "INSERT INTO sign_up (life, civil_day, at, visitor, series, original_day,"
                " original_minute, waited) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                life_, days_.of(at), at, visitor, session.series, session.original.date,
                session.original.minutes, waited);
}

void SignUps::end(std::int64_t sign_up, std::string_view why, std::string_view by, Instant at) {
  run(db_, "INSERT INTO sign_up_end (sign_up, at, why, by) VALUES (?, ?, ?, ?)", sign_up, at, why,
      by);
}

bool SignUps::waits_for_news(std::int64_t sign_up) {
  return number(db_,
                "SELECT 1 FROM sign_up WHERE id = ? AND waited = 1"
                " AND NOT EXISTS (SELECT 1 FROM told WHERE told.sign_up = sign_up.id)",
                sign_up)
      .has_value();
}

void SignUps::tell(std::int64_t sign_up, Instant at) {
  run(db_, "INSERT INTO told (sign_up, at) VALUES (?, ?)", sign_up, at);
}

void end_sign_ups(SQLite::Database& db, std::string_view series, CivilDay from, std::string_view by,
                  Instant at) {
  run(db,
      "INSERT INTO sign_up_end (sign_up, at, why, by)"
      " SELECT id, ?, 'withdrawn', ? FROM live_sign_up WHERE series = ? AND original_day >= ?",
      at, by, series, from);
}

std::vector<SessionRef> lines_from(const SQLite::Database& db, CivilDay from) {
  SQLite::Statement row =
      query(db,
            "SELECT DISTINCT series, original_day, original_minute FROM live_sign_up"
            " WHERE original_day >= ? ORDER BY 1, 2, 3",
            from);
  std::vector<SessionRef> sessions;
  while (row.executeStep()) sessions.push_back(session_of(row));
  return sessions;
}

void move_line(SQLite::Database& db, const SessionRef& from, const SessionRef& to,
               std::string_view by, Instant at) {
  run(db,
      "INSERT INTO sign_up (life, civil_day, at, visitor, series, original_day, original_minute,"
      " waited) SELECT life, civil_day, at, visitor, ?1, ?2, ?3, waited FROM live_sign_up AS s"
      " WHERE series = ?4 AND original_day = ?5 AND original_minute = ?6 AND NOT EXISTS"
      " (SELECT 1 FROM live_sign_up AS t WHERE t.visitor = s.visitor AND t.series = ?1"
      "  AND t.original_day = ?2 AND t.original_minute = ?3) ORDER BY id",
      to.series, to.original.date, to.original.minutes, from.series, from.original.date,
      from.original.minutes);
  run(db,
      "INSERT INTO sign_up_end (sign_up, at, why, by) SELECT id, ?, 'moved', ? FROM live_sign_up"
      " WHERE series = ? AND original_day = ? AND original_minute = ?",
      at, by, from.series, from.original.date, from.original.minutes);
}

}  // namespace sveiki::store
