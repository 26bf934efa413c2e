// SPDX-License-Identifier: EUPL-1.2
/// The four themes, complete: every colour a screen may use, by what it is for. Contrast is
/// checked by a test over all pairs (ACCESS.md D1, D2).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/token.h"

namespace sveiki::ui {

/// An opaque sRGB colour.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const Color&) const = default;
  std::string hex() const;  ///< "#0B4F8A"
};
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF)};
}

/// WCAG 2.2 contrast ratio, 1 to 21.
double contrast(Color a, Color b);
Color mix(Color a, Color b, float part_of_b);

/// How a thing is dressed: ink on its paper, and the line around it.
struct Coat {
  Color paper, ink, line;
};

struct Theme {
  std::string_view name;
  bool dark = false;         ///< colour pictograms get a light disc behind them
  float line_px_factor = 1;  ///< the high-contrast themes have stronger lines
  Color page;                ///< behind everything
  Color ink;                 ///< text on the page and on tiles
  Color quiet;               ///< secondary text, on page, tile and now
  Coat tile;                 ///< a card
  Coat main;                 ///< the one thing to do next
  Coat now;                  ///< what is on at this moment
  Coat done;                 ///< it worked
  Coat selected;             ///< the chosen chip (its line is thicker too)
  Color done_mark;           ///< the disc of the tick; its tick is done.paper
  Color now_line;
  Color disc;  ///< behind colour pictograms
  Color focus_outer, focus_inner;
  std::array<Coat, kFlocks.size()> flocks;
};

/// The flock's own colour, the same in every theme: behind a token's symbol.
Color flock_disc(Flock flock);

/// "day", "evening", "yellow", "black"; an unknown name is "day".
const Theme& theme(std::string_view name);
const std::array<Theme, 4>& all_themes();

}  // namespace sveiki::ui
