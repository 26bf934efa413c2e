// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace sveiki::ui {
namespace {

/// WCAG relative luminance.
double luminance(Color c) {
  const auto linear = [](std::uint8_t v) {
    const double s = v / 255.0;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

constexpr std::array kPastels{rgb(0xCFE8CF), rgb(0xFFD9BF), rgb(0xC9E2F6),
                              rgb(0xFFEFB3), rgb(0xE4D7F5), rgb(0xFFD0CC)};

/// The flocks' cards: filled with the pastel, or a card with the pastel as its line.
constexpr std::array<Coat, 6> filled(Color ink, Color line) {
  std::array<Coat, 6> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = {kPastels[i], ink, line};
  return all;
}
constexpr std::array<Coat, 6> lined(Color paper, Color ink) {
  std::array<Coat, 6> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = {paper, ink, kPastels[i]};
  return all;
}
constexpr std::array<Coat, 6> same(Coat s) {
  return {s, s, s, s, s, s};
}

constexpr Color kInk = rgb(0x1A1A1A);
constexpr Color kWhite = rgb(0xFFFFFF);
constexpr Color kBlack = rgb(0x000000);
constexpr Color kYellow = rgb(0xFFFF00);

constexpr Theme kDay{
    .name = "day",
    .dark = false,
    .line_px_factor = 1,
    .page = rgb(0xF7F5F0),
    .ink = kInk,
    .quiet = rgb(0x4A463F),  // 7.4:1 on "now", where the mock-ups' #55514A has 6.6
    .tile = {kWhite, kInk, rgb(0x2A2825)},
    .main = {rgb(0x0B4F8A), kWhite, rgb(0x0B4F8A)},
    .now = {rgb(0xFFE9A8), kInk, rgb(0x2A2825)},
    .done = {rgb(0xDDF0DF), rgb(0x14512B), rgb(0x1E6B3A)},
    .selected = {kWhite, kInk, kInk},
    .done_mark = rgb(0x1E6B3A),
    .now_line = rgb(0xB00020),
    .disc = rgb(0xF1ECE1),
    .focus_outer = rgb(0xB00020),
    .focus_inner = kWhite,
    .flocks = filled(kInk, rgb(0x2A2825)),
};

constexpr Theme kEvening{
    .name = "evening",
    .dark = true,
    .line_px_factor = 1,
    .page = rgb(0x14181F),
    .ink = rgb(0xF5F5F5),
    .quiet = rgb(0xC3CAD3),
    .tile = {rgb(0x1F2630), rgb(0xF5F5F5), rgb(0xAEB6C1)},
    .main = {rgb(0x8EC5FF), rgb(0x0B1A2A), rgb(0x8EC5FF)},
    .now = {rgb(0x3B3416), rgb(0xF5F5F5), rgb(0xE8CF74)},
    .done = {rgb(0x1D3326), rgb(0xB4F0C2), rgb(0x8FE3A8)},
    .selected = {rgb(0x1F2630), rgb(0xFFFFFF), rgb(0xFFFFFF)},
    .done_mark = rgb(0x8FE3A8),
    .now_line = rgb(0xFF8A9B),
    .disc = rgb(0xEDEAE2),
    .focus_outer = rgb(0xFFD54A),
    .focus_inner = kBlack,
    .flocks = lined(rgb(0x1F2630), rgb(0xF5F5F5)),
};

constexpr Coat kYellowTile{kBlack, kYellow, kYellow};
constexpr Theme kYellowOnBlack{
    .name = "yellow",
    .dark = true,
    .line_px_factor = 1.4F,
    .page = kBlack,
    .ink = kYellow,
    .quiet = kYellow,
    .tile = kYellowTile,
    .main = {kYellow, kBlack, kYellow},
    .now = kYellowTile,
    .done = kYellowTile,
    .selected = kYellowTile,
    .done_mark = kYellow,
    .now_line = kWhite,
    .disc = kWhite,
    .focus_outer = kWhite,
    .focus_inner = kBlack,
    .flocks = same(kYellowTile),
};

constexpr Coat kBlackTile{kWhite, kBlack, kBlack};
constexpr Theme kBlackOnWhite{
    .name = "black",
    .dark = false,
    .line_px_factor = 1.4F,
    .page = kWhite,
    .ink = kBlack,
    .quiet = kBlack,
    .tile = kBlackTile,
    .main = {kBlack, kWhite, kBlack},
    .now = kBlackTile,
    .done = kBlackTile,
    .selected = kBlackTile,
    .done_mark = kBlack,
    .now_line = kBlack,
    .disc = rgb(0xF2F2F2),
    .focus_outer = rgb(0x0000C8),
    .focus_inner = kWhite,
    .flocks = same(kBlackTile),
};

constexpr std::array kThemes{kDay, kEvening, kYellowOnBlack, kBlackOnWhite};

}  // namespace

std::string Color::hex() const {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02X%02X%02X", r, g, b);
  return text.data();
}

double contrast(Color a, Color b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Color mix(Color a, Color b, float part) {
  const auto channel = [part](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(
        std::lround(static_cast<float>(x) * (1 - part) + static_cast<float>(y) * part));
  };
  return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b)};
}

Color flock_disc(Flock flock) {
  return kPastels[static_cast<std::size_t>(flock)];
}

const Theme& theme(std::string_view name) {
  const auto* found = std::ranges::find(kThemes, name, &Theme::name);
  return found == kThemes.end() ? kThemes.front() : *found;
}

const std::array<Theme, 4>& all_themes() {
  return kThemes;
}

}  // namespace sveiki::ui
