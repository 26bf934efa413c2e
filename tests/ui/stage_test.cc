// SPDX-License-Identifier: EUPL-1.2
// What is on the glass, pixel by pixel, where the node record alone cannot tell; and what the stage
// makes of fingers, keys and cards.
#include "ui/stage.h"

#include <cmath>
#include <set>

#include "platform/surface.h"
#include "support/at_the_screen.h"
#include "support/catch.h"
#include "support/every_screen.h"

using namespace sveiki;
using namespace std::chrono_literals;
using namespace sveiki::ui;
using platform::Finger;
using platform::Key;
using test::AtTheScreen;

namespace {

const std::string kShare = SVEIKI_BIN_DIR "/../share/sveiki/";

constexpr int kWidth = 1280;
constexpr int kHeight = 720;

/// The screen of somebody, on a glass that can be looked at.
class Glass {
 public:
  explicit Glass(std::string_view theme = "day", Centre centre = test::a_small_centre())
      : screen(std::move(centre)), theme_(theme) {
    screen.open(test::a_crowd());
    show();
  }

  void show() {
    stage.follow(screen.model(), screen.now());
    screen.model().turn.comfort.theme = theme_;
    surface_->show(stage.draw(screen.model(), screen.now()));
    pixels_ = surface_->read();
  }
  /// Everything that the input means happens.
  std::vector<app::Action> take(const platform::Input& input) {
    const auto actions = stage.take(input, screen.now());
    for (const app::Action& action : actions) screen.touch(action);
    show();
    return actions;
  }
  void touch(const app::Action& action) {
    screen.touch(action);
    show();
  }
  void tap(const std::string& id) {
    const Point at = node(id).rect.centre();
    take(Finger{Finger::Kind::kDown, at.x, at.y});
    take(Finger{Finger::Kind::kUp, at.x, at.y});
  }

  const Node& node(const std::string& id) const {
    const Node* found = find(stage.nodes(), id);
    REQUIRE(found);
    return *found;
  }
  Color pixel(float x, float y) const {
    const auto at =
        static_cast<std::size_t>(static_cast<int>(y) * kWidth + static_cast<int>(x)) * 4;
    return {pixels_.rgba[at], pixels_.rgba[at + 1], pixels_.rgba[at + 2]};
  }
  float px_per_mm() const { return stage.px_per_mm(); }

  AtTheScreen screen;

 private:
  std::unique_ptr<platform::Surface> surface_ = platform::open_offscreen(kWidth, kHeight);
  platform::Pictograms pictograms_{kShare + "pictograms"};
  std::string theme_;
  platform::Pixels pixels_;

 public:
  Stage stage{pictograms_, kShare + "locale", kWidth, kHeight, 0};
};

/// What stands in the middle of the four sides of `rect`, so far outside it.
std::vector<Color> around(const Glass& glass, Rect rect, float outside) {
  const Point c = rect.centre();
  return {glass.pixel(rect.x - outside, c.y), glass.pixel(rect.right() + outside - 1, c.y),
          glass.pixel(c.x, rect.y - outside), glass.pixel(c.x, rect.bottom() + outside - 1)};
}

/// How thick the line at the left of a chip is: pixels until its paper begins.
int line_thickness(const Glass& glass, const Node& node) {
  const float y = std::floor(node.rect.centre().y);
  int thickness = 0;
  while (glass.pixel(node.rect.x + static_cast<float>(thickness), y) != node.paper) ++thickness;
  return thickness;
}

}  // namespace

TEST_CASE("The ring of the keys has two colours all around whatever it is on, in every theme") {
  for (const Theme& theme : all_themes()) {
    Glass glass(theme.name);
    glass.touch(app::action::Enter{});
    const auto targets = static_cast<int>(std::ranges::count_if(
        glass.stage.nodes(), [](const Node& n) { return n.action.has_value(); }));
    REQUIRE(targets > 5);
    std::set<std::string> rung;
    for (int i = 0; i < targets; ++i) {
      glass.take(Key::kDown);
      INFO(theme.name << ", " << glass.stage.focused());
      // Each of the two is at least four pixels wide.
      const Rect rect = glass.node(glass.stage.focused()).rect;
      CHECK(around(glass, rect, 2) == std::vector(4, theme.focus_inner));
      CHECK(around(glass, rect, 6) == std::vector(4, theme.focus_outer));
      rung.insert(glass.stage.focused());
    }
    CHECK(rung.size() == static_cast<std::size_t>(targets));
  }
}

TEST_CASE("What is chosen has a thicker line in every theme, so that no colour is needed") {
  for (const Theme& theme : all_themes()) {
    const Glass glass(theme.name);
    INFO(theme.name);
    REQUIRE(glass.node("size.100").state == "selected");
    CHECK(line_thickness(glass, glass.node("size.100")) >=
          1.5 * line_thickness(glass, glass.node("size.150")));
  }
}

TEST_CASE("Words have the colours on the glass that their nodes claim") {
  for (const Theme& theme : all_themes()) {
    const Glass glass(theme.name);
    for (const char* id : {"enter", "help", "hours", "offer.clay", "language.lt"}) {
      const Node& node = glass.node(id);
      int ink = 0;
      int paper = 0;
      for (float y = node.rect.y; y < node.rect.bottom(); ++y) {
        for (float x = node.rect.x; x < node.rect.right(); ++x) {
          ink += glass.pixel(x, y) == node.ink;
          paper += glass.pixel(x, y) == node.paper;
        }
      }
      INFO(theme.name << ", " << id << ", " << node.ink.hex() << " on " << node.paper.hex());
      CHECK(ink > 20);
      CHECK(paper > 2 * ink);
    }
  }
}

TEST_CASE("Back and Help have the same picture on every screen") {
  Glass glass;
  std::map<std::string, std::vector<Color>> first;
  int compared = 0;
  for (const test::Shown& shown : test::ScreenWalk(test::a_small_centre()).of_everybody()) {
    glass.screen.model() = shown.model;
    glass.show();
    for (const std::string id : {"back", "help"}) {
      const Node* node = find(glass.stage.nodes(), id);
      if (!node) continue;
      const Rect inner = node->rect.inset(glass.px_per_mm() * 3);  // within the round corners
      std::vector<Color> picture;
      for (float y = inner.y; y < inner.bottom(); ++y)
        for (float x = inner.x; x < inner.right(); ++x) picture.push_back(glass.pixel(x, y));
      INFO(shown.name << ", " << id);
      CHECK((first.try_emplace(id, picture).first->second == picture));
      ++compared;
    }
  }
  CHECK(compared > 20);
}

TEST_CASE("A finger shows what it presses and chooses when it leaves") {
  Glass glass;
  const Point at = glass.node("enter").rect.centre();
  glass.take(Finger{Finger::Kind::kDown, at.x, at.y});
  CHECK(glass.node("enter").state == "pressed");
  CHECK(glass.screen.screen() == "attract");
  glass.take(Finger{Finger::Kind::kUp, at.x, at.y});
  CHECK(glass.screen.screen() == "who");
}

TEST_CASE("The buttons of a party stay where they are, however many people it has") {
  Glass glass;
  glass.touch(app::action::Enter{});
  glass.touch(app::action::BeParty{});
  const Rect plus = glass.node("count.plus").rect;
  for (int people = 2; people < 20; ++people) {
    glass.touch(app::action::ChangeCount{+1});
    INFO(glass.node("count").label);
    CHECK(glass.node("count.plus").rect.y == plus.y);
  }
}

TEST_CASE("A party is not asked whether that is me") {
  Glass glass;
  glass.touch(app::action::Enter{});
  glass.touch(app::action::BeParty{});
  glass.touch(app::action::Done{});
  glass.touch(app::action::Done{});
  glass.touch(app::action::Done{});
  REQUIRE(glass.screen.screen() == "welcome");
  CHECK(glass.node("undo").label == "Čia klaida");
}

TEST_CASE("What was taken back is said, at every size of letters") {
  for (const int percent : kTextPercents) {
    Glass glass;
    glass.touch(app::action::SetTextSize{percent});
    glass.screen.show_token(std::string{symbols()[0]});
    glass.touch(app::action::Undo{});
    CHECK(glass.node("taken-back").label == "Tai atšaukta.");
    CHECK(glass.node("taken-back").fits);
  }
}

TEST_CASE("More says which page this is, and after the last comes the first") {
  Glass glass;
  glass.touch(app::action::SetTextSize{200});
  glass.touch(app::action::ReadPrivacy{});
  CHECK(glass.node("more.before").label == "1 iš 2");
  glass.touch(app::action::More{});
  CHECK(glass.node("more.before").label == "2 iš 2");
  glass.touch(app::action::More{});
  CHECK(glass.node("more.before").label == "1 iš 2");
}

TEST_CASE("A house that is open day and night says so, and does not close at 0.00") {
  Centre centre = test::a_small_centre();
  for (auto& day : centre.hours) day = {{0, 24 * 60}};
  const Glass glass("day", centre);
  CHECK(glass.node("hours").label == "Šiandien 0.00–24.00");
}

TEST_CASE("A second touch on the way in does not fall through to the next screen") {
  Glass glass;
  glass.tap("enter");
  REQUIRE(glass.screen.screen() == "who");
  glass.tap("flock.1");
  CHECK(glass.screen.screen() == "who");
  glass.screen.pass(Touch::kSettle);
  glass.tap("flock.1");
  CHECK(glass.screen.screen() == "token");
}

TEST_CASE("The next page of the same screen is another place: it settles first") {
  Glass glass;
  glass.touch(app::action::Enter{});
  glass.touch(app::action::PickFlock{Flock::kOrange});
  glass.screen.pass(1s);
  glass.tap("more");
  const std::string now_first = glass.stage.nodes()[3].id;
  glass.screen.pass(299ms);
  glass.tap("more");
  CHECK(glass.stage.nodes()[3].id == now_first);
}

TEST_CASE("Walking by keys never changes the screen, however far") {
  Glass glass;
  for (int i = 0; i < 50; ++i) {
    for (const auto& action : glass.take(i % 7 == 0 ? Key::kUp : Key::kDown))
      CHECK(std::holds_alternative<app::action::Touched>(action));
    CHECK(glass.screen.screen() == "attract");
  }
}

TEST_CASE("With five keys and nothing else somebody checks in and takes it back") {
  Glass glass;
  const auto go_to = [&](std::string_view prefix) {
    for (int i = 0; i < 40; ++i) {
      glass.take(Key::kDown);
      if (!glass.stage.focused().starts_with(prefix)) continue;
      glass.take(Key::kSelect);
      return;
    }
    FAIL("no way to " << prefix);
  };
  go_to("enter");
  REQUIRE(glass.screen.screen() == "who");
  go_to("flock.");
  REQUIRE(glass.screen.screen() == "token");
  go_to("token.");
  REQUIRE(glass.screen.screen() == "purpose");
  go_to("purpose.");
  REQUIRE(glass.screen.screen() == "welcome");
  CHECK(glass.screen.clerk.visits() == 1);
  glass.take(Key::kBack);
  CHECK(glass.screen.screen() == "who");
  CHECK(glass.screen.clerk.visits() == 0);
}

TEST_CASE("The ring goes when a finger takes over, and when another screen comes") {
  Glass glass;
  const Rect first = glass.node("help").rect;
  const auto none = around(glass, first, 6);
  glass.take(Key::kDown);
  REQUIRE(around(glass, first, 6) != none);
  glass.take(Finger{Finger::Kind::kDown, 1, 1});
  CHECK(around(glass, first, 6) == none);
}

TEST_CASE("A card that is read is shown to the kiosk, on whatever screen") {
  Glass glass;
  const auto actions = glass.take(platform::Scan{"SV-FROG"});
  REQUIRE(actions.size() == 1);
  CHECK(std::get<app::action::CardShown>(actions[0]).code == "SV-FROG");
  const auto stuck = glass.take(platform::Scan{"", true});
  CHECK(std::get<app::action::CardShown>(stuck.at(0)).unreadable);
}

TEST_CASE("A countdown that goes on does not cancel the finger that is down") {
  Glass glass;
  glass.screen.show_token(std::string{symbols()[0]});
  glass.touch(app::action::Done{});
  REQUIRE(glass.screen.screen() == "welcome");
  glass.screen.pass(1s);
  glass.show();
  const Point at = glass.node("undo").rect.centre();
  glass.take(Finger{Finger::Kind::kDown, at.x, at.y});
  glass.screen.pass(5s);
  glass.show();
  glass.take(Finger{Finger::Kind::kUp, at.x, at.y});
  CHECK(glass.screen.screen() == "who");
}
