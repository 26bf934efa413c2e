// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <stdexcept>

#include "platform/gl.h"
#include "platform/imgui_compat.h"

namespace sveiki::platform {
namespace {

/// A vertex that no part needed so far. (ImGui itself keeps an index below it.)
constexpr ImDrawIdx kNotYet = 0xFFFF;

bool touches(const PixelRect& part, const ImVec2& a, const ImVec2& b, const ImVec2& c) {
  return std::min({a.x, b.x, c.x}) < static_cast<float>(part.x + part.w) &&
         std::max({a.x, b.x, c.x}) > static_cast<float>(part.x) &&
         std::min({a.y, b.y, c.y}) < static_cast<float>(part.y + part.h) &&
         std::max({a.y, b.y, c.y}) > static_cast<float>(part.y);
}

/// A colour that hides what is below, without letters or picture (the atlas's white pixel).
bool is_plain(const ImDrawVert* const (&corners)[3]) {
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  return std::ranges::all_of(corners, [white](const ImDrawVert* corner) {
    return corner->uv.x == white.x && corner->uv.y == white.y &&
           corner->col >> IM_COL32_A_SHIFT == 0xFF;
  });
}

void mix_colours(const ImDrawList*, const ImDrawCmd*) {
  glEnable(GL_BLEND);
}
void cover_colours(const ImDrawList*, const ImDrawCmd*) {
  glDisable(GL_BLEND);
}

/// One white pixel, never smoothed. With `cover_colours` it makes plain pixels, which are nearly
/// all of a screen, about twice as quick without a graphics card.
GLuint make_plain_texture() {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  constexpr unsigned char kWhite[] = {255, 255, 255, 255};
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 1, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, kWhite);
  return texture;
}

}  // namespace

Painter::Painter(int width, int height) : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  if (!ImGui_ImplOpenGL3_Init("#version 130")) {
    ImGui::DestroyContext(context_);
    throw std::runtime_error(
        "OpenGL 3.0 is needed to draw the screens, and this computer does not offer it.");
  }
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  plain_ = make_plain_texture();
  resize(width, height);
}

Painter::~Painter() {
  ImGui::SetCurrentContext(context_);
  glDeleteTextures(1, &plain_);
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

void Painter::resize(int width, int height) {
  surface_ = {0, 0, width, height};
  ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  forget();
}

PixelRect Painter::paint(const ImDrawData& frame) {
  const PixelRect changed = damage_.next(frame);
  if (!changed.empty()) draw_parts(frame);
  return changed;
}

/// The triangles of `whole` that touch `part`, clipped to it, with plain ones apart; and only the
/// vertices they need.
void Painter::add_part(const ImDrawList& whole, const PixelRect& part) {
  for (ImDrawCmd command : whole.CmdBuffer) {
    const PixelRect clip = intersect(pixel_clip(command.ClipRect), part);
    const ImDrawIdx* index = whole.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* const end = index + command.ElemCount;
    const ImDrawVert* vertex = whole.VtxBuffer.Data + command.VtxOffset;
    command.ClipRect = {static_cast<float>(clip.x), static_cast<float>(clip.y),
                        static_cast<float>(clip.x + clip.w), static_cast<float>(clip.y + clip.h)};
    const ImTextureID letters = command.TextureId;
    const auto begin = [&](ImTextureID texture) {
      command.TextureId = texture;
      command.IdxOffset = static_cast<unsigned>(part_list_.IdxBuffer.Size);
    };
    const auto finish = [&] {
      command.ElemCount = static_cast<unsigned>(part_list_.IdxBuffer.Size) - command.IdxOffset;
      if (command.ElemCount == 0) return;
      ImDrawCmd state;
      state.UserCallback = command.TextureId == letters ? mix_colours : cover_colours;
      part_list_.CmdBuffer.push_back(state);
      ImDrawCmd drawn = command;
      drawn.VtxOffset = 0;
      part_list_.CmdBuffer.push_back(drawn);
    };
    begin(letters);
    for (; index != end; index += 3) {
      const ImDrawVert* const corners[]{vertex + index[0], vertex + index[1], vertex + index[2]};
      if (!touches(clip, corners[0]->pos, corners[1]->pos, corners[2]->pos)) continue;
      const ImTextureID texture = is_plain(corners) ? image_of(plain_) : letters;
      if (texture != command.TextureId) {
        finish();
        begin(texture);
      }
      for (int corner = 0; corner < 3; ++corner) {
        ImDrawIdx& known = known_as_[command.VtxOffset + index[corner]];
        if (known == kNotYet) {
          known = static_cast<ImDrawIdx>(part_list_.VtxBuffer.Size);
          part_list_.VtxBuffer.push_back(*corners[corner]);
        }
        part_list_.IdxBuffer.push_back(known);
      }
    }
    finish();
  }
}

void Painter::draw_parts(const ImDrawData& frame) {
  ImDrawList* list = &part_list_;
  ImDrawData drawn = frame;
  for (int l = 0; l < frame.CmdListsCount; ++l) {
    const ImDrawList& whole = *frame.CmdLists[l];
    part_list_.VtxBuffer.resize(0);
    part_list_.IdxBuffer.resize(0);
    known_as_.assign(static_cast<std::size_t>(whole.VtxBuffer.Size), kNotYet);
    part_list_.CmdBuffer.resize(0);
    for (const PixelRect& part : damage_.parts()) add_part(whole, part);
    set_only_list(drawn, list);
    ImGui_ImplOpenGL3_RenderDrawData(&drawn);
  }
}

Pixels Painter::read() const {
  Pixels picture{surface_.w, surface_.h, {}};
  const std::size_t row = static_cast<std::size_t>(surface_.w) * 4;
  picture.rgba.resize(row * static_cast<std::size_t>(surface_.h));
  glReadPixels(0, 0, surface_.w, surface_.h, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
  // OpenGL counts rows from the bottom.
  auto top = picture.rgba.begin();
  auto bottom = picture.rgba.end() - static_cast<std::ptrdiff_t>(row);
  for (; top < bottom;
       top += static_cast<std::ptrdiff_t>(row), bottom -= static_cast<std::ptrdiff_t>(row)) {
    std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
  }
  return picture;
}

}  // namespace sveiki::platform
