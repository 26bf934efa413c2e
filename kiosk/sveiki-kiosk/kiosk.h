// SPDX-License-Identifier: EUPL-1.2
/// The kiosk itself: model, stage, clerk and surface, and the turn of the loop that joins them.
/// `run` gives it a window and the machine's clock, `drive` a script and a clock that stands still.
#pragma once

#include <filesystem>
#include <memory>

#include "app/model.h"
#include "app/update.h"
#include "base/clock.h"
#include "platform/pictograms.h"
#include "platform/sound.h"
#include "platform/surface.h"
#include "sveiki-kiosk/clerk.h"
#include "ui/stage.h"

namespace sveiki {

class Kiosk {
 public:
  /// `sound` may be missing: silent. Waits until the clerk has opened the record or said why not.
  Kiosk(const std::filesystem::path& data, std::shared_ptr<const Centre> centre,
        platform::Surface& surface, platform::Sound* sound, const Clock& clock,
        ui::Stage::Motion motion);

  /// Something a person did. Shown by the next `frame`.
  void take(const platform::Input& input);

  /// One turn of the loop: freezes now, takes the clerk's answers, lets time pass, draws what
  /// changed. Answers the rectangle that was drawn.
  platform::PixelRect frame();

  /// How long the loop may sleep if nothing happens.
  Millis may_sleep() const;

  /// True if nothing is on its way to or from the disk.
  bool settled() const { return clerk_.idle(); }

  const app::Model& model() const { return model_; }
  const ui::Stage& stage() const { return stage_; }

 private:
  void apply(const app::Action& action, Now now);
  void perform(const app::Command& command);

  std::filesystem::path data_;
  platform::Surface& surface_;
  platform::Sound* sound_;
  const Clock& clock_;
  platform::Pictograms pictograms_;
  ui::Stage stage_;
  app::Model model_;
  Clerk clerk_;  // last: its thread ends before what it wakes
};

}  // namespace sveiki
