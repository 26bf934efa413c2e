// SPDX-License-Identifier: EUPL-1.2
#include "ui/screens/visitor/parts.h"

#include <algorithm>
#include <array>

namespace sveiki::ui {

namespace action = app::action;

namespace {

const char* theme_word(std::string_view theme) {
  if (theme == "evening") return msg("Dark colours");
  if (theme == "yellow") return msg("Yellow on black");
  if (theme == "black") return msg("Black on white");
  return msg("Light colours");
}

const char* text_size_word(int percent) {
  if (percent >= 200) return msg("Very large letters");
  if (percent >= 150) return msg("Large letters");
  return msg("Normal letters");
}

}  // namespace

Rect margins(const Kit& kit) {
  return kit.glass().inset(kit.mm(13), kit.mm(12));
}

float header_height(const Kit& kit) {
  return std::max(kit.chip_height(), kit.type().capital_px(Face::kCard) * 3.2F);
}

Rect help_corner(const View& view, Rect& area) {
  Kit& kit = view.kit;
  Rect header = area.cut_top(header_height(kit), kit.gap());
  const Chip help{.id = "help",
                  .icon = "icon-bell-ringing",
                  .label = view.tr("Help"),
                  .action = action::CallHelp{}};
  kit.chip(header.cut_right(kit.chip_width(help), kit.gap()).cut_top(kit.chip_height()), help);
  return header;
}

Rect frame(const View& view, const std::string& title) {
  Kit& kit = view.kit;
  kit.page(kit.theme().page);
  Rect area = margins(kit);
  Rect header = area.cut_top(kit.chip_height(), kit.gap());
  const Chip back{
      .id = "back", .icon = "icon-arrow-left", .label = view.tr("Back"), .action = action::Back{}};
  const Chip help{.id = "help",
                  .icon = "icon-bell-ringing",
                  .label = view.tr("Help"),
                  .action = action::CallHelp{}};
  const float left = kit.chip_width(back);
  const float right = kit.chip_width(help);
  kit.chip(header.cut_left(left, kit.gap()), back);
  const Rect corner = header.cut_right(right, kit.gap());
  // The title stands in the middle of the glass where it can, else in the middle of what is free.
  const float side = std::max(left, right) + kit.gap();
  const Rect centred{kit.mm(13) + side, header.y, kit.glass().w - 2 * (kit.mm(13) + side),
                     header.h};
  const Type& type = kit.type();
  Rect place = header;
  if (type.fit(title, Face::kTitle, centred.w, centred.h).face == Face::kTitle) place = centred;
  // Large words on a narrow glass stand below.
  const Fitted beside = type.fit(title, Face::kTitle, place.w, place.h);
  if (!beside.fits || beside.face == Face::kSmall)
    place = area.cut_top(type.capital_px(Face::kTitle) * 3, kit.gap());
  kit.words("title", place, title, Face::kTitle, kit.theme().ink, Align::kCentre, Role::kHeading);
  kit.chip(corner, help);
  return area;
}

void tool_row(const View& view, Rect& area) {
  const app::Comfort& comfort = view.model.turn.comfort;
  std::vector<Chip> chips;
  for (const std::string& language : view.centre().languages)
    chips.push_back({.id = "language." + language,
                     .label = language_name(language),
                     .action = action::SetLanguage{language},
                     .selected = comfort.language == language,
                     .radio = true,
                     .group = "languages"});
  // The letters themselves show what they mean: three sizes of A.
  constexpr std::array kSizes{std::pair{100, Face::kSmall}, std::pair{150, Face::kCard},
                              std::pair{200, Face::kTitle}};
  for (const auto& [percent, face] : kSizes)
    chips.push_back({.id = "size." + std::to_string(percent),
                     .label = view.tr(text_size_word(percent)),
                     .action = action::SetTextSize{percent},
                     .selected = comfort.text_percent == percent,
                     .radio = true,
                     .group = "sizes",
                     .sample = "A",
                     .sample_face = face});
  for (const Theme& colours : all_themes())
    chips.push_back({.id = "theme." + std::string{colours.name},
                     .label = view.tr(theme_word(colours.name)),
                     .action = action::SetTheme{std::string{colours.name}},
                     .selected = comfort.theme == colours.name,
                     .radio = true,
                     .group = "colours",
                     .coat = Coat{colours.page, colours.ink, view.kit.theme().ink},
                     .sample = "Aa"});
  chips.push_back({.id = "privacy",
                   .icon = "icon-shield-lock",
                   .label = view.tr("Privacy"),
                   .action = action::ReadPrivacy{},
                   .icon_only = view.kit.large_text()});
  view.kit.chip_rows(area, chips);
}

void clock(const View& view, Rect rect) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const LocalTime local = view.local();
  const Words& words = kit.words();
  const std::string digits = words.clock(local.minutes);
  const std::string part = words.part_of_day(local.minutes);
  const std::string date = words.date(local.date);
  const Rect whole = rect;
  kit.clock_face(rect.cut_left(rect.h, kit.mm(6)), local.minutes);

  const Fitted time_fit = kit.type().fit(digits, Face::kCard, rect.w, rect.h);
  const Fitted date_fit = kit.type().fit(date, Face::kText, rect.w, rect.h - time_fit.height);
  const float between =
      std::min(date_fit.capital * 1.1F, std::max(0.0F, rect.h - time_fit.height - date_fit.height));
  Rect lines = rect.middle(rect.w, time_fit.height + between + date_fit.height);
  Rect first = lines.cut_top(time_fit.height, between);
  kit.pen().words(time_fit, first.cut_left(time_fit.width, kit.mm(6)), theme.ink, Align::kLeft);
  const Fitted part_fit = kit.type().fit(part, Face::kText, first.w, first.h);
  kit.pen().words(part_fit, first, theme.quiet, Align::kLeft);
  kit.pen().words(date_fit, lines, theme.quiet, Align::kLeft);
  kit.note({.id = "clock",
            .role = Role::kTimer,
            .label = digits + ", " + part + ", " + date,
            .spoken = words.at_time(local.minutes) + ", " + part + ", " + date,
            .rect = whole,
            .ink = theme.quiet,
            .paper = theme.page,
            .fits = time_fit.fits && date_fit.fits && part_fit.fits});
}

void clock_beside_help(const View& view, Rect& area) {
  const Rect beside = help_corner(view, area);
  const bool narrow = view.kit.portrait() && view.kit.large_text();
  clock(view, narrow ? area.cut_top(header_height(view.kit), view.kit.gap()) : beside);
}

void thanks_footer(const View& view, Rect& area, bool can_undo) {
  Kit& kit = view.kit;
  // Done is this screen's main button.
  Rect row = area.cut_bottom(std::max(kit.mm(40), kit.chip_height()), kit.gap());
  if (can_undo) {
    const int seconds = app::seconds_left(view.model, view.now).value_or(0);
    const Chip undo{.id = "undo",
                    .icon = "icon-arrow-back-up",
                    .label = view.tr("That is not me"),
                    .action = action::Undo{}};
    kit.chip(row.cut_left(kit.chip_width(undo), kit.mm(6)), undo);
    // How long the choice stays, as a pie that empties: nobody has to read it.
    Rect timer = row.cut_left(row.h).inset(kit.mm(6));
    const float part =
        static_cast<float>(seconds) * 1000.0F / static_cast<float>(app::kThanksStay.count());
    const Point c = timer.square().centre();
    kit.pen().ring(c, timer.square().w / 2, kit.theme().done.line, kit.line());
    kit.pen().arc(c, timer.square().w / 2, part, kit.theme().done.line, kit.line() * 3);
  }
  kit.main_button(row.cut_right(std::min(kit.mm(110), row.w)), "done", "", view.tr("Done"), "",
                  action::Done{});
}

Chip more_chip(const View& view) {
  return {.id = "more",
          .icon = "icon-arrow-right",
          .label = view.tr("Show more"),
          .action = action::More{}};
}

namespace {

struct Grid {
  int columns = 3;
  int rows = 2;
};

/// The fewest cells (at most six) that hold `count` tiles, as large as the room allows; fewer at
/// a time where the words are large.
Grid grid_for(const Kit& kit, Rect area, const std::vector<Tile>& tiles) {
  const int count = static_cast<int>(tiles.size());
  if (kit.portrait()) {
    const int rows = kit.text_percent() >= 200 ? 2 : 3;
    return count <= 2 ? Grid{1, std::max(1, count)} : Grid{2, std::min(rows, (count + 1) / 2)};
  }
  const bool low = area.h < kit.mm(110);  // a second row would be too small to touch and read
  if (low || count <= 3) return {std::clamp(count, 1, 3), 1};
  // Large words that would break in three columns get two.
  const float third = area.cell(0, 3, 2, kit.gap()).w - 2 * kit.mm(5);
  const bool breaks = kit.large_text() && std::ranges::any_of(tiles, [&](const Tile& tile) {
                        return kit.type().width(tile.label, Face::kCard) > third;
                      });
  if (count == 4 || breaks) return {2, 2};
  return {3, 2};
}

}  // namespace

void tile_pages(const View& view, Rect area, const std::vector<Tile>& tiles, int page,
                const std::vector<Chip>& beside) {
  Kit& kit = view.kit;
  const int count = static_cast<int>(tiles.size());
  std::vector<Chip> chips = beside;
  Rect above_chips = area;
  above_chips.cut_bottom(kit.chip_height(), kit.gap());
  const Grid guess = grid_for(kit, above_chips, tiles);
  if (count > guess.columns * guess.rows) chips.push_back(more_chip(view));
  if (!chips.empty()) kit.chip_rows(area, chips, Align::kRight);

  const Grid grid = grid_for(kit, area, tiles);
  const int per_page = grid.columns * grid.rows;
  const int pages = std::max(1, (count + per_page - 1) / per_page);
  const int first = page % pages * per_page;
  const Rect any_cell = area.cell(0, grid.columns, grid.rows, kit.gap());
  Face face = Face::kCard;  // the same for all, on all pages
  for (const Tile& tile : tiles) face = std::max(face, kit.tile_face(any_cell, tile));
  for (int i = 0; i < per_page && first + i < count; ++i) {
    Tile tile = tiles[static_cast<std::size_t>(first + i)];
    tile.face = face;
    kit.tile(area.cell(i, grid.columns, grid.rows, kit.gap()), tile);
  }
}

std::string hours_of(const View& view, CivilDay date) {
  const auto& hours = view.centre().hours[date.weekday().iso_encoding() - 1];
  if (hours.empty()) return view.tr("closed");
  std::string text;
  for (const OpenHours& open : hours) {
    if (!text.empty()) text += ", ";
    text += view.kit.words().clock(open.from) + "–" + view.kit.words().clock(open.to % (24 * 60));
  }
  return text;
}

}  // namespace sveiki::ui
