// SPDX-License-Identifier: EUPL-1.2
#include "store/roll.h"

#include "store/database.h"
#include "store/faults.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

// Each visitor once: in line, having taken part, or both.
constexpr const char* kPeople = R"sql(
WITH session (series, day, minute) AS (VALUES (?, ?, ?)),
  line AS (SELECT s.visitor, row_number() OVER (ORDER BY s.id) AS place
    FROM live_sign_up s JOIN session
      ON s.series = session.series AND original_day = day AND original_minute = minute),
  part AS (SELECT DISTINCT v.visitor
    FROM live_participation p
      JOIN session ON p.series = session.series AND original_day = day AND original_minute = minute
      JOIN live_visit v ON v.id = p.visit)
SELECT coalesce(token.symbol, ''), coalesce(token.flock, ''), coalesce(visitor.alias, ''),
    coalesce(line.place, 0), part.visitor IS NOT NULL
  FROM visitor
    LEFT JOIN line ON line.visitor = visitor.id
    LEFT JOIN part ON part.visitor = visitor.id
    LEFT JOIN token ON token.visitor = visitor.id AND token.retired IS NULL
  WHERE line.visitor IS NOT NULL OR part.visitor IS NOT NULL
  ORDER BY line.place IS NULL, line.place, visitor.id)sql";

constexpr const char* kHeads = R"sql(
SELECT h.people FROM live_participation p JOIN live_headcount h ON h.id = p.headcount
  WHERE p.series = ? AND p.original_day = ? AND p.original_minute = ? ORDER BY h.id)sql";

}  // namespace

std::vector<RollEntry> roll_of(const std::filesystem::path& dir, const SessionRef& session) {
  return with_faults([&] {
    const SQLite::Database db = open_to_read(dir);
    const std::int64_t minute = session.original.minutes;
    std::vector<RollEntry> roll;
    SQLite::Statement row = query(db, kPeople, session.series, session.original.date, minute);
    while (row.executeStep()) {
      roll.push_back({.symbol = row.getColumn(0).getString(),
                      .flock = row.getColumn(1).getString(),
                      .alias = row.getColumn(2).getString(),
                      .in_line = row.getColumn(3).getInt(),
                      .took_part = row.getColumn(4).getInt() != 0});
    }
    SQLite::Statement heads = query(db, kHeads, session.series, session.original.date, minute);
    while (heads.executeStep())
      roll.push_back({.heads = heads.getColumn(0).getInt(), .took_part = true});
    return roll;
  });
}

}  // namespace sveiki::store
