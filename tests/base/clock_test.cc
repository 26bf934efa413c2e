// SPDX-License-Identifier: EUPL-1.2
#include "base/clock.h"

#include "support/catch.h"

using namespace sveiki;
using namespace std::chrono_literals;

TEST_CASE("A clock that stands still moves only when it is told") {
  SetClock clock(Instant{1000});
  const Now before = clock.now();
  clock.advance(10s);
  CHECK(clock.now().wall - before.wall == 10s);
  CHECK(clock.now().steady - before.steady == 10s);
}

TEST_CASE("Setting the wall clock does not lengthen anybody's waiting") {
  SetClock clock(Instant{1000});
  const Now before = clock.now();
  clock.set_wall(Instant{0});
  CHECK(clock.now().wall == Instant{0});
  CHECK(clock.now().steady == before.steady);
}

TEST_CASE("The machine's steady time never goes back") {
  const SystemClock clock;
  Moment last = clock.now().steady;
  for (int i = 0; i < 1000; ++i) {
    const Moment next = clock.now().steady;
    REQUIRE(next >= last);
    last = next;
  }
}
