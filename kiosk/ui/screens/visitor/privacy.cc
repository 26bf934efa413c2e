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
  const Type& type = kit.type();
  Rect area = frame(view, view.tr("What we keep about you"));
  std::vector<std::string> sentences;
  for (const char* sentence : privacy_sentences()) sentences.push_back(view.tr(sentence));
  const int count = static_cast<int>(sentences.size());
  const int columns = kit.portrait() || kit.large_text() ? 1 : 2;
  const float between = kit.mm(5);

  // All sentences have the face and the room of the longest, on all pages.
  const float icon = kit.mm(14) * (kit.large_text() ? 1.4F : 1);
  const float width = area.cell(0, columns, 1, between).w - 3 * kit.mm(7) - icon;
  const float around = type.capital_px(Face::kText) * 0.8F + 2 * kit.mm(3);
  const float with_chip = area.h - kit.chip_rows_height(area.w, {more_chip(view, {count, 1, 0})});
  const Face face = type.common_face(sentences, Face::kText, width, with_chip - around);
  std::vector<Fitted> fitted;
  float row = kit.mm(30);
  for (const std::string& text : sentences) {
    fitted.push_back(type.fit(text, face, width, with_chip - around));
    row = std::max(row, fitted.back().height + around);
  }
  const auto rows_in = [&](float height) {
    const int rows = static_cast<int>((height + between) / (row + between));
    return std::clamp(rows, 1, (count + columns - 1) / columns);
  };
  int rows = rows_in(area.h);
  if (rows * columns < count) rows = rows_in(with_chip);
  const Pages pages(count, rows * columns, screen.page);
  if (pages.count > 1) kit.chip_rows(area, {more_chip(view, pages)}, Align::kRight);
  // As many on each page as on the others, or one more on the first ones.
  const auto before = [&](int page) { return (count * page + pages.count - 1) / pages.count; };
  const int first = before(pages.page);
  const int end = before(pages.page + 1);
  for (int i = first; i < end; ++i) {
    const std::size_t which = static_cast<std::size_t>(i);
    // Read down the columns, as on paper.
    const int at = i - first;
    const int cell = columns == 1 ? at : at % rows * columns + at / rows;
    const Rect box = area.cell(cell, columns, rows, between);
    kit.card(box, theme.tile);
    Rect inner = box.inset(kit.mm(7), 0);
    kit.pen().picture(kIcons[which % kIcons.size()],
                      inner.cut_left(icon, kit.mm(7)).middle(icon, icon), theme.tile.ink);
    kit.pen().words(fitted[which], inner, theme.tile.ink, Align::kLeft);
    kit.note({.id = "kept." + std::to_string(which + 1),
              .role = Role::kLabel,
              .label = sentences[which],
              .group = "kept",
              .rect = box,
              .ink = theme.tile.ink,
              .paper = theme.tile.paper,
              .fits = fitted[which].fits});
  }
}

}  // namespace sveiki::ui
