// SPDX-License-Identifier: EUPL-1.2
// The wall: the centre, what it offers and when, and one big way in.
#include "ui/screens/visitor/wall.h"

namespace sveiki::ui {

namespace action = app::action;

namespace {

/// What the centre offers, for looking at: pictures and words, a page at a time.
void offers(const View& view, Rect area, int turns) {
  Kit& kit = view.kit;
  const Type& type = kit.type();
  const Theme& theme = kit.theme();
  const auto& activities = view.centre().activities;
  Rect title = area.cut_top(type.capital_px(Face::kText) * 1.6F, kit.mm(4));
  kit.words("offers", title, view.tr("What we offer"), Face::kText, theme.quiet);

  const int columns = kit.large_text() ? 1 : 2;
  const float between = kit.mm(5);
  const float row = std::max(kit.mm(34), type.capital_px(Face::kText) * 3.2F);
  const int count = static_cast<int>(activities.size());
  const auto rows_in = [&](float height) {
    const int rows = static_cast<int>((height + between) / (row + between));
    return std::clamp(rows, 1, (count + columns - 1) / columns);
  };
  int rows = rows_in(area.h);
  if (rows * columns < count)
    rows = rows_in(area.h - kit.chip_rows_height(area.w, {more_chip(view, {count, 1, 0})}));
  const Pages pages(count, rows * columns, turns);
  if (pages.count > 1) kit.chip_rows(area, {more_chip(view, pages)}, Align::kRight);
  area.h = std::min(area.h, static_cast<float>(rows) * (kit.mm(52) + between) - between);

  // One face for all of them, with room for what hangs below the last line.
  const Rect any = area.cell(0, columns, rows, between).inset(kit.mm(5), kit.mm(2));
  const float side = std::min(any.h, std::max(kit.mm(26), type.capital_px(Face::kText) * 2.6F));
  const float words_width = any.w - side - kit.mm(7);
  const float words_height = any.h - type.capital_px(Face::kSmall) * 0.7F;
  std::vector<std::string> names;
  for (const Activity& activity : activities) names.push_back(activity.name.in(view.language()));
  const Face face = type.common_face(names, Face::kText, words_width, words_height);
  const int first = pages.page * rows * columns;
  for (int i = 0; i < rows * columns && first + i < count; ++i) {
    const std::size_t which = static_cast<std::size_t>(first + i);
    const Activity& activity = activities[which];
    const Rect cell = area.cell(i, columns, rows, between);
    kit.card(cell, theme.tile);
    Rect inner = cell.inset(kit.mm(5), kit.mm(2));
    kit.picture("", inner.cut_left(side, kit.mm(7)), activity.symbol, "");
    const Fitted words = type.fit(names[which], face, words_width, words_height);
    kit.pen().words(words, inner, theme.tile.ink, Align::kLeft);
    kit.note({.id = "offer." + activity.id,
              .role = Role::kLabel,
              .label = names[which],
              .spoken = activity.spoken.in(view.language()),
              .group = "offers",
              .rect = cell,
              .ink = theme.tile.ink,
              .paper = theme.tile.paper,
              .fits = words.fits});
  }
}

/// Greeting, centre and hours, as one block in the middle of `area`.
void greeting(const View& view, Rect area) {
  Kit& kit = view.kit;
  const Type& type = kit.type();
  const std::string welcome = view.tr("Welcome!");
  const std::string& name = view.centre().name.in(view.language());
  const std::string hours =
      fill(view.tr("Today {hours}"), "hours", hours_of(view, view.local().date));
  // One line in a smaller face reads better than two in a larger one.
  Fitted name_fit = type.fit(name, Face::kCard, area.w, type.capital_px(Face::kCard));
  if (!name_fit.fits || name_fit.scale < 1)
    name_fit = type.fit(name, Face::kText, area.w, area.h * 0.45F);
  const Fitted hours_fit = type.fit(hours, Face::kText, area.w, area.h * 0.25F);
  const float between = hours_fit.capital;
  const float below = name_fit.height + between + hours_fit.height;
  const Fitted big = type.fit(welcome, Face::kDisplay, area.w, area.h - below - between * 2);
  const float under_greeting = std::min(big.capital * 0.55F, area.h - below - big.height);
  // A greeting that is not large is none: very large letters leave its room to the rest.
  const bool greets = big.face <= Face::kTitle;
  Rect block = area.middle(area.w, (greets ? big.height + under_greeting : 0) + below);
  const Theme& theme = kit.theme();
  if (greets)
    kit.words("greeting", block.cut_top(big.height, under_greeting), welcome, Face::kDisplay,
              theme.ink, Align::kLeft, Role::kHeading);
  kit.words("centre", block.cut_top(name_fit.height, between), name, Face::kCard, theme.ink,
            Align::kLeft, greets ? Role::kLabel : Role::kHeading);
  kit.words("hours", block, hours, Face::kText, theme.quiet);
}

}  // namespace

void draw_attract(const View& view, const app::screen::Attract& screen) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  kit.page(theme.page);
  Rect area = margins(kit);
  tool_row(view, area);

  Rect side = kit.portrait() ? area.cut_bottom(area.h * (kit.large_text() ? 0.4F : 0.5F), kit.gap())
                             : area.cut_right(area.w * 0.4F, kit.mm(18));
  // The way to the whole day heads the cards, where Help leaves it the room.
  const bool sessions = has_sessions(view);
  const Chip day = whole_day(view);
  const float day_width = kit.chip_width(day);
  const bool heads =
      !kit.portrait() && day_width + kit.gap() + kit.chip_width(help_chip(view)) <= side.w;
  if (kit.portrait()) {
    clock_beside_help(view, area);
  } else {
    if (sessions && heads) kit.chip({side.x, side.y, day_width, kit.chip_height()}, day);
    help_corner(view, side);
    clock(view, area.cut_top(header_height(kit), kit.gap()));
  }

  const Rect way_in = area.cut_bottom(std::max(kit.mm(66), kit.chip_height() * 1.6F), kit.gap());
  greeting(view, area);

  const CheckInWays& ways = view.centre().ways;
  const bool touch_in = ways.token || ways.guest || ways.party;
  const std::string how = !touch_in   ? view.tr("Show your card")
                          : ways.card ? view.tr("Touch here or show your card")
                                      : view.tr("Touch here");
  kit.main_button(way_in, "enter", "wave", view.tr("I am here"), how, action::Enter{});
  announcement(view, side);
  if (!sessions) return offers(view, side, screen.page);
  if (!heads) kit.chip_rows(side, {day}, Align::kRight);
  now_next_later(view, side);
}

void draw_closed(const View& view) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  kit.page(theme.page);
  Rect area = margins(kit);
  tool_row(view, area);
  clock_beside_help(view, area);

  const Opening opening = opening_at(view.centre(), view.now.wall);
  const std::string& zone = view.centre().zone;
  std::string when = view.tr("Closed today");
  if (opening.opens) {
    const LocalTime opens = local_time(*opening.opens, zone);
    const Words& words = kit.words();
    when = fill(view.tr("We open {day} at {time}."), "day",
                words.day_seen_from(opens.date, view.local().date));
    when = fill(std::move(when), "time", words.at_time(opens.minutes));
  }
  if (view.centre().entry_when_closed) {
    const Rect way_in = area.cut_bottom(kit.mm(42), kit.gap());
    kit.main_button(kit.portrait() ? way_in : way_in.middle(way_in.w * 0.6F, way_in.h), "enter",
                    "wave", view.tr("Check in all the same"), "", action::Enter{});
  }
  std::vector<Line> lines{
      {"title", view.tr("Closed"), Face::kDisplay, theme.ink, Role::kHeading},
      {"opens", when, Face::kCard, theme.ink},
      {"centre", view.centre().name.in(view.language()), Face::kText, theme.quiet}};
  // On a holiday its name says why.
  if (const Closure* closure = view.model.timetable->closure_on(view.local().date))
    lines.insert(lines.begin() + 1,
                 {"why", closure->name.in(view.language()), Face::kCard, theme.ink});
  illustrated(view, area, {"closed", "moon", view.tr("Closed")}, std::move(lines));
}

}  // namespace sveiki::ui
