// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/lines.h"

#include <algorithm>
#include <cmath>

namespace sveiki::ui {
namespace {

/// From the base line of one to the capitals of the next, in capital heights of the upper.
constexpr float kBetween = 0.75F;

/// What a line may take of the height that is left, unless it is the last.
constexpr float kShare = 0.6F;

}  // namespace

Lines::Lines(Kit& kit, std::vector<Line> lines, float width, float height)
    : kit_(kit), lines_(std::move(lines)) {
  while (!lay_out(width, height)) {
    const auto least = std::ranges::max_element(lines_, {}, &Line::spare);
    if (least == lines_.end() || least->spare == 0) break;
    lines_.erase(least);
  }
}

bool Lines::lay_out(float width, float height) {
  const Type& type = kit_.type();
  fitted_.clear();
  width_ = height_ = 0;
  fit_ = true;
  bool at_ease = true;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Line& line = lines_[i];
    if (line.mark.expendable && line.mark.width + type.width(line.text, line.face) > width)
      line.mark = {};
    const bool last = i + 1 == lines_.size();
    const float left = height - height_;
    const Fitted& fitted = fitted_.emplace_back(
        type.fit(line.text, line.face, width - line.mark.width, last ? left : left * kShare));
    width_ = std::max(width_, line.mark.width + std::ceil(fitted.width));
    height_ += row_height(i) + (last ? 0 : fitted.capital * kBetween);
    fit_ = fit_ && fitted.fits && height_ <= height + 1;
    at_ease = at_ease && fit_ && fitted.scale >= 1 && (line.spare == 0 || fitted.lines.size() == 1);
  }
  return at_ease;
}

float Lines::row_height(std::size_t i) const {
  return std::max(fitted_[i].height, lines_[i].mark.height);
}

void Lines::draw(Rect box, Align align, Color paper) const {
  Rect block = box.middle(box.w, height_);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    const Fitted& fitted = fitted_[i];
    const Rect place = block.cut_top(row_height(i), fitted.capital * kBetween);
    Rect words = place;
    if (line.mark.width > 0) {
      if (align == Align::kCentre) words = words.middle(line.mark.width + fitted.width, words.h);
      const Rect mark = words.cut_left(line.mark.width);
      const float top = mark.y + (mark.h - fitted.height) / 2;
      if (line.mark.draw) line.mark.draw({mark.x, top, mark.w, fitted.capital});
    }
    kit_.pen().words(fitted, words, line.ink, line.mark.width > 0 ? Align::kLeft : align);
    if (line.id.empty()) continue;
    kit_.note({.id = line.id,
               .role = line.role,
               .label = line.text,
               .rect = place,
               .ink = line.ink,
               .paper = paper,
               .fits = fitted.fits});
  }
}

}  // namespace sveiki::ui
