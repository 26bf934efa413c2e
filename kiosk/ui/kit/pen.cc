// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/pen.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace sveiki::ui {
namespace {

ImU32 packed(Color c, int alpha = 255) {
  return IM_COL32(c.r, c.g, c.b, alpha);
}
ImVec2 vec(Point p) {
  return {p.x, p.y};
}

/// ImGui strokes through pixel centres: a line of whole pixels stays sharp if its path lies half
/// its thickness inside.
Rect stroke_path(Rect r, float thickness) {
  return r.inset(thickness / 2);
}

/// The outline of a card as light from above leaves it: from one upper corner down and around to
/// the other. As many points for every card.
std::vector<ImVec2> around_below(Rect card, float radius) {
  constexpr int kSteps = 8;
  constexpr float kQuarter = std::numbers::pi_v<float> / 2;
  std::vector<ImVec2> points;
  const std::array<Point, 4> centres{Point{card.right() - radius, card.y + radius},
                                     Point{card.right() - radius, card.bottom() - radius},
                                     Point{card.x + radius, card.bottom() - radius},
                                     Point{card.x + radius, card.y + radius}};
  for (int corner = 0; corner < 4; ++corner) {
    for (int step = 0; step <= kSteps; ++step) {
      const float angle =
          kQuarter * (static_cast<float>(corner - 1) + static_cast<float>(step) / kSteps);
      points.push_back({centres[corner].x + radius * std::cos(angle),
                        centres[corner].y + radius * std::sin(angle)});
    }
  }
  return points;
}

}  // namespace

void Pen::fill(Rect r, Color color, float radius) {
  list_->AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, packed(color), radius);
}

void Pen::outline(Rect rect, Color color, float radius, float thickness) {
  const Rect r = stroke_path(rect, thickness);
  list_->AddRect({r.x, r.y}, {r.right(), r.bottom()}, packed(color), radius - thickness / 2, 0,
                 thickness);
}

void Pen::dashes(Rect rect, Color color, float radius, float thickness) {
  const Rect r = stroke_path(rect, thickness);
  list_->PathRect({r.x, r.y}, {r.right(), r.bottom()}, radius);
  std::vector<ImVec2> path(list_->_Path.begin(), list_->_Path.end());
  list_->PathClear();
  path.push_back(path.front());
  // Walk the way around and draw every other stretch of it.
  const float stretch = thickness * 3.5F;
  float walked = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const ImVec2 a = path[i - 1];
    const ImVec2 b = path[i];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    float at = 0;
    while (length - at > 0.01F) {
      const float step = std::min(stretch - std::fmod(walked, stretch) + 0.01F, length - at);
      const auto on_way = [&](float d) {
        return ImVec2{a.x + (b.x - a.x) * d / length, a.y + (b.y - a.y) * d / length};
      };
      if (static_cast<int>(walked / stretch) % 2 == 0)
        list_->AddLine(on_way(at), on_way(at + step), packed(color), thickness);
      at += step;
      walked += step;
    }
  }
}

void Pen::shadow(Rect card, float radius, float depth) {
  // One strip, dark where it leaves the card and gone where it ends: soft, and cheap without a GPU.
  const Rect ground = card.inset(-depth * 0.6F).moved(0, depth * 0.9F);
  const std::vector<ImVec2> from = around_below(card.inset(1), radius);
  const std::vector<ImVec2> to = around_below(ground, radius);
  const int count = static_cast<int>(from.size());
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const ImU32 dark = IM_COL32(40, 30, 10, 40);
  const ImU32 gone = IM_COL32(40, 30, 10, 0);
  list_->PrimReserve((count - 1) * 6, count * 2);
  const auto first = list_->_VtxCurrentIdx;
  for (int i = 0; i < count; ++i) {
    list_->PrimWriteVtx(from[i], white, dark);
    list_->PrimWriteVtx(to[i], white, gone);
    if (i + 1 == count) continue;
    for (const int corner : {0, 1, 3, 0, 3, 2})
      list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + static_cast<unsigned>(i * 2 + corner)));
  }
}

void Pen::disc(Point c, float radius, Color color) {
  list_->AddCircleFilled(vec(c), radius, packed(color), 96);
}

void Pen::ring(Point c, float radius, Color color, float thickness) {
  list_->AddCircle(vec(c), radius - thickness / 2, packed(color), 96, thickness);
}

void Pen::arc(Point c, float radius, float part, Color color, float thickness) {
  if (part <= 0) return;
  constexpr float kTop = -std::numbers::pi_v<float> / 2;
  list_->PathArcTo(vec(c), radius - thickness / 2, kTop,
                   kTop + 2 * std::numbers::pi_v<float> * part, 96);
  list_->PathStroke(packed(color), 0, thickness);
}

void Pen::line(Point from, Point to, Color color, float thickness) {
  list_->AddLine(vec(from), vec(to), packed(color), thickness);
}

void Pen::tick(Rect r, Color color, float thickness, float part) {
  const std::array<Point, 3> path{Point{r.x + r.w * 0.22F, r.y + r.h * 0.54F},
                                  Point{r.x + r.w * 0.42F, r.y + r.h * 0.72F},
                                  Point{r.x + r.w * 0.78F, r.y + r.h * 0.32F}};
  // The short stroke is the first third of the way.
  constexpr float kShort = 0.35F;
  const auto between = [](Point a, Point b, float t) {
    return Point{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
  };
  if (part <= 0) return;
  const Point turn = between(path[0], path[1], std::min(1.0F, part / kShort));
  const Point end = between(path[1], path[2], std::max(0.0F, (part - kShort) / (1 - kShort)));
  list_->PathLineTo(vec(path[0]));
  list_->PathLineTo(vec(turn));
  if (part > kShort) list_->PathLineTo(vec(end));
  list_->PathStroke(packed(color), 0, thickness);
  disc(path[0], thickness / 2, color);
  disc(part > kShort ? end : turn, thickness / 2, color);
}

bool Pen::is_line_icon(std::string_view name) {
  return name.starts_with("icon-");
}

void Pen::picture(std::string_view name, Rect rect, Color ink) {
  const Rect s = rect.square();
  const float px = std::floor(s.w);
  const float x = std::round(s.x);
  const float y = std::round(s.y);
  const platform::Picture p = pictograms_.get(name, static_cast<int>(px));
  list_->AddImage(p.texture, {x, y}, {x + px, y + px}, {p.u0, p.v0}, {p.u1, p.v1},
                  p.tintable ? packed(ink) : IM_COL32_WHITE);
}

void Pen::words(const Fitted& words, Rect box, Color ink, Align align) {
  ImFont* font = type_.font(words.face);
  const float size = font->FontSize * words.scale;
  const float top = type_.capital_top(words.face) * words.scale;
  float y = std::round(box.y + (box.h - words.height) / 2 - top);
  for (const std::string_view line : words.lines) {
    const float width = type_.width(line, words.face) * words.scale;
    float x = box.x;
    if (align == Align::kCentre) x += (box.w - width) / 2;
    if (align == Align::kRight) x += box.w - width;
    list_->AddText(font, size, {std::round(x), y}, packed(ink), line.data(),
                   line.data() + line.size());
    y = std::round(y + words.advance);
  }
}

}  // namespace sveiki::ui
