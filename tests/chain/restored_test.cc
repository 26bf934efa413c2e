// SPDX-License-Identifier: EUPL-1.2
// A computer that is restored from a copy, copied to another, or replaced by one.
#include <SQLiteCpp/Database.h>

#include <nlohmann/json.hpp>
#include <set>

#include "chain/chain.h"
#include "support/catch.h"

using namespace sveiki::test;

namespace {

/// A centre whose record was restored: 7 in a group three days before and two people tomorrow are
/// in the region, and in no record any more.
struct Restored {
  Region region;
  Computer computer;
  TemporaryDir copies;
  Counts before;  // at the region

  explicit Restored(bool outbox_too) {
    computer.connect(region);
    computer.count(5, 2);
    computer.check_in({0, 1, 2});
    computer.sync();
    computer.back_up(copies / "data");
    lose_and_enter_again();
    computer.sync();
    before = region.counts();
    CHECK(before == computer.counts());
    if (!outbox_too) {
      std::filesystem::remove_all(copies / "data/outbox");
      std::filesystem::copy(computer.data() / "outbox", copies / "data/outbox");
    }
    computer.restore(copies / "data");
    computer.check_in({}, "12:00");
    computer.sync();
  }

  void lose_and_enter_again() const {
    computer.count(7, 3);
    computer.check_in({3, 4}, "11:00");
  }
};

/// The days that the region reports as lost at a kiosk and not settled.
std::set<std::string> days_in_gap(const Region& region) {
  std::set<std::string> days;
  const auto report = nlohmann::json::parse(region.exported("json"));
  for (const auto& centre : report.at("centres"))
    for (const auto& month : centre.at("months"))
      for (const auto& day : month.at("in_gap")) days.insert(day);
  return days;
}

}  // namespace

TEST_CASE("A record restored from a copy names the lost days, and the region may keep them") {
  for (const bool outbox_too : {true, false}) {
    const Restored centre(outbox_too);
    const std::string status = centre.computer.status();
    INFO(status);
    CHECK(says(status, day().iso()));
    CHECK(says(status, day(3).iso()));
    CHECK_FALSE(says(status, day(2).iso()));
    CHECK(days_in_gap(centre.region) == std::set{day().iso(), day(3).iso()});
    CHECK(says(centre.region.page("/centres/" + centre.region.centre()), "Jāpārbauda dienas"));
    for (const std::string& life : centre.computer.gaps()) centre.computer.settle(life, "keep");
    centre.computer.check_in({}, "12:30");
    centre.computer.sync();
    CHECK(centre.computer.gaps().empty());
    CHECK(centre.region.counts() == centre.before);
    CHECK(days_in_gap(centre.region).empty());
    CHECK(says(centre.region.told({"check"}), "All is well"));
  }
}

TEST_CASE("A record restored from a copy, and the lost days entered again: all is there once") {
  for (const bool outbox_too : {true, false}) {
    const Restored centre(outbox_too);
    CHECK_FALSE(centre.computer.gaps().empty());
    for (const std::string& life : centre.computer.gaps()) centre.computer.settle(life, "withdraw");
    centre.computer.check_in({}, "12:30");
    centre.computer.sync();
    CHECK(centre.region.counts() == centre.computer.counts());
    CHECK(centre.region.counts() != centre.before);
    CHECK(days_in_gap(centre.region).empty());
    centre.lose_and_enter_again();
    centre.computer.sync();
    CHECK(centre.region.counts() == centre.before);
    CHECK(centre.region.counts() == centre.computer.counts());
    CHECK(centre.computer.gaps().empty());
    CHECK(centre.computer.check() == "All is well");
    CHECK(says(centre.region.told({"check"}), "All is well"));
  }
}

TEST_CASE("Staff count people while the kiosk runs, and nothing is to be settled") {
  const Region region;
  const Computer computer;
  computer.connect(region);
  computer.check_in({0, 1});
  Driven kiosk(computer.data());
  kiosk.go({at("11:00"), "wait"});
  computer.sync();
  computer.count(5, 2);
  kiosk.go({"clock +PT61S", "wait"});
  CHECK(kiosk.end() == 0);
  computer.sync();
  CHECK(region.counts() == computer.counts());
  CHECK(computer.gaps().empty());
}

TEST_CASE("The folder is copied to a second computer, both go on, and nothing is counted twice") {
  const Region region;
  const Computer first;
  first.connect(region);
  first.check_in({0, 1, 2});
  first.sync();
  const Computer second(first.data());
  second.check_in({}, "10:30");
  second.sync(1);  // it is not the computer that the region knows
  second.connect(region);
  first.check_in({3}, "11:00");
  second.check_in({4, 5}, "11:00");
  for (int i = 0; i < 2; ++i) {
    first.sync();
    second.sync();
  }
  CHECK(says(region.counts(), "6 visits, 6 people, 0 new, 0 in groups"));
  CHECK(says(first.counts(), "4 visits, 4 people, 0 new, 0 in groups"));
  CHECK(says(second.counts(), "5 visits, 5 people, 0 new, 0 in groups"));
  CHECK(says(region.told({"check"}), "All is well"));
}

TEST_CASE("Another computer speaks under the same life: a new one is taken, and all counts once") {
  const Region region;
  const Computer computer;
  computer.connect(region);
  const auto come = [](Driven& kiosk, int person) {
    kiosk.go({"scan " + KioskData::card(person), "wait", "tap purpose.clay", "wait", "tap done",
              "clock +PT61S", "wait"});
  };
  {
    Driven kiosk(computer.data());
    kiosk.go({at("10:00"), "wait"});
    come(kiosk, 0);
    CHECK(soon([&] {
      computer.sync();
      return says(region.counts(), "1 visits");
    }));
    come(kiosk, 1);
    CHECK(soon([&] { return !says(computer.status(), "Waiting to be sent: 0 "); }));
    {
      // A copy of the running computer counted a group of three instead of the second person.
      SQLite::Database outbox((computer.data() / "outbox/outbox.db").string(),
                              SQLite::OPEN_READWRITE, 1000);
      outbox.exec(
          "CREATE TABLE kept AS SELECT * FROM sheet WHERE acked < revision AND kind = 'day';"
          "UPDATE sheet SET rows = replace(agreed, '[\"T\",\"\",1,0,', '[\"T\",\"\",4,3,')"
          " WHERE acked < revision AND kind = 'day'");
      computer.sync();
      outbox.exec("REPLACE INTO sheet SELECT * FROM kept; DROP TABLE kept");
    }
    computer.sync(1);
    CHECK(says(computer.status(), "the kiosk takes a new one by itself"));
    CHECK(soon([&] {
      kiosk.go({"clock +PT61S", "wait"});
      return !says(computer.status(), "Refused");
    }));
    computer.sync();
    CHECK(says(region.counts(), "5 visits, 2 people, 0 new, 3 in groups"));
    come(kiosk, 2);
    CHECK(kiosk.end() == 0);
  }
  computer.sync();
  for (int start = 0; start < 2; ++start) {
    CHECK(says(region.counts(), "6 visits, 3 people, 0 new, 3 in groups"));
    CHECK(says(computer.counts(), "3 visits, 3 people, 0 new, 0 in groups"));
    CHECK_FALSE(says(computer.status(), "Refused"));
    CHECK(region.told({"check"}).starts_with("All is well"));
    computer.check_in({}, "12:00");
    computer.sync();
  }
  CHECK(computer.gaps().empty());
  CHECK(computer.check() == "All is well");
}

TEST_CASE("The centre moves to another computer, and the old one is told that it is not known") {
  const Region region;
  const Computer old;
  old.connect(region);
  old.check_in({0, 1, 2});
  old.sync();
  const std::string devices = region.told({"device", "list"});
  const Computer now(old.data());
  now.connect(region);
  region.told({"device", "revoke", devices.substr(0, devices.find('\t'))});
  now.check_in({3, 4}, "11:00");
  now.sync();
  CHECK(region.counts() == now.counts());
  old.check_in({5}, "11:00");
  CHECK(says(old.sync(1), "The region does not know this computer."));
  CHECK(says(old.status(), "The region does not know this computer. Enrol it with a new code."));
  CHECK(region.counts() == now.counts());
  CHECK_FALSE(says(old.status(), "Waiting to be sent: 0 "));
}
