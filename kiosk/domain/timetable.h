// SPDX-License-Identifier: EUPL-1.2
/// What happens in a centre and when: the sessions to which its series expand, with what closes,
/// cancels or moves them. Pure; for one thread.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/centre.h"
#include "domain/series.h"

namespace sveiki {

/// Which session: it stays the same one however it is moved.
struct SessionRef {
  std::string series;
  WallTime original;
  auto operator<=>(const SessionRef&) const = default;
};

/// One occurrence as it stands.
struct Session {
  enum class State { kPlanned, kCancelled, kClosed };
  SessionRef ref;
  WallTime start;
  int duration = 0;  ///< minutes
  Instant from;
  Instant
      to;  ///< on days of 23 or 25 hours not `duration` after `from`, but when the clock says so
  State state = State::kPlanned;
  const Series* series = nullptr;    ///< never null; lives as long as the Timetable
  const Closure* closure = nullptr;  ///< why it is closed
  std::string_view room;             ///< id, where it takes place; empty: not said
  bool moved() const { return start != ref.original; }
};

/// A centre's series with their sessions. Expanding is done once for each year that is asked for.
class Timetable {
 public:
  Timetable(std::vector<Series> series, std::vector<Closure> closures, const Centre& centre);
  Timetable(Timetable&&) = default;
  Timetable& operator=(Timetable&&) = default;

  /// The sessions that begin on these calendar days (`to` inclusive), by start, then by series:
  /// planned, cancelled and closed ones. A moved one is where it was moved to. What they point to
  /// lives as long as this.
  std::vector<Session> sessions(CivilDay from, CivilDay to) const;

  /// The session as it stands; nothing if the series has no such occurrence.
  std::optional<Session> find(const SessionRef& ref) const;

  const std::vector<Series>& series() const { return series_; }
  const Series* series(std::string_view id) const;
  const std::vector<Closure>& closures() const { return closures_; }
  const Closure* closure_on(CivilDay day) const;

 private:
  /// A room that the centre has, or nothing: rooms come and go.
  std::string_view known_room(const std::string& room) const;
  Session session(const Series& series, WallTime original) const;
  const std::vector<Session>& year(int year) const;

  std::vector<Series> series_;  ///< by id
  std::vector<Closure> closures_;
  std::string zone_;
  std::vector<std::string> rooms_;                    ///< ids
  std::map<std::string, std::string> activity_room_;  ///< by activity
  mutable std::map<int, std::vector<Session>> years_;
};

/// Two planned sessions in one room at one time.
struct RoomConflict {
  Session posted;  ///< its series is the one that was given
  Session other;
};
/// What would collide with `posted` within a year from its first session on, or from `from` on if
/// that is later.
std::vector<RoomConflict> room_conflicts(const Timetable& timetable, const Series& posted,
                                         const Centre& centre, CivilDay from = {});

/// All of a timetable that collide within a year from `from` on, the first of them: at most `most`.
/// `posted` is the one that begins first.
std::vector<RoomConflict> room_conflicts(const Timetable& timetable, CivilDay from,
                                         std::size_t most = 1000);

}  // namespace sveiki
