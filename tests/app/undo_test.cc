// SPDX-License-Identifier: EUPL-1.2
#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using namespace std::chrono_literals;
using test::AtTheScreen;
using Kind = FactRef::Kind;

TEST_CASE("That is not me takes the visit and its purpose back, and asks again who it is") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::PickPurpose{"clay"});
  REQUIRE(screen.screen() == "welcome");
  screen.touch(action::Undo{});
  CHECK(screen.screen() == "who");
  CHECK(screen.model().turn.took_back);
  CHECK(screen.clerk.visits() == 0);
  CHECK(screen.clerk.standing(Kind::kParticipation).empty());

  screen.touch(action::PickFlock{Flock::kGreen});
  screen.touch(action::PickToken{"owl"});
  CHECK(screen.screen() == "purpose");
  CHECK_FALSE(screen.model().turn.took_back);
}

TEST_CASE("That is not me is asked once, however often it is touched") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  screen.apply(action::Undo{});
  screen.apply(action::Undo{});
  CHECK(screen.screen() == "welcome");
  screen.let_clerk_answer();
  CHECK(screen.screen() == "who");
  CHECK(screen.told<command::TakeBack>() == 1);
}

TEST_CASE("Back from the purpose takes the visit back") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Back{});
  CHECK(screen.screen() == "who");
  CHECK(screen.clerk.visits() == 0);
}

TEST_CASE("A wrong card is taken back and the kiosk is free for the right one") {
  AtTheScreen screen;
  screen.show_card("SV-FROG");
  screen.touch(action::Done{});
  screen.touch(action::Undo{});
  CHECK(screen.screen() == "attract");
  CHECK(screen.clerk.visits() == 0);
}

TEST_CASE("A guest who was not there is taken back") {
  AtTheScreen screen;
  screen.touch(action::Enter{});
  screen.touch(action::BeGuest{});
  screen.touch(action::CountMe{});
  screen.touch(action::Done{});
  REQUIRE(screen.screen() == "welcome");
  screen.touch(action::Undo{});
  CHECK(screen.clerk.standing(Kind::kHeadcount).empty());
}

TEST_CASE("Going home is taken back and the visit goes on") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  screen.show_token("frog");
  screen.touch(action::GoHome{});
  REQUIRE(screen.screen() == "leave");
  screen.touch(action::Undo{});
  CHECK(screen.screen() == "attract");
  CHECK(screen.clerk.standing(Kind::kLeave).empty());
  CHECK(screen.clerk.visits() == 1);
}

TEST_CASE("Something else that was a mistake is taken back, the visit is not") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  screen.show_token("frog");
  screen.touch(action::SomethingElse{});
  screen.touch(action::PickPurpose{"wood"});
  REQUIRE(screen.screen() == "welcome");
  screen.touch(action::Undo{});
  CHECK(screen.clerk.standing(Kind::kParticipation).empty());
  CHECK(screen.clerk.visits() == 1);
}
