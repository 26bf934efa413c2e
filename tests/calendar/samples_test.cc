// SPDX-License-Identifier: EUPL-1.2
// Calendars as the programs write them that people here use.
#include "calendar/calendars.h"
#include "calendar/export.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using calendar::Entry;
using calendar::Imported;

namespace {

std::string sample(const std::string& name) {
  return read_file(SVEIKI_SOURCE_DIR "/tests/calendar/samples/" + name + ".ics");
}

const Entry& with_uid(const Imported& imported, std::string_view begin) {
  for (const Entry& entry : imported.fresh)
    if (entry.uid.starts_with(begin)) return entry;
  throw std::runtime_error("there is no event " + std::string{begin});
}

}  // namespace

TEST_CASE("A calendar of Google comes in with its moved and cancelled days") {
  const Imported imported = import(sample("google"));
  CHECK(imported.events == 3);
  REQUIRE(imported.fresh.size() == 2);
  const Entry& clay = with_uid(imported, "4n2kq9");
  CHECK(clay.sequence == 2);
  CHECK(clay.series.activity == "clay");
  CHECK(clay.series.room.empty());  // its own
  CHECK(clay.series.duration == 90);
  CHECK(clay.series.rule.text() == "FREQ=WEEKLY;UNTIL=20370630T235900;BYDAY=TU,TH");
  CHECK(sessions(clay.series, CivilDay{2026, 11, 1}, CivilDay{2026, 11, 20}) ==
        "11-05/10.0 11-11/13.0 11-17/10.0 11-19/10.0");
  REQUIRE(clay.series.exceptions.size() == 3);
  CHECK(clay.series.exceptions[1].room == "hall");
  // In UTC, and once: at 14.00 here.
  const Series& talk = with_uid(imported, "7gk").series;
  CHECK(talk.start == WallTime{CivilDay{2026, 12, 17}, 14 * 60});
  CHECK(talk.duration == 120);
  CHECK(notes(imported) == std::vector<std::string>{});
  // Its end is the day after.
  REQUIRE(imported.days.fresh.size() == 1);
  const Announcement& christmas = imported.days.fresh.front();
  CHECK(christmas.text.in("lv") == "Kalėdos");
  CHECK(christmas.from == CivilDay{2026, 12, 24});
  CHECK(christmas.to == CivilDay{2026, 12, 26});
}

TEST_CASE("A calendar of Thunderbird comes in, capitals and marks as people type them") {
  const Imported imported = import(sample("thunderbird"));
  REQUIRE(imported.fresh.size() == 2);
  const Entry& gymnastics = with_uid(imported, "5f0a2c31");
  CHECK(gymnastics.series.activity == "gymnastics");
  CHECK(gymnastics.series.start == WallTime{CivilDay{2026, 9, 2}, 9 * 60});
  CHECK(gymnastics.series.rule.text() == "FREQ=WEEKLY;BYDAY=MO,WE,FR");
  const Series& floating = with_uid(imported, "c7d0a6f0").series;
  CHECK(floating.duration == 90);
  CHECK(sessions(floating, CivilDay{2026, 9, 1}, CivilDay{2026, 10, 31}) ==
        "09-10/14.0 09-24/14.0 10-08/14.0");
  CHECK(notes(imported) ==
        std::vector<std::string>{": 1 tasks or other things in it are no events."});
}

TEST_CASE("A calendar of Outlook comes in, with the names that it gives to time zones") {
  const Imported imported = import(sample("outlook"));
  CHECK(notes(imported) == std::vector<std::string>{});
  REQUIRE(imported.fresh.size() == 2);
  const Entry& wood = with_uid(imported, "040000008200E00074C5B7101A82E00800000000");
  CHECK(wood.uid.size() == 112);  // folded with a tab, and whole again
  CHECK(wood.series.activity == "wood");
  CHECK(wood.series.rule.text() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO");
  CHECK(wood.series.start == WallTime{CivilDay{2026, 9, 7}, 600});
  const Entry& talk = with_uid(imported, "040000008200E00074C5B7101A82E008AAAA");
  CHECK(talk.series.activity == "talk");
  CHECK(talk.series.start == WallTime{CivilDay{2026, 12, 1}, 15 * 60});
}

TEST_CASE("A calendar of Apple comes in, and what is in Berlin's time stands in ours") {
  const Imported imported = import(sample("apple"));
  CHECK(notes(imported) == std::vector<std::string>{});
  REQUIRE(imported.fresh.size() == 2);
  const Series& talk = with_uid(imported, "8B6F").series;
  CHECK(talk.room == "hall");
  CHECK(talk.rule.text() == "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
  const Series& embroidery = with_uid(imported, "0F1E").series;
  CHECK(embroidery.start == WallTime{CivilDay{2026, 9, 4}, 10 * 60});
  CHECK(sessions(embroidery, CivilDay{2026, 9, 4}, CivilDay{2026, 10, 2}) ==
        "09-04/10.0 09-11/10.0 09-25/10.0 10-02/10.0");
}

TEST_CASE("A calendar of Nextcloud comes in, whichever way it says that a day is off") {
  const Imported imported = import(sample("nextcloud"));
  CHECK(notes(imported) == std::vector<std::string>{});
  REQUIRE(imported.fresh.size() == 1);  // the other is cancelled
  const Entry& sensory = imported.fresh.front();
  CHECK(sensory.sequence == 4);
  CHECK(sensory.series.activity == "sensory-room");
  CHECK(sessions(sensory.series, CivilDay{2026, 10, 2}, CivilDay{2026, 10, 9}) ==
        "10-02/13.0 10-09/13.0");
}

TEST_CASE("The same calendar a second time changes nothing") {
  for (const char* name : {"google", "thunderbird", "outlook", "apple", "nextcloud"}) {
    INFO(name);
    const Imported first = import(sample(name));
    const Imported again = import(sample(name), after(first), {}, days_after(first));
    CHECK(again.days.unchanged == static_cast<int>(first.days.fresh.size()));
    CHECK(again.days.withdrawn.empty());
    CHECK(again.fresh.empty());
    CHECK(again.changed.empty());
    CHECK(again.withdrawn.empty());
    CHECK(again.unchanged == static_cast<int>(first.fresh.size()));
  }
}

TEST_CASE("A calendar that came in and goes out is the same calendar") {
  for (const char* name : {"google", "thunderbird", "outlook", "apple", "nextcloud"}) {
    INFO(name);
    const Imported first = import(sample(name));
    const std::vector<Entry> known = after(first);
    const std::vector<Announcement> days = days_after(first);
    const auto exported = calendar::export_calendar(
        known, kretinga(), "lt", *parse_instant("2026-11-22T10:00", "Europe/Vilnius"), days);
    CHECK(exported.left_out.empty());
    INFO(exported.file);
    CHECK(after(import(exported.file)) == known);
    CHECK(days_after(import(exported.file)) == days);
    const Imported again = import(exported.file, known, {}, days);
    CHECK(again.days.unchanged == static_cast<int>(days.size()));
    CHECK(notes(again) == std::vector<std::string>{});
    CHECK(again.unchanged == static_cast<int>(known.size()));
  }
}
