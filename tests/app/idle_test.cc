// SPDX-License-Identifier: EUPL-1.2
#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using namespace std::chrono_literals;
using test::AtTheScreen;

TEST_CASE(
    "Names hide after 15 seconds, then 20 seconds are counted down, then the screen is free") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.pass(14999ms);
  CHECK(screen.screen() == "purpose");
  CHECK_FALSE(screen.seconds_left());
  screen.pass(1ms);
  CHECK(screen.screen() == "still-here");
  CHECK(screen.seconds_left() == 20);
  screen.pass(1ms);
  CHECK(screen.seconds_left() == 20);
  screen.pass(999ms);
  CHECK(screen.seconds_left() == 19);
  screen.pass(18999ms);
  CHECK(screen.screen() == "still-here");
  CHECK(screen.seconds_left() == 1);
  screen.pass(1ms);
  CHECK(screen.screen() == "attract");
  CHECK_FALSE(screen.model().turn.token);
  CHECK(screen.clerk.visits() == 1);  // nothing entered is lost
}

TEST_CASE("One touch extends the time, twenty times if need be") {
  AtTheScreen screen;
  screen.show_token("frog");
  for (int i = 0; i < 20; ++i) {
    screen.pass(34s);
    REQUIRE(screen.screen() == "still-here");
    screen.touch(action::Touched{});
    REQUIRE(screen.screen() == "purpose");
  }
  screen.touch(action::PickPurpose{"clay"});
  CHECK(screen.screen() == "welcome");
}

TEST_CASE("Welcome stays ten seconds, begun anew by any touch") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  CHECK(screen.seconds_left() == 10);
  screen.pass(9s);
  CHECK(screen.seconds_left() == 1);
  screen.touch(action::Touched{});
  CHECK(screen.seconds_left() == 10);
  screen.pass(9999ms);
  CHECK(screen.screen() == "welcome");
  screen.pass(1ms);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("The sentences about privacy stay a minute, then the countdown is a whole one") {
  AtTheScreen screen;
  screen.touch(action::ReadPrivacy{});
  screen.pass(59999ms);
  CHECK(screen.screen() == "privacy");
  screen.pass(1ms);
  CHECK(screen.screen() == "still-here");
  CHECK(screen.seconds_left() == 20);
  screen.pass(19999ms);
  CHECK(screen.screen() == "still-here");
  screen.pass(1ms);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("Who comes back from reading about privacy finds the letters they chose") {
  AtTheScreen screen;
  screen.touch(action::SetLanguage{"lv"});
  screen.touch(action::SetTextSize{200});
  screen.touch(action::SetTheme{"yellow"});
  screen.touch(action::ReadPrivacy{});
  screen.touch(action::Back{});
  CHECK(screen.screen() == "attract");
  CHECK(screen.comfort() == Comfort{"lv", 200, "yellow"});
}

TEST_CASE("Help stays a minute, then asks with a whole countdown, then the screen is free") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::CallHelp{});
  screen.pass(59999ms);
  CHECK(screen.screen() == "help");
  screen.pass(1ms);
  CHECK(screen.screen() == "still-here");
  CHECK(screen.seconds_left() == 20);
  screen.pass(20s);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("Help in front of welcome does not shorten it") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  screen.touch(action::CallHelp{});
  screen.pass(30s);
  CHECK(screen.screen() == "help");
  screen.touch(action::GoOn{});
  CHECK(screen.screen() == "welcome");
  CHECK(screen.seconds_left() == 10);
}

TEST_CASE("Nobody is sent away while the disk is slow") {
  AtTheScreen screen;
  screen.touch(action::Enter{});
  screen.touch(action::PickFlock{Flock::kGreen});
  screen.model().turn.waiting = true;
  screen.pass(5min);
  CHECK(screen.screen() == "token");
  CHECK(screen.wakes() < 20);
}

TEST_CASE("A machine that slept through the countdown asks nobody") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.sleep(35s);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("What is on offer stays at its second page while somebody reads it") {
  AtTheScreen screen;
  screen.touch(action::More{});
  screen.pass(34s);
  CHECK(std::get<screen::Attract>(screen.model().screen).page == 1);
  screen.pass(1s);
  CHECK(std::get<screen::Attract>(screen.model().screen).page == 0);
}

TEST_CASE("A person's own language, letters and colours come with the sign and go with the turn") {
  AtTheScreen screen;
  const Comfort centres = screen.comfort();
  CHECK(centres == Comfort{"lt", 100, "day"});
  screen.touch(action::Enter{});
  screen.touch(action::PickFlock{Flock::kRed});
  CHECK(screen.comfort() == centres);
  screen.touch(action::PickToken{"bee"});
  CHECK(screen.comfort() == Comfort{"en", 150, "evening"});
  screen.touch(action::Done{});
  CHECK(screen.comfort() == Comfort{"en", 150, "evening"});
  screen.touch(action::Done{});
  CHECK(screen.comfort() == centres);
}

TEST_CASE("What the next one finds is the centre's own, when somebody just walks away") {
  AtTheScreen screen;
  screen.show_token("bee");
  screen.pass(35s);
  CHECK(screen.comfort() == Comfort{"lt", 100, "day"});
}

TEST_CASE("Letters made large at the wall stay large through the turn and are forgotten after it") {
  AtTheScreen screen;
  screen.touch(action::SetLanguage{"lv"});
  screen.touch(action::SetTextSize{200});
  screen.touch(action::SetTheme{"yellow"});
  screen.touch(action::Enter{});
  CHECK(screen.comfort() == Comfort{"lv", 200, "yellow"});
  screen.touch(action::PickFlock{Flock::kGreen});
  screen.touch(action::PickToken{"frog"});
  CHECK(screen.comfort() == Comfort{"lv", 200, "yellow"});
  screen.touch(action::Done{});
  screen.touch(action::Done{});
  CHECK(screen.comfort() == Comfort{"lt", 100, "day"});
}

TEST_CASE("Letters made large at the wall are for whoever shows a card next") {
  AtTheScreen screen;
  screen.touch(action::SetTextSize{200});
  screen.show_card("SV-FROG");
  CHECK(screen.comfort().text_percent == 200);
}

TEST_CASE("Letters made large at the wall are forgotten when nobody comes in") {
  AtTheScreen screen;
  screen.touch(action::SetTextSize{200});
  screen.pass(34s);
  CHECK(screen.comfort().text_percent == 200);
  screen.pass(1s);
  CHECK(screen.comfort().text_percent == 100);
}

TEST_CASE("The wall wakes only when its clock moves on") {
  AtTheScreen screen;
  screen.pass(1h);
  CHECK(screen.wakes() == 60);
}
