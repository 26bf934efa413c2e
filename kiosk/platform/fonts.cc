// SPDX-License-Identifier: EUPL-1.2
#include "platform/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <imgui.h>
#include <imgui_freetype.h>
#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "platform/gl.h"
#include "platform/imgui_compat.h"

namespace sveiki::platform {
namespace {

/// A font file in memory, and how much of ImGui's size (ascent to descent) its capitals take.
class Typeface {
 public:
  explicit Typeface(const char* name) {
    const std::string file = std::string(SVEIKI_ANDIKA_DIR "/") + name;
    std::ifstream in(file, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) == 0 &&
        FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes_.data()),
                           static_cast<FT_Long>(bytes_.size()), 0, &face) == 0) {
      // The letter itself: the height in the font's tables is not quite that of its H.
      if (FT_Load_Char(face, 'H', FT_LOAD_NO_SCALE) == 0) {
        size_per_capital_ = static_cast<float>(face->ascender - face->descender) /
                            static_cast<float>(face->glyph->metrics.horiBearingY);
      }
    }
    FT_Done_FreeType(library);
    if (size_per_capital_ <= 0) {
      throw std::runtime_error("The font Andika is missing: " + file +
                               " (Debian's package fonts-sil-andika).");
    }
  }

  void add_to(ImFontAtlas& atlas, const FaceSpec& face, const ImWchar* glyphs) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.PixelSnapH = true;  // whole advances: every letter starts on a pixel
    config.OversampleH = config.OversampleV = 1;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.AddFontFromMemoryTTF(bytes_.data(), static_cast<int>(bytes_.size()),
                               std::min(face.capital_px, kLargestCapital) * size_per_capital_,
                               &config, glyphs);
  }

 private:
  std::vector<char> bytes_;
  float size_per_capital_ = 0;
};

ImVector<ImWchar> glyph_ranges(const std::string& only) {
  // Latin as far as European names go, the catalogues' dashes, quotes and ellipsis, €, arrows.
  static constexpr ImWchar kText[] = {0x20,   0x7E,   0xA0,   0x17F,  0x2010, 0x2026,
                                      0x20AC, 0x20AC, 0x2190, 0x2193, 0};
  ImFontGlyphRangesBuilder builder;
  if (only.empty()) {
    builder.AddRanges(kText);
  } else {
    builder.AddText(only.c_str());
    builder.AddText("H ?…");  // to measure by, to part words, for what is missing or too long
  }
  ImVector<ImWchar> ranges;
  builder.BuildRanges(&ranges);
  return ranges;
}

// One byte a pixel, read as white with that much alpha: a quarter of what ImGui's own upload takes.
void upload(ImFontAtlas& atlas) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  constexpr GLint kWhite[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, kWhite);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  atlas.SetTexID(image_of(texture));
  drop_pixels(atlas);
}

}  // namespace

std::vector<ImFont*> bake_fonts(const std::vector<FaceSpec>& faces) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const auto old = texture_of(atlas.TexID);
  if (old) glDeleteTextures(1, &old);
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight;

  {
    std::optional<Typeface> weights[2];
    std::vector<ImVector<ImWchar>> ranges;
    ranges.reserve(faces.size());  // the atlas keeps pointers into it until it is built
    for (const FaceSpec& face : faces) {
      auto& weight = weights[face.bold];
      if (!weight) weight.emplace(face.bold ? "Andika-Bold.ttf" : "Andika-Regular.ttf");
      weight->add_to(atlas, face, ranges.emplace_back(glyph_ranges(face.only)).Data);
    }
    if (!atlas.Build()) {
      throw std::runtime_error("The letters could not be drawn: is the font Andika damaged?");
    }
    upload(atlas);
    atlas.ClearInputData();
  }
  malloc_trim(0);  // baking needs ten times the memory of its result, and glibc would keep it
  return {atlas.Fonts.begin(), atlas.Fonts.end()};
}

CapitalMetrics capital_metrics(const ImFont& font) {
  const ImFontGlyph& h = *font.FindGlyph('H');
  return {h.Y0, h.Y1 - h.Y0};
}

}  // namespace sveiki::platform
