// SPDX-License-Identifier: EUPL-1.2
// Places in the timetable, taken and given back by the real program on a real disk.
#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

/// A centre whose wood workshop has so many places on Mondays at eleven.
struct Workshop {
  explicit Workshop(int places) { post(places); }

  void post(int places) const {
    write_file(data / "timetable.toml", R"([[series]]
id = "wood"
activity = "wood"
days = ["mon"]
time = "11.00-12.30"
from = 2026-01-05
places = )" + std::to_string(places) + "\n");
    const Ran ran = run_kiosk({"post", data / "timetable.toml", "--data", data.path()});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
  }

  KioskData data;
};

/// To the workshop's page and on to the question who it is.
void ask_for_place(Driven& kiosk) {
  CHECK(kiosk.go({"tap day.today", "tap session.wood*", "tap take-place"}) == "who");
}

/// By card, from the wall to what the screen says in the end.
std::string take_place(Driven& kiosk, int person) {
  ask_for_place(kiosk);
  kiosk.go({"scan " + KioskData::card(person), "wait", "expect screen=confirm", "tap yes", "wait",
            "expect screen=place"});
  return kiosk.label("title");
}

std::string my_day(Driven& kiosk, int person) {
  return kiosk.go({"tap day.today", "tap my-day", "scan " + KioskData::card(person), "wait"});
}

}  // namespace

TEST_CASE("A place is taken by sign and given back by card, in every language") {
  for (const std::string language : {"lt", "lv", "en"}) {
    const Workshop workshop(3);
    Driven kiosk(workshop.data.path());
    kiosk.go({clock_at("10:00"), "tap language." + language});
    ask_for_place(kiosk);
    kiosk.go({"tap flock.1", "tap token.*", "expect screen=confirm", "tap yes", "wait"});
    const std::string english = "You have a place!";
    CHECK(kiosk.label("title") == (language == "en" ? english : said_in(language, english)));
    kiosk.go({"tap done", "expect screen=attract"});

    CHECK(my_day(kiosk, 0) == "my-day");
    kiosk.go({"tap session.wood*", "expect screen=confirm", "tap yes", "wait", "tap done"});
    CHECK(my_day(kiosk, 0) == "my-day");
    CHECK(kiosk.ids("session.").empty());
    CHECK(workshop.data.check() == "All is well");
  }
}

TEST_CASE("One has the last place, the next waits, and has it when it is given back") {
  const Workshop workshop(1);
  Driven kiosk(workshop.data.path());
  kiosk.go({clock_at("10:00")});
  CHECK(take_place(kiosk, 0) == said_in("lt", "You have a place!"));
  kiosk.go({"tap done"});
  CHECK(take_place(kiosk, 1) == said_in("lt", "You are on the list."));
  kiosk.go({"tap done"});

  my_day(kiosk, 0);
  kiosk.go({"tap session.wood*", "tap yes", "wait", "tap done"});
  // At the next visit the one who waited is told, once.
  kiosk.go({"scan " + KioskData::card(1), "wait", "tap done", "expect screen=welcome"});
  CHECK(kiosk.label("line") == said_in("lt", "You have a place now."));
  kiosk.go({"tap done", "scan " + KioskData::card(1), "wait", "expect screen=already"});
  CHECK(kiosk.ids("news").empty());
  CHECK(workshop.data.check() == "All is well");
}

TEST_CASE("Staff see who has a place, who waits and who took part") {
  const Workshop workshop(1);
  Driven kiosk(workshop.data.path());
  kiosk.go({clock_at("10:30")});
  for (const int person : {0, 1}) {
    take_place(kiosk, person);
    kiosk.go({"tap done"});
  }
  const auto roll = [&] {
    return run_kiosk({"roll", "--data", workshop.data.path(), "--day", monday().iso()}).out;
  };
  const std::string before = roll();
  INFO(before);
  CHECK(before.find("hedgehog, green: Person 0  (has a place)") != std::string::npos);
  CHECK(before.find("frog, green: Person 1  (waits, number 1)") != std::string::npos);
  kiosk.go({"scan " + KioskData::card(0), "wait", "tap purpose.wood", "wait", "tap done"});
  kiosk.go({"scan " + KioskData::card(4), "wait", "tap purpose.wood", "wait", "tap done"});
  const std::string after = roll();
  INFO(after);
  CHECK(after.find("hedgehog, green: Person 0  (took part)") != std::string::npos);
  CHECK(after.find("whale, blue: Person 4  (took part)") != std::string::npos);
}

TEST_CASE("A place that was thanked for survives the plug being pulled") {
  const Workshop workshop(3);
  {
    Driven kiosk(workshop.data.path());
    kiosk.go({clock_at("10:00")});
    take_place(kiosk, 4);
    kiosk.kill();
  }
  Driven kiosk(workshop.data.path());
  kiosk.go({clock_at("10:05")});
  CHECK(my_day(kiosk, 4) == "my-day");
  CHECK(kiosk.ids("session.wood").size() == 1);
  CHECK(workshop.data.check() == "All is well");
}

TEST_CASE("What staff post is on the wall within a minute") {
  const Workshop workshop(3);
  Driven kiosk(workshop.data.path());
  kiosk.go({clock_at("10:00"), "tap day.today", "tap session.wood*"});
  CHECK(kiosk.label("places").starts_with("3 "));
  workshop.post(5);
  // Whoever looked at it has gone meanwhile.
  kiosk.go({"clock +PT61S", "clock +PT20S", "wait", "expect screen=attract"});
  kiosk.go({"tap day.today", "tap session.wood*"});
  CHECK(kiosk.label("places").starts_with("5 "));
}

TEST_CASE("Nobody sees a person's day by touching their sign, and few guesses are allowed") {
  const Workshop workshop(3);
  Driven kiosk(workshop.data.path());
  kiosk.go({clock_at("10:00")});
  take_place(kiosk, 0);
  kiosk.go({"tap done", "tap day.today", "tap my-day", "tap flock.1", "tap token.*",
            "expect screen=picture"});
  kiosk.go({"tap picture.car", "wait", "expect screen=picture", "tap picture.sun", "wait",
            "expect screen=picture"});
  CHECK(kiosk.ids("picture.").empty());
  CHECK(kiosk.ids("session.").empty());

  kiosk.go({"tap back", "tap back", "tap day.today", "tap my-day", "tap flock.1", "tap token.*",
            "tap picture.apple", "wait", "expect screen=my-day"});
  CHECK(kiosk.ids("session.wood").size() == 1);
}
