// SPDX-License-Identifier: EUPL-1.2
// One's own picture, and then one's own day: never after a bare touch on a sign.
#include <algorithm>

#include "ui/screens/visitor/sessions.h"

namespace sveiki::ui {

namespace action = app::action;

void draw_my_day(const View& view, const app::screen::MyDay& screen) {
  Kit& kit = view.kit;
  const app::Turn& turn = view.model.turn;
  Rect area = frame(view, view.tr("My day"));
  const Token* token = turn.token ? &*turn.token : nullptr;
  std::vector<Session> sessions;
  for (const MyPlace& place : turn.places) {
    const auto session = view.model.session(place.session);
    if (session && view.centre().activity(session->series->activity) && !is_over(view, *session))
      sessions.push_back(*session);
  }
  const app::Action what_is_on = action::ShowDay{view.local().date};
  if (sessions.empty()) {
    const Rect on = way_on(view, area);
    illustrated(view, area, {"sign", "coffee", view.tr("My day"), token},
                {{"nothing", view.tr("You have no place yet."), Face::kTitle, kit.theme().ink}});
    kit.main_button(on, "day.today", "", view.tr("What is on"), "", what_is_on);
    return;
  }
  // Whose day it is stands beside it.
  const bool portrait = kit.portrait();
  const Rect whose =
      portrait ? area.cut_top(area.h * 0.2F, kit.gap()) : area.cut_left(area.w * 0.22F, kit.mm(14));
  if (token) kit.sign("sign", whose.middle(std::min(whose.w, kit.mm(110)), whose.h), *token);
  const std::vector<Chip> chips{{.id = "day.today",
                                 .icon = "icon-calendar",
                                 .label = view.tr("What is on"),
                                 .action = what_is_on}};
  session_pages(view, area, sessions, screen.page, chips, [&](const Session& s) {
    SessionCard card{.group = "my-places"};
    if (s.state != Session::State::kPlanned) return card;
    const auto mine = std::ranges::find(turn.places, s.ref, &MyPlace::session);
    card.action = action::GiveBack{s.ref};
    card.note = mine->waiting == 0 ? view.tr("You have a place.")
                                   : kit.words().tr("You wait as number {n}.",
                                                    "You wait as number {n}.", mine->waiting);
    return card;
  });
}

void draw_picture(const View& view, const app::screen::Picture& screen) {
  Kit& kit = view.kit;
  const bool may_choose = view.model.turn.token && view.model.turn.token->has_picture &&
                          screen.wrong < app::kPictureTries;
  if (!may_choose) {
    const Rect area = frame(view, view.tr("Is it you?"));
    const std::string how = view.centre().ways.card ? view.tr("Show your card, or ask for help.")
                                                    : view.tr("Ask for help.");
    return illustrated(view, area, {"card", "card", how},
                       {{"how", how, Face::kCard, kit.theme().ink}});
  }
  Rect area = frame(view, view.tr("Which picture is yours?"));
  if (screen.wrong > 0) {
    Rect strip = area.cut_top(kit.type().capital_px(Face::kText) * 1.8F, kit.mm(4));
    kit.words("wrong", strip, view.tr("Not this one. Try again."), Face::kText, kit.theme().ink,
              Align::kCentre);
  }
  std::vector<Tile> tiles;
  for (const std::string_view name : own_pictures()) {
    const std::string picture{name};
    tiles.push_back({.id = "picture." + picture,
                     .picture = picture,
                     .label = view.tr(symbol_word(picture)),
                     .action = action::PickPicture{picture},
                     .group = "pictures"});
  }
  tile_pages(view, area, tiles, screen.page, {});
}

}  // namespace sveiki::ui
