// SPDX-License-Identifier: EUPL-1.2
#include "domain/timetable.h"

#include "support/a_timetable.h"
#include "support/catch.h"

using namespace sveiki;
using test::clay;
using test::wall;
using test::written;

namespace {

using Lines = std::vector<std::string>;

Timetable timetable(std::vector<Series> series, std::vector<Closure> closures = {}) {
  return {std::move(series), std::move(closures), test::workshop()};
}

/// What one series comes to on these days.
Lines sessions(const Series& series, CivilDay from, CivilDay to,
               std::vector<Closure> closures = {}) {
  return written(timetable({series}, std::move(closures)).sessions(from, to));
}

Exception moved(const std::string& original, const std::string& start, int duration = 60) {
  return {wall(original), false, wall(start), duration, ""};
}

Exception off(const std::string& original) {
  return {wall(original), true, {}, 0, ""};
}

Millis length(const Session& session) {
  return session.to - session.from;
}

}  // namespace

TEST_CASE("A week shows what takes place, in order") {
  Series film = clay("2026-11-23 18:00", "FREQ=DAILY");
  film.id = "film";
  film.activity = "film";
  const Timetable all = timetable({film, clay("2026-11-24 18:00", "FREQ=WEEKLY;BYDAY=TU,WE")});
  const auto week = all.sessions({2026, 11, 23}, {2026, 11, 25});
  CHECK(written(week) == Lines{"2026-11-23 18:00 planned", "2026-11-24 18:00 planned",
                               "2026-11-24 18:00 planned", "2026-11-25 18:00 planned",
                               "2026-11-25 18:00 planned"});
  CHECK(week[1].ref.series == "clay");
  CHECK(week[2].ref.series == "film");
  CHECK(week[1].series == all.series("clay"));
  CHECK(all.series("wood") == nullptr);
  CHECK(all.sessions({2026, 11, 25}, {2026, 11, 23}).empty());
}

TEST_CASE("A cancelled session stays in sight, and one that is moved is where it was moved to") {
  Series series = clay("2026-11-03 14:00", "FREQ=WEEKLY");
  series.exceptions = {moved("2026-11-10 14:00", "2026-11-12 09:30", 90), off("2026-11-17 14:00")};
  CHECK(sessions(series, {2026, 11, 9}, {2026, 11, 24}) == Lines{"2026-11-12 09:30 planned moved",
                                                                 "2026-11-17 14:00 cancelled",
                                                                 "2026-11-24 14:00 planned"});
  const Timetable all = timetable({series});
  const auto found = all.find({"clay", wall("2026-11-10 14:00")});
  REQUIRE(found);
  CHECK(found->duration == 90);
  CHECK(length(*found) == std::chrono::minutes{90});
  CHECK_FALSE(all.find({"clay", wall("2026-11-12 09:30")}));
  CHECK_FALSE(all.find({"wood", wall("2026-11-10 14:00")}));
}

TEST_CASE("A session that was moved and then cancelled is off where it was moved to") {
  Series series = clay("2026-11-03 14:00", "FREQ=WEEKLY");
  series.exceptions = {{wall("2026-11-10 14:00"), true, wall("2026-11-12 09:30"), 60, ""}};
  CHECK(sessions(series, {2026, 11, 9}, {2026, 11, 16}) ==
        Lines{"2026-11-12 09:30 cancelled moved"});
}

TEST_CASE("A session that is moved into another year is in that year and not in its own") {
  Series series = clay("2026-12-01 14:00", "FREQ=WEEKLY");
  series.exceptions = {moved("2026-12-29 14:00", "2027-01-03 14:00")};
  const Timetable all = timetable({series});
  CHECK(written(all.sessions({2027, 1, 1}, {2027, 1, 5})) ==
        Lines{"2027-01-03 14:00 planned moved", "2027-01-05 14:00 planned"});
  CHECK(all.sessions({2026, 12, 28}, {2026, 12, 31}).empty());
  CHECK(all.sessions({2026, 12, 28}, {2027, 1, 5}).size() == 2);
  CHECK(all.find({"clay", wall("2026-12-29 14:00")})->start == wall("2027-01-03 14:00"));
}

TEST_CASE("A word about a session that does not exist changes nothing") {
  Series series = clay("2026-11-03 14:00", "FREQ=WEEKLY");
  const Lines before = sessions(series, {2025, 1, 1}, {2027, 12, 31});
  series.exceptions = {moved("2025-11-04 14:00", "2026-11-04 14:00"), off("2026-11-11 14:00"),
                       moved("2026-11-11 15:00", "2027-11-12 14:00")};
  CHECK(sessions(series, {2025, 1, 1}, {2027, 12, 31}) == before);
  CHECK_FALSE(timetable({series}).find({"clay", wall("2026-11-11 14:00")}));
}

TEST_CASE("An extra date is a session, and one that the rule has already is not two") {
  Series series = clay("2026-11-03 14:00", "FREQ=WEEKLY;COUNT=2");
  series.extra = {wall("2026-11-20 10:00"), wall("2026-11-10 14:00"), wall("2026-11-01 10:00")};
  CHECK(sessions(series, {2026, 11, 1}, {2026, 11, 30}) ==
        Lines{"2026-11-01 10:00 planned", "2026-11-03 14:00 planned", "2026-11-10 14:00 planned",
              "2026-11-20 10:00 planned"});
}

TEST_CASE("What is closed is closed in sight, also for a session that was moved there") {
  Series series = clay("2026-12-22 14:00", "FREQ=DAILY;COUNT=4");
  series.exceptions = {moved("2026-12-22 14:00", "2026-12-26 10:00"), off("2026-12-24 14:00")};
  const Timetable all = timetable({series}, {test::closed({2026, 12, 24}, {2026, 12, 26})});
  const auto found = all.sessions({2026, 12, 22}, {2026, 12, 31});
  CHECK(written(found) == Lines{"2026-12-23 14:00 planned", "2026-12-24 14:00 cancelled",
                                "2026-12-25 14:00 closed", "2026-12-26 10:00 closed moved"});
  CHECK(found[0].closure == nullptr);
  CHECK(found[1].closure == nullptr);
  REQUIRE(found[2].closure);
  CHECK(found[2].closure->name.in("en") == "Closed");
  CHECK(all.closure_on({2026, 12, 26}) == found[2].closure);
  CHECK(all.closure_on({2026, 12, 27}) == nullptr);
}

TEST_CASE("A session over midnight lasts as long as it says") {
  Series night = clay("2026-12-31 22:00");
  night.duration = 240;
  const auto found = timetable({night}).sessions({2026, 12, 31}, {2027, 1, 1});
  REQUIRE(found.size() == 1);
  CHECK(length(found[0]) == std::chrono::hours{4});
  CHECK(timetable({night}).sessions({2027, 1, 1}, {2027, 1, 1}).empty());
}

TEST_CASE("An evening belongs to the day on which it began, closed or not") {
  Series night = clay("2026-12-23 22:00");
  night.duration = 240;
  night.slots = Slots{60, 0};
  CHECK(sessions(night, {2026, 12, 23}, {2026, 12, 24},
                 {test::closed({2026, 12, 24}, {2026, 12, 24})}) ==
        Lines{"2026-12-23 22:00 planned", "2026-12-23 23:00 planned", "2026-12-24 00:00 planned",
              "2026-12-24 01:00 planned"});
  CHECK(sessions(clay("2026-12-25 03:59"), {2026, 12, 25}, {2026, 12, 25},
                 {test::closed({2026, 12, 24}, {2026, 12, 24})}) ==
        Lines{"2026-12-25 03:59 closed"});
}

TEST_CASE("Sessions hold by the clock on the wall when the clocks change") {
  Series series = clay("2026-01-01 14:00", "FREQ=DAILY");
  const Timetable all = timetable({series});
  // 29 March 2026 has 23 hours, 25 October 25.
  for (const auto& [day, hours] : std::vector<std::pair<CivilDay, int>>{
           {{2026, 3, 28}, 23}, {{2026, 10, 24}, 25}, {{2026, 6, 1}, 24}}) {
    const auto two = all.sessions(day, day.next());
    CHECK(two[1].from - two[0].from == std::chrono::hours{hours});
  }
}

TEST_CASE("A session in the hour that is skipped or comes twice has a beginning and an end") {
  const auto only = [](const std::string& start, int duration) {
    Series series = clay(start);
    series.duration = duration;
    return timetable({series}).sessions(series.start.date, series.start.date).at(0);
  };
  // On 29 March the clock goes from 2.59 to 4.00.
  CHECK(iso_utc(only("2026-03-29 03:30", 60).from) == "2026-03-29T01:00:00Z");
  CHECK(length(only("2026-03-29 03:30", 60)) == std::chrono::minutes{30});
  CHECK(length(only("2026-03-29 03:10", 30)) == std::chrono::minutes{30});
  CHECK(length(only("2026-03-29 02:30", 120)) == std::chrono::hours{1});
  // On 25 October it goes from 3.59 back to 3.00.
  CHECK(iso_utc(only("2026-10-25 03:30", 60).from) == "2026-10-25T00:30:00Z");
  CHECK(length(only("2026-10-25 03:30", 60)) == std::chrono::hours{2});
  CHECK(length(only("2026-10-25 02:30", 60)) == std::chrono::hours{1});
}

TEST_CASE("Slots are sessions of their own, back to back with a pause") {
  Series sensory = clay("2026-11-24 14:00", "FREQ=WEEKLY");
  sensory.duration = 90;
  sensory.slots = Slots{20, 10};
  CHECK(sessions(sensory, {2026, 11, 24}, {2026, 11, 24}) ==
        Lines{"2026-11-24 14:00 planned", "2026-11-24 14:30 planned", "2026-11-24 15:00 planned"});
  // The last one needs no pause after it, and what is left is not a session.
  sensory.duration = 80;
  CHECK(sessions(sensory, {2026, 11, 24}, {2026, 11, 24}).size() == 3);
  sensory.duration = 79;
  CHECK(sessions(sensory, {2026, 11, 24}, {2026, 11, 24}).size() == 2);
  sensory.duration = 19;
  CHECK(sessions(sensory, {2026, 11, 24}, {2026, 11, 24}).empty());
}

TEST_CASE("One slot is moved or cancelled without the others") {
  Series sensory = clay("2026-11-24 23:00", "FREQ=WEEKLY");
  sensory.duration = 120;
  sensory.slots = Slots{30, 0};
  sensory.exceptions = {off("2026-11-24 23:30"), moved("2026-11-25 00:00", "2026-11-26 12:00", 20)};
  CHECK(sessions(sensory, {2026, 11, 24}, {2026, 11, 30}) ==
        Lines{"2026-11-24 23:00 planned", "2026-11-24 23:30 cancelled", "2026-11-25 00:30 planned",
              "2026-11-26 12:00 planned moved"});
  const Timetable all = timetable({sensory});
  CHECK(all.find({"clay", wall("2026-11-25 00:30")})->duration == 30);
  CHECK(all.find({"clay", wall("2026-11-25 00:00")})->duration == 20);
  CHECK_FALSE(all.find({"clay", wall("2026-11-25 01:00")}));
}

TEST_CASE("Slots that go over midnight into a new year are all there") {
  Series party = clay("2026-12-31 23:30");
  party.duration = 60;
  party.slots = Slots{30, 0};
  CHECK(sessions(party, {2027, 1, 1}, {2027, 1, 1}) == Lines{"2027-01-01 00:00 planned"});
}

TEST_CASE("A session is in its own room, else in the series', else in the activity's") {
  Series series = clay("2026-11-23 14:00", "FREQ=DAILY;COUNT=3");
  series.exceptions = {{wall("2026-11-24 14:00"), false, {}, 0, "hall"},
                       {wall("2026-11-25 14:00"), false, {}, 0, "cellar"}};
  const Timetable all = timetable({series});
  const auto found = all.sessions({2026, 11, 23}, {2026, 11, 25});
  CHECK(found[0].room == "studio");
  CHECK(found[1].room == "hall");
  // A room that the centre does not have any more is not said.
  CHECK(found[2].room.empty());
  CHECK(written(found) ==
        Lines{"2026-11-23 14:00 planned", "2026-11-24 14:00 planned", "2026-11-25 14:00 planned"});
  series.room = "hall";
  CHECK(timetable({series}).sessions({2026, 11, 23}, {2026, 11, 23}).at(0).room == "hall");
  series.room = "cellar";
  CHECK(timetable({series}).sessions({2026, 11, 23}, {2026, 11, 23}).at(0).room.empty());
  series.activity = "unknown";
  series.room = "";
  CHECK(timetable({series}).sessions({2026, 11, 23}, {2026, 11, 23}).at(0).room.empty());
}

TEST_CASE("Sessions that began long ago and never end are there in any year") {
  Series series = clay("1970-01-01 14:00", "FREQ=DAILY");
  CHECK(sessions(series, {2026, 2, 28}, {2026, 3, 1}).size() == 2);
  CHECK(sessions(series, {2099, 12, 31}, {2100, 1, 1}).size() == 2);
}

TEST_CASE("Formats are known by name") {
  for (const Format format : {Format::kOpen, Format::kGroup, Format::kIndividual, Format::kEvent})
    CHECK(format_named(format_name(format)) == format);
  CHECK(format_name(Format::kOpen) == "open");
  CHECK_FALSE(format_named("party"));
}
