// SPDX-License-Identifier: EUPL-1.2
#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using namespace std::chrono_literals;
using command::Signal;
using test::AtTheScreen;

namespace {

const SessionRef kClay{"clay-mon", {{2026, 11, 2}, 11 * 60}};

Series clay_on_monday() {
  Series series;
  series.id = "clay-mon";
  series.activity = "clay";
  series.places = 2;
  series.start = {{2026, 11, 2}, 11 * 60};
  series.rule = Rule::parse("FREQ=WEEKLY");
  return series;
}

/// A Monday at ten, clay at eleven; "frog" has the apple as a picture, "owl" has none.
AtTheScreen with_clay() {
  AtTheScreen screen;
  Centre centre = test::a_small_centre();
  std::vector<Token> tokens = screen.model().tokens;
  tokens.front().has_picture = true;
  screen.clerk.pictures["frog"] = "apple";
  screen.apply(
      action::Posted{std::make_shared<const Timetable>(std::vector<Series>{clay_on_monday()},
                                                       std::vector<Closure>{}, centre),
                     {},
                     tokens});
  return screen;
}

void ask_for_place(AtTheScreen& screen) {
  screen.touch(action::ShowSession{kClay});
  screen.touch(action::TakePlace{});
}

void touch_sign(AtTheScreen& screen, const std::string& token) {
  screen.touch(action::PickFlock{screen.model().token(token)->flock});
  screen.touch(action::PickToken{token});
}

}  // namespace

TEST_CASE("A place is taken by looking at it, saying who, and saying yes") {
  AtTheScreen screen = with_clay();
  ask_for_place(screen);
  CHECK(screen.screen() == "who");
  touch_sign(screen, "frog");
  CHECK(screen.screen() == "confirm");
  CHECK(screen.clerk.visits() == 0);
  screen.touch(action::Yes{});
  CHECK(screen.screen() == "place");
  CHECK(screen.clerk.places["frog"].size() == 1);
  CHECK(screen.heard(Signal::kWelcome) == 1);
}

TEST_CASE("A card takes a place too, where it was asked who it is") {
  AtTheScreen screen = with_clay();
  ask_for_place(screen);
  screen.show_card("SV-FROG");
  CHECK(screen.screen() == "confirm");
  screen.touch(action::Yes{});
  CHECK(screen.clerk.places["frog"].size() == 1);
  CHECK(screen.clerk.visits() == 0);
}

TEST_CASE("A card on the page of a session checks in, as everywhere") {
  AtTheScreen screen = with_clay();
  screen.touch(action::ShowSession{kClay});
  screen.show_card("SV-FROG");
  CHECK(screen.screen() == "purpose");
  CHECK(screen.clerk.visits() == 1);
}

TEST_CASE("Nothing is thanked before it is on disk") {
  AtTheScreen screen = with_clay();
  ask_for_place(screen);
  touch_sign(screen, "frog");
  screen.apply(action::Yes{});
  CHECK(screen.screen() == "confirm");
  screen.apply(action::Yes{});
  screen.let_clerk_answer();
  CHECK(screen.screen() == "place");
  CHECK(screen.told<command::SignUp>() == 1);
}

TEST_CASE("A place that was just taken can be taken back within ten seconds") {
  AtTheScreen screen = with_clay();
  ask_for_place(screen);
  touch_sign(screen, "owl");
  screen.touch(action::Yes{});
  screen.touch(action::Undo{});
  CHECK(screen.clerk.places["owl"].empty());
  CHECK(screen.screen() == "place");
  screen.pass(11s);
  CHECK(screen.screen() == "attract");
}

TEST_CASE("A touch on somebody's sign cannot give back the place they had before") {
  AtTheScreen screen = with_clay();
  screen.clerk.places["frog"] = {{kClay}};
  ask_for_place(screen);
  touch_sign(screen, "frog");
  screen.touch(action::Yes{});
  REQUIRE(screen.screen() == "place");
  screen.touch(action::Undo{});
  CHECK(screen.clerk.places["frog"].size() == 1);
}

TEST_CASE("A refusal is said with the low sound") {
  AtTheScreen screen = with_clay();
  screen.clerk.refuses = Refused::kEnoughToday;
  ask_for_place(screen);
  touch_sign(screen, "frog");
  screen.touch(action::Yes{});
  CHECK(screen.screen() == "place");
  CHECK(screen.heard(Signal::kNotYet) == 1);
  CHECK(screen.heard(Signal::kWelcome) == 0);
}

TEST_CASE("One's own day is never shown after a bare touch on a sign") {
  AtTheScreen screen = with_clay();
  screen.clerk.places["frog"] = {{kClay}};
  screen.touch(action::ShowMyDay{});
  touch_sign(screen, "frog");
  CHECK(screen.screen() == "picture");
  CHECK(screen.model().turn.places.empty());
  screen.touch(action::PickPicture{"car"});
  CHECK(screen.screen() == "picture");
  CHECK(screen.model().turn.places.empty());
  screen.touch(action::PickPicture{"apple"});
  CHECK(screen.screen() == "my-day");
  CHECK(screen.model().turn.places.size() == 1);
}

TEST_CASE("After two wrong pictures none is asked any more, but a card still helps") {
  AtTheScreen screen = with_clay();
  screen.touch(action::ShowMyDay{});
  touch_sign(screen, "frog");
  for (int i = 0; i < kPictureTries; ++i) screen.touch(action::PickPicture{"car"});
  screen.touch(action::PickPicture{"apple"});
  CHECK(screen.screen() == "picture");
  screen.show_card("SV-FROG");
  CHECK(screen.screen() == "my-day");
}

TEST_CASE("A place is given back from one's own day, after a card") {
  AtTheScreen screen = with_clay();
  screen.clerk.places["frog"] = {{kClay}};
  screen.touch(action::ShowMyDay{});
  screen.show_card("SV-FROG");
  REQUIRE(screen.screen() == "my-day");
  screen.touch(action::GiveBack{kClay});
  CHECK(screen.screen() == "confirm");
  screen.touch(action::Back{});
  CHECK(screen.screen() == "my-day");
  screen.touch(action::GiveBack{kClay});
  screen.touch(action::Yes{});
  CHECK(screen.screen() == "place");
  CHECK(screen.clerk.places["frog"].empty());
}

TEST_CASE("Whoever gives a place back at the page of a session shows first that it is theirs") {
  AtTheScreen screen = with_clay();
  screen.clerk.places["frog"] = {{kClay}};
  screen.touch(action::ShowSession{kClay});
  screen.touch(action::GiveBack{kClay});
  touch_sign(screen, "frog");
  CHECK(screen.screen() == "picture");
  screen.touch(action::PickPicture{"apple"});
  CHECK(screen.screen() == "confirm");
  screen.touch(action::Yes{});
  CHECK(screen.clerk.places["frog"].empty());
}

TEST_CASE("News is told to whom is sure to be meant, and to nobody else") {
  AtTheScreen screen = with_clay();
  screen.clerk.places["frog"] = {{.session = kClay, .news = true}};
  screen.show_token("frog");
  CHECK_FALSE(screen.clerk.told);
  screen.touch(action::Done{});
  screen.show_card("SV-FROG");
  CHECK(screen.clerk.told);
}

TEST_CASE("News that was not on the screen is not told") {
  AtTheScreen screen = with_clay();
  screen.clerk.places["frog"] = {{.session = kClay, .news = true}};
  screen.show_card("SV-FROG");
  REQUIRE(screen.screen() == "purpose");
  CHECK_FALSE(screen.clerk.told);
  // They walk away, and come back.
  screen.pass(60s);
  REQUIRE(screen.screen() == "attract");
  CHECK_FALSE(screen.clerk.told);
  screen.show_card("SV-FROG");
  CHECK(screen.screen() == "already");
  CHECK(screen.clerk.told);
  CHECK(screen.model().turn.news());
}

TEST_CASE("Who gives back what they do not have is shown what they have") {
  AtTheScreen screen = with_clay();
  screen.touch(action::ShowSession{kClay});
  screen.touch(action::GiveBack{kClay});
  screen.show_card("SV-FROG");
  screen.touch(action::Yes{});
  CHECK(screen.screen() == "my-day");
  CHECK(screen.heard(Signal::kWelcome) == 0);
}

TEST_CASE("A purpose may be a session of the timetable") {
  AtTheScreen screen = with_clay();
  screen.show_token("frog");
  screen.touch(action::PickPurpose{"clay", kClay});
  CHECK(screen.screen() == "welcome");
  CHECK(screen.model().turn.session == kClay);
}

TEST_CASE("A day that staff post as closed closes the door, and opens it when it is taken back") {
  AtTheScreen screen;
  const Centre centre = test::a_small_centre();
  const auto post = [&](std::vector<Closure> closures) {
    screen.apply(action::Posted{
        std::make_shared<const Timetable>(std::vector<Series>{}, std::move(closures), centre),
        {},
        screen.model().tokens});
    screen.sleep(1s);
  };
  REQUIRE(screen.screen() == "attract");
  post({{{2026, 11, 2}, {2026, 11, 2}, {}}});
  CHECK(screen.screen() == "closed");
  screen.touch(action::Enter{});
  CHECK(screen.screen() == "closed");
  post({});
  CHECK(screen.screen() == "attract");
}

TEST_CASE("A session that staff take away while somebody looks at it leads home") {
  AtTheScreen screen = with_clay();
  screen.touch(action::ShowSession{kClay});
  screen.apply(
      action::Posted{std::make_shared<const Timetable>(
                         std::vector<Series>{}, std::vector<Closure>{}, test::a_small_centre()),
                     {},
                     screen.model().tokens});
  CHECK(screen.screen() == "attract");
}

TEST_CASE("Back leads from a session to where it was found") {
  AtTheScreen screen = with_clay();
  screen.touch(action::ShowSession{kClay});
  screen.touch(action::Back{});
  CHECK(screen.screen() == "attract");
  screen.touch(action::ShowDay{{2026, 11, 2}});
  screen.touch(action::ShowSession{kClay});
  screen.touch(action::Back{});
  CHECK(screen.screen() == "today");
  screen.touch(action::ShowWeek{{2026, 11, 5}});
  CHECK(screen.screen() == "week");
  screen.touch(action::Back{});
  CHECK(screen.screen() == "attract");
}
