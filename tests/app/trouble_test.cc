// SPDX-License-Identifier: EUPL-1.2
#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using namespace std::chrono_literals;
using command::Signal;
using test::AtTheScreen;

TEST_CASE("What could not be recorded is not thanked, and the kiosk tries by itself until it can") {
  AtTheScreen screen;
  screen.clerk.fault = Fault::kFull;
  screen.show_token("frog");
  CHECK(screen.screen() == "trouble");
  CHECK(screen.heard(Signal::kWelcome) == 0);
  CHECK(screen.heard(Signal::kNotYet) == 1);
  CHECK(screen.told<command::RememberTrouble>() == 1);

  screen.pass(29999ms);
  CHECK(screen.told<command::Probe>() == 0);
  screen.pass(1ms);
  CHECK(screen.told<command::Probe>() == 1);
  screen.pass(5min);
  CHECK(screen.told<command::Probe>() == 11);
  CHECK(screen.screen() == "trouble");
  CHECK(screen.wakes() < 40);

  screen.clerk.fault = std::nullopt;
  screen.pass(30s);
  CHECK(screen.screen() == "attract");
  CHECK(screen.told<command::RememberTrouble>() == 2);
  screen.show_token("frog");
  CHECK(screen.screen() == "purpose");
}

TEST_CASE("A trouble that becomes another one says the new one") {
  AtTheScreen screen;
  screen.clerk.fault = Fault::kBusy;
  screen.show_token("frog");
  screen.clerk.fault = Fault::kReadOnly;
  screen.pass(30s);
  REQUIRE(screen.screen() == "trouble");
  CHECK(std::get<screen::Trouble>(screen.model().screen).fault == Fault::kReadOnly);
}

TEST_CASE("No card is taken while the kiosk is out of order") {
  AtTheScreen screen;
  screen.clerk.fault = Fault::kFull;
  screen.show_token("frog");
  screen.show_card("SV-BEE");
  CHECK(screen.screen() == "trouble");
  CHECK(screen.told<command::RecordCard>() == 0);
}

TEST_CASE("Help may be called in trouble, and the trouble is still there after it") {
  AtTheScreen screen;
  screen.clerk.fault = Fault::kFull;
  screen.show_token("frog");
  screen.touch(action::CallHelp{});
  CHECK(screen.screen() == "help");
  screen.pass(60s);
  CHECK(screen.screen() == "trouble");
}

TEST_CASE("A kiosk that was stopped in trouble begins in trouble, and tries at once") {
  AtTheScreen screen;
  screen.clerk.fault = Fault::kBroken;
  screen.model() = begin(screen.model().centre, screen.now(), Instant{}, Fault::kBroken);
  CHECK(screen.screen() == "trouble");
  screen.touch(action::TimePassed{});
  CHECK(screen.told<command::Probe>() == 1);
  CHECK(screen.screen() == "trouble");
}

TEST_CASE("A clock before the program was built is wrong, and right again when it is set") {
  AtTheScreen screen;
  const Instant right = screen.now().wall;
  screen.set_wall(Instant{0});
  REQUIRE(screen.screen() == "trouble");
  CHECK(std::get<screen::Trouble>(screen.model().screen).fault == Fault::kClock);
  screen.pass(5min);
  CHECK(screen.screen() == "trouble");
  CHECK(screen.told<command::KeepDay>() == 0);
  CHECK(screen.wakes() < 40);
  screen.set_wall(right);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("A clock a day before the newest visit is wrong, and an hour before is not") {
  AtTheScreen screen;
  const Instant now = screen.now().wall;
  screen.open(screen.model().tokens, now);
  screen.set_wall(now - 1h);
  CHECK(screen.screen() == "attract");
  screen.set_wall(now - 24h);
  CHECK(screen.screen() == "trouble");
}

TEST_CASE(
    "A visit that a wrong clock put into the future keeps nobody out once staff took it back") {
  AtTheScreen screen;
  const Instant now = screen.now().wall;
  screen.open(screen.model().tokens, now + 24h * 700);
  screen.touch(action::TimePassed{});
  CHECK(screen.screen() == "trouble");
  screen.pass(5min);
  CHECK(screen.screen() == "trouble");
  screen.clerk.newest_fact = now - 1h;
  screen.pass(90s);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("A visit of today is noticed when the clock goes back to yesterday") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  screen.set_wall(screen.now().wall - 20h);
  CHECK(screen.screen() == "trouble");
}

TEST_CASE("The centre closes and opens at its hours, and nobody enters between") {
  AtTheScreen screen;
  screen.pass(7h - 1ms);
  CHECK(screen.screen() == "attract");
  screen.pass(1ms);
  CHECK(screen.screen() == "closed");
  screen.touch(action::Enter{});
  CHECK(screen.screen() == "closed");
  screen.pass(15h);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("Whoever is at the screen at closing time is not cut off") {
  AtTheScreen screen;
  screen.pass(7h - 5s);
  screen.show_token("frog");
  screen.pass(10s);
  CHECK(screen.screen() == "purpose");
  screen.touch(action::Done{});
  CHECK(screen.screen() == "welcome");
  screen.touch(action::Done{});
  CHECK(screen.screen() == "closed");
}

TEST_CASE("A centre that lets people in when it is closed lets them in") {
  Centre centre = test::a_small_centre();
  centre.entry_when_closed = true;
  AtTheScreen screen(centre);
  screen.pass(8h);
  screen.show_token("frog");
  CHECK(screen.screen() == "purpose");
}

TEST_CASE("The clerk keeps the day every minute, whatever people do") {
  AtTheScreen screen;
  screen.touch(action::TimePassed{});
  CHECK(screen.told<command::KeepDay>() == 1);
  screen.pass(10min);
  CHECK(screen.told<command::KeepDay>() == 11);
}
