// SPDX-License-Identifier: EUPL-1.2
/// The stage: draws the model, and says what a touch, a key or a card on it means. Holds what is
/// of the moment only (the finger that is down, the ring of the keys); everything else is model.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/model.h"
#include "platform/input.h"
#include "platform/pictograms.h"
#include "ui/kit/focus.h"
#include "ui/kit/kit.h"
#include "ui/kit/touch.h"
#include "ui/words.h"

namespace sveiki::ui {

class Stage {
 public:
  /// What moves: a tick draws itself. Still: everything is at rest at once (scripts, and people
  /// who want it so).
  enum class Motion { kSoft, kStill };

  /// Catalogues are in `locale_dir`. Needs the surface's context; `width`, `height` in pixels.
  /// `px_per_mm`: as the screen was measured; 0: it never was.
  Stage(platform::Pictograms& pictograms, std::string locale_dir, int width, int height,
        double px_per_mm, Motion motion = Motion::kStill);

  /// The surface has another size now. Cheap if it has not.
  void resize(int width, int height);

  /// Builds the frame of this model. The answer is valid until the next call.
  const ImDrawData& draw(const app::Model& model, Now now);

  /// What the input means, by the nodes of the last frame.
  std::vector<app::Action> take(const platform::Input& input, Now now);

  /// Tells the stage that an update may have brought another screen in front.
  void follow(const app::Model& model, Now now);

  const Nodes& nodes() const { return kit_.nodes(); }
  float px_per_mm() const { return px_per_mm_; }  ///< of the glass
  /// True while something on the screen moves by itself: the next frame is due soon.
  bool moving(Now now) const { return arrived(now) < 1; }
  /// The id of what has the ring of the keys; empty: nothing.
  const std::string& focused() const { return focus_.id(); }
  /// When a touch on this node will be taken (a screen that just changed settles first).
  Moment ready_at(const std::string& id) const { return touch_.ready_at(id); }

 private:
  const Words& words(const std::string& language);
  /// How far the screen in front has come in, 0 to 1.
  float arrived(Now now) const;

  Kit kit_;
  Touch touch_;
  Focus focus_;
  std::map<std::string, Words> words_;
  std::string locale_dir_;
  double measured_px_per_mm_;
  float width_ = 0, height_ = 0;
  float px_per_mm_ = 0;       ///< of the glass, as far as it is known
  float px_per_mm_laid_ = 0;  ///< that the screens are laid out with: a small glass shrinks them
  Motion motion_;
  Moment came_in_;     ///< when the screen in front appeared
  std::string place_;  ///< which screen, and which page of it, is in front
};

}  // namespace sveiki::ui
