// SPDX-License-Identifier: EUPL-1.2
// What the page of a session offers, by its nodes.
#include "platform/surface.h"
#include "support/at_the_screen.h"
#include "support/catch.h"
#include "ui/stage.h"

using namespace sveiki;
using test::AtTheScreen;

namespace {

/// The wall at ten on Monday, 2 November 2026, with clay each Monday at eleven for two people.
class Wall {
 public:
  explicit Wall(int minutes = 10 * 60) : screen(centre(), {2026, 11, 2}, minutes) {
    Series clay;
    clay.id = "clay";
    clay.activity = "clay";
    clay.places = 2;
    clay.start = {{2026, 11, 2}, 11 * 60};
    clay.duration = 90;
    clay.rule = Rule::parse("FREQ=WEEKLY");
    screen.apply(
        app::action::Posted{std::make_shared<const Timetable>(std::vector<Series>{clay},
                                                              std::vector<Closure>{}, centre()),
                            {},
                            screen.model().tokens});
  }

  void filled(int taken) { screen.apply(app::action::Filled{{{on({2026, 11, 2}), {taken, 0}}}}); }

  /// True if the page of this day's session has such a node.
  bool offers(CivilDay day, const char* id) {
    screen.touch(app::action::ShowSession{on(day)});
    stage_.draw(screen.model(), screen.now());
    return ui::find(stage_.nodes(), id) != nullptr;
  }

  AtTheScreen screen;

 private:
  static SessionRef on(CivilDay day) { return {"clay", {day, 11 * 60}}; }
  static Centre centre() {
    Centre centre = test::a_small_centre();
    for (Activity& activity : centre.activities) {
      const std::map<std::string, std::string, std::less<>> name{
          {"lt", activity.id}, {"en", activity.id}, {"lv", activity.id}};
      activity.name = activity.spoken = LocalText{name};
      activity.symbol = activity.id;
    }
    centre.name = centre.activities.front().name;
    return centre;
  }

  std::unique_ptr<platform::Surface> surface_ = platform::open_offscreen(640, 360);
  platform::Pictograms pictograms_{SVEIKI_BIN_DIR "/../share/sveiki/pictograms"};
  ui::Stage stage_{pictograms_, SVEIKI_BIN_DIR "/../share/sveiki/locale", 640, 360, 0};
};

}  // namespace

TEST_CASE("A place is offered while there is one, and a wait when there is none") {
  Wall wall;
  CHECK(wall.offers({2026, 11, 2}, "take-place"));
  wall.filled(2);
  CHECK(wall.offers({2026, 11, 2}, "take-place"));
  CHECK(wall.offers({2026, 11, 2}, "give-back"));
}

TEST_CASE("Nobody is offered to wait for a full session that has begun, or is over") {
  Wall wall(11 * 60 + 10);
  CHECK(wall.offers({2026, 11, 2}, "take-place"));
  wall.filled(2);
  CHECK_FALSE(wall.offers({2026, 11, 2}, "take-place"));
  CHECK(wall.offers({2026, 11, 2}, "give-back"));
  Wall later(13 * 60);
  CHECK_FALSE(later.offers({2026, 11, 2}, "take-place"));
}

TEST_CASE("No place is offered before places are given out") {
  Wall wall;
  CHECK(wall.offers({2026, 11, 16}, "take-place"));
  CHECK_FALSE(wall.offers({2026, 11, 23}, "take-place"));
}
