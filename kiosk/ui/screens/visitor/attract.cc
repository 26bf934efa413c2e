// SPDX-License-Identifier: EUPL-1.2
// The wall: the centre, what it offers and when, and one big way in.
#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace action = app::action;

namespace {

/// What the centre offers, for looking at: pictures and words, a page at a time.
void offers(const View& view, Rect area, int page) {
  Kit& kit = view.kit;
  const auto& activities = view.centre().activities;
  const Theme& theme = kit.theme();
  Rect title = area.cut_top(kit.type().capital_px(Face::kText) * 1.6F, kit.mm(4));
  kit.words("offers", title, view.tr("What we offer"), Face::kText, theme.quiet);

  const int columns = kit.large_text() ? 1 : 2;
  const float row = std::max(kit.mm(34), kit.type().capital_px(Face::kText) * 3.2F);
  const int count = static_cast<int>(activities.size());
  const auto rows_in = [&](float height) {
    return std::max(1, static_cast<int>((height + kit.mm(5)) / (row + kit.mm(5))));
  };
  int rows = std::clamp((count + columns - 1) / columns, 1, rows_in(area.h));
  if (count > rows * columns) {
    std::vector<Chip> chips{more_chip(view)};
    kit.chip_rows(area, chips, Align::kRight);
    rows = rows_in(area.h);
  }
  const int per_page = rows * columns;
  const int pages = std::max(1, (count + per_page - 1) / per_page);
  const int first = page % pages * per_page;
  const float used = static_cast<float>(rows) * (row + kit.mm(5)) - kit.mm(5);
  area.h =
      std::min(area.h, std::max(used, std::min(area.h, static_cast<float>(rows) * kit.mm(52))));
  for (int i = 0; i < per_page && first + i < count; ++i) {
    const Activity& activity = activities[static_cast<std::size_t>(first + i)];
    const Rect cell = area.cell(i, columns, rows, kit.mm(5));
    kit.card(cell, theme.tile);
    Rect inner = cell.inset(kit.mm(5), kit.mm(3));
    const float side = std::min(inner.h, kit.mm(24));
    kit.picture("", inner.cut_left(side, kit.mm(5)), activity.symbol, "");
    const std::string& name = activity.name.in(view.language());
    const Fitted words = kit.type().fit(name, Face::kText, inner.w, inner.h);
    kit.pen().words(words, inner, theme.tile.ink, Align::kLeft);
    kit.note({.id = "offer." + activity.id,
              .role = Role::kLabel,
              .label = name,
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

  Rect side = kit.portrait() ? area.cut_bottom(area.h * 0.4F, kit.gap())
                             : area.cut_right(area.w * 0.4F, kit.mm(18));
  if (kit.portrait()) {
    clock_beside_help(view, area);
  } else {
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
  offers(view, side, screen.page);
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
  const float height = kit.mm(kit.portrait() ? 200 : 120);
  Rect middle = area.middle(std::min(area.w, kit.mm(430)), std::min(area.h, height));
  if (kit.portrait()) {
    kit.picture("closed", middle.cut_top(middle.h * 0.45F, kit.gap()), "moon", view.tr("Closed"));
  } else {
    kit.picture("closed", middle.cut_left(std::min(middle.h, kit.mm(100)), kit.mm(20)), "moon",
                view.tr("Closed"));
  }
  Rect lines = middle;
  const Rect first = lines.cut_top(lines.h * 0.42F);
  const Rect second = lines.cut_top(lines.h * 0.55F);
  kit.words("title", first, view.tr("Closed"), Face::kDisplay, theme.ink, Align::kLeft,
            Role::kHeading);
  kit.words("opens", second, when, Face::kCard, theme.ink);
  kit.words("centre", lines, view.centre().name.in(view.language()), Face::kText, theme.quiet);
}

}  // namespace sveiki::ui
