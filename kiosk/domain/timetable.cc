// SPDX-License-Identifier: EUPL-1.2
#include "domain/timetable.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sveiki {
namespace {

// An evening that goes on after midnight belongs to the day on which it began, as every visit.
constexpr int kDayBegins = 4 * 60;

}  // namespace

Timetable::Timetable(std::vector<Series> series, std::vector<Closure> closures,
                     const Centre& centre)
    : series_(std::move(series)), closures_(std::move(closures)), zone_(centre.zone) {
  std::ranges::sort(series_, {}, &Series::id);
  for (const Room& room : centre.rooms) rooms_.push_back(room.id);
  for (const Activity& activity : centre.activities)
    activity_room_.emplace(activity.id, activity.room);
}

const Series* Timetable::series(std::string_view id) const {
  const auto found = std::ranges::lower_bound(series_, id, {}, &Series::id);
  return found == series_.end() || found->id != id ? nullptr : &*found;
}

const Closure* Timetable::closure_on(CivilDay day) const {
  const auto found = std::ranges::find_if(
      closures_, [&](const Closure& closure) { return closure.from <= day && day <= closure.to; });
  return found == closures_.end() ? nullptr : &*found;
}

std::string_view Timetable::known_room(const std::string& room) const {
  const auto found = std::ranges::find(rooms_, room);
  return found == rooms_.end() ? std::string_view{} : std::string_view{*found};
}

Session Timetable::session(const Series& series, WallTime original) const {
  Session session;
  session.ref = {series.id, original};
  session.series = &series;
  session.start = original;
  session.duration = session_length(series);
  const Exception* exception = exception_of(series, original);
  if (exception && exception->duration > 0) {
    session.start = exception->start;
    session.duration = exception->duration;
  }
  const WallTime end = session.start + session.duration;
  session.from = instant_of(session.start.date, session.start.minutes, zone_);
  session.to = instant_of(end.date, end.minutes, zone_);
  // All of it lies in the hour that the clock skips.
  if (session.to <= session.from)
    session.to = session.from + std::chrono::minutes{session.duration};

  if (exception && !exception->room.empty()) {
    session.room = known_room(exception->room);
  } else if (!series.room.empty()) {
    session.room = known_room(series.room);
  } else if (const auto room = activity_room_.find(series.activity); room != activity_room_.end()) {
    session.room = known_room(room->second);
  }

  if (exception && exception->cancelled) {
    session.state = Session::State::kCancelled;
  } else if (const Closure* closure = closure_on((session.start + -kDayBegins).date)) {
    session.state = Session::State::kClosed;
    session.closure = closure;
  }
  return session;
}

const std::vector<Session>& Timetable::year(int year) const {
  const auto [place, fresh] = years_.try_emplace(year);
  std::vector<Session>& sessions = place->second;
  if (!fresh) return sessions;
  const CivilDay from{year, 1, 1};
  const CivilDay to{year + 1, 1, 1};
  for (const Series& one : series_) {
    for (const WallTime original : originals(one, from, to)) {
      sessions.push_back(session(one, original));
      if (sessions.back().start.date.year() != year) sessions.pop_back();
    }
    for (const Exception& moved : one.exceptions)
      if (moved.duration > 0 && moved.start.date.year() == year &&
          moved.original.date.year() != year && occurrence_of(one, moved.original))
        sessions.push_back(session(one, moved.original));
  }
  std::ranges::sort(sessions, [](const Session& a, const Session& b) {
    return std::tie(a.start, a.ref) < std::tie(b.start, b.ref);
  });
  return sessions;
}

std::vector<Session> Timetable::sessions(CivilDay from, CivilDay to) const {
  std::vector<Session> found;
  for (int y = from.year(); y <= to.year(); ++y) {
    const std::vector<Session>& all = year(y);
    const auto day_of = [](const Session& session) { return session.start.date; };
    const auto first = std::ranges::lower_bound(all, from, {}, day_of);
    const auto last = std::ranges::upper_bound(all, to, {}, day_of);
    if (first < last) found.insert(found.end(), first, last);
  }
  return found;
}

std::optional<Session> Timetable::find(const SessionRef& ref) const {
  const Series* of = series(ref.series);
  if (!of || !occurrence_of(*of, ref.original)) return std::nullopt;
  return session(*of, ref.original);
}

}  // namespace sveiki
