// SPDX-License-Identifier: EUPL-1.2
// Chips: small buttons, and the rows they stand in.
#include <algorithm>
#include <cmath>

#include "ui/kit/kit.h"

namespace sveiki::ui {

float Kit::chip_width(const Chip& chip) const {
  const float side = mm(8);
  const float icon = chip.icon.empty() ? 0 : icon_size();
  if (!chip.sample.empty())
    return std::max(mm(21), std::ceil(type_.width(chip.sample, chip.sample_face) + mm(7)));
  if (chip.icon_only) return std::max(mm(21), icon + 2 * mm(4));
  const float words = type_.width(chip.label, Face::kSmall);
  return std::ceil(2 * side + words + (icon > 0 ? icon + mm(4) : 0));
}

void Kit::chip(Rect rect, const Chip& chip) {
  const Coat coat = chip.coat       ? *chip.coat
                    : chip.main     ? theme_->main
                    : chip.selected ? theme_->selected
                                    : theme_->tile;
  body(rect, coat, chip.id, chip.selected ? line() + mm(0.8F) : line(), mm(7.5F));
  const std::string& written = chip.sample.empty() ? chip.label : chip.sample;
  const bool has_words = !chip.icon_only || !chip.sample.empty();
  Rect inner = rect.inset(chip.sample.empty() && !chip.icon_only ? mm(7) : mm(1), mm(2));
  bool fits = true;
  const float icon = chip.icon.empty() ? 0 : icon_size();
  if (!has_words) {
    readable_picture(chip.icon, rect.middle(icon, icon), coat);
  } else {
    const float space = inner.w - (icon > 0 ? icon + mm(4) : 0);
    const Fitted fitted =
        type_.fit(written, chip.sample.empty() ? Face::kSmall : chip.sample_face, space, inner.h);
    fits = fitted.fits;
    const float all = fitted.width + (icon > 0 ? icon + mm(4) : 0);
    Rect row = inner.middle(all, inner.h);
    if (icon > 0) readable_picture(chip.icon, row.cut_left(icon, mm(4)), coat);
    pen_->words(fitted, row, coat.ink, Align::kLeft);
  }
  note({.id = chip.id,
        .role = chip.radio ? Role::kRadioButton : Role::kButton,
        .label = chip.label,
        .spoken = chip.label,
        .state = chip.selected ? "selected" : "",
        .group = chip.group,
        .rect = rect,
        .ink = coat.ink,
        .paper = coat.paper,
        .main = chip.main,
        .fits = fits,
        .action = chip.action});
}

/// A row of chips: which, and where each begins.
struct Kit::ChipRow {
  std::vector<std::pair<std::size_t, float>> chips;
  float width = 0;
};

float Kit::before_width(const Chip& chip, float row) const {
  if (chip.before.empty()) return 0;
  const float words = std::ceil(type_.width(chip.before, Face::kSmall)) + mm(6);
  return std::min(words, row - chip_width(chip));
}

std::vector<Kit::ChipRow> Kit::lay_chips(float width, const std::vector<Chip>& chips) const {
  const float between_groups = mm(10);
  const auto width_of = [&](const Chip& chip) {
    return before_width(chip, width) + chip_width(chip);
  };
  std::vector<ChipRow> rows(1);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    // A group begins a row if it does not fit as a whole, and would on a row of its own.
    const bool new_group = i == 0 || chips[i].group.empty() || chips[i].group != chips[i - 1].group;
    const float own = width_of(chips[i]);
    float needed = own;
    if (new_group && !chips[i].group.empty())
      for (std::size_t j = i + 1; j < chips.size() && chips[j].group == chips[i].group; ++j)
        needed += between_chips() + width_of(chips[j]);
    const float space =
        rows.back().chips.empty() ? 0 : (new_group ? between_groups : between_chips());
    const float taken = rows.back().width + space;
    const bool whole_group_fits = taken + needed <= width || needed > width;
    const bool fits = taken + own <= width && (!new_group || whole_group_fits);
    if (!rows.back().chips.empty() && !fits) {
      rows.push_back({{{i, 0.0F}}, own});
      continue;
    }
    rows.back().chips.emplace_back(i, taken);
    rows.back().width = taken + own;
  }
  return rows;
}

float Kit::chip_rows_height(float width, const std::vector<Chip>& chips) const {
  if (chips.empty()) return 0;
  const auto rows = static_cast<float>(lay_chips(width, chips).size());
  return chip_height() * rows + between_chips() * (rows - 1) + gap();
}

Rect Kit::chip_rows(Rect& area, const std::vector<Chip>& chips, Align align) {
  if (chips.empty()) return {};
  Rect strip = area.cut_bottom(chip_rows_height(area.w, chips) - gap(), gap());
  Rect free;
  below([&] { free = draw_rows(strip, chips, align); });
  return free;
}

Rect Kit::draw_rows(Rect strip, const std::vector<Chip>& chips, Align align) {
  const float height = chip_height();
  Rect free;
  for (const ChipRow& row : lay_chips(strip.w, chips)) {
    Rect line = strip.cut_top(height, between_chips());
    const float shift = align == Align::kLeft     ? 0
                        : align == Align::kCentre ? (line.w - row.width) / 2
                                                  : line.w - row.width;
    free = line;
    if (align == Align::kRight) free.cut_right(row.width, gap());
    if (align == Align::kLeft) free.cut_left(row.width, gap());
    for (const auto& [which, x] : row.chips) {
      const Chip& chip = chips[which];
      const float before = before_width(chip, line.w);
      Rect place{std::round(line.x + shift + x), line.y, before + chip_width(chip), height};
      if (!chip.before.empty())
        words(chip.id + ".before", place.cut_left(before - mm(6), mm(6)), chip.before, Face::kSmall,
              theme_->quiet);
      this->chip(place, chip);
    }
  }
  return free;
}

}  // namespace sveiki::ui
