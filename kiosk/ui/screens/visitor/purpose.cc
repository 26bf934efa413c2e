// SPDX-License-Identifier: EUPL-1.2
// What for today: one touch. The visit is on disk already.
#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace action = app::action;

std::string room_beside(const View& view, const Activity& activity) {
  const Room* room = view.centre().room(activity.room);
  if (!room) return {};
  const std::string& name = room->name.in(view.language());
  // The sensory room is in the sensory room: once is enough.
  return name == activity.name.in(view.language()) ? std::string{} : name;
}

void draw_purpose(const View& view, const app::screen::Purpose& screen) {
  Rect area = frame(view, view.tr("What will you do today?"));
  std::vector<Tile> tiles;
  for (const Activity& activity : view.centre().activities) {
    tiles.push_back({.id = "purpose." + activity.id,
                     .picture = activity.symbol,
                     .label = activity.name.in(view.language()),
                     .note = room_beside(view, activity),
                     .action = action::PickPurpose{activity.id},
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
  if (view.centre().activities.size() > 1)
    tiles.push_back({.id = "purpose",
                     .picture = "other",
                     .label = view.tr("Something else too"),
                     .action = action::SomethingElse{},
                     .group = "choices"});
  tiles.push_back({.id = "leave",
                   .picture = "house",
                   .label = view.tr("I am going home"),
                   .action = action::GoHome{},
                   .group = "choices"});
  const Rect bottom = area.cut_bottom(std::max(kit.mm(40), kit.chip_height()), kit.gap());
  const int count = static_cast<int>(tiles.size());
  for (int i = 0; i < count; ++i)
    kit.tile(area.cell(i, count, 1, kit.gap()), tiles[static_cast<std::size_t>(i)]);
  kit.main_button(bottom, "done", "", view.tr("I am staying"), "", action::Done{});
}

}  // namespace sveiki::ui
