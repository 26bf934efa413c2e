// SPDX-License-Identifier: EUPL-1.2
#include "support/a_timetable.h"
#include "support/catch.h"

using namespace sveiki;
using test::clay;
using test::wall;
using test::written;

namespace {

Series wood(const std::string& start, const std::string& rule = "") {
  Series series = clay(start, rule);
  series.id = "wood";
  return series;
}

/// With what else `posted` collides: when each begins.
std::vector<std::string> conflicts(const std::vector<Series>& there, const Series& posted,
                                   std::vector<Closure> closures = {}) {
  const Timetable timetable(there, std::move(closures), test::workshop());
  std::vector<std::string> all;
  for (const RoomConflict& conflict : room_conflicts(timetable, posted, test::workshop())) {
    CHECK(conflict.posted.series == &posted);
    CHECK(conflict.posted.room == conflict.other.room);
    all.push_back(written(conflict.posted.start) + " / " + written(conflict.other.start));
  }
  return all;
}

}  // namespace

TEST_CASE("Two sessions in one room at one time collide") {
  const Series posted = wood("2026-11-24 14:30", "FREQ=WEEKLY;INTERVAL=2;COUNT=2");
  CHECK(conflicts({clay("2026-11-03 14:00", "FREQ=WEEKLY")}, posted) ==
        std::vector<std::string>{"2026-11-24 14:30 / 2026-11-24 14:00",
                                 "2026-12-08 14:30 / 2026-12-08 14:00"});
}

TEST_CASE("One session after the other, or in another room, is no collision") {
  const std::vector<Series> there{clay("2026-11-24 14:00")};
  CHECK(conflicts(there, wood("2026-11-24 15:00")).empty());
  CHECK(conflicts(there, wood("2026-11-24 13:00")).empty());
  Series elsewhere = wood("2026-11-24 14:00");
  elsewhere.room = "hall";
  CHECK(conflicts(there, elsewhere).empty());
  elsewhere.activity = "film";
  elsewhere.room = "";
  CHECK(conflicts(there, elsewhere).empty());
  CHECK(conflicts(there, wood("2026-11-24 14:00")).size() == 1);
}

TEST_CASE("What was posted before does not collide with its own revision, nor slots with slots") {
  Series revised = clay("2026-11-24 14:15");
  revised.slots = Slots{20, 10};
  CHECK(conflicts({clay("2026-11-24 14:00")}, revised).empty());
}

TEST_CASE("A cancelled or closed session needs no room") {
  Series there = clay("2026-11-24 14:00", "FREQ=DAILY;COUNT=3");
  there.exceptions = {{wall("2026-11-24 14:00"), true, {}, 0, ""}};
  CHECK(conflicts({there}, wood("2026-11-24 14:00", "FREQ=DAILY;COUNT=3"),
                  {test::closed({2026, 11, 25}, {2026, 11, 25})}) ==
        std::vector<std::string>{"2026-11-26 14:00 / 2026-11-26 14:00"});
}

TEST_CASE("A session that is moved collides where it was moved to") {
  Series there = clay("2026-11-24 14:00");
  there.exceptions = {{wall("2026-11-24 14:00"), false, wall("2026-11-26 10:00"), 60, "hall"}};
  CHECK(conflicts({there}, wood("2026-11-24 14:00")).empty());
  Series posted = wood("2026-11-26 10:30");
  posted.room = "hall";
  CHECK(conflicts({there}, posted).size() == 1);
}

TEST_CASE("What goes over midnight still needs its room in the morning") {
  Series night = clay("2026-11-24 22:00");
  night.duration = 240;
  CHECK(conflicts({night}, wood("2026-11-25 01:30")).size() == 1);
  CHECK(conflicts({night}, wood("2026-11-25 02:00")).empty());
}

TEST_CASE("Collisions are looked for within a year, from the first session or the day named") {
  const Series daily = clay("2020-01-01 14:00", "FREQ=DAILY");
  const Series posted = wood("2026-11-24 14:00", "FREQ=YEARLY");
  CHECK(conflicts({daily}, posted).size() == 2);
  // To the end of the last one, though it is on the next day.
  CHECK(conflicts({clay("2020-01-01 00:15", "FREQ=DAILY")}, wood("2026-11-24 23:30", "FREQ=YEARLY"))
            .size() == 2);
  const Timetable timetable({daily}, {}, test::workshop());
  const auto later = room_conflicts(timetable, posted, test::workshop(), {2030, 1, 1});
  REQUIRE(later.size() == 1);
  CHECK(written(later[0].other.start) == "2030-11-24 14:00");
}

TEST_CASE("All that collides in a timetable is found at once, from today on") {
  const Timetable timetable(
      {clay("2026-11-03 14:00", "FREQ=WEEKLY"), wood("2026-11-17 14:30", "FREQ=WEEKLY;COUNT=3")},
      {}, test::workshop());
  std::vector<std::string> all;
  for (const RoomConflict& conflict : room_conflicts(timetable, CivilDay{2026, 11, 24}))
    all.push_back(conflict.posted.ref.series + ' ' + written(conflict.posted.start) + ", " +
                  conflict.other.ref.series + ' ' + written(conflict.other.start));
  CHECK(all == std::vector<std::string>{"clay 2026-11-24 14:00, wood 2026-11-24 14:30",
                                        "clay 2026-12-01 14:00, wood 2026-12-01 14:30"});
  CHECK(room_conflicts(timetable, CivilDay{2026, 11, 24}, 1).size() == 1);
  CHECK(room_conflicts(timetable, CivilDay{2026, 12, 2}).empty());
}
