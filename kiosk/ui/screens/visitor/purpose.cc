// SPDX-License-Identifier: EUPL-1.2
// What for today: one touch. The visit is on disk already.
#include <algorithm>

#include "ui/screens/visitor/sessions.h"

namespace sveiki::ui {

namespace action = app::action;

std::string room_beside(const View& view, const Activity& activity, std::string_view id) {
  const Room* room = view.centre().room(id);
  if (!room) return {};
  const std::string& name = room->name.in(view.language());
  // The sensory room is in the sensory room: once is enough.
  return name == activity.name.in(view.language()) ? std::string{} : name;
}

namespace {

struct PurposeOfToday {
  const Activity* activity;
  std::optional<Session> session;  ///< today's, on or to come
};

/// First what the timetable has today, by start; then what is offered besides.
std::vector<PurposeOfToday> purposes(const View& view) {
  std::vector<PurposeOfToday> all;
  for (const Activity& activity : view.centre().activities) all.push_back({&activity, {}});
  for (const Session& session : sessions_on(view, view.local().date)) {
    if (is_over(view, session) || session.state != Session::State::kPlanned) continue;
    const auto purpose =
        std::ranges::find(all, &activity_of(view, session), &PurposeOfToday::activity);
    if (!purpose->session) purpose->session = session;
  }
  std::ranges::stable_sort(all, [](const PurposeOfToday& a, const PurposeOfToday& b) {
    if (a.session && b.session) return a.session->start < b.session->start;
    return a.session.has_value() && !b.session.has_value();
  });
  return all;
}

}  // namespace

void draw_purpose(const View& view, const app::screen::Purpose& screen) {
  Rect area = frame(view, view.tr("What will you do today?"));
  std::vector<Tile> tiles;
  for (const auto& [activity, session] : purposes(view)) {
    std::optional<SessionRef> ref;
    if (session) ref = session->ref;
    tiles.push_back(
        {.id = "purpose." + activity->id,
         .picture = activity->symbol,
         .label = activity->name.in(view.language()),
         .note = session ? when_of(view, *session) : room_beside(view, *activity, activity->room),
         .action = action::PickPurpose{activity->id, std::move(ref)},
         .group = "purposes"});
  }
  const std::vector<Chip> chips{{.id = "done",
                                 .icon = "icon-check",
                                 .label = view.tr("Just to be here"),
                                 .action = action::Done{}}};
  tile_pages(view, area, tiles, screen.page, chips);
}

void draw_already(const View& view) {
  Kit& kit = view.kit;
  Rect area = frame(view, view.tr("You are already here"));
  const float width = kit.portrait() ? area.w : area.w * 0.26F;
  Rect left =
      kit.portrait() ? area.cut_top(area.h * 0.28F, kit.gap()) : area.cut_left(width, kit.mm(14));
  if (view.model.turn.token)
    kit.sign("sign", left.middle(std::min(left.w, left.h), std::min(left.w, left.h)),
             *view.model.turn.token);
  std::vector<Tile> tiles;
  const std::vector<Session> next = now_and_next(view, 1);
  const bool today = !next.empty() && next.front().start.date == view.local().date;
  if (view.centre().activities.size() > 1)
    tiles.push_back({.id = "purpose",
                     .picture = today ? activity_of(view, next.front()).symbol : "other",
                     .label = view.tr("Something else too"),
                     .note = today ? activity_of(view, next.front()).name.in(view.language()) +
                                         ", " + kit.words().clock(next.front().start.minutes)
                                   : "",
                     .action = action::SomethingElse{},
                     .group = "choices"});
  tiles.push_back({.id = "leave",
                   .picture = "house",
                   .label = view.tr("I am going home"),
                   .action = action::GoHome{},
                   .group = "choices"});
  if (const std::string news = news_line(view); !news.empty()) {
    const Rect strip = area.cut_top(kit.type().capital_px(Face::kText) * 2.2F, kit.mm(4));
    kit.words("news", strip, news, Face::kText, kit.theme().ink, Align::kCentre);
  }
  const Rect bottom = area.cut_bottom(std::max(kit.mm(40), kit.chip_height()), kit.gap());
  const int count = static_cast<int>(tiles.size());
  const auto cell = [&](int i) { return area.cell(i, count, 1, kit.gap()); };
  const TileStyle style = kit.tile_style(cell(0), tiles);
  for (int i = 0; i < count; ++i) kit.tile(cell(i), tiles[static_cast<std::size_t>(i)], style);
  kit.main_button(bottom, "done", "", view.tr("I am staying"), "", action::Done{});
}

}  // namespace sveiki::ui
