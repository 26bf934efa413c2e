// SPDX-License-Identifier: EUPL-1.2
/// The tables of sign-ups: who stands in line for which session. Only ever added to; the order of
/// the line is the order in which it was recorded, whatever a clock said.
#pragma once

#include <SQLiteCpp/Database.h>

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/timetable.h"
#include "store/days.h"

namespace sveiki::store {

class SignUps {
 public:
  SignUps(SQLite::Database& db, Days& days, std::int64_t life)
      : db_(db), days_(days), life_(life) {}

  struct InLine {
    std::int64_t id;
    std::int64_t visitor;
    Instant at;
  };
  /// Those who signed up for the session and did not end it, in order.
  std::vector<InLine> line(const SessionRef& session);
  /// How long the lines are of sessions that are named by these days.
  std::map<SessionRef, int> lengths(CivilDay first, CivilDay last);
  /// For which of them this visitor stands in line.
  std::vector<SessionRef> of(std::int64_t visitor, CivilDay first, CivilDay last);

  std::int64_t add(std::int64_t visitor, const SessionRef& session, bool waited, Instant at);
  /// `why`: "given back", "no-show".
  void end(std::int64_t sign_up, std::string_view why, std::string_view by, Instant at);
  /// They waited, and nobody told them since.
  bool waits_for_news(std::int64_t sign_up);
  void tell(std::int64_t sign_up, Instant at);

 private:
  SQLite::Database& db_;
  Days& days_;
  std::int64_t life_;
};

// What posting does to lines.

/// The series is withdrawn: its sign-ups from this day on end.
void end_sign_ups(SQLite::Database& db, std::string_view series, CivilDay from, std::string_view by,
                  Instant at);
/// Sessions from this day on for which somebody stands in line.
std::vector<SessionRef> lines_from(const SQLite::Database& db, CivilDay from);
/// All who stand in line for `from` do so for `to` instead, in the same order.
void move_line(SQLite::Database& db, const SessionRef& from, const SessionRef& to,
               std::string_view by, Instant at);

}  // namespace sveiki::store
