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

TEST_CASE("A wrong card is taken back, the screen says so, and the right card is taken") {
  AtTheScreen screen;
  screen.show_card("SV-FROG");
  screen.touch(action::Done{});
  screen.touch(action::Undo{});
  CHECK(screen.screen() == "who");
  CHECK(screen.model().turn.took_back);
  CHECK(screen.clerk.visits() == 0);

  screen.show_card("SV-BEE");
  CHECK(screen.screen() == "purpose");
  CHECK(screen.clerk.visits() == 1);
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
  CHECK(screen.screen() == "who");
  CHECK(screen.model().turn.took_back);
}

TEST_CASE("Whoever takes something back keeps the language and the letters they chose") {
  const auto by_card = [](AtTheScreen& s) { s.show_card("SV-FROG"); };
  const auto as_guest = [](AtTheScreen& s) {
    s.touch(action::Enter{});
    s.touch(action::BeGuest{});
    s.touch(action::CountMe{});
  };
  const auto as_party = [](AtTheScreen& s) {
    s.touch(action::Enter{});
    s.touch(action::BeParty{});
    s.touch(action::Done{});
    s.touch(action::Done{});
  };
  const auto home = [](AtTheScreen& s) {
    s.show_token("frog");
    s.touch(action::Done{});
    s.touch(action::Done{});
    s.touch(action::SetLanguage{"lv"});
    s.touch(action::SetTextSize{200});
    s.show_token("frog");
    s.touch(action::GoHome{});
  };
  const std::vector<void (*)(AtTheScreen&)> ways{by_card, as_guest, as_party, home};
  for (const auto& check_in : ways) {
    AtTheScreen screen;
    screen.touch(action::SetLanguage{"lv"});
    screen.touch(action::SetTextSize{200});
    check_in(screen);
    if (screen.screen() == "purpose") screen.touch(action::Done{});
    REQUIRE((screen.screen() == "welcome" || screen.screen() == "leave"));
    screen.touch(action::Undo{});
    CHECK(screen.comfort().language == "lv");
    CHECK(screen.comfort().text_percent == 200);
  }
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
