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
  /// Catalogues are in `locale_dir`. Needs the surface's context; `width`, `height` in pixels.
  Stage(platform::Pictograms& pictograms, std::string locale_dir, int width, int height,
        double px_per_mm);

  /// Builds the frame of this model. The answer is valid until the next call.
  const ImDrawData& draw(const app::Model& model, Now now);

  /// What the input means, by the nodes of the last frame.
  std::vector<app::Action> take(const platform::Input& input, Now now);

  /// Tells the stage that an update may have brought another screen in front.
  void follow(const app::Model& model, Now now);

  const Nodes& nodes() const { return kit_.nodes(); }
  float px_per_mm() const { return px_per_mm_; }
  /// When a touch on this node will be taken (a screen that just changed settles first).
  Moment ready_at(const std::string& id) const { return touch_.ready_at(id); }

 private:
  const Words& words(const std::string& language);

  Kit kit_;
  Touch touch_;
  Focus focus_;
  std::map<std::string, Words> words_;
  std::string locale_dir_;
  float width_, height_, px_per_mm_;
  std::string place_;  ///< which screen, and which page of it, is in front
};

}  // namespace sveiki::ui
