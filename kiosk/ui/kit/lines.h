// SPDX-License-Identifier: EUPL-1.2
/// A few lines of words below each other, each in a face of its own and perhaps with a mark before
/// it: fitted once, measured, then drawn as one block.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/kit/kit.h"

namespace sveiki::ui {

/// What stands before the words of a line: a clock face, an icon, dots.
struct Mark {
  float width = 0;          ///< px, with what separates it from the words
  float height = 0;         ///< px; 0: it stands beside the line and makes it no taller
  bool expendable = false;  ///< left out where the words would need a second line because of it
  std::function<void(Rect)> draw;  ///< into its place beside the capitals of the first line
};

struct Line {
  std::string id;  ///< of its node; empty: its words belong to a node of the caller
  std::string text;
  Face face = Face::kText;  ///< the largest it may take
  Color ink;
  Role role = Role::kLabel;
  Mark mark = {};
  int spare = 0;  ///< above 0: left out where not all have room at their ease, the highest first
};

class Lines {
 public:
  /// Fits them into `width` x `height` px; the upper ones have the first choice.
  Lines(Kit& kit, std::vector<Line> lines, float width, float height);
  Lines(const Lines&) = delete;  // what is fitted points into the words
  Lines& operator=(const Lines&) = delete;

  float width() const { return width_; }
  float height() const { return height_; }
  bool fit() const { return fit_; }
  /// In the middle of the height of `box`, on this paper.
  void draw(Rect box, Align align, Color paper) const;

 private:
  /// True if all fit without shrinking below the smallest face, and what is spare on one line.
  bool lay_out(float width, float height);
  float row_height(std::size_t i) const;

  Kit& kit_;
  std::vector<Line> lines_;
  std::vector<Fitted> fitted_;
  float width_ = 0, height_ = 0;
  bool fit_ = true;
};

}  // namespace sveiki::ui
