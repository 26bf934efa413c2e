// SPDX-License-Identifier: EUPL-1.2
/// What several screens have in common: the frame with Back, title and Help at their places, the
/// row of tools, the clock, pages of tiles.
#pragma once

#include "ui/kit/lines.h"
#include "ui/screens/visitor/screens.h"

namespace sveiki::ui {

/// The glass less its margins.
Rect margins(const Kit& kit);

/// Height of the strip with the clock and Help on the screens that have no title there.
float header_height(const Kit& kit);

Chip help_chip(const View& view);

/// Help, top right on every screen. Cuts the header's strip off `area`; answers what is free in it.
Rect help_corner(const View& view, Rect& area);

/// Page colour, Back top left, title, Help top right. Answers the room below.
Rect frame(const View& view, const std::string& title);

/// Languages, text sizes, colours, privacy: cut off the bottom of `area`.
void tool_row(const View& view, Rect& area);

/// Clock face, digits, date and part of the day.
void clock(const View& view, Rect rect);

/// The clock at the top left, Help at the top right; one below the other where words are large.
void clock_beside_help(const View& view, Rect& area);

/// Done and taken back: the footer of the screens of thanks.
void thanks_footer(const View& view, Rect& area, bool can_undo);

/// A picture or a sign beside (portrait: above) a few lines of words, as one block in the middle of
/// `area`.
struct Illustration {
  const char* id;
  std::string picture;
  std::string says;             ///< what it shows
  const Token* sign = nullptr;  ///< instead of the picture
};
void illustrated(const View& view, Rect area, const Illustration& illustration,
                 std::vector<Line> lines);

/// The place of the one way on: as wide as half the glass (portrait: all of it), cut off the
/// bottom.
Rect way_on(const View& view, Rect& area);

/// Which page of how many is shown, after that many turns.
struct Pages {
  Pages() = default;
  Pages(int things, int per_page, int turns);
  int count = 1;
  int page = 0;
};

/// On to the next page; with pages, it says which one this is.
Chip more_chip(const View& view, const Pages& pages = {});

/// Tiles of one page on a grid that suits the room and the text size, above these chips and "more".
/// Answers what is free beside the chips.
Rect tile_pages(const View& view, Rect area, const std::vector<Tile>& tiles, int turns,
                std::vector<Chip> chips);

/// A room, as a second line to the name of what is on in it; empty where it would say the same.
std::string room_beside(const View& view, const Activity& activity, std::string_view room);

/// "10.00–17.00" or "closed" for a calendar date.
std::string hours_of(const View& view, CivilDay date);

}  // namespace sveiki::ui
