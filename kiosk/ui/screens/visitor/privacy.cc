// SPDX-License-Identifier: EUPL-1.2
// What is kept about a visitor, in ten short sentences.
#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace {

/// A line icon for each sentence, in their order.
constexpr std::array kIcons{
    "icon-user", "icon-shield-lock", "icon-info-circle",   "icon-calendar",      "icon-check",
    "icon-home", "icon-users",       "icon-arrow-back-up", "icon-question-mark", "icon-x"};

}  // namespace

void draw_privacy(const View& view, const app::screen::Privacy& screen) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  Rect area = frame(view, view.tr("What we keep about you"));
  const auto sentences = privacy_sentences();
  const int columns = kit.portrait() || kit.large_text() ? 1 : 2;
  const float row = std::max(kit.mm(30), kit.type().capital_px(Face::kText) * 3.6F);
  const int count = static_cast<int>(sentences.size());
  const auto rows_in = [&](float height) {
    return std::max(1, static_cast<int>((height + kit.mm(5)) / (row + kit.mm(5))));
  };
  if (count > rows_in(area.h) * columns) kit.chip_rows(area, {more_chip(view)}, Align::kRight);
  const int rows = std::clamp((count + columns - 1) / columns, 1, rows_in(area.h));
  const int per_page = rows * columns;
  const int pages = std::max(1, (count + per_page - 1) / per_page);
  const int first = screen.page % pages * per_page;
  for (int i = 0; i < per_page && first + i < count; ++i) {
    const std::size_t which = static_cast<std::size_t>(first + i);
    // Read down the columns, as on paper.
    const int cell = columns == 1 ? i : i % rows * columns + i / rows;
    const Rect box = area.cell(cell, columns, rows, kit.mm(5));
    kit.card(box, theme.tile);
    Rect inner = box.inset(kit.mm(7), kit.mm(3));
    const float side = std::min(inner.h, kit.mm(14) * (kit.large_text() ? 1.4F : 1));
    kit.pen().picture(kIcons[which % kIcons.size()],
                      inner.cut_left(side, kit.mm(7)).middle(side, side), theme.tile.ink);
    const std::string text = view.tr(sentences[which]);
    const Fitted words = kit.type().fit(text, Face::kText, inner.w, inner.h);
    kit.pen().words(words, inner, theme.tile.ink, Align::kLeft);
    kit.note({.id = "kept." + std::to_string(which + 1),
              .role = Role::kLabel,
              .label = text,
              .group = "kept",
              .rect = box,
              .ink = theme.tile.ink,
              .paper = theme.tile.paper,
              .fits = words.fits});
  }
}

}  // namespace sveiki::ui
