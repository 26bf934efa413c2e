// SPDX-License-Identifier: EUPL-1.2
// Somebody who has never seen the kiosk finds every screen by its tree alone, and every way out.
#include <algorithm>
#include <map>
#include <set>

#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki::test;

namespace {

/// Does on each screen what was done there least often: touches whatever can be touched, waits,
/// or shows a card that nobody has. Knows no id and no screen.
class Stranger {
 public:
  explicit Stranger(Driven& kiosk) : kiosk_(kiosk) {}

  void wander() {
    const Json tree = kiosk_.say("tree");
    std::vector<std::string> ways{"clock +PT16S", "scan STRANGE"};
    std::string looks = tree["screen"];
    for (const Json& node : tree["nodes"]) {
      CHECK_FALSE(node["spoken"].get<std::string>().empty());
      if (!node["touch"] || node["state"] == "disabled") continue;
      const std::string id = node["id"];
      looks += " " + id;
      ways.push_back("tap " + id);
    }
    INFO("on " << looks);
    CHECK(ways.size() > 2);  // no screen is without something to touch
    const auto tried = [&](const std::string& way) { return times_[looks + " " + way]; };
    const std::string way = *std::ranges::min_element(ways, {}, tried);
    ++times_[looks + " " + way];
    kiosk_.go({way});
    screens.insert(kiosk_.go({"wait"}));
  }

  std::set<std::string> screens;

 private:
  Driven& kiosk_;
  std::map<std::string, int> times_;
};

}  // namespace

TEST_CASE("Somebody who has never seen the kiosk finds every screen by its tree alone") {
  const KioskData data;
  Driven kiosk(data.path());
  kiosk.go({clock_at("08:00")});
  Stranger stranger(kiosk);
  const std::set<std::string> by_day{"attract", "who",        "token",  "purpose", "welcome",
                                     "already", "guest",      "party",  "leave",   "privacy",
                                     "help",    "still-here", "unknown"};
  int steps = 0;
  for (; steps < 1500 && stranger.screens != by_day; ++steps) {
    stranger.wander();
    // A stranger who wanders for hours is still here by day.
    if (steps % 50 == 49) kiosk.go({clock_at("08:00")});
  }
  INFO("after " << steps << " steps");
  CHECK(stranger.screens == by_day);

  CHECK(kiosk.go({"clock +PT60S", clock_at("20:00")}) == "closed");
  stranger.wander();
  CHECK(kiosk.go({"clock 2020-01-01T10:00"}) == "trouble");
  stranger.wander();
  CHECK(kiosk.go({clock_at("20:01"), "clock +PT60S"}) == "closed");
  CHECK(data.check() == "All is well");
}
