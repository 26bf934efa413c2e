// SPDX-License-Identifier: EUPL-1.2
#include "platform/surface.h"

#include <filesystem>
#include <stdexcept>

#include "glass.h"
#include "platform/fonts.h"
#include "platform/png.h"
#include "scene.h"
#include "support/catch.h"
#include "xvfb.h"

namespace sveiki::platform {
namespace {

using testing::Cover;
using testing::on_the_glass;
using testing::Scene;
using testing::Xvfb;

bool same(const Pixels& a, const Pixels& b) {
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    if (i % 4 != 3 && a.rgba[i] != b.rgba[i]) return false;  // nobody sees a surface's alpha
  }
  return a.width == b.width && a.height == b.height && a.rgba.size() == b.rgba.size();
}

/// Shows a hundred changes and asks each time whether drawing everything would look different.
int frames_unlike_a_full_redraw(Surface& surface, unsigned seed) {
  bake_fonts({{20}});
  Scene scene(surface.width(), surface.height(), seed);
  int wrong = 0;
  int partial = 0;
  for (int i = 0; i < 100; ++i) {
    const PixelRect changed = surface.show(scene.frame());
    const bool part = changed.w * changed.h < surface.width() * surface.height() / 2;
    partial += part;
    const Pixels damaged = surface.read();
    if (part) {
      surface.forget();
      surface.show(scene.frame());
      wrong += !same(damaged, surface.read());
    }
    scene.change();
  }
  CHECK(partial > 50);
  return wrong;
}

TEST_CASE("A picture in memory that was changed in parts equals one drawn whole") {
  const auto surface = open_offscreen(400, 300);
  CHECK(frames_unlike_a_full_redraw(*surface, 7) == 0);
}

TEST_CASE("A window that was changed in parts equals one drawn whole") {
  const Xvfb server;
  const auto surface = open_window({false, 400, 300});
  CHECK(frames_unlike_a_full_redraw(*surface, 8) == 0);
}

TEST_CASE("What the window was told to show is on the glass") {
  const Xvfb server("400x300x24");
  const bool may_copy = GENERATE(true, false);
  const auto surface = open_window({.may_copy = may_copy});
  REQUIRE(surface->width() == 400);
  REQUIRE(surface->height() == 300);
  bake_fonts({{20}});
  Scene scene(400, 300, 9);
  for (int i = 0; i < 20; ++i) {
    surface->show(scene.frame());
    CHECK(same(surface->read(), on_the_glass(400, 300)));
    scene.change();
  }
}

TEST_CASE("A frame that shows nothing new is not drawn at all") {
  const auto surface = open_offscreen(400, 300);
  bake_fonts({{20}});
  const Scene scene(400, 300, 1);
  CHECK(surface->show(scene.frame()) == PixelRect{0, 0, 400, 300});
  CHECK(surface->show(scene.frame()).empty());
  surface->forget();
  CHECK(surface->show(scene.frame()) == PixelRect{0, 0, 400, 300});
}

TEST_CASE("A picture written to a file is read back as it was") {
  const auto surface = open_offscreen(200, 100);
  bake_fonts({{20}});
  surface->show(Scene(200, 100, 3).frame());
  const std::string file =
      std::filesystem::temp_directory_path() / ("sveiki-" + std::to_string(getpid()) + ".png");
  write_png(surface->read(), file);
  CHECK(same(read_png(file), surface->read()));
  std::filesystem::remove(file);
  CHECK_THROWS(write_png(surface->read(), "/no/such/folder/picture.png"));
}

TEST_CASE("A window that was covered shows its whole picture again") {
  const Xvfb server("400x300x24");
  const bool may_copy = GENERATE(true, false);
  const auto surface = open_window({.may_copy = may_copy});
  bake_fonts({{20}});
  surface->show(Scene(400, 300, 5).frame());
  const Pixels before = on_the_glass(400, 300);

  {
    const Cover cover({50, 50, 200, 100});
    CHECK_FALSE(same(before, on_the_glass(400, 300)));
  }
  surface->wait(Millis{100});
  CHECK(same(before, on_the_glass(400, 300)));
}

TEST_CASE("A window that gets another size shows the whole picture in that size") {
  const Xvfb server("400x300x24");
  const bool may_copy = GENERATE(true, false);
  const auto surface = open_window({false, 200, 150, may_copy});
  bake_fonts({{20}});
  surface->show(Scene(200, 150, 5).frame());
  for (const auto& [width, height] : {std::pair{400, 300}, std::pair{300, 100}}) {
    testing::resize_window(width, height);
    for (int i = 0; i < 20 && surface->width() != width; ++i) surface->wait(Millis{20});
    REQUIRE(surface->width() == width);
    REQUIRE(surface->height() == height);
    const Scene scene(width, height, 5);
    CHECK(surface->show(scene.frame()) == PixelRect{0, 0, width, height});
    surface->wait(Millis{20});
    CHECK(same(surface->read(), on_the_glass(width, height)));
    CHECK(surface->show(scene.frame()).empty());
  }
}

TEST_CASE("Where there is no screen the window says so in a sentence") {
  setenv("DISPLAY", ":4094", 1);
  CHECK_THROWS_AS(open_window({}), std::runtime_error);
}

}  // namespace
}  // namespace sveiki::platform
