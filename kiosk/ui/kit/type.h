// SPDX-License-Identifier: EUPL-1.2
/// The type of the screen: five faces, measured in millimetres of capital height, at three text
/// sizes; and fitting words into a box without cutting any.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;

namespace sveiki::ui {

/// Largest first: fitting goes down this list.
enum class Face { kDisplay, kTitle, kCard, kText, kSmall };
inline constexpr std::array kFaces{Face::kDisplay, Face::kTitle, Face::kCard, Face::kText,
                                   Face::kSmall};

/// Height of a capital H in millimetres at 100, 150 or 200 %. What is read doubles; what is large
/// already grows less, so that the words of a screen still find room.
float capital_mm(Face face, int text_percent);

/// Words broken into lines for a box.
struct Fitted {
  Face face = Face::kSmall;
  float scale = 1;  ///< below 1: even the smallest face was too large
  std::vector<std::string_view> lines;
  float width = 0;    ///< of the longest line, px
  float height = 0;   ///< from the top of the first capital to the last base line, px
  float advance = 0;  ///< from base line to base line, px
  float capital = 0;  ///< px
  bool fits = true;   ///< nothing is cut
};

class Type {
 public:
  /// Bakes the faces for this screen, if it is not the one they were baked for: some 50 to 100 ms.
  void set(float px_per_mm, int text_percent);

  /// Breaks `text` at its spaces to fit into `width` x `height` px, beginning with `face` and
  /// going to smaller ones where it must; several lines are made even. The lines point into `text`.
  Fitted fit(std::string_view text, Face face, float width, float height) const;

  /// The largest face, from `first` down, that all of these can take in such a box.
  Face common_face(std::span<const std::string> texts, Face first, float width, float height) const;

  /// Width of one line in this face, px.
  float width(std::string_view text, Face face) const;
  float capital_px(Face face) const;
  ImFont* font(Face face) const { return fonts_[static_cast<std::size_t>(face)]; }
  /// From the top of ImGui's line box to the top of a capital, px.
  float capital_top(Face face) const;

 private:
  /// The same number of lines, as even as they can be: no word is left over for the last one.
  Fitted balanced(std::string_view text, Fitted fitted) const;
  Fitted break_lines(std::string_view text, Face face, float scale, float width) const;

  float px_per_mm_ = 0;
  int text_percent_ = 0;
  std::array<ImFont*, kFaces.size()> fonts_{};
};

}  // namespace sveiki::ui
