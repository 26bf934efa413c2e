// SPDX-License-Identifier: EUPL-1.2
#include "region/retention.h"

#include <algorithm>

#include "region/database_values.h"
#include "region/log.h"
#include "region/sessions.h"

namespace sveiki::region {
namespace {

// Some 60 KB: whoever else writes waits a few milliseconds.
constexpr std::size_t kBodiesAtOnce = 50;

constexpr const char* kDevices = "SELECT id, centre FROM device ORDER BY id";
// A sheet or a correction never comes to name a body again that none of them names now: what was
// found may be deleted later, whatever comes in meanwhile.
constexpr const char* kReplaced =
    " FROM delivery WHERE device = $1 AND received <= $2 AND what = 'POST /v1/sheets'"
    " AND id NOT IN (SELECT delivery FROM sheet WHERE centre = $3)"
    " AND id NOT IN (SELECT delivery FROM correction WHERE centre = $3)"
    " AND id NOT IN (SELECT replaced FROM correction WHERE centre = $3 AND replaced IS NOT NULL)";
constexpr const char* kForgetBody = "DELETE FROM delivery WHERE id = $1 RETURNING length(body)";
constexpr const char* kSessions = " FROM session WHERE begun <= $1 OR seen <= $2";
constexpr const char* kCodes = " FROM code WHERE expires <= $1";
constexpr const char* kWrongTries = " FROM wrong_try WHERE at <= $1";

/// What `rows` says of the tables that are small.
template <class Rows>
Retention::Gone small_tables(Instant now, Rows&& rows) {
  Retention::Gone gone;
  gone.sessions = rows(kSessions, {(now - kSessionLife).ms, (now - kSessionIdle).ms});
  gone.codes = rows(kCodes, {(now - kCodeMemory).ms});
  gone.wrong_tries = rows(kWrongTries, {(now - kWrongTryLife).ms});
  return gone;
}

/// Its values for kReplaced; `device` is a row of kDevices.
Values replaced_of(const Values& device, Instant now) {
  return {device[0], (now - kReplacedLife).ms, device[1]};
}

}  // namespace

Retention::Gone Retention::due(Instant now) {
  Gone gone = small_tables(now, [&](const std::string& from, const Values& values) {
    return number(db_.query("SELECT count(*)" + from, values).at(0)[0]);
  });
  for (const Values& device : db_.query(kDevices)) {
    const auto sums =
        db_.query(std::string{"SELECT count(*), COALESCE(sum(length(body)), 0)"} + kReplaced,
                  replaced_of(device, now));
    gone.bodies += number(sums.at(0)[0]);
    gone.body_bytes += number(sums.at(0)[1]);
  }
  return gone;
}

Retention::Gone Retention::let_go(Instant now, std::string_view by,
                                  const std::function<bool()>& go_on) {
  Gone gone = small_tables(now, [&](const std::string& from, const Values& values) {
    std::int64_t rows = 0;
    db_.transaction([&] { rows = db_.run_each("DELETE" + from, {values}); });
    return rows;
  });
  for (const Values& device : db_.query(kDevices))
    if (!let_go_bodies(replaced_of(device, now), gone, go_on)) break;
  if (gone != Gone{})
    db_.transaction([&] {
      write_log(db_, by,
                {msg("Let old data go. Replaced bodies: {bodies}, {kb} KB. Sessions: {sessions}. "
                     "Codes: {codes}. Wrong tries: {tries}."),
                 {{"bodies", std::to_string(gone.bodies)},
                  {"kb", std::to_string(gone.body_bytes / 1000)},
                  {"sessions", std::to_string(gone.sessions)},
                  {"codes", std::to_string(gone.codes)},
                  {"tries", std::to_string(gone.wrong_tries)}}},
                now);
    });
  return gone;
}

bool Retention::let_go_bodies(const Values& replaced, Gone& gone,
                              const std::function<bool()>& go_on) {
  const auto ids = db_.query(std::string{"SELECT id"} + kReplaced + " ORDER BY id", replaced);
  for (std::size_t from = 0; from < ids.size(); from += kBodiesAtOnce) {
    if (from > 0 && !go_on()) return false;
    const auto to = std::min(ids.size(), from + kBodiesAtOnce);
    std::vector<std::vector<Values>> lengths;
    db_.transaction([&] {
      lengths = db_.query_each(kForgetBody, {ids.begin() + from, ids.begin() + to});
    });
    for (const auto& length : lengths) {
      if (length.empty()) continue;  // another collector was first
      ++gone.bodies;
      gone.body_bytes += number(length[0][0]);
    }
  }
  return go_on();
}

std::string in_words(const Retention::Gone& gone) {
  return std::to_string(gone.bodies) + " replaced bodies (" +
         std::to_string(gone.body_bytes / 1000) + " KB), " + std::to_string(gone.sessions) +
         " sessions, " + std::to_string(gone.codes) + " codes, " +
         std::to_string(gone.wrong_tries) + " wrong tries";
}

}  // namespace sveiki::region
