// SPDX-License-Identifier: EUPL-1.2
/// A centre with two rooms and a workshop, and series to put into it.
#pragma once

#include <string>
#include <vector>

#include "domain/timetable.h"
#include "support/wall_time.h"

namespace sveiki::test {

inline Centre workshop() {
  Centre centre;
  centre.zone = "Europe/Riga";
  centre.rooms = {{"hall", {}}, {"studio", {}}};
  Activity clay;
  clay.id = "clay";
  clay.room = "studio";
  Activity film;
  film.id = "film";
  centre.activities = {clay, film};
  return centre;
}

/// An hour of clay, by default once.
inline Series clay(const std::string& start, const std::string& rule = "") {
  Series series;
  series.id = "clay";
  series.activity = "clay";
  series.start = wall(start);
  if (!rule.empty()) series.rule = Rule::parse(rule);
  return series;
}

inline Closure closed(CivilDay from, CivilDay to) {
  return {from, to, LocalText{{{"en", "Closed"}}}};
}

/// "2026-11-24 14:00 planned", with " moved" where it is.
inline std::string written(const Session& session) {
  constexpr std::array<const char*, 3> kStates{" planned", " cancelled", " closed"};
  return written(session.start) + kStates[static_cast<std::size_t>(session.state)] +
         (session.moved() ? " moved" : "");
}

inline std::vector<std::string> written(const std::vector<Session>& sessions) {
  std::vector<std::string> all;
  for (const Session& session : sessions) all.push_back(written(session));
  return all;
}

}  // namespace sveiki::test
