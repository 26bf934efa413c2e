// SPDX-License-Identifier: EUPL-1.2
/// From a finger to a choice: acts on release, sliding off cancels, a near miss counts, a screen
/// that has just changed and a finger that trembles do not. Pure; works on the node record.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "ui/kit/node.h"

namespace sveiki::ui {

class Touch {
 public:
  /// After a screen change nothing is taken for this long (ACCESS.md, Input).
  static constexpr Millis kSettle{300};
  /// The same node twice within this is one touch of a trembling finger.
  static constexpr Millis kIgnoreRepeat{300};
  /// A finger this far from a target meant it, if no other is as near.
  static constexpr float kSnapMm = 8;

  /// A finger landed. True if it was taken (the screen had settled).
  bool down(Point at, const Nodes& nodes, float px_per_mm, Moment now);
  /// The finger moved; over its node it presses, elsewhere it does not.
  void move(Point at, const Nodes& nodes, float px_per_mm);
  /// The finger left: the action of the node it pressed, if it still did.
  std::optional<app::Action> up(Point at, const Nodes& nodes, float px_per_mm, Moment now);

  /// Another screen is in front: whatever was pressed is forgotten.
  void screen_changed(Moment now);

  /// The id that shows itself pressed; empty: none.
  const std::string& pressed() const { return pressed_; }
  /// When a touch on `id` will be taken again.
  Moment ready_at(const std::string& id) const;

 private:
  std::string held_;     ///< the node the finger landed on
  std::string pressed_;  ///< the same while the finger is over it
  std::string last_;     ///< the node chosen last
  std::optional<Moment> last_at_;
  std::optional<Moment> changed_at_;
};

}  // namespace sveiki::ui
