// SPDX-License-Identifier: EUPL-1.2
/// The widgets of the house: each draws itself and writes down its node. A widget never does
/// anything; its node carries the action that choosing it means. Sizes in pixels; `mm()` makes
/// them from millimetres of glass.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/pictograms.h"
#include "ui/kit/node.h"
#include "ui/kit/pen.h"
#include "ui/kit/theme.h"
#include "ui/kit/type.h"
#include "ui/words.h"

struct ImDrawData;

namespace sveiki::ui {

/// What a frame is drawn with, and what is being touched while it is drawn.
struct FrameSetup {
  float width = 0, height = 0;  ///< px
  float px_per_mm = 0;
  int text_percent = 100;
  std::string_view theme;
  std::string_view pressed;  ///< id under the finger
  std::string_view focused;  ///< id with the ring
  float arrived = 1;         ///< how far the screen has come in: 0 as it appears, 1 at rest
};

/// A small button in a row: icon, words, or both. Chosen ones have a thicker line.
struct Chip {
  std::string id;
  std::string icon;   ///< pictogram; empty: none
  std::string label;  ///< written; with `icon_only` it is spoken only
  app::Action action;
  bool icon_only = false;
  bool selected = false;
  bool radio = false;  ///< one of several, of which one is selected
  bool main = false;   ///< in the main colour
  std::string group;
  std::optional<Coat> coat;  ///< else the tile's
  std::string sample;        ///< written instead of the label, which is spoken ("A", "Aa")
  Face sample_face = Face::kSmall;
  std::string before;  ///< words of their own that stand in front of it in its row ("2 of 4")
};

/// A card to choose: a picture above its words.
struct Tile {
  std::string id;
  std::string picture;
  std::string label;
  std::string note;  ///< a second, quiet line; may be empty
  app::Action action;
  std::string group;
  std::optional<Coat> coat;
  std::optional<Color> disc;  ///< a coloured disc behind the picture (a flock's)
  std::optional<Color> disc_line;
};

/// What tiles side by side have in common, so that their words and pictures stand in line.
struct TileStyle {
  Face face = Face::kCard;  ///< the largest that all labels can take
  float note_room = 0;      ///< height kept for the notes, px; 0: they are spoken only
};

class Kit {
 public:
  explicit Kit(platform::Pictograms& pictograms) : pictograms_(pictograms) {}

  void begin(const FrameSetup& setup, const Words& words);
  /// Ends the frame: what is to be shown, and what was drawn.
  const ImDrawData& end();
  const Nodes& nodes() const { return nodes_; }

  // What screens lay out with.
  float mm(float millimetres) const { return std::round(millimetres * setup_.px_per_mm); }
  Rect glass() const { return {0, 0, setup_.width, setup_.height}; }
  bool portrait() const { return setup_.height > setup_.width; }
  int text_percent() const { return setup_.text_percent; }
  bool large_text() const { return setup_.text_percent > 100; }
  const Theme& theme() const { return *theme_; }
  const Type& type() const { return type_; }
  const Words& words() const { return *words_; }
  Pen& pen() { return *pen_; }
  float line() const;  ///< thickness of an outline
  float radius() const { return mm(9); }
  float gap() const { return mm(10); }
  float chip_height() const;
  float icon_size() const;  ///< beside the words of a chip

  // Widgets.
  void page(Color color);
  /// Lines of words, by their node; with `Role::kHeading` the screen's title.
  void words(const std::string& id, Rect rect, const std::string& text, Face face, Color ink,
             Align align = Align::kLeft, Role role = Role::kLabel);
  void chip(Rect rect, const Chip& chip);
  float chip_width(const Chip& chip) const;
  /// Chips in rows that fill up from the bottom of `area` (cut off it), aligned; groups keep
  /// together where they can. Answers what is free beside the last row.
  Rect chip_rows(Rect& area, const std::vector<Chip>& chips, Align align = Align::kLeft);
  /// What such rows would cut off an area of this width, px.
  float chip_rows_height(float width, const std::vector<Chip>& chips) const;
  /// What `draw` draws stands at the bottom: it is read after all that stands above.
  void below(const std::function<void()>& draw);
  void tile(Rect rect, const Tile& tile, const TileStyle& style);
  TileStyle tile_style(Rect rect, const std::vector<Tile>& tiles) const;
  /// The one thing to do next, in the main colour, with a second line.
  void main_button(Rect rect, const std::string& id, const std::string& icon,
                   const std::string& label, const std::string& note, app::Action action);
  /// Plus or minus.
  void step_button(Rect rect, const std::string& id, const std::string& icon,
                   const std::string& spoken, app::Action action, bool enabled);
  /// A picture that says something by itself (`label` is spoken), or decorates (empty).
  void picture(const std::string& id, Rect rect, const std::string& name, const std::string& label);
  /// A person's sign: the symbol on a disc of the flock's colour.
  void sign(const std::string& id, Rect rect, const Token& token);
  /// The tick of "done" on its disc.
  void done_mark(Rect rect);
  /// A clock face, a part of the time node of the caller: decorates.
  void clock_face(Rect rect, int minutes);
  /// A card that only informs.
  void card(Rect rect, const Coat& coat, bool dashed = false);
  /// A card to choose, on which the caller draws: its body, and its node at `rect`.
  void choice(Rect rect, const Coat& coat, Node node);
  /// Writes a node for something drawn with the pen.
  void note(Node node);

 private:
  /// A tile's words, fitted: what they are written in, and the label's and the note's lines.
  struct TileWords {
    Rect inner;
    Fitted label;
    Fitted note;
  };
  TileWords fit_tile(Rect rect, const Tile& tile, const TileStyle& style) const;
  struct ChipRow;
  float between_chips() const { return mm(4.4F); }
  float before_width(const Chip& chip, float row) const;
  std::vector<ChipRow> lay_chips(float width, const std::vector<Chip>& chips) const;
  Rect draw_rows(Rect strip, const std::vector<Chip>& chips, Align align);
  bool pressed(std::string_view id) const { return !id.empty() && setup_.pressed == id; }
  void body(Rect rect, const Coat& coat, std::string_view id, float thickness, float radius);
  void ring_if_focused(Rect rect, std::string_view id, float radius);
  /// A colour pictogram, with a light disc behind it where the paper is dark.
  void readable_picture(const std::string& name, Rect rect, const Coat& coat);
  void finish_spoken();

  platform::Pictograms& pictograms_;
  Type type_;
  FrameSetup setup_;
  const Theme* theme_ = nullptr;
  const Words* words_ = nullptr;
  std::optional<Pen> pen_;
  Nodes nodes_;
  Nodes below_;  ///< rows at the bottom: read after what stands above, though drawn before it
};

}  // namespace sveiki::ui
