// SPDX-License-Identifier: EUPL-1.2
#include "region/sessions.h"

#include "region/database_values.h"

namespace sveiki::region {

void Sessions::add(const Session& session) {
  db_.query("DELETE FROM session WHERE begun <= $1 OR seen <= $2",
            {(session.begun - kSessionLife).ms, (session.begun - kSessionIdle).ms});
  db_.query("INSERT INTO session (hash, login, begun, seen) VALUES ($1, $2, $3, $4)",
            {session.key, session.login, session.begun.ms, session.seen.ms});
}

void Sessions::see(const std::string& key, Instant now) {
  db_.query("UPDATE session SET seen = $2 WHERE hash = $1 AND seen < $2", {key, now.ms});
}

void Sessions::end(const std::string& key) {
  db_.query("DELETE FROM session WHERE hash = $1", {key});
}

void Sessions::end_all_of(const std::string& login) {
  db_.query("DELETE FROM session WHERE login = $1", {login});
}

std::optional<Session> Sessions::find(const std::string& key, Instant now) {
  const auto rows =
      db_.query("SELECT hash, login, begun, seen FROM session WHERE hash = $1", {key});
  if (rows.empty()) return std::nullopt;
  const Session session{text(rows[0][0]), text(rows[0][1]), Instant{number(rows[0][2])},
                        Instant{number(rows[0][3])}};
  if (now - session.begun >= kSessionLife || now - session.seen >= kSessionIdle)
    return std::nullopt;
  return session;
}

}  // namespace sveiki::region
