// SPDX-License-Identifier: EUPL-1.2
#include "store/a_timetable.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

TEST_CASE("Fifteen minutes after the start a place goes from who did not come to who is here") {
  Kiosk kiosk;
  const auto clay = session_on(3);
  for (int person = 0; person < 5; ++person) kiosk.sign_up(person, clay);
  kiosk.arrive(1, november(3, 9, 30));
  kiosk.arrive(4, november(3, 9, 40));
  kiosk.record.keep_day(november(3, 10, 14));
  CHECK(kiosk.fill(clay) == Fill{2, 3});
  kiosk.record.keep_day(november(3, 10, 15));
  CHECK(kiosk.places(0).empty());
  CHECK(kiosk.places(1) == std::vector{MyPlace{clay}});
  CHECK(kiosk.places(2).empty());  // it fell to them, and they were not here either
  CHECK(kiosk.places(4) == std::vector{MyPlace{clay, 0, true}});
  CHECK(kiosk.fill(clay) == Fill{2, 0});
  kiosk.record.keep_day(november(3, 10, 16));
  CHECK(kiosk.fill(clay) == Fill{2, 0});
  CHECK(kiosk.wrong().empty());
}

TEST_CASE("Nobody who waits loses their turn while the places are taken by who is here") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.sign_up(1, clay);
  kiosk.arrive(0, november(3, 9, 30));
  kiosk.record.keep_day(november(3, 10, 15));
  CHECK(kiosk.places(1) == std::vector{MyPlace{clay, 1}});
}

TEST_CASE("Who took part and went home early keeps the place, who only went home loses it") {
  Kiosk kiosk;
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.sign_up(1, clay);
  const auto stayed = kiosk.arrive(0, november(3, 9, 50));
  kiosk.record.take_part(stayed, clay, november(3, 9, 50));
  kiosk.record.leave(stayed, november(3, 10, 5));
  kiosk.record.leave(kiosk.arrive(1, november(3, 9, 50)), november(3, 10, 5));
  kiosk.record.keep_day(november(3, 10, 15));
  CHECK(kiosk.places(0) == std::vector{MyPlace{clay}});
  CHECK(kiosk.places(1).empty());
}

TEST_CASE("Who says that it was not them, after they came, is not here") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  const auto visit = kiosk.arrive(0, november(3, 9, 50));
  kiosk.record.take_part(visit, clay, november(3, 9, 50));
  kiosk.record.undo({visit}, "visitor", "that is not me", november(3, 9, 50));
  kiosk.record.keep_day(november(3, 10, 15));
  CHECK(kiosk.places(0).empty());
}

TEST_CASE("A kiosk that was off during a session calls nobody a no-show") {
  Kiosk kiosk;
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.record.keep_day(november(3, 11));
  kiosk.record.keep_day(november(4, 8));
  CHECK(kiosk.places(0) == std::vector{MyPlace{clay}});
}

TEST_CASE("Who comes late and takes the place that became free keeps it") {
  Kiosk kiosk(1);
  const auto clay = session_on(3);
  kiosk.sign_up(0, clay);
  kiosk.record.keep_day(november(3, 10, 15));
  kiosk.sign_up(1, clay, november(3, 10, 20));
  kiosk.record.keep_day(november(3, 10, 21));
  CHECK(kiosk.places(1) == std::vector{MyPlace{clay}});
}
