// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/kiosk.h"

#include "app/turns.h"
#include "base/match.h"
#include "platform/memory.h"
#include "sveiki-kiosk/places.h"

namespace sveiki {
namespace {

/// No clock that works shows an earlier time than this: SVEIKI_BUILT_MS is set by the build.
constexpr Instant kBuilt{SVEIKI_BUILT_MS};

platform::Signal signal_of(app::command::Signal signal) {
  switch (signal) {
    case app::command::Signal::kWelcome:
      return platform::Signal::kWelcome;
    case app::command::Signal::kHelp:
      return platform::Signal::kHelp;
    case app::command::Signal::kNotYet:
      break;
  }
  return platform::Signal::kNotYet;
}

}  // namespace

Kiosk::Kiosk(const std::filesystem::path& data, std::shared_ptr<const Centre> centre,
             platform::Surface& surface, platform::Sound* sound, const Clock& clock,
             ui::Stage::Motion motion)
    : data_(data),
      surface_(surface),
      sound_(sound),
      clock_(clock),
      pictograms_(share_dir() / "pictograms"),
      stage_(pictograms_, share_dir() / "locale", surface.width(), surface.height(),
             centre->px_per_mm, motion),
      model_(app::begin(centre, clock.now(), kBuilt, remembered_trouble(data))),
      clerk_(data, centre, clock.now().wall, [this] { surface_.wake(); }) {
  if (const auto first = clerk_.first_answer()) apply(*first, clock_.now());
}

void Kiosk::take(const platform::Input& input) {
  const Now now = clock_.now();
  for (const app::Action& action : stage_.take(input, now)) apply(action, now);
}

platform::PixelRect Kiosk::frame() {
  const Now now = clock_.now();
  for (const app::Action& answer : clerk_.answers()) apply(answer, now);
  apply(app::action::TimePassed{}, now);
  stage_.resize(surface_.width(), surface_.height());
  if (app::is_home(model_.screen) && pictograms_.forget_if_many()) {
    surface_.forget();
    platform::release_unused();
  }
  return surface_.show(stage_.draw(model_, now));
}

Millis Kiosk::may_sleep() const {
  constexpr Millis kNextFrame{16};
  const Now now = clock_.now();
  return stage_.moving(now) ? kNextFrame : app::next_change(model_, now);
}

void Kiosk::apply(const app::Action& action, Now now) {
  for (const app::Command& command : app::update(model_, action, now)) perform(command);
  stage_.follow(model_, now);
}

void Kiosk::perform(const app::Command& command) {
  std::visit(Match{
                 [&](const app::command::Play& play) {
                   if (sound_) sound_->play(signal_of(play.signal));
                 },
                 [&](const app::command::RememberTrouble& trouble) {
                   remember_trouble(data_, trouble.fault);
                 },
                 [&](const auto& for_the_clerk) { clerk_.tell(for_the_clerk); },
             },
             command);
}

}  // namespace sveiki
