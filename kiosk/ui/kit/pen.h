// SPDX-License-Identifier: EUPL-1.2
/// What can be drawn: shapes, pictures and words on ImGui's draw list, snapped to pixels. The pen
/// knows no ids and no themes.
#pragma once

#include <string_view>

#include "platform/pictograms.h"
#include "ui/kit/geometry.h"
#include "ui/kit/theme.h"
#include "ui/kit/type.h"

struct ImDrawList;

namespace sveiki::ui {

enum class Align { kLeft, kCentre, kRight };

class Pen {
 public:
  Pen(ImDrawList* list, const Type& type, platform::Pictograms& pictograms)
      : list_(list), type_(type), pictograms_(pictograms) {}

  void fill(Rect rect, Color color, float radius = 0);
  void outline(Rect rect, Color color, float radius, float thickness);
  /// A broken line around: this is a hint, not a button.
  void dashes(Rect rect, Color color, float radius, float thickness);
  /// A soft shadow below a card.
  void shadow(Rect rect, float radius, float depth);
  void disc(Point centre, float radius, Color color);
  void ring(Point centre, float radius, Color color, float thickness);
  /// Part of a circle from twelve o'clock, clockwise; `part` 0 to 1.
  void arc(Point centre, float radius, float part, Color color, float thickness);
  void line(Point from, Point to, Color color, float thickness);
  /// The tick of "done", drawn up to `part` (0 to 1) of its length.
  void tick(Rect rect, Color color, float thickness, float part);

  /// A pictogram into the square in the middle of `rect`; line icons take `ink`.
  void picture(std::string_view name, Rect rect, Color ink);
  bool is_line_icon(std::string_view name);

  /// Fitted words, aligned, centred on the height of the box.
  void words(const Fitted& words, Rect box, Color ink, Align align);

 private:
  ImDrawList* list_;
  const Type& type_;
  platform::Pictograms& pictograms_;
};

}  // namespace sveiki::ui
