// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/touch.h"

#include "support/catch.h"
#include "support/nodes.h"

using namespace sveiki;
using namespace sveiki::ui;
using namespace std::chrono_literals;
using test::a_button;
using test::some_words;

namespace {

constexpr float kPxPerMm = 4;

/// Two buttons 40 mm apart, and words between them; on a screen that has settled.
class AFinger {
 public:
  void down(Point at) { touch_.down(at, nodes_, kPxPerMm, now_); }
  void move(Point at) { touch_.move(at, nodes_, kPxPerMm); }
  /// The id of what was chosen by letting go.
  std::string up(Point at) {
    const auto action = touch_.up(at, nodes_, kPxPerMm, now_);
    if (!action) return "";
    return std::holds_alternative<app::action::Enter>(*action) ? "left" : "right";
  }
  std::string tap(Point at) {
    down(at);
    return up(at);
  }
  void wait(Millis time) { now_ = now_ + time; }
  void screen_changes() { touch_.screen_changed(now_); }
  Touch& touch() { return touch_; }

 private:
  Touch touch_;
  Nodes nodes_{a_button("left", {0, 0, 120, 120}, app::action::Enter{}),
               some_words("words", {130, 0, 140, 120}),
               a_button("right", {280, 0, 120, 120}, app::action::Done{})};
  Moment now_{10'000};
};

constexpr Point kLeft{60, 60};
constexpr Point kRight{340, 60};
constexpr Point kBetween{200, 60};  // 20 mm from both

}  // namespace

TEST_CASE("A touch chooses when the finger leaves, not when it lands") {
  AFinger finger;
  finger.down(kLeft);
  CHECK(finger.touch().pressed() == "left");
  CHECK(finger.up(kLeft) == "left");
  CHECK(finger.touch().pressed().empty());
}

TEST_CASE("Who slides off before letting go has chosen nothing") {
  AFinger finger;
  finger.down(kLeft);
  finger.move(kBetween);
  CHECK(finger.touch().pressed().empty());
  CHECK(finger.up(kBetween).empty());
}

TEST_CASE("Who slides off and comes back has chosen") {
  AFinger finger;
  finger.down(kLeft);
  finger.move(kBetween);
  finger.move(kLeft);
  CHECK(finger.touch().pressed() == "left");
  CHECK(finger.up(kLeft) == "left");
}

TEST_CASE("Sliding from one choice to another chooses neither") {
  AFinger finger;
  finger.down(kLeft);
  CHECK(finger.up(kRight).empty());
  finger.down(kBetween);
  CHECK(finger.up(kRight).empty());
}

TEST_CASE("A finger that lands up to 8 mm beside a choice meant it") {
  AFinger finger;
  CHECK(finger.tap({120 + 7.9F * kPxPerMm, 60}) == "left");
  finger.wait(1s);
  CHECK(finger.tap({120 + 8.1F * kPxPerMm, 60}).empty());
  CHECK(finger.tap({280 - 7.9F * kPxPerMm, 60}) == "right");
}

TEST_CASE("Between two choices the nearer one was meant") {
  Touch touch;
  const Nodes close{a_button("left", {0, 0, 120, 120}), a_button("right", {140, 0, 120, 120})};
  touch.down({128, 60}, close, kPxPerMm, Moment{0});
  CHECK(touch.pressed() == "left");
  touch.down({132, 60}, close, kPxPerMm, Moment{0});
  CHECK(touch.pressed() == "right");
}

TEST_CASE("Words that are for reading are not touched") {
  AFinger finger;
  CHECK(finger.tap(kBetween).empty());
}

TEST_CASE("A screen that has just changed takes no touch for 300 ms") {
  AFinger finger;
  finger.screen_changes();
  finger.wait(299ms);
  CHECK(finger.tap(kLeft).empty());
  finger.wait(1ms);
  CHECK(finger.tap(kLeft) == "left");
}

TEST_CASE("A finger that is down when the screen changes chooses nothing of the new one") {
  AFinger finger;
  finger.down(kLeft);
  finger.screen_changes();
  finger.wait(1s);
  CHECK(finger.up(kLeft).empty());
}

TEST_CASE("A finger that lands too early does not choose by staying") {
  AFinger finger;
  finger.screen_changes();
  finger.wait(299ms);
  finger.down(kLeft);
  finger.wait(1s);
  CHECK(finger.up(kLeft).empty());
}

TEST_CASE("A trembling finger chooses once, and another choice is free at once") {
  AFinger finger;
  CHECK(finger.tap(kLeft) == "left");
  finger.wait(299ms);
  CHECK(finger.tap(kLeft).empty());
  CHECK(finger.tap(kRight) == "right");
  finger.wait(300ms);
  CHECK(finger.tap(kLeft) == "left");
}

TEST_CASE("The kiosk says when it will take the next touch") {
  AFinger finger;
  finger.tap(kLeft);
  CHECK(finger.touch().ready_at("left") == Moment{10'300});
  CHECK(finger.touch().ready_at("right") == Moment{0});
  finger.screen_changes();
  CHECK(finger.touch().ready_at("right") == Moment{10'300});
}

TEST_CASE("A finger that stays five seconds is one choice") {
  AFinger finger;
  finger.down(kLeft);
  int chosen = 0;
  for (int i = 0; i < 50; ++i) {
    finger.wait(100ms);
    finger.move(kLeft);
  }
  chosen += finger.up(kLeft) == "left";
  chosen += finger.up(kLeft) == "left";
  CHECK(chosen == 1);
}
