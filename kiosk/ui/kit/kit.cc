// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/kit.h"

#include <imgui.h>

#include <algorithm>
#include <map>
#include <numbers>

namespace sveiki::ui {
namespace {

Coat only_ink(Color ink, Color paper) {
  return {paper, ink, ink};
}

}  // namespace

// --- The frame --------------------------------------------------------------------------------

void Kit::begin(const FrameSetup& setup, const Words& words) {
  setup_ = setup;
  theme_ = &ui::theme(setup.theme);
  words_ = &words;
  type_.set(setup.px_per_mm, setup.text_percent);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {setup.width, setup.height};
  io.DeltaTime = 1.0F / 60;  // nothing of ours asks ImGui for time
  ImGui::NewFrame();
  pen_.emplace(ImGui::GetBackgroundDrawList(), type_, pictograms_);
  nodes_.clear();
  below_.clear();
}

const ImDrawData& Kit::end() {
  nodes_.insert(nodes_.end(), below_.begin(), below_.end());
  finish_spoken();
  ImGui::Render();
  return *ImGui::GetDrawData();
}

/// Position within the group and state belong to what is heard (ACCESS.md A4).
void Kit::finish_spoken() {
  std::map<std::string, int, std::less<>> members;
  for (const Node& node : nodes_)
    if (!node.group.empty()) ++members[node.group];
  std::map<std::string, int, std::less<>> seen;
  for (Node& node : nodes_) {
    if (node.state == "selected") node.spoken += ", " + words_->tr("selected");
    if (node.group.empty() || members[node.group] < 2) continue;
    std::string place = fill(words_->tr("{i} of {n}"), "i", std::to_string(++seen[node.group]));
    node.spoken += ", " + fill(std::move(place), "n", std::to_string(members[node.group]));
  }
}

void Kit::below(const std::function<void()>& draw) {
  const auto drawn = static_cast<std::ptrdiff_t>(nodes_.size());
  draw();
  // Rows fill up from the bottom: what is drawn later stands above.
  const auto first = nodes_.begin() + drawn;
  below_.insert(below_.begin(), first, nodes_.end());
  nodes_.erase(first, nodes_.end());
}

void Kit::note(Node node) {
  if (node.spoken.empty()) node.spoken = node.label;
  if (node.action && pressed(node.id)) node.state = "pressed";
  nodes_.push_back(std::move(node));
}

float Kit::line() const {
  // 3 px on the mock-ups' screen.
  return std::max(1.0F, std::round(setup_.px_per_mm * 0.83F * theme_->line_px_factor));
}

float Kit::chip_height() const {
  return std::max(mm(29), std::round(type_.capital_px(Face::kSmall) * 2.6F));
}

float Kit::icon_size() const {
  return std::round(std::max(mm(12.8F), type_.capital_px(Face::kSmall) * 1.35F));
}

// --- How things are dressed -------------------------------------------------------------------

void Kit::body(Rect rect, const Coat& coat, std::string_view id, float thickness, float radius) {
  if (!theme_->dark && theme_->line_px_factor <= 1) pen_->shadow(rect, radius, mm(1.6F));
  pen_->fill(rect.inset(thickness / 2), coat.paper, std::max(0.0F, radius - thickness / 2));
  pen_->outline(rect, coat.line, radius, thickness);
  // Pressed: a strong ring inside, in the ink. Only these strips change on the glass, so that it
  // is there at once even where every pixel is made by the processor.
  if (pressed(id))
    pen_->outline(rect.inset(thickness), coat.ink, std::max(0.0F, radius - thickness), mm(2.2F));
  ring_if_focused(rect, id, radius);
}

void Kit::ring_if_focused(Rect rect, std::string_view id, float radius) {
  if (setup_.focused.empty() || setup_.focused != id) return;
  // Two colours, so that one of them is seen on any ground.
  const float t = std::max(4.0F, mm(1.6F));
  pen_->outline(rect.inset(-2 * t), theme_->focus_outer, radius + 2 * t, t);
  pen_->outline(rect.inset(-t), theme_->focus_inner, radius + t, t);
}

void Kit::readable_picture(const std::string& name, Rect rect, const Coat& coat) {
  const bool needs_disc = !pen_->is_line_icon(name) && contrast(coat.paper, rgb(0)) < 4.5;
  if (!needs_disc) {
    pen_->picture(name, rect, coat.ink);
    return;
  }
  const Rect square = rect.square();
  pen_->disc(square.centre(), square.w / 2, theme_->disc);
  pen_->picture(name, square.inset(std::round(square.w * 0.1F)), coat.ink);
}

// --- Widgets ----------------------------------------------------------------------------------

void Kit::page(Color color) {
  pen_->fill(glass(), color);
}

void Kit::words(const std::string& id, Rect rect, const std::string& text, Face face, Color ink,
                Align align, Role role) {
  const Fitted fitted = type_.fit(text, face, rect.w, rect.h);
  pen_->words(fitted, rect, ink, align);
  Node node{.id = id, .role = role, .label = text, .rect = rect, .ink = ink, .paper = theme_->page};
  node.fits = fitted.fits;
  note(std::move(node));
}

void Kit::card(Rect rect, const Coat& coat, bool dashed) {
  if (!dashed) {
    body(rect, coat, {}, line(), radius());
    return;
  }
  pen_->fill(rect, coat.paper, radius());
  pen_->dashes(rect, coat.line, radius(), line());
}

void Kit::choice(Rect rect, const Coat& coat, Node node) {
  body(rect, coat, node.id, line(), radius());
  node.role = Role::kButton;
  node.rect = rect;
  node.ink = coat.ink;
  node.paper = coat.paper;
  note(std::move(node));
}

Kit::TileWords Kit::fit_tile(Rect rect, const Tile& tile, const TileStyle& style) const {
  TileWords words;
  words.inner = rect.inset(mm(5), std::max(mm(5), std::round(rect.h * 0.06F)));
  // Words take what they need at the bottom, the picture what is left.
  if (style.note_room > 0)
    words.note = type_.fit(tile.note, Face::kSmall, words.inner.w, style.note_room);
  words.label =
      type_.fit(tile.label, style.face, words.inner.w, words.inner.h * 0.62F - style.note_room);
  return words;
}

TileStyle Kit::tile_style(Rect rect, const std::vector<Tile>& tiles) const {
  TileStyle style;
  // A note needs a tile with room to spare; where one finds none, all are said and none is shown.
  for (const Tile& tile : tiles) {
    if (tile.note.empty()) continue;
    const Rect inner = fit_tile(rect, tile, {}).inner;
    const Fitted note = type_.fit(tile.note, Face::kSmall, inner.w, inner.h * 0.24F);
    const bool roomy = inner.h >= note.capital * 8 && note.scale >= 1;
    if (!roomy) {
      style.note_room = 0;
      break;
    }
    style.note_room = std::max(style.note_room, note.height + note.capital * 0.8F);
  }
  for (const Tile& tile : tiles)
    style.face = std::max(style.face, fit_tile(rect, tile, style).label.face);
  return style;
}

void Kit::tile(Rect rect, const Tile& tile, const TileStyle& style) {
  const Coat coat = tile.coat.value_or(theme_->tile);
  body(rect, coat, tile.id, line(), radius());
  auto [inner, label, note_fitted] = fit_tile(rect, tile, style);
  if (style.note_room > 0) {
    // Notes of one line and of two begin at the same height.
    Rect strip = inner.cut_bottom(style.note_room);
    strip.cut_top(note_fitted.capital * 0.3F);
    pen_->words(note_fitted, strip.cut_top(note_fitted.height), coat.ink, Align::kCentre);
  }
  const Rect words = inner.cut_bottom(label.height + label.capital * 0.7F, mm(1.5F));
  pen_->words(label, words, coat.ink, Align::kCentre);

  const float largest = mm(120);
  const Rect picture =
      inner.middle(std::min(inner.w, largest), std::min(inner.h, largest)).square();
  if (tile.disc) {
    pen_->disc(picture.centre(), picture.w / 2, tile.disc_line.value_or(coat.line));
    pen_->disc(picture.centre(), picture.w / 2 - line(), *tile.disc);
    pen_->picture(tile.picture, picture.inset(std::round(picture.w * 0.14F)), coat.ink);
  } else {
    readable_picture(tile.picture, picture, coat);
  }
  note({.id = tile.id,
        .role = Role::kButton,
        .label = tile.label,
        .spoken = tile.note.empty() ? tile.label : tile.label + ", " + tile.note,
        .group = tile.group,
        .rect = rect,
        .ink = coat.ink,
        .paper = coat.paper,
        .fits = label.fits,
        .action = tile.action});
}

void Kit::main_button(Rect rect, const std::string& id, const std::string& icon,
                      const std::string& label, const std::string& note_text, app::Action action) {
  const Coat coat = theme_->main;
  body(rect, coat, id, line(), radius());
  Rect inner = rect.inset(mm(8), mm(6));
  if (!icon.empty()) {
    const float side = std::min(inner.h, inner.w * 0.26F);
    Rect place = inner.cut_left(side, mm(7));
    // On the main colour every colour pictogram stands on a light disc.
    const Rect square = place.square();
    if (!pen_->is_line_icon(icon)) {
      pen_->disc(square.centre(), square.w / 2, theme_->disc);
      pen_->picture(icon, square.inset(std::round(square.w * 0.13F)), coat.ink);
    } else {
      pen_->picture(icon, square, coat.ink);
    }
  }
  const Align align = icon.empty() ? Align::kCentre : Align::kLeft;
  bool fits = true;
  if (note_text.empty()) {
    const Fitted fitted = type_.fit(label, Face::kTitle, inner.w, inner.h);
    fits = fitted.fits;
    pen_->words(fitted, inner, coat.ink, align);
  } else {
    const Fitted big = type_.fit(label, Face::kTitle, inner.w, inner.h * 0.5F);
    const Fitted small = type_.fit(note_text, Face::kText, inner.w, inner.h * 0.5F);
    fits = big.fits && small.fits;
    const float between = big.capital * 0.75F;
    Rect both = inner.middle(inner.w, big.height + between + small.height);
    pen_->words(big, both.cut_top(big.height, between), coat.ink, align);
    pen_->words(small, both, coat.ink, align);
  }
  note({.id = id,
        .role = Role::kButton,
        .label = label,
        .spoken = note_text.empty() ? label : label + ". " + note_text,
        .rect = rect,
        .ink = coat.ink,
        .paper = coat.paper,
        .main = true,
        .fits = fits,
        .action = std::move(action)});
}

void Kit::step_button(Rect rect, const std::string& id, const std::string& icon,
                      const std::string& spoken, app::Action action, bool enabled) {
  Coat coat = theme_->tile;
  if (!enabled) coat.line = coat.ink = mix(coat.ink, coat.paper, 0.55F);
  body(rect, coat, id, line(), rect.h / 2);
  pen_->picture(icon, rect.middle(rect.h * 0.5F, rect.h * 0.5F), coat.ink);
  Node node{.id = id,
            .role = Role::kButton,
            .label = spoken,
            .rect = rect,
            .ink = coat.ink,
            .paper = coat.paper};
  node.state = enabled ? "" : "disabled";
  if (enabled) node.action = std::move(action);
  note(std::move(node));
}

void Kit::picture(const std::string& id, Rect rect, const std::string& name,
                  const std::string& label) {
  readable_picture(name, rect, only_ink(theme_->ink, theme_->page));
  if (label.empty()) return;
  note({.id = id,
        .role = Role::kImage,
        .label = label,
        .rect = rect.square(),
        .ink = theme_->ink,
        .paper = theme_->page});
}

void Kit::sign(const std::string& id, Rect rect, const Token& token) {
  const Coat& flock = theme_->flocks[static_cast<std::size_t>(token.flock)];
  const Rect square = rect.square();
  const Color ground = flock_disc(token.flock);
  pen_->disc(square.centre(), square.w / 2, theme_->done.line);
  pen_->disc(square.centre(), square.w / 2 - line() * 1.6F, ground);
  pen_->picture(token.symbol, square.inset(std::round(square.w * 0.16F)), flock.ink);
  const std::string name = words_->tr(symbol_word(token.symbol));
  note({.id = id,
        .role = Role::kImage,
        .label = name,
        .rect = square,
        .ink = rgb(0),
        .paper = ground});
}

void Kit::done_mark(Rect rect) {
  const Rect square = rect.square();
  pen_->disc(square.centre(), square.w / 2, theme_->done.paper);
  pen_->disc(square.centre(), square.w / 2 - line(), theme_->done_mark);
  const bool light_mark = contrast(theme_->done_mark, rgb(0)) > 6;
  pen_->tick(square, light_mark ? rgb(0) : rgb(0xFFFFFF), std::round(square.w * 0.09F),
             setup_.arrived);
}

void Kit::clock_face(Rect rect, int minutes) {
  const Rect square = rect.square();
  const Point c = square.centre();
  const float r = square.w / 2;
  pen_->disc(c, r, theme_->ink);
  pen_->disc(c, r - line() * 1.6F, theme_->tile.paper);
  const auto hand = [&](double turn, float from, float to, float thickness) {
    const double a = turn * 2 * std::numbers::pi - std::numbers::pi / 2;
    const float dx = static_cast<float>(std::cos(a));
    const float dy = static_cast<float>(std::sin(a));
    pen_->line({c.x + dx * r * from, c.y + dy * r * from}, {c.x + dx * r * to, c.y + dy * r * to},
               theme_->ink, thickness);
    return Point{c.x + dx * r * to, c.y + dy * r * to};
  };
  for (int hour = 0; hour < 12; ++hour)
    hand(hour / 12.0, hour % 3 == 0 ? 0.72F : 0.8F, 0.88F, std::max(2.0F, line() * 0.8F));
  const float thick = std::max(3.0F, std::round(r * 0.09F));
  const Point h = hand(minutes % 720 / 720.0, 0, 0.48F, thick);
  const Point m = hand(minutes % 60 / 60.0, 0, 0.7F, thick * 0.75F);
  pen_->disc(h, thick / 2, theme_->ink);
  pen_->disc(m, thick * 0.375F, theme_->ink);
  pen_->disc(c, thick * 0.75F, theme_->ink);
}

}  // namespace sveiki::ui
