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

Chip help_chip(const View& view) {
  return {.id = "help",
          .icon = "icon-bell-ringing",
          .label = view.tr("Help"),
          .action = action::CallHelp{}};
}

Rect help_corner(const View& view, Rect& area) {
  Kit& kit = view.kit;
  Rect header = area.cut_top(header_height(kit), kit.gap());
  const Chip help = help_chip(view);
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
  const Chip help = help_chip(view);
  const float left = kit.chip_width(back);
  const float right = kit.chip_width(help);
  kit.chip(header.cut_left(left, kit.gap()), back);
  const Rect corner = header.cut_right(right, kit.gap());
  const Type& type = kit.type();
  Rect place = header;
  if (kit.portrait()) {
    place = area.cut_top(type.capital_px(Face::kTitle) * 3, kit.gap());
  } else {
    // In the middle of the glass where it can, else in the middle of what is free.
    const float side = std::max(left, right) + kit.gap();
    const Rect centred{kit.mm(13) + side, header.y, kit.glass().w - 2 * (kit.mm(13) + side),
                       header.h};
    if (type.fit(title, Face::kTitle, centred.w, centred.h).face == Face::kTitle) place = centred;
    // Large words on a narrow glass stand below.
    const Fitted beside = type.fit(title, Face::kTitle, place.w, place.h);
    if (!beside.fits || beside.face == Face::kSmall)
      place = area.cut_top(type.capital_px(Face::kTitle) * 3, kit.gap());
  }
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
                   .icon_only = true});
  // Its words, too, where they cost no row.
  const float height = view.kit.chip_rows_height(area.w, chips);
  chips.back().icon_only = false;
  chips.back().icon_only = view.kit.chip_rows_height(area.w, chips) > height;
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

namespace {

/// What taking back is called here.
const char* undo_word(const app::Model& model) {
  if (std::holds_alternative<app::screen::Placed>(model.screen)) return msg("Take it back");
  return model.turn.party ? msg("This is wrong") : msg("That is not me");
}

}  // namespace

void thanks_footer(const View& view, Rect& area, bool can_undo) {
  Kit& kit = view.kit;
  // Done is this screen's main button: on a narrow glass it has a row of its own.
  Rect row = area.cut_bottom(std::max(kit.mm(40), kit.chip_height()), kit.gap());
  const Rect done = kit.portrait() ? row : row.cut_right(kit.mm(110), kit.gap());
  const app::Turn& turn = view.model.turn;
  const bool has_day = turn.token && !turn.party && !view.model.timetable->series().empty();
  if (kit.portrait() && (can_undo || has_day)) row = area.cut_bottom(kit.chip_height(), kit.gap());
  if (can_undo) {
    const int seconds = app::seconds_left(view.model, view.now).value_or(0);
    const Chip undo{.id = "undo",
                    .icon = "icon-arrow-back-up",
                    .label = view.tr(undo_word(view.model)),
                    .action = action::Undo{}};
    const float width = kit.chip_width(undo);
    kit.chip(row.cut_left(width, kit.mm(6)).middle(width, kit.chip_height()), undo);
    // How long the choice stays, as a pie that empties: nobody has to read it.
    const float side = std::min(row.w, kit.chip_height() - kit.mm(2));
    const Rect timer = row.cut_left(side).square();
    const float part =
        static_cast<float>(seconds) * 1000.0F / static_cast<float>(app::kThanksStay.count());
    const Color ink = kit.theme().done.line;
    kit.pen().ring(timer.centre(), timer.w / 2, ink, kit.line());
    kit.pen().arc(timer.centre(), timer.w / 2, part, ink, kit.line() * 3);
  }
  if (has_day) {
    const Chip mine{.id = "my-day",
                    .icon = "icon-user",
                    .label = view.tr("My day"),
                    .action = action::ShowMyDay{}};
    const float width = kit.chip_width(mine);
    if (width <= row.w) kit.chip(row.cut_right(width).middle(width, kit.chip_height()), mine);
  }
  kit.main_button(done, "done", "", view.tr("Done"), "", action::Done{});
}

void illustrated(const View& view, Rect area, const Illustration& illustration,
                 std::vector<Line> lines) {
  Kit& kit = view.kit;
  const bool portrait = kit.portrait();
  // Marks stand in line below each other.
  const bool marked = std::ranges::any_of(lines, [](const Line& l) { return l.mark.width > 0; });
  Rect room =
      area.middle(std::min(area.w, kit.mm(450)), std::min(area.h, kit.mm(portrait ? 300 : 150)));
  const float side = portrait ? std::min(room.w, room.h * 0.45F) : std::min(room.h, room.w * 0.3F);
  const float between = kit.mm(portrait ? 14 : 20);
  if (portrait)
    room.cut_top(side, between);
  else
    room.cut_left(side, between);
  const Lines words(kit, std::move(lines), room.w, room.h);
  Rect block = portrait ? area.middle(room.w, side + between + words.height())
                        : area.middle(side + between + words.width(), room.h);
  const Rect place = portrait ? block.cut_top(side, between) : block.cut_left(side, between);
  if (illustration.sign)
    kit.sign(illustration.id, place, *illustration.sign);
  else
    kit.picture(illustration.id, place, illustration.picture, illustration.says);
  if (portrait && marked) block = block.middle(words.width(), block.h);
  words.draw(block, portrait && !marked ? Align::kCentre : Align::kLeft, kit.theme().page);
}

Rect way_on(const View& view, Rect& area) {
  Kit& kit = view.kit;
  const Rect row = area.cut_bottom(std::max(kit.mm(44), kit.chip_height()), kit.gap());
  return kit.portrait() ? row : row.middle(row.w * 0.5F, row.h);
}

Pages::Pages(int things, int per_page, int turns)
    : count(std::max(1, (things + per_page - 1) / per_page)), page(turns % count) {}

Chip more_chip(const View& view, const Pages& pages) {
  Chip more{.id = "more",
            .icon = "icon-arrow-right",
            .label = view.tr("Show more"),
            .action = action::More{}};
  if (pages.count > 1) {
    more.before = fill(view.tr("{i} of {n}"), "i", std::to_string(pages.page + 1));
    more.before = fill(std::move(more.before), "n", std::to_string(pages.count));
  }
  return more;
}

namespace {

struct Grid {
  int columns = 3;
  int rows = 2;
  int cells() const { return columns * rows; }
};

/// The fewest cells (at most six) that hold `count` tiles, as large as the room allows; fewer at
/// a time where the words are large.
Grid grid_for(const Kit& kit, Rect area, const std::vector<Tile>& tiles) {
  const int count = static_cast<int>(tiles.size());
  const auto breaks_in = [&](int columns) {
    const float width = area.cell(0, columns, 1, kit.gap()).w - 2 * kit.mm(5);
    return std::ranges::any_of(
        tiles, [&](const Tile& tile) { return kit.type().width(tile.label, Face::kCard) > width; });
  };
  if (kit.portrait()) {
    if (count <= 2) return {1, std::max(1, count)};
    // A third row only where the pictures stay large above their words.
    const float capital = kit.type().capital_px(Face::kCard);
    const float least = kit.mm(45) + capital * (breaks_in(2) ? 4 : 3);
    const int rows = static_cast<int>((area.h + kit.gap()) / (least + kit.gap()));
    return {2, std::min(std::clamp(rows, 1, 3), (count + 1) / 2)};
  }
  const bool low = area.h < kit.mm(110);  // a second row would be too small to touch and read
  if (low || count <= 3) return {std::clamp(count, 1, 3), 1};
  // Large words that would break in three columns get two.
  if (count == 4 || (kit.large_text() && breaks_in(3))) return {2, 2};
  return {3, 2};
}

}  // namespace

Rect tile_pages(const View& view, Rect area, const std::vector<Tile>& tiles, int turns,
                std::vector<Chip> chips) {
  Kit& kit = view.kit;
  const int count = static_cast<int>(tiles.size());
  const auto grid_above = [&] {
    Rect above = area;
    above.cut_bottom(kit.chip_rows_height(area.w, chips));
    return grid_for(kit, above, tiles);
  };
  if (count > grid_above().cells()) {
    chips.push_back(more_chip(view, {count, 1, 0}));
    chips.back() = more_chip(view, {count, grid_above().cells(), turns});
  }
  const Grid grid = grid_above();
  const int first = Pages(count, grid.cells(), turns).page * grid.cells();
  const Rect free = kit.chip_rows(area, chips, Align::kRight);
  const auto cell = [&](int i) { return area.cell(i, grid.columns, grid.rows, kit.gap()); };
  const TileStyle style = kit.tile_style(cell(0), tiles);  // the same on all pages
  for (int i = 0; i < grid.cells() && first + i < count; ++i)
    kit.tile(cell(i), tiles[static_cast<std::size_t>(first + i)], style);
  return free;
}

std::string hours_of(const View& view, CivilDay date) {
  const auto& hours = view.centre().hours[date.weekday().iso_encoding() - 1];
  if (hours.empty()) return view.tr("closed");
  std::string text;
  for (const OpenHours& open : hours) {
    if (!text.empty()) text += ", ";
    // A day that is open to its end ends at 24.00, which no clock shows.
    const std::string to = open.to == 24 * 60 ? "24.00" : view.kit.words().clock(open.to);
    text += view.kit.words().clock(open.from) + "–" + to;
  }
  return text;
}

}  // namespace sveiki::ui
