// SPDX-License-Identifier: EUPL-1.2
// Without a token: counted, not known. And several people at once.
#include <algorithm>

#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace action = app::action;

void draw_guest(const View& view) {
  Rect area = frame(view, view.tr("Welcome!"));
  tile_pages(view, area,
             {{.id = "count-me",
               .picture = "guest",
               .label = view.tr("I am only visiting"),
               .note = view.tr("You are counted, not known."),
               .action = action::CountMe{},
               .group = "choices"},
              {.id = "new",
               .picture = "new",
               .label = view.tr("I am new"),
               .note = view.tr("I want a sign of my own"),
               .action = action::WantToken{},
               .group = "choices"}},
             0, {});
}

void draw_party(const View& view, const app::screen::Party& screen) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const app::PartyCount party = view.model.turn.party.value_or(app::PartyCount{});
  Rect area = frame(
      view, screen.asks_known ? view.tr("How many have a sign?") : view.tr("How many are you?"));
  const int count = screen.asks_known ? party.known : party.people;
  const int least = screen.asks_known ? 0 : app::PartyCount::kFewest;
  const int most = screen.asks_known
                       ? std::min(party.people, static_cast<int>(view.model.tokens.size()))
                       : app::PartyCount::kMost;

  const Rect next = way_on(view, area);

  // The people themselves below the number, as far as they can be told apart. Their strip stays
  // when they are too many: nothing moves under a finger that taps.
  const float strip_height = std::min(kit.mm(34), area.h * 0.3F);
  const float step = std::min(area.h - strip_height - kit.gap(), kit.mm(56));
  Rect block = area.middle(std::min(area.w, kit.mm(330)), step + kit.gap() + strip_height);
  Rect row = block.cut_top(step, kit.gap());
  const Rect minus = row.cut_left(step);
  const Rect plus = row.cut_right(step);
  const std::string group = screen.asks_known ? "known" : "count";
  kit.step_button(minus, group + ".minus", "icon-minus", view.tr("One fewer"),
                  action::ChangeCount{-1}, count > least);
  const std::string people = kit.words().tr("{n} person", "{n} people", count);
  const Fitted digits = kit.type().fit(std::to_string(count), Face::kDisplay, row.w, row.h);
  kit.pen().words(digits, row, theme.ink, Align::kCentre);
  kit.note({.id = group,
            .role = Role::kLabel,
            .label = std::to_string(count),
            .spoken = people,
            .rect = row,
            .ink = theme.ink,
            .paper = theme.page,
            .fits = digits.fits});
  kit.step_button(plus, group + ".plus", "icon-plus", view.tr("One more"), action::ChangeCount{+1},
                  count < most);

  constexpr int kPictured = 12;
  const int shown = screen.asks_known ? party.people : count;
  const float side = std::min(block.h, block.w / kPictured);
  Rect people_row = block.middle(side * static_cast<float>(shown), side);
  for (int i = 0; i < shown && shown <= kPictured; ++i) {
    const Rect place = people_row.cut_left(side).inset(side * 0.08F);
    const bool known = screen.asks_known && i < count;
    kit.pen().picture(known ? "icon-user-check" : "icon-user", place,
                      screen.asks_known && !known ? mix(theme.ink, theme.page, 0.45F) : theme.ink);
  }
  kit.main_button(next, "done", "", view.tr("Next"), "", action::Done{});
}

}  // namespace sveiki::ui
