// SPDX-License-Identifier: EUPL-1.2
#include "app/update.h"
#include "platform/surface.h"
#include "support/at_the_screen.h"
#include "support/catch.h"
#include "ui/stage.h"

using namespace sveiki;
using namespace std::chrono_literals;

TEST_CASE("The wall at rest draws nothing but each new minute") {
  const auto surface = platform::open_offscreen(1920, 1080);
  platform::Pictograms pictograms(SVEIKI_BIN_DIR "/../share/sveiki/pictograms");
  ui::Stage stage(pictograms, SVEIKI_BIN_DIR "/../share/sveiki/locale", 1920, 1080, 0,
                  ui::Stage::Motion::kSoft);
  auto centre = std::make_shared<const Centre>(
      read_centre(SVEIKI_SOURCE_DIR "/config/centres/kretinga.toml"));
  SetClock clock(*parse_instant("2026-11-23T10:00:20", centre->zone));
  app::Model model = app::begin(centre, clock.now(), Instant{0}, std::nullopt);
  const auto show = [&] { return surface->show(stage.draw(model, clock.now())); };
  stage.follow(model, clock.now());
  clock.advance(1s);  // what comes in softly has come in
  REQUIRE_FALSE(show().empty());

  // Ten minutes as the program's loop spends them: asleep until something is due.
  int wakes = 0;
  int pictures = 0;
  const Moment end = clock.now().steady + 10min;
  for (Millis sleep; clock.now().steady + (sleep = app::next_change(model, clock.now())) <= end;) {
    clock.advance(sleep);
    app::update(model, app::action::TimePassed{}, clock.now());
    stage.follow(model, clock.now());
    REQUIRE_FALSE(stage.moving(clock.now()));
    const platform::PixelRect drawn = show();
    ++wakes;
    if (drawn.empty()) continue;
    ++pictures;
    // Only the clock: nothing else on the wall changes.
    CHECK(drawn.y + drawn.h < 200);
    CHECK(drawn.x + drawn.w < 960);
  }
  CHECK(pictures == 10);
  CHECK(wakes == 10);
}
