// SPDX-License-Identifier: EUPL-1.2
// A check-in on its way to the coordinator, and what a wrong clock does to it.
#include "chain/chain.h"
#include "support/catch.h"

using namespace sveiki::test;

namespace {

std::string months() {
  const std::string month = day().iso().substr(0, 7);
  return "?from=" + month + "&to=" + month;
}

}  // namespace

TEST_CASE("A check-in reaches the region, and one taken back after it was sent leaves it again") {
  const Region region;
  const Computer computer;
  computer.connect(region);
  computer.check_in({1, 2, 3, 4, 5});
  computer.sync();
  const auto before = region.counts();
  CHECK(before == computer.counts());
  CHECK(says(region.page("/centres/" + region.centre() + months()), "Apmeklējumi 5 "));

  Driven kiosk(computer.data());
  kiosk.go({at("10:30"), "wait", "clock +PT55S", "scan " + KioskData::card(0), "wait",
            "tap purpose.clay", "wait", "clock +PT6S", "wait"});
  CHECK(soon([&] {
    computer.sync();
    return region.counts() != before;
  }));
  CHECK(region.counts() == computer.counts());
  CHECK(says(region.page("/centres/" + region.centre() + months()), "Apmeklējumi 6 "));
  kiosk.go({"tap undo", "wait", "clock +PT61S", "wait"});
  CHECK(kiosk.end() == 0);
  computer.sync();
  CHECK(region.counts() == before);
  CHECK(computer.counts() == before);
  CHECK(says(region.page("/centres/" + region.centre() + months()), "Apmeklējumi 5 "));
}

TEST_CASE("A clock in 1970 is said on the screen, and nothing of that day reaches the region") {
  const Region region;
  const Computer computer;
  computer.connect(region);
  Driven kiosk(computer.data());
  kiosk.go({"clock 1970-01-01T10:00", "scan " + KioskData::card(0), "wait", "expect screen=trouble",
            "clock +PT61S", "wait"});
  computer.sync();
  CHECK(says(region.counts(), ": 0 visits"));
  kiosk.go({at("10:00"), "wait", "scan " + KioskData::card(0), "wait", "tap purpose.clay", "wait",
            "clock +PT61S", "wait"});
  CHECK(kiosk.end() == 0);
  computer.sync();
  CHECK(says(region.counts(), ": 1 visits"));
  CHECK(region.counts() == computer.counts());
}

TEST_CASE("A clock two years ahead is said to staff, and once it is right all arrives") {
  const Region region;
  const Computer computer;
  computer.connect(region);
  computer.check_in({0, 1});
  const std::string ahead = std::to_string(day().year() + 2) + "-01-" + day().iso().substr(8);
  {
    Driven kiosk(computer.data());
    kiosk.go({"clock " + ahead + "T10:00", "wait", "clock +PT61S", "wait"});
    CHECK(kiosk.end() == 0);
  }
  computer.sync(1);
  CHECK(says(computer.status(),
             "Refused, day " + ahead + ": the day is in the future: set the date of the kiosk"));
  CHECK(region.counts() == computer.counts());
  computer.check_in({2, 3}, "11:00");
  computer.sync(1);  // that day is still to come
  CHECK(region.counts() == computer.counts());
  CHECK(says(region.told({"check"}), "All is well"));
}

TEST_CASE("Visits of a clock two years ahead keep the door shut until staff take them back") {
  const Region region;
  const Computer computer;
  computer.connect(region);
  const std::string ahead = std::to_string(day().year() + 2) + "-01-" + day().iso().substr(8);
  {
    Driven kiosk(computer.data());
    kiosk.go({"clock " + ahead + "T10:00", "wait", "scan " + KioskData::card(2), "wait",
              "tap purpose.clay", "wait", "clock +PT61S", "wait"});
    CHECK(kiosk.end() == 0);
  }
  computer.count(5, 2);
  computer.sync(1);
  CHECK(says(computer.status(), "Refused, day " + ahead));
  Driven kiosk(computer.data());
  kiosk.go({at("10:30"), "wait", "expect screen=trouble"});

  const std::string today = day(1).iso();  // by this computer's own clock
  const auto take_back = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"take-back", "--data", computer.data()});
    return run_kiosk(more);
  };
  CHECK(says(take_back({}).out, ahead));
  CHECK(take_back({"--today", "1970-01-01"}).code == 1);
  kiosk.go({"clock +PT61S", "wait", "expect screen=trouble"});
  CHECK(take_back({"--today", today}).code == 0);
  CHECK(says(take_back({}).out, "Nothing lies after today"));
  kiosk.go({"clock +PT61S", "wait", "clock +PT61S", "expect screen=attract",
            "scan " + KioskData::card(2), "wait", "tap purpose.clay", "wait", "tap done",
            "clock +PT61S", "wait"});
  CHECK(kiosk.end() == 0);
  computer.check_in({3}, "12:00");
  computer.sync();
  CHECK(region.counts() == computer.counts());
  INFO(computer.status());
  CHECK_FALSE(says(computer.status(), "Refused"));
  CHECK(says(computer.status(), "Waiting to be sent: 0 "));
  CHECK(computer.check() == "All is well");
  CHECK(says(region.told({"check"}), "All is well"));
}
