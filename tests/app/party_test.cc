// SPDX-License-Identifier: EUPL-1.2
#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using test::AtTheScreen;
using Kind = FactRef::Kind;

namespace {

/// So many people have come, so many of them with a sign; the counting is done.
void come_as_party(AtTheScreen& screen, int people, int known) {
  screen.touch(action::Enter{});
  screen.touch(action::BeParty{});
  for (int i = PartyCount::kFewest; i < people; ++i) screen.touch(action::ChangeCount{+1});
  screen.touch(action::Done{});
  for (int i = 0; i < known; ++i) screen.touch(action::ChangeCount{+1});
  screen.touch(action::Done{});
}

void touch_sign(AtTheScreen& screen, const std::string& id) {
  screen.touch(action::PickFlock{screen.model().token(id)->flock});
  screen.touch(action::PickToken{id});
}

int heads(const AtTheScreen& screen) {
  int people = 0;
  for (const auto& fact : screen.clerk.standing(Kind::kHeadcount)) people += fact.people;
  return people;
}

}  // namespace

TEST_CASE("Five people, two with a sign: two visits, three heads, one purpose for all") {
  AtTheScreen screen;
  come_as_party(screen, 5, 2);
  CHECK(heads(screen) == 3);
  CHECK(screen.screen() == "who");
  touch_sign(screen, "frog");
  CHECK(screen.screen() == "who");
  touch_sign(screen, "bee");
  CHECK(screen.screen() == "purpose");
  screen.touch(action::PickPurpose{"clay"});
  CHECK(screen.screen() == "welcome");
  CHECK(screen.clerk.visits() == 2);
  CHECK(screen.clerk.standing(Kind::kParticipation).size() == 3);
  for (const auto& visit : screen.clerk.standing(Kind::kVisit)) CHECK(visit.how == How::kParty);
}

TEST_CASE("A party in which nobody has a sign is only counted") {
  AtTheScreen screen;
  come_as_party(screen, 12, 0);
  CHECK(screen.screen() == "purpose");
  CHECK(heads(screen) == 12);
  CHECK(screen.clerk.visits() == 0);
}

TEST_CASE("A party in which everybody has a sign is not counted twice") {
  AtTheScreen screen;
  come_as_party(screen, 2, 2);
  CHECK(heads(screen) == 0);
  touch_sign(screen, "frog");
  touch_sign(screen, "owl");
  CHECK(screen.screen() == "purpose");
  CHECK(screen.clerk.visits() == 2);
}

TEST_CASE("A party is two to sixty people, and no more have a sign than there are") {
  AtTheScreen screen;
  screen.touch(action::Enter{});
  screen.touch(action::BeParty{});
  const auto& party = screen.model().turn.party;
  screen.touch(action::ChangeCount{-1});
  CHECK(party->people == 2);
  for (int i = 0; i < 100; ++i) screen.touch(action::ChangeCount{+1});
  CHECK(party->people == 60);
  screen.touch(action::Done{});
  screen.touch(action::ChangeCount{-1});
  CHECK(party->known == 0);
  for (int i = 0; i < 100; ++i) screen.touch(action::ChangeCount{+1});
  CHECK(party->known == 3);  // signs in the centre

  SECTION("fewer people than signs: fewer signs") {
    screen.touch(action::Back{});
    for (int i = 0; i < 100; ++i) screen.touch(action::ChangeCount{-1});
    CHECK(party->people == 2);
    CHECK(party->known == 2);
  }
}

TEST_CASE("One sign of a party counts once, however often it is touched") {
  AtTheScreen screen;
  come_as_party(screen, 3, 2);
  touch_sign(screen, "frog");
  touch_sign(screen, "frog");
  CHECK(screen.screen() == "who");
  touch_sign(screen, "owl");
  CHECK(screen.screen() == "purpose");
  CHECK(screen.clerk.visits() == 2);
  CHECK(screen.model().turn.arrivals.size() == 3);
}

TEST_CASE("Somebody of a party who was here before is not a new visit") {
  AtTheScreen screen;
  screen.show_token("frog");
  screen.touch(action::Done{});
  come_as_party(screen, 2, 1);
  touch_sign(screen, "frog");
  CHECK(screen.screen() == "purpose");
  CHECK(screen.clerk.visits() == 1);
}

TEST_CASE("Who does not find their sign is counted all the same: all five are") {
  AtTheScreen screen;
  come_as_party(screen, 5, 3);
  touch_sign(screen, "frog");
  screen.touch(action::Done{});
  CHECK(screen.screen() == "purpose");
  CHECK(screen.clerk.visits() == 1);
  CHECK(heads(screen) == 4);
}

TEST_CASE("A party that goes back is taken back, those of before stay") {
  AtTheScreen screen;
  screen.show_token("bee");
  screen.touch(action::Done{});
  come_as_party(screen, 4, 2);
  touch_sign(screen, "frog");
  REQUIRE(screen.clerk.visits() == 2);
  screen.touch(action::Back{});
  CHECK(screen.clerk.visits() == 1);
  CHECK(heads(screen) == 0);
}

TEST_CASE("The large letters of one are not the large letters of the party") {
  AtTheScreen screen;
  come_as_party(screen, 3, 2);
  touch_sign(screen, "bee");
  CHECK(screen.comfort().language == "lt");
  CHECK(screen.comfort().text_percent == 100);
}
