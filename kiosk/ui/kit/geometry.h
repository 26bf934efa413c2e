// SPDX-License-Identifier: EUPL-1.2
/// Rectangles that are cut up: a screen takes strips off its edges until nothing is left to lay
/// out. All in pixels from the top left of the surface.
#pragma once

#include <algorithm>
#include <cmath>

namespace sveiki::ui {

struct Point {
  float x = 0;
  float y = 0;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Point centre() const { return {x + w / 2, y + h / 2}; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool overlaps(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  bool holds(const Rect& o) const {
    return o.x >= x && o.y >= y && o.right() <= right() && o.bottom() <= bottom();
  }
  /// From p to the nearest point of the rectangle; 0 inside.
  float distance(Point p) const {
    const float dx = std::max({x - p.x, 0.0F, p.x - right()});
    const float dy = std::max({y - p.y, 0.0F, p.y - bottom()});
    return std::hypot(dx, dy);
  }

  Rect inset(float by) const { return inset(by, by); }
  Rect inset(float across, float down) const {
    return {x + across, y + down, std::max(0.0F, w - 2 * across), std::max(0.0F, h - 2 * down)};
  }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

  // Cuts: the strip is the answer, the rest (less the gap) stays.
  Rect cut_top(float height, float gap = 0) {
    const Rect strip{x, y, w, std::min(height, h)};
    y += strip.h + gap;
    h = std::max(0.0F, h - strip.h - gap);
    return strip;
  }
  Rect cut_bottom(float height, float gap = 0) {
    const float taken = std::min(height, h);
    const Rect strip{x, bottom() - taken, w, taken};
    h = std::max(0.0F, h - taken - gap);
    return strip;
  }
  Rect cut_left(float width, float gap = 0) {
    const Rect strip{x, y, std::min(width, w), h};
    x += strip.w + gap;
    w = std::max(0.0F, w - strip.w - gap);
    return strip;
  }
  Rect cut_right(float width, float gap = 0) {
    const float taken = std::min(width, w);
    const Rect strip{right() - taken, y, taken, h};
    w = std::max(0.0F, w - taken - gap);
    return strip;
  }

  /// A rectangle of this size in the middle.
  Rect middle(float width, float height) const {
    return {x + (w - width) / 2, y + (h - height) / 2, width, height};
  }
  /// The largest square in the middle.
  Rect square() const { return middle(std::min(w, h), std::min(w, h)); }

  /// The cell `i` (row by row) of a grid with these gaps, on whole pixels.
  Rect cell(int i, int columns, int rows, float gap) const {
    const float cw =
        std::floor((w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const float ch =
        std::floor((h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows));
    const int row = i / columns;
    const int column = i % columns;
    return {x + static_cast<float>(column) * (cw + gap), y + static_cast<float>(row) * (ch + gap),
            cw, ch};
  }
};

}  // namespace sveiki::ui
