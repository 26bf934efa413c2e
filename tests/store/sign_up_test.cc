// SPDX-License-Identifier: EUPL-1.2
#include "domain/sign_up.h"

#include "store/a_timetable.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using Tell = store::Record::Tell;

namespace {

/// How many wait before and with them; -1 if they are refused.
int waiting(const SignUpOutcome& outcome) {
  const auto* place = std::get_if<MyPlace>(&outcome);
  return place ? place->waiting : -1;
}
std::optional<Refused> refused(const SignUpOutcome& outcome) {
  const auto* why = std::get_if<Refused>(&outcome);
  return why ? std::optional{*why} : std::nullopt;
}

}  // namespace

TEST_CASE("Of two who want the last place, one has it and the other is first on the list") {
  Kiosk kiosk;
  const auto clay = session_on(3);
  CHECK(waiting(kiosk.sign_up(0, clay)) == 0);
  CHECK(kiosk.fill(clay) == Fill{1, 0});
  CHECK(waiting(kiosk.sign_up(1, clay)) == 0);
  CHECK(waiting(kiosk.sign_up(2, clay)) == 1);
  CHECK(waiting(kiosk.sign_up(3, clay)) == 2);
  CHECK(kiosk.fill(clay) == Fill{2, 2});
  CHECK(kiosk.fill(session_on(4)) == Fill{0, 0});
  CHECK(kiosk.wrong().empty());
}

TEST_CASE("Signing up twice is one sign-up, answered as it stands") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  const auto first = std::get<MyPlace>(kiosk.sign_up(0, clay));
  CHECK(first.fresh);
  const auto again = std::get<MyPlace>(kiosk.sign_up(0, clay, november(3, 9, 30)));
  CHECK_FALSE(again.fresh);
  CHECK(again.waiting == 0);
  kiosk.sign_up(1, clay);
  CHECK(waiting(kiosk.sign_up(1, clay)) == 1);
  CHECK(kiosk.fill(clay) == Fill{1, 1});
}

TEST_CASE("A place that is given back goes to the first on the list, then to the next") {
  Kiosk kiosk;
  const auto clay = session_on(3);
  for (int person = 0; person < 5; ++person) kiosk.sign_up(person, clay);
  CHECK(kiosk.give_back(0, clay));
  CHECK(kiosk.places(2) == std::vector{MyPlace{clay, 0, true}});
  CHECK(kiosk.places(3) == std::vector{MyPlace{clay, 1}});
  CHECK(kiosk.give_back(3, clay));
  CHECK(kiosk.places(4) == std::vector{MyPlace{clay, 1}});
  CHECK(kiosk.give_back(1, clay));
  CHECK(kiosk.places(4) == std::vector{MyPlace{clay, 0, true}});
  CHECK(kiosk.fill(clay) == Fill{2, 0});
  CHECK_FALSE(kiosk.give_back(0, clay));
  CHECK(kiosk.places(0).empty());
  CHECK(kiosk.wrong().empty());
}

TEST_CASE("Who gave a place back and wants it again is last in line") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.sign_up(1, clay);
  kiosk.give_back(0, clay);
  CHECK(waiting(kiosk.sign_up(0, clay)) == 1);
  CHECK(kiosk.places(1)[0].waiting == 0);
}

TEST_CASE("That somebody has a place now is news once, and only once they were told") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.sign_up(1, clay);
  CHECK_FALSE(kiosk.places(1, Tell::kYes)[0].news);
  kiosk.give_back(0, clay);
  CHECK(kiosk.places(1, Tell::kNo)[0].news);
  CHECK(kiosk.places(1, Tell::kYes)[0].news);
  CHECK_FALSE(kiosk.places(1, Tell::kYes)[0].news);
  CHECK(kiosk.places(1)[0].waiting == 0);
}

TEST_CASE("A place in a session that is over is no news") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.sign_up(1, clay);
  kiosk.give_back(0, clay);
  CHECK(kiosk.places(1, Tell::kNo, november(3, 10, 59))[0].news);
  CHECK_FALSE(kiosk.places(1, Tell::kNo, november(3, 11))[0].news);
}

TEST_CASE("Nobody signs up for what is not offered") {
  Kiosk kiosk;
  store::Posted off = daily("clay-off", 2);
  off.series.exceptions = {{session_on(3).original, true}};
  post(kiosk.centre, {off, daily("wood", 0), daily("weaving", 3)});
  CHECK(refused(kiosk.sign_up(0, session_on(3, "painting"))) == Refused::kNotOffered);
  CHECK(refused(kiosk.sign_up(0, session_on(3, "clay", 11))) == Refused::kNotOffered);
  CHECK(refused(kiosk.sign_up(0, session_on(3, "clay-off"))) == Refused::kNotOffered);
  CHECK(refused(kiosk.sign_up(0, session_on(3, "wood"))) == Refused::kNotOffered);
  CHECK(refused(kiosk.sign_up(0, session_on(3, "weaving"))) == Refused::kNotOffered);
  CHECK(waiting(kiosk.sign_up(0, session_on(4, "clay-off"))) == 0);
  CHECK(refused(kiosk.record.sign_up("tk_00000000", session_on(3), november(3, 9))) ==
        Refused::kUnknown);
  CHECK_FALSE(kiosk.record.give_back("tk_00000000", session_on(3), november(3, 9)));
}

TEST_CASE("On a day on which the centre is closed nobody signs up") {
  Centre closed = a_centre();
  closed.closures = {{CivilDay{2026, 11, 5}, CivilDay{2026, 11, 5}, {}}};
  Kiosk kiosk(2, closed);
  CHECK(refused(kiosk.sign_up(0, session_on(5))) == Refused::kNotOffered);
  CHECK(waiting(kiosk.sign_up(0, session_on(6))) == 0);
  CHECK(kiosk.fill(session_on(5)) == Fill{-1, -1});
}

TEST_CASE("Places are given out from fourteen days before") {
  Kiosk kiosk;
  CHECK(refused(kiosk.sign_up(0, session_on(18))) == Refused::kTooEarly);
  CHECK(refused(kiosk.sign_up(0, session_on(18), november(3, 23, 59))) == Refused::kTooEarly);
  CHECK(waiting(kiosk.sign_up(0, session_on(18), november(4, 0))) == 0);
  CHECK(waiting(kiosk.sign_up(0, session_on(17))) == 0);
}

TEST_CASE("When a session begins, a free place can still be taken, until it ends") {
  Kiosk kiosk;
  const auto clay = session_on(3);
  CHECK(waiting(kiosk.sign_up(0, clay, november(3, 10))) == 0);
  CHECK(waiting(kiosk.sign_up(1, clay, november(3, 10, 59))) == 0);
  CHECK(refused(kiosk.sign_up(2, clay, november(3, 10, 59))) == Refused::kOver);
  kiosk.give_back(0, clay, november(3, 10, 59));
  CHECK(refused(kiosk.sign_up(2, clay, november(3, 11))) == Refused::kOver);
}

TEST_CASE("Up to the second in which a session begins, one can wait for a place") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  CHECK(waiting(kiosk.sign_up(1, clay, november(3, 10) - Millis{1})) == 1);
  CHECK(refused(kiosk.sign_up(2, clay, november(3, 10))) == Refused::kOver);
}

TEST_CASE("One person has at most three places on one day, and waiting counts") {
  Kiosk kiosk;
  post(kiosk.centre, {daily("clay-1", 1, 11), daily("clay-2", 1, 12), daily("clay-3", 1, 13)});
  kiosk.sign_up(1, session_on(3, "clay-2", 12));
  kiosk.sign_up(0, session_on(3));
  kiosk.sign_up(0, session_on(3, "clay-1", 11));
  CHECK(waiting(kiosk.sign_up(0, session_on(3, "clay-2", 12))) == 1);
  CHECK(refused(kiosk.sign_up(0, session_on(3, "clay-3", 13))) == Refused::kEnoughToday);
  CHECK(waiting(kiosk.sign_up(0, session_on(3))) == 0);  // as it stands
  CHECK(waiting(kiosk.sign_up(0, session_on(4, "clay-3", 13))) == 0);
  kiosk.give_back(0, session_on(3, "clay-2", 12));
  CHECK(waiting(kiosk.sign_up(0, session_on(3, "clay-3", 13))) == 0);
}

TEST_CASE("A session that is cancelled takes nobody's place of the day") {
  Centre strict = a_centre();
  strict.sign_up.per_day = 1;
  Kiosk kiosk(2, strict);
  kiosk.sign_up(0, session_on(3));
  store::Posted off = daily("clay", 2);
  off.series.exceptions = {{session_on(3).original, true}};
  post(kiosk.centre, {off, daily("wood", 2)});
  CHECK(waiting(kiosk.sign_up(0, session_on(3, "wood"))) == 0);
  CHECK(refused(kiosk.sign_up(0, session_on(4))) == std::nullopt);
}

TEST_CASE("A session that was moved counts on the day to which it was moved") {
  Centre strict = a_centre();
  strict.sign_up.per_day = 1;
  Kiosk kiosk(2, strict);
  store::Posted moved = daily("clay", 2);
  moved.series.exceptions = {{session_on(3).original, false, {CivilDay{2026, 11, 4}, 15 * 60}, 60}};
  post(kiosk.centre, {moved});
  kiosk.sign_up(0, session_on(3));
  CHECK(kiosk.places(0) == std::vector{MyPlace{session_on(3)}});
  CHECK(kiosk.record.places(kiosk.token(0), {2026, 11, 3}, {2026, 11, 3}, Tell::kNo, november(3, 9))
            .empty());
  CHECK(refused(kiosk.sign_up(0, session_on(4))) == Refused::kEnoughToday);
  CHECK(kiosk.record.fills({2026, 11, 4}, {2026, 11, 4}).at(session_on(3)) == Fill{1, 0});
}

TEST_CASE(
    "More places let the first on the list in, fewer make the last of them the first to wait") {
  Kiosk kiosk;
  const auto clay = session_on(3);
  for (int person = 0; person < 4; ++person) kiosk.sign_up(person, clay);
  post(kiosk.centre, {daily("clay", 3)});
  CHECK(kiosk.places(2) == std::vector{MyPlace{clay, 0, true}});
  CHECK(kiosk.places(3) == std::vector{MyPlace{clay, 1}});
  post(kiosk.centre, {daily("clay", 1)});
  CHECK(kiosk.places(0) == std::vector{MyPlace{clay, 0}});
  CHECK(kiosk.places(1) == std::vector{MyPlace{clay, 1}});
  CHECK(kiosk.places(3) == std::vector{MyPlace{clay, 3}});
  CHECK(kiosk.fill(clay) == Fill{1, 3});
  kiosk.give_back(0, clay);
  CHECK(kiosk.places(1)[0].waiting == 0);
}

TEST_CASE("When a series is withdrawn, its sign-ups end and nobody has a place in it") {
  Kiosk kiosk;
  kiosk.sign_up(0, session_on(2), november(2, 9));
  kiosk.sign_up(0, session_on(4));
  kiosk.sign_up(1, session_on(5));
  withdraw(kiosk.centre, "clay", november(3, 9));
  CHECK(kiosk.places(0).empty());
  CHECK_FALSE(kiosk.give_back(0, session_on(4)));
  CHECK(refused(kiosk.sign_up(2, session_on(4))) == Refused::kNotOffered);
  // Posted again, it begins anew. What was before stays as it was.
  post(kiosk.centre, {daily("clay", 2)});
  CHECK(kiosk.places(0) == std::vector{MyPlace{session_on(2)}});
  CHECK(kiosk.fill(session_on(5)) == Fill{0, 0});
  CHECK(kiosk.wrong().empty());
}

TEST_CASE("When staff change the time of a series, everybody keeps their place and their turn") {
  Kiosk kiosk(1);
  for (const int person : {2, 0, 1}) kiosk.sign_up(person, session_on(3));
  post(kiosk.centre, {daily("clay", 1, 15)}, november(3, 9));
  CHECK(kiosk.places(2) == std::vector{MyPlace{session_on(3, "clay", 15), 0}});
  CHECK(kiosk.places(0) == std::vector{MyPlace{session_on(3, "clay", 15), 1}});
  CHECK(kiosk.places(1) == std::vector{MyPlace{session_on(3, "clay", 15), 2}});
  CHECK(kiosk.wrong().empty());
}

TEST_CASE("When a series goes on as another one, its people go with it") {
  Kiosk kiosk(1);
  kiosk.sign_up(0, session_on(3));
  kiosk.sign_up(0, session_on(9));
  store::Posted ends = daily("clay", 1);
  ends.series.rule = Rule::parse("FREQ=DAILY;UNTIL=20261108T235959");
  store::Posted goes_on = daily("clay-later", 1, 12);
  goes_on.series.start.date = CivilDay{2026, 11, 9};
  post(kiosk.centre, {ends, goes_on, daily("wood", 1)}, november(3, 9));
  CHECK(kiosk.places(0) ==
        std::vector{MyPlace{session_on(3)}, MyPlace{session_on(9, "clay-later", 12)}});
}

TEST_CASE("Where a day has several sessions in the place of one, nobody is put into either") {
  Kiosk kiosk;
  kiosk.sign_up(0, session_on(3));
  store::Posted slots = daily("clay", 1, 14);
  slots.series.slots = Slots{20, 10};
  post(kiosk.centre, {slots}, november(3, 9));
  CHECK(kiosk.places(0).empty());
  post(kiosk.centre, {daily("clay", 2)}, november(3, 9));
  CHECK(kiosk.places(0) == std::vector{MyPlace{session_on(3)}});
}

TEST_CASE(
    "Who signed up sees that the session is cancelled, and has the place if it is not after all") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.sign_up(1, clay);
  store::Posted off = daily("clay", 1);
  off.series.exceptions = {{clay.original, true}};
  post(kiosk.centre, {off});
  CHECK(kiosk.places(0) == std::vector{MyPlace{clay}});
  CHECK(kiosk.fill(clay) == Fill{-1, -1});
  CHECK(kiosk.give_back(0, clay));
  CHECK_FALSE(kiosk.places(1)[0].news);
  post(kiosk.centre, {daily("clay", 1)});
  CHECK(kiosk.places(1) == std::vector{MyPlace{clay, 0, true}});
}

TEST_CASE("A clock that is set back does not change who was first") {
  Kiosk kiosk(1);
  const auto clay = session_on(5);
  kiosk.sign_up(0, clay, november(4, 9));
  CHECK(waiting(kiosk.sign_up(1, clay, november(3, 9))) == 1);
  CHECK(waiting(kiosk.sign_up(0, clay, november(3, 9))) == 0);
  kiosk.record.keep_day(november(5, 10, 20));
  CHECK(kiosk.places(0).empty());
  kiosk.record.keep_day(november(5, 9));  // and back again: what ended stays ended
  CHECK(kiosk.places(0).empty());
  CHECK(waiting(kiosk.sign_up(0, clay, november(5, 9))) == 0);
  CHECK(kiosk.wrong().empty());
}

TEST_CASE("Who is here for clay takes part in the clay in which they have a place") {
  Kiosk kiosk(1);
  post(kiosk.centre, {daily("clay", 1), daily("clay-late", 1, 15), daily("wood", 1, 15)});
  const auto early = session_on(3);
  const auto late = session_on(3, "clay-late", 15);
  kiosk.sign_up(0, late);
  kiosk.sign_up(1, late);
  kiosk.sign_up(2, session_on(3, "wood", 15));
  const auto own = [&](int person, const SessionRef& suggested, Instant now) {
    return kiosk.record.own_session(kiosk.arrive(person, now), suggested, now);
  };
  const auto nine = november(3, 9);
  const auto has_place = kiosk.arrive(0, nine);
  CHECK(kiosk.record.own_session(has_place, early, nine) == late);
  CHECK(own(1, early, nine) == early);  // only waits
  CHECK(own(2, early, nine) == early);  // has a place in something else
  CHECK(kiosk.record.own_session(has_place, early, november(3, 17)) == early);  // it is over
  const FactRef heads = kiosk.record.count_heads(3, How::kGuest, nine);
  CHECK(kiosk.record.own_session(heads, early, nine) == early);
}
