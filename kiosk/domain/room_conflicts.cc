// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "domain/timetable.h"

namespace sveiki {
namespace {

constexpr int kDaysAhead = 365;

/// What takes place in a room, by when it begins.
std::vector<Session> in_rooms(std::vector<Session> sessions) {
  std::erase_if(sessions, [](const Session& session) {
    return session.state != Session::State::kPlanned || session.room.empty();
  });
  std::ranges::sort(sessions, {}, &Session::from);
  return sessions;
}

}  // namespace

std::vector<RoomConflict> room_conflicts(const Timetable& timetable, const Series& posted,
                                         const Centre& centre, CivilDay from) {
  CivilDay first = posted.start.date;
  for (const WallTime extra : posted.extra) first = std::min(first, extra.date);
  first = std::max(first, from);
  const CivilDay last = first.next(kDaysAhead);
  const Timetable alone({posted}, timetable.closures(), centre);

  std::vector<RoomConflict> conflicts;
  // From the day before: what goes over midnight is still in the room.
  const std::vector<Session> others = in_rooms(timetable.sessions(first.next(-1), last.next()));
  auto begin = others.begin();
  for (Session& mine : in_rooms(alone.sessions(first, last))) {
    mine.series = &posted;
    // No session is longer than a day, and none on the clock's longest day than 25 hours.
    while (begin != others.end() && begin->from < mine.from - std::chrono::hours{25}) ++begin;
    for (auto other = begin; other != others.end() && other->from < mine.to; ++other) {
      if (other->to <= mine.from || other->room != mine.room || other->ref.series == posted.id)
        continue;
      mine.room = other->room;
      conflicts.push_back({mine, *other});
    }
  }
  return conflicts;
}

std::vector<RoomConflict> room_conflicts(const Timetable& timetable, CivilDay from,
                                         std::size_t most) {
  std::vector<RoomConflict> conflicts;
  std::map<std::string_view, std::vector<Session>> still_on;  // by room
  for (const Session& session : in_rooms(timetable.sessions(from, from.next(kDaysAhead)))) {
    std::vector<Session>& others = still_on[session.room];
    std::erase_if(others, [&](const Session& other) { return other.to <= session.from; });
    for (const Session& other : others) {
      if (conflicts.size() == most) return conflicts;
      if (other.ref.series != session.ref.series) conflicts.push_back({other, session});
    }
    others.push_back(session);
  }
  return conflicts;
}

}  // namespace sveiki
