// SPDX-License-Identifier: EUPL-1.2
#include <functional>

#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using namespace std::chrono_literals;
using command::Signal;
using test::AtTheScreen;

namespace {

struct Way {
  std::string screen;
  std::function<void(AtTheScreen&)> walk;
};

/// A way to every screen on which somebody may be when another shows a card.
const std::vector<Way> kWays{
    {"attract", [](AtTheScreen&) {}},
    {"who", [](AtTheScreen& s) { s.touch(action::Enter{}); }},
    {"token",
     [](AtTheScreen& s) {
       s.touch(action::Enter{});
       s.touch(action::PickFlock{Flock::kGreen});
     }},
    {"purpose", [](AtTheScreen& s) { s.show_token("frog"); }},
    {"welcome",
     [](AtTheScreen& s) {
       s.show_token("frog");
       s.touch(action::Done{});
     }},
    {"already",
     [](AtTheScreen& s) {
       s.show_token("frog");
       s.touch(action::Done{});
       s.show_token("frog");
     }},
    {"leave",
     [](AtTheScreen& s) {
       s.show_token("frog");
       s.touch(action::Done{});
       s.show_token("frog");
       s.touch(action::GoHome{});
     }},
    {"guest",
     [](AtTheScreen& s) {
       s.touch(action::Enter{});
       s.touch(action::BeGuest{});
     }},
    {"party",
     [](AtTheScreen& s) {
       s.touch(action::Enter{});
       s.touch(action::BeParty{});
     }},
    {"unknown", [](AtTheScreen& s) { s.show_card("NOBODY"); }},
    {"privacy", [](AtTheScreen& s) { s.touch(action::ReadPrivacy{}); }},
    {"help",
     [](AtTheScreen& s) {
       s.show_token("frog");
       s.touch(action::CallHelp{});
     }},
    {"still-here",
     [](AtTheScreen& s) {
       s.show_token("frog");
       s.pass(kNamesStay);
     }},
};

}  // namespace

TEST_CASE("A card works on every screen, ends the open turn and starts its own") {
  for (const Way& way : kWays) {
    INFO(way.screen);
    AtTheScreen screen;
    way.walk(screen);
    REQUIRE(screen.screen() == way.screen);
    const TurnNumber before = screen.model().turn.number;
    screen.show_card("SV-BEE");
    CHECK(screen.screen() == "purpose");
    CHECK(screen.model().turn.number > before);
    CHECK(screen.model().turn.token->id == "bee");
    CHECK(screen.model().turn.recorded.size() == 1);
    CHECK(screen.clerk.standing(FactRef::Kind::kVisit).back().how == How::kCard);
  }
}

TEST_CASE("A card shown while another is being recorded has its own turn, and both are here") {
  AtTheScreen screen;
  screen.apply(action::CardShown{"SV-FROG"});
  screen.apply(action::CardShown{"SV-BEE"});
  screen.let_clerk_answer();
  CHECK(screen.clerk.visits() == 2);
  CHECK(screen.model().turn.token->id == "bee");
  CHECK(screen.model().turn.recorded.size() == 1);
}

TEST_CASE("A card that nobody has is said to be unknown, kindly, and records nothing") {
  AtTheScreen screen;
  screen.show_card("NOBODY");
  CHECK(screen.screen() == "unknown");
  CHECK(screen.clerk.visits() == 0);
  CHECK(screen.heard(Signal::kNotYet) == 1);

  SECTION("the sign does it instead, and the visit says so") {
    screen.touch(action::Enter{});
    screen.touch(action::PickFlock{Flock::kGreen});
    screen.touch(action::PickToken{"frog"});
    REQUIRE(screen.clerk.visits() == 1);
    CHECK(screen.clerk.standing(FactRef::Kind::kVisit).front().how == How::kToken);
  }
  SECTION("back asks who it is") {
    screen.touch(action::Back{});
    CHECK(screen.screen() == "who");
  }
}

TEST_CASE("A stuck scanner is a card that could not be read") {
  AtTheScreen screen;
  screen.touch(action::CardShown{"", true});
  CHECK(screen.screen() == "unknown");
  CHECK(std::get<screen::Unknown>(screen.model().screen).unreadable);
  CHECK(screen.told<command::RecordCard>() == 0);
}

TEST_CASE("A card shown while the centre is closed records nothing") {
  AtTheScreen screen;
  screen.pass(8h);
  REQUIRE(screen.screen() == "closed");
  screen.show_card("SV-BEE");
  CHECK(screen.screen() == "closed");
  CHECK(screen.clerk.visits() == 0);
  CHECK(screen.heard(Signal::kNotYet) == 1);
}

TEST_CASE("A card is enough when the centre lets people in outside its hours") {
  Centre centre = test::a_small_centre();
  centre.entry_when_closed = true;
  AtTheScreen screen(centre);
  screen.pass(8h);
  REQUIRE(screen.screen() == "closed");
  screen.show_card("SV-BEE");
  CHECK(screen.screen() == "purpose");
}

TEST_CASE("A centre without cards takes none") {
  Centre centre = test::a_small_centre();
  centre.ways.card = false;
  AtTheScreen screen(centre);
  screen.show_card("SV-BEE");
  CHECK(screen.screen() == "attract");
  CHECK(screen.clerk.visits() == 0);
}
