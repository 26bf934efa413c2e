// SPDX-License-Identifier: EUPL-1.2
#include "platform/fonts.h"

#include <imgui.h>

#include <cmath>

#include "platform/surface.h"
#include "support/catch.h"

namespace sveiki::platform {
namespace {

bool has(const ImFont& font, unsigned letter) {
  return font.FindGlyphNoFallback(static_cast<ImWchar>(letter)) != nullptr;
}

TEST_CASE("A capital is as high as was asked for, in every size and weight") {
  const auto surface = open_offscreen(64, 64);
  std::vector<FaceSpec> faces;
  for (const float px : {9.0F, 14.5F, 22.0F, 25.0F, 34.0F, 52.0F, 104.0F, 176.0F}) {
    faces.push_back({px, false, "H"});
    faces.push_back({px, true, "H"});
  }
  const auto fonts = bake_fonts(faces);
  REQUIRE(fonts.size() == faces.size());
  for (std::size_t i = 0; i < faces.size(); ++i) {
    CHECK(std::abs(capital_metrics(*fonts[i]).height - faces[i].capital_px) <= 1);
  }
}

TEST_CASE("Every letter of Latvian, Lithuanian and their neighbours can be shown") {
  const auto surface = open_offscreen(64, 64);
  const auto fonts = bake_fonts({{22}});
  for (const wchar_t letter :
       std::wstring(L"AaŽžĀāČčĒēĢģĪīĶķĻļŅņŠšŪūĄąĘęĖėĮįŲųÖöŁł–—„“”’…·•€→←!?")) {
    CHECK(has(*fonts[0], static_cast<unsigned>(letter)));
  }
}

TEST_CASE("Letters larger than can be made are made as large as can be") {
  const auto surface = open_offscreen(64, 64);
  const auto fonts = bake_fonts({{1000, true}});
  CHECK(capital_metrics(*fonts[0]).height == kLargestCapital);
  CHECK(has(*fonts[0], 0x174));
}

TEST_CASE("A large face holds its own words, what is needed to cut them short, and no more") {
  const auto surface = open_offscreen(64, 64);
  const auto fonts = bake_fonts({{104, true, "Ačiū"}});
  for (const wchar_t letter : std::wstring(L"Ačiū ?…"))
    CHECK(has(*fonts[0], static_cast<unsigned>(letter)));
  CHECK_FALSE(has(*fonts[0], 'z'));
}

TEST_CASE("Every letter begins on a whole pixel") {
  const auto surface = open_offscreen(64, 64);
  const auto fonts = bake_fonts({{22.3F}, {31.7F, true}});
  for (const ImFont* font : fonts) {
    for (const ImFontGlyph& glyph : font->Glyphs) {
      CHECK(glyph.AdvanceX == std::floor(glyph.AdvanceX));
      CHECK(glyph.X0 == std::floor(glyph.X0));
    }
  }
}

TEST_CASE("Letters can be made again in another size while the program runs") {
  const auto surface = open_offscreen(64, 100);
  bake_fonts({{22}, {31, true}});
  for (const float px : {33.0F, 44.0F, 22.0F}) {
    const auto fonts = bake_fonts({{px}});
    ImGui::NewFrame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, {64, 100}, 0xFFFFFFFF);
    ImGui::GetBackgroundDrawList()->AddText(fonts[0], fonts[0]->FontSize, {0, 0}, 0xFF000000, "H");
    ImGui::Render();
    surface->forget();
    surface->show(*ImGui::GetDrawData());
    const Pixels picture = surface->read();
    int ink_rows = 0;
    for (int y = 0; y < 100; ++y) {
      bool ink = false;
      for (int x = 0; x < 64; ++x)
        ink |= picture.rgba[static_cast<std::size_t>(y * 64 + x) * 4] < 100;
      ink_rows += ink;
    }
    CHECK(ink_rows == static_cast<int>(capital_metrics(*fonts[0]).height));
  }
}

}  // namespace
}  // namespace sveiki::platform
