// SPDX-License-Identifier: EUPL-1.2
#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using namespace std::chrono_literals;
using command::Signal;
using test::AtTheScreen;
using Kind = FactRef::Kind;

namespace {

Centre with_one_activity() {
  Centre centre = test::a_small_centre();
  centre.activities.resize(1);
  return centre;
}

}  // namespace

TEST_CASE("Whoever touches their sign and says what for is welcomed") {
  AtTheScreen screen;
  CHECK(screen.screen() == "attract");
  screen.touch(action::Enter{});
  CHECK(screen.screen() == "who");
  screen.touch(action::PickFlock{Flock::kGreen});
  CHECK(screen.screen() == "token");
  screen.touch(action::PickToken{"frog"});
  CHECK(screen.screen() == "purpose");
  CHECK(screen.clerk.visits() == 1);
  screen.touch(action::PickPurpose{"clay"});
  CHECK(screen.screen() == "welcome");
  CHECK(screen.heard(Signal::kWelcome) == 1);
  REQUIRE(screen.clerk.standing(Kind::kParticipation).size() == 1);
  CHECK(screen.clerk.standing(Kind::kParticipation).front().activity == "clay");
}

TEST_CASE("Nobody is thanked before it is on disk") {
  AtTheScreen screen;
  screen.apply(action::Enter{});
  screen.apply(action::PickFlock{Flock::kGreen});
  screen.apply(action::PickToken{"frog"});
  CHECK(screen.screen() == "token");
  screen.let_clerk_answer();
  screen.apply(action::PickPurpose{"clay"});
  CHECK(screen.screen() == "purpose");
  CHECK(screen.heard(Signal::kWelcome) == 0);
  screen.let_clerk_answer();
  CHECK(screen.screen() == "welcome");
}

TEST_CASE("Who is just here says so with one touch and is welcomed") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  CHECK(screen.screen() == "welcome");
  CHECK(screen.clerk.visits() == 1);
  CHECK(screen.clerk.standing(Kind::kParticipation).empty());
}

TEST_CASE("A sign that is touched twice is one visit") {
  AtTheScreen screen;
  screen.apply(action::Enter{});
  screen.apply(action::PickFlock{Flock::kGreen});
  screen.apply(action::PickToken{"frog"});
  screen.apply(action::PickToken{"frog"});
  screen.let_clerk_answer();
  CHECK(screen.clerk.visits() == 1);
  CHECK(screen.told<command::RecordArrival>() == 1);
}

TEST_CASE("Of two signs touched at once only the first is here") {
  AtTheScreen screen;
  screen.apply(action::Enter{});
  screen.apply(action::PickFlock{Flock::kGreen});
  screen.apply(action::PickToken{"frog"});
  screen.apply(action::PickToken{"owl"});
  screen.let_clerk_answer();
  REQUIRE(screen.clerk.visits() == 1);
  CHECK(screen.clerk.standing(Kind::kVisit).front().token == "frog");
  CHECK(screen.model().turn.token->id == "frog");
}

TEST_CASE("A purpose that is touched twice is one participation") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.apply(action::PickPurpose{"clay"});
  screen.apply(action::PickPurpose{"wood"});
  screen.let_clerk_answer();
  REQUIRE(screen.clerk.standing(Kind::kParticipation).size() == 1);
  CHECK(screen.clerk.standing(Kind::kParticipation).front().activity == "clay");
}

TEST_CASE("An answer to somebody who has gone says nothing to the next one") {
  AtTheScreen screen;
  screen.show_token("frog");
  const TurnNumber old = screen.model().turn.number;
  screen.show_card("SV-BEE");
  REQUIRE(screen.screen() == "purpose");
  screen.touch(action::TookPart{old, {{Kind::kParticipation, 77}}});
  screen.touch(action::TakenBack{old});
  screen.touch(action::HasLeft{old, {Kind::kLeave, 78}, true});
  screen.touch(action::Arrived{old, NotKnown{}});
  screen.touch(action::Counted{old, {Kind::kHeadcount, 79}});
  CHECK(screen.screen() == "purpose");
  CHECK(screen.model().turn.token->id == "bee");
  CHECK(screen.model().turn.recorded.size() == 1);
}

TEST_CASE("A centre that offers one thing does not ask what for") {
  AtTheScreen screen(with_one_activity());
  screen.show_token("frog");
  CHECK(screen.screen() == "welcome");
  REQUIRE(screen.clerk.visits() == 1);
  CHECK(screen.clerk.standing(Kind::kVisit).front().activity == "clay");
  CHECK(screen.model().turn.activity == "clay");
}

TEST_CASE("Who is here already is asked kindly, and counted once") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  screen.touch(action::Done{});
  CHECK(screen.screen() == "attract");
  screen.show_token("frog");
  CHECK(screen.screen() == "already");
  CHECK(screen.clerk.visits() == 1);

  SECTION("and may do something else too") {
    screen.touch(action::SomethingElse{});
    CHECK(screen.screen() == "purpose");
    screen.touch(action::PickPurpose{"wood"});
    CHECK(screen.screen() == "welcome");
    CHECK(screen.clerk.standing(Kind::kParticipation).size() == 1);
  }
  SECTION("and may think better of something else") {
    screen.touch(action::SomethingElse{});
    screen.touch(action::Back{});
    CHECK(screen.screen() == "already");
    CHECK(screen.clerk.visits() == 1);
  }
  SECTION("and may leave") {
    screen.touch(action::GoHome{});
    CHECK(screen.screen() == "leave");
    CHECK(screen.clerk.standing(Kind::kLeave).size() == 1);
    screen.pass(kThanksStay);
    CHECK(screen.screen() == "attract");
  }
  SECTION("and may stay") {
    screen.touch(action::Done{});
    CHECK(screen.screen() == "attract");
    CHECK(screen.clerk.standing(Kind::kLeave).empty());
  }
}

TEST_CASE("A guest is counted, not known") {
  AtTheScreen screen;
  screen.touch(action::Enter{});
  screen.touch(action::BeGuest{});
  CHECK(screen.screen() == "guest");
  screen.touch(action::CountMe{});
  CHECK(screen.screen() == "purpose");
  screen.touch(action::PickPurpose{"dance"});
  CHECK(screen.screen() == "welcome");
  CHECK(screen.clerk.visits() == 0);
  const auto heads = screen.clerk.standing(Kind::kHeadcount);
  REQUIRE(heads.size() == 1);
  CHECK(heads.front().people == 1);
  CHECK(heads.front().how == How::kGuest);
}

TEST_CASE("Who is new calls the staff for a sign and goes on where they were") {
  AtTheScreen screen;
  screen.touch(action::Enter{});
  screen.touch(action::BeGuest{});
  screen.touch(action::WantToken{});
  CHECK(screen.screen() == "help");
  CHECK(screen.heard(Signal::kHelp) == 1);
  screen.touch(action::GoOn{});
  CHECK(screen.screen() == "guest");
}

TEST_CASE("Help comes in front of the screen and goes away again") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::CallHelp{});
  CHECK(screen.screen() == "help");
  CHECK(screen.heard(Signal::kHelp) == 1);
  screen.touch(action::GoOn{});
  CHECK(screen.screen() == "purpose");
}
