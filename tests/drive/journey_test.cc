// SPDX-License-Identifier: EUPL-1.2
// What visitors come for, on the real program; what the centre then exports is what they did.
#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki::test;

namespace {

/// A kiosk on a Monday at ten: the door is open.
struct AtTen {
  KioskData data;
  Driven kiosk{data.path()};
  AtTen() { kiosk.go({clock_at("10:00")}); }

  /// Touches the sign of the first or second person of a flock: ready for the next line.
  std::string touch_sign(const std::string& flock, std::size_t which = 0) {
    kiosk.go({"tap " + flock});
    return kiosk.go({"tap " + kiosk.ids("token.").at(which), "wait"});
  }
};

}  // namespace

TEST_CASE("Somebody checks in with their sign, chooses what for, and is welcomed") {
  AtTen at;
  CHECK(at.kiosk.go({"tap enter"}) == "who");
  CHECK(at.touch_sign("flock.1") == "purpose");
  CHECK(at.kiosk.go({"tap purpose.clay", "wait"}) == "welcome");
  CHECK(at.kiosk.ids("activity.") == std::vector<std::string>{"activity.clay"});
  CHECK(at.kiosk.go({"tap done"}) == "attract");
  CHECK(at.data.counts(monday())["clay"] == "1 1 0 0");
  CHECK(at.data.counts(monday())["total"] == "1 1 0 0");
  CHECK(at.data.check() == "All is well");
}

TEST_CASE("Somebody shows their card, and the screen speaks their language") {
  AtTen at;
  CHECK(at.kiosk.go({"scan SV-1003", "wait"}) == "purpose");
  CHECK(at.kiosk.label("title") == said_in("lv", "What will you do today?"));
  CHECK(at.kiosk.go({"tap purpose.wood", "wait", "clock +PT11S"}) == "attract");
  CHECK(at.kiosk.label("enter") == said_in("lt", "I am here"));
  CHECK(at.data.counts(monday())["wood"] == "1 1 0 0");
}

TEST_CASE("A guest is counted, not known") {
  AtTen at;
  CHECK(at.kiosk.go({"tap enter", "tap guest", "tap count-me", "wait"}) == "purpose");
  CHECK(at.kiosk.go({"tap done", "wait"}) == "welcome");
  CHECK(at.data.counts(monday())["none"] == "1 0 0 1");
}

TEST_CASE("A party of five, two with signs, is five visits and two people") {
  AtTen at;
  at.kiosk.go({"tap enter", "tap party", "tap count.plus", "tap count.plus", "tap count.plus"});
  CHECK(at.kiosk.label("count") == "5");
  at.kiosk.go({"tap done", "tap known.plus", "tap known.plus"});
  CHECK(at.kiosk.go({"tap done", "wait"}) == "who");
  CHECK(at.touch_sign("flock.1") == "who");
  CHECK(at.touch_sign("flock.2") == "purpose");
  CHECK(at.kiosk.go({"tap purpose.gymnastics", "wait"}) == "welcome");
  CHECK(at.data.counts(monday())["gymnastics"] == "5 2 0 3");
  CHECK(at.data.counts(monday())["total"] == "5 2 0 3");
}

TEST_CASE("That is not me takes the visit back, and the right person checks in") {
  AtTen at;
  at.kiosk.go({"tap enter"});
  at.touch_sign("flock.3", 0);
  CHECK(at.kiosk.go({"tap purpose.embroidery", "wait", "tap undo", "wait"}) == "who");
  CHECK(at.data.counts(monday())["total"] == "0 0 0 0");
  CHECK(at.touch_sign("flock.3", 1) == "purpose");
  at.kiosk.go({"tap purpose.embroidery", "wait"});
  CHECK(at.data.counts(monday())["embroidery"] == "1 1 0 0");
  CHECK(at.data.check() == "All is well");
}

TEST_CASE("Who is here already takes part in something else, and goes home") {
  AtTen at;
  at.kiosk.go({"scan SV-1001", "wait", "tap purpose.clay", "wait", "clock +PT30M"});
  CHECK(at.kiosk.go({"scan SV-1001", "wait"}) == "already");
  CHECK(at.kiosk.go({"tap purpose", "tap purpose.wood", "wait", "clock +PT30M"}) == "attract");
  CHECK(at.kiosk.go({"scan SV-1001", "wait", "tap leave", "wait"}) == "leave");
  CHECK(at.kiosk.go({"clock +PT11S"}) == "attract");
  CHECK(at.data.counts(monday())["clay"] == "1 1 0 0");
  CHECK(at.data.counts(monday())["wood"] == "1 1 0 0");
  CHECK(at.data.counts(monday())["total"] == "1 1 0 0");
}

TEST_CASE("Who has gone home and comes back begins a second visit of the same person") {
  AtTen at;
  at.kiosk.go({"scan SV-1001", "wait", "tap done", "clock +PT30M"});
  at.kiosk.go({"scan SV-1001", "wait", "tap leave", "wait", "clock +PT30M"});
  CHECK(at.kiosk.go({"scan SV-1001", "wait"}) == "purpose");
  CHECK(at.data.counts(monday())["total"] == "2 1 0 0");
}

TEST_CASE("A card works on every screen, ends the open turn and begins its own") {
  AtTen at;
  const std::initializer_list<std::string> kWays[] = {
      {},
      {"tap privacy"},
      {"tap help"},
      {"tap enter"},
      {"tap enter", "clock +PT16S"},
      {"tap enter", "tap flock.1"},
      {"tap enter", "tap guest"},
      {"tap enter", "tap party"},
      {"scan SV-1011", "wait"},
      {"scan SV-1012", "wait", "tap purpose.clay", "wait"},
      {"scan NOBODYS", "wait"},
      {"scan SV-1011", "wait", "tap leave", "wait"},
  };
  int person = 0;
  for (const auto& way : kWays) {
    const std::string from =
        way.size() == 0 ? at.kiosk.say("tree")["screen"].get<std::string>() : at.kiosk.go(way);
    INFO("from " << from);
    const std::string card = KioskData::card(person++ % 10);
    CHECK(at.kiosk.go({"scan " + card, "wait"}) == (person <= 10 ? "purpose" : "already"));
    CHECK(at.kiosk.go({"clock +PT60S"}) == "attract");
  }
  CHECK(at.data.check() == "All is well");
}

TEST_CASE("Five keys are enough to check in") {
  AtTen at;
  // Down goes through what can be chosen, in the order of the tree.
  const auto choose = [&](const std::string& id_begins) {
    for (const Json& node : at.kiosk.nodes()) {
      if (!node["touch"]) continue;
      at.kiosk.go({"key down"});
      if (node["id"].get<std::string>().starts_with(id_begins)) break;
    }
    return at.kiosk.go({"key select", "wait"});
  };
  CHECK(choose("enter") == "who");
  CHECK(choose("flock.4") == "token");
  CHECK(at.kiosk.go({"key back"}) == "who");
  CHECK(choose("flock.4") == "token");
  CHECK(at.kiosk.go({"key help"}) == "help");
  CHECK(at.kiosk.go({"key up", "key select"}) == "token");
  CHECK(choose("token.") == "purpose");
  CHECK(choose("purpose.wood") == "welcome");
  CHECK(at.kiosk.go({"key back", "wait"}) == "who");  // the undo
  CHECK(at.data.counts(monday())["total"] == "0 0 0 0");
}

TEST_CASE("Two touches on one sign are one visit") {
  AtTen at;
  at.kiosk.go({"tap enter", "tap flock.1"});
  const std::string sign = at.kiosk.ids("token.").at(0);
  at.kiosk.send("tap " + sign + "\ntap " + sign + "\nwait");
  CHECK(at.kiosk.answer()->at("ok") == true);
  at.kiosk.answer();  // where the second touch comes too late, the sign is gone
  CHECK(at.kiosk.answer()->at("screen") == "purpose");
  CHECK(at.data.counts(monday())["total"] == "1 1 0 0");
}

TEST_CASE("Touches on two signs, one right after the other, are the first one's visit") {
  AtTen at;
  at.kiosk.go({"tap enter", "tap flock.1"});
  const auto signs = at.kiosk.ids("token.");
  REQUIRE(signs.size() == 2);
  at.kiosk.send("tap " + signs[0] + "\ntap " + signs[1] + "\nwait");
  at.kiosk.answer();
  at.kiosk.answer();
  CHECK(at.kiosk.answer()->at("screen") == "purpose");
  CHECK(at.data.counts(monday())["total"] == "1 1 0 0");
}

TEST_CASE("A finger that rests for five seconds makes one visit") {
  AtTen at;
  at.kiosk.go({"tap enter", "tap flock.1"});
  CHECK(at.kiosk.go({"hold " + at.kiosk.ids("token.").at(0) + " 5000", "wait"}) == "purpose");
  CHECK(at.data.counts(monday())["total"] == "1 1 0 0");
}

TEST_CASE("A scanner that is stuck loses nothing, and the next card works") {
  AtTen at;
  CHECK(at.kiosk.go({"scan " + std::string(10'000, '7'), "wait"}) == "unknown");
  CHECK(at.kiosk.label("title") == said_in("lt", "Your card"));
  CHECK(at.kiosk.go({"clock +PT1S", "scan SV-1001", "wait"}) == "purpose");
  CHECK(at.data.counts(monday())["total"] == "1 1 0 0");
}

TEST_CASE("Outside the opening hours the door is closed, and by night nobody is counted") {
  AtTen at;
  CHECK(at.kiosk.go({clock_at("20:00")}) == "closed");
  CHECK(at.kiosk.go({"scan SV-1001", "wait"}) == "closed");
  CHECK(at.kiosk.go({clock_at("08:00", 1)}) == "attract");
  CHECK(at.kiosk.go({"scan SV-1001", "wait"}) == "purpose");
  CHECK(at.data.counts(monday())["total"] == "0 0 0 0");
  CHECK(at.data.counts(monday().next())["total"] == "1 1 0 0");
}
