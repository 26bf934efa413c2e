// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictograms.h"

#include <imgui.h>
#include <unistd.h>

#include <fstream>
#include <set>
#include <string>

#include "platform/fonts.h"
#include "platform/png.h"
#include "platform/surface.h"
#include "support/catch.h"

namespace sveiki::platform {
namespace {

namespace fs = std::filesystem;

/// A folder of pictograms for one test.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("sveiki-pictograms-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path / "small"); }
  ~Folder() { fs::remove_all(path); }

  void put(const std::string& name, const Pixels& picture) const {
    write_png(picture, path / (name + ".png"));
    write_png(picture, path / "small" / (name + ".png"));
  }
};

/// The left half red, the right half transparent with a colour nobody may see.
Pixels half_red(int size) {
  Pixels picture{size, size, {}};
  for (int i = 0; i < size * size; ++i) {
    const bool red = i % size < size / 2;
    const std::uint8_t part = red ? 255 : 0;
    picture.rgba.insert(picture.rgba.end(),
                        {part, static_cast<std::uint8_t>(red ? 0 : 255), 0, part});
  }
  return picture;
}

/// The surface with this picture in its top left corner, on white.
Pixels drawn(Surface& surface, const Picture& picture, int px) {
  ImGui::NewFrame();
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.AddRectFilled({0, 0},
                     {static_cast<float>(surface.width()), static_cast<float>(surface.height())},
                     0xFFFFFFFF);
  list.AddImage(picture.texture, {0, 0}, {static_cast<float>(px), static_cast<float>(px)},
                {picture.u0, picture.v0}, {picture.u1, picture.v1});
  ImGui::Render();
  surface.show(*ImGui::GetDrawData());
  return surface.read();
}

std::string colour(const Pixels& picture, int x, int y) {
  const auto* p = &picture.rgba[static_cast<std::size_t>(y * picture.width + x) * 4];
  return std::to_string(p[0]) + " " + std::to_string(p[1]) + " " + std::to_string(p[2]);
}

TEST_CASE("A pictogram keeps clean edges when it is made small") {
  const Folder folder;
  folder.put("flag", half_red(64));
  const auto surface = open_offscreen(64, 64);
  bake_fonts({{20}});
  Pictograms pictograms(folder.path);
  const Picture flag = pictograms.get("flag", 15);
  CHECK_FALSE(flag.missing);
  CHECK_FALSE(flag.tintable);
  const Pixels shown = drawn(*surface, flag, 15);
  CHECK(colour(shown, 6, 7) == "255 0 0");
  // Half the pixel in the middle is red: pink, and no trace of the hidden green.
  CHECK((colour(shown, 7, 7) == "255 127 127" || colour(shown, 7, 7) == "255 128 128"));
  CHECK(colour(shown, 8, 7) == "255 255 255");
}

TEST_CASE("A pictogram nobody knows is a ring") {
  const Folder folder;
  const auto surface = open_offscreen(64, 64);
  bake_fonts({{20}});
  Pictograms pictograms(folder.path);
  for (const char* name : {"unicorn", "", "../small", "icon-unicorn"}) {
    const Picture ring = pictograms.get(name, 32);
    CHECK(ring.missing);
    CHECK(ring.tintable);
    CHECK(ring.texture != nullptr);
  }
}

TEST_CASE("A line icon takes the colour of the ink") {
  const Folder folder;
  folder.put("icon-bell", half_red(32));
  const auto surface = open_offscreen(64, 64);
  bake_fonts({{20}});
  CHECK(Pictograms(folder.path).get("icon-bell", 20).tintable);
}

TEST_CASE("The same pictogram is loaded once for each size") {
  const Folder folder;
  folder.put("flag", half_red(64));
  const auto surface = open_offscreen(64, 64);
  bake_fonts({{20}});
  Pictograms pictograms(folder.path);
  const Picture first = pictograms.get("flag", 20);
  fs::remove(folder.path / "small" / "flag.png");
  CHECK(pictograms.get("flag", 20).u0 == first.u0);
  CHECK(pictograms.get("flag", 21).missing);
}

TEST_CASE("There is room for every pictogram in every size a centre may use") {
  const Folder folder;
  folder.put("flag", half_red(512));
  const auto surface = open_offscreen(200, 200);
  bake_fonts({{20}});
  Pictograms pictograms(folder.path);
  std::set<std::tuple<void*, float, float>> places;
  for (int px = 40; px <= 200; px += 4) {
    const Picture flag = pictograms.get("flag", px);
    places.insert({flag.texture, flag.u0, flag.v0});
    const Pixels shown = drawn(*surface, flag, px);
    CHECK(colour(shown, px / 4, px - 1) == "255 0 0");
    CHECK(colour(shown, px * 3 / 4, px - 1) == "255 255 255");
  }
  CHECK(places.size() == 41);
  CHECK_FALSE(pictograms.get("flag", 100'000).missing);
}

TEST_CASE("Every token symbol has its drawing") {
  std::ifstream symbols(SVEIKI_SOURCE_DIR "/assets/pictograms/symbols.txt");
  std::set<std::string> names;
  for (std::string name; std::getline(symbols, name);) {
    CHECK(fs::exists(SVEIKI_SOURCE_DIR "/assets/pictograms/svg/" + name + ".svg"));
    CHECK(names.insert(name).second);
  }
  CHECK(names.size() == 60);
}

}  // namespace
}  // namespace sveiki::platform
