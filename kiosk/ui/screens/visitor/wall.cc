// SPDX-License-Identifier: EUPL-1.2
#include "ui/screens/visitor/wall.h"

#include <algorithm>

#include "ui/screens/visitor/sessions.h"

namespace sveiki::ui {

bool has_sessions(const View& view) {
  return !now_and_next(view, 1).empty();
}

void announcement(const View& view, Rect& area) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const LocalTime local = view.local();
  // Very large words have room for one of both: they take turns with what is on.
  if (kit.text_percent() >= 200 && local.minutes % 2 == 0) return;
  std::vector<const Announcement*> valid;
  for (const Announcement& each : view.model.announcements)
    if (each.valid_on(local.date)) valid.push_back(&each);
  if (valid.empty()) return;
  // Several take turns, two minutes each.
  const Announcement& now = *valid[static_cast<std::size_t>(local.minutes / 2) % valid.size()];
  const std::string& text = now.text.in(view.language());
  const float side = kit.mm(24);
  const float across = kit.mm(6);
  const Lines words(kit, {{"", text, Face::kText, theme.tile.ink}}, area.w - side - 3 * across,
                    std::min(area.h * 0.4F, kit.mm(60)));
  const float height = std::max(side, words.height()) + 2 * kit.mm(4);
  const Rect card = area.cut_bottom(height, kit.gap());
  kit.card(card, theme.tile);
  Rect inner = card.inset(across, kit.mm(3));
  kit.picture("", inner.cut_left(side, across), now.symbol, "");
  words.draw(inner, Align::kLeft, theme.tile.paper);
  kit.note({.id = "announcement." + now.id,
            .role = Role::kLabel,
            .label = text,
            .rect = card,
            .ink = theme.tile.ink,
            .paper = theme.tile.paper,
            .fits = words.fit()});
}

Chip whole_day(const View& view) {
  return {.id = "day.today",
          .icon = "icon-calendar",
          .label = view.tr("The whole day"),
          .action = app::action::ShowDay{view.local().date}};
}

void now_next_later(const View& view, Rect area) {
  Kit& kit = view.kit;
  const float lowest = std::max(kit.mm(44), kit.type().capital_px(Face::kSmall) * 6.2F);
  const int room = std::clamp(static_cast<int>((area.h + kit.gap()) / (lowest + kit.gap())), 1, 3);
  const std::vector<Session> sessions = now_and_next(view, static_cast<std::size_t>(room));
  const int count = static_cast<int>(sessions.size());
  // Two cards are no taller than three would be.
  const float tallest = kit.mm(kit.large_text() ? 110 : 76);
  area.h = std::min(area.h, (tallest + kit.gap()) * static_cast<float>(count) - kit.gap());
  bool next = true;
  for (int i = 0; i < count; ++i) {
    const Session& session = sessions[static_cast<std::size_t>(i)];
    const bool planned = session.state == Session::State::kPlanned;
    SessionCard card;
    if (planned) card.action = app::action::ShowSession{session.ref};
    card.next = next && planned && !is_on(view, session);
    if (card.next) next = false;
    session_card(view, area.cell(i, 1, count, kit.gap()), session, card);
  }
}

}  // namespace sveiki::ui
