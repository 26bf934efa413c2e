// SPDX-License-Identifier: EUPL-1.2
#include "store/places.h"

#include <algorithm>

namespace sveiki::store {
namespace {

bool planned(const Session& session) {
  return session.state == Session::State::kPlanned;
}

/// The days by which sessions are named: not those to which they were moved.
struct Names {
  CivilDay first;
  CivilDay last;
};
Names names_of(const std::vector<Session>& sessions) {
  Names names;
  if (sessions.empty()) return names;
  const auto date = [](const Session& s) { return s.ref.original.date; };
  names.first = date(*std::ranges::min_element(sessions, {}, date));
  names.last = date(*std::ranges::max_element(sessions, {}, date));
  return names;
}

}  // namespace

const Timetable& Places::timetable() {
  const std::int64_t posted = programme_.revision();
  if (timetable_ && revision_ == posted) return *timetable_;
  std::vector<Series> shown;
  for (Posted& p : programme_.series()) {
    if (centre_.activity(p.series.activity)) shown.push_back(std::move(p.series));
  }
  timetable_.emplace(std::move(shown), centre_.closures, centre_);
  revision_ = posted;
  return *timetable_;
}

std::optional<Places::Spot> Places::spot(std::int64_t visitor, const SessionRef& session) {
  const auto line = sign_ups_.line(session);
  const auto found = std::ranges::find(line, visitor, &SignUps::InLine::visitor);
  if (found == line.end()) return std::nullopt;
  return Spot{found->id, static_cast<int>(found - line.begin())};
}

MyPlace Places::place(const Spot& spot, const Session& session, Instant now) {
  const int places = session.series->places;
  MyPlace mine{session.ref};
  if (places > 0) mine.waiting = std::max(0, spot.before - places + 1);
  mine.news = mine.waiting == 0 && planned(session) && now < session.to &&
              sign_ups_.waits_for_news(spot.sign_up);
  return mine;
}

int Places::sign_ups_on(CivilDay date, std::int64_t visitor) {
  const auto sessions = timetable().sessions(date, date);
  const auto [first, last] = names_of(sessions);
  const auto mine = sign_ups_.of(visitor, first, last);
  return static_cast<int>(std::ranges::count_if(sessions, [&](const Session& s) {
    return planned(s) && std::ranges::find(mine, s.ref) != mine.end();
  }));
}

SignUpOutcome Places::sign_up(std::int64_t visitor, const SessionRef& ref, Instant now) {
  const auto session = timetable().find(ref);
  if (!session || !planned(*session) || session->series->places == 0) return Refused::kNotOffered;
  if (const auto mine = spot(visitor, ref)) return place(*mine, *session, now);

  const CivilDay today = local_time(now, centre_.zone).date;
  if (now >= session->to) return Refused::kOver;
  if (today.next(centre_.sign_up.opens_days) < session->start.date) return Refused::kTooEarly;
  if (sign_ups_on(session->start.date, visitor) >= centre_.sign_up.per_day) {
    return Refused::kEnoughToday;
  }
  const auto before = static_cast<int>(sign_ups_.line(ref).size());
  const bool waits = before >= session->series->places;
  // Who comes late may still have a place; nobody begins to wait for one.
  if (waits && now >= session->from) return Refused::kOver;
  std::int64_t sign_up = 0;
  counts_.follow(ref, [&] { sign_up = sign_ups_.add(visitor, ref, waits, now); });
  MyPlace mine = place({sign_up, before}, *session, now);
  mine.fresh = true;
  return mine;
}

void Places::end(std::int64_t sign_up, const SessionRef& session, std::string_view why,
                 std::string_view by, Instant now) {
  counts_.follow(session, [&] { sign_ups_.end(sign_up, why, by, now); });
}

bool Places::give_back(std::int64_t visitor, const SessionRef& session, Instant now) {
  const auto mine = spot(visitor, session);
  if (mine) end(mine->sign_up, session, "given back", "visitor", now);
  return mine.has_value();
}

std::vector<MyPlace> Places::of(std::int64_t visitor, CivilDay from, CivilDay to, bool tell,
                                Instant now) {
  const auto sessions = timetable().sessions(from, to);
  const auto [first, last] = names_of(sessions);
  const auto mine = sign_ups_.of(visitor, first, last);
  std::vector<MyPlace> places;
  for (const Session& session : sessions) {
    if (std::ranges::find(mine, session.ref) == mine.end()) continue;
    const Spot here = *spot(visitor, session.ref);
    places.push_back(place(here, session, now));
    if (tell && places.back().news) sign_ups_.tell(here.sign_up, now);
  }
  return places;
}

Fills Places::fills(CivilDay from, CivilDay to) {
  const auto sessions = timetable().sessions(from, to);
  const auto [first, last] = names_of(sessions);
  auto lengths = sign_ups_.lengths(first, last);
  Fills fills;
  for (const Session& session : sessions) {
    const int places = session.series->places;
    if (places == 0 || !planned(session)) continue;
    const int length = lengths[session.ref];
    fills[session.ref] = {std::min(length, places), std::max(0, length - places)};
  }
  return fills;
}

void Places::release_no_shows(Instant now) {
  const CivilDay date = local_time(now, centre_.zone).date;
  for (const Session& session : timetable().sessions(date.next(-1), date)) {
    const bool due = session.from + centre_.sign_up.no_show <= now && now < session.to;
    if (due && planned(session)) release_no_shows(session, now);
  }
}

void Places::release_no_shows(const Session& session, Instant now) {
  // From now on a place is for those who are here: it falls past who waits elsewhere, too.
  int left = session.series->places;
  for (const auto& [sign_up, visitor, at] : sign_ups_.line(session.ref)) {
    if (left == 0) return;
    // Who signed up once it had begun did so here.
    const bool here = at >= session.from || ledger_.in_the_house(visitor, now) ||
                      ledger_.took_part(visitor, session.ref);
    if (here) {
      --left;
    } else {
      end(sign_up, session.ref, "no-show", "kiosk", now);
    }
  }
}

}  // namespace sveiki::store
