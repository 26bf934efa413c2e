// SPDX-License-Identifier: EUPL-1.2
/// The only place where the kiosk decides. Pure: no clock, no disk, no drawing; what must happen
/// outside comes back as commands.
#pragma once

#include "app/action.h"
#include "app/command.h"
#include "app/model.h"

namespace sveiki::app {

/// How long things stay (ACCESS.md, "Who is on the screen").
inline constexpr Millis kThanksStay = std::chrono::seconds{10};
inline constexpr Millis kNamesStay = std::chrono::seconds{15};
inline constexpr Millis kCountdown = std::chrono::seconds{20};
/// A page of sentences, without names on it, may be read slowly.
inline constexpr Millis kReadingStays = std::chrono::seconds{60};
/// Who has not found their picture by then shows a card.
inline constexpr int kPictureTries = 2;
inline constexpr Millis kProbeEvery = std::chrono::seconds{30};

/// The kiosk as it starts, before the clerk has opened the record. `built`: when this program was
/// made; `remembered`: the trouble in which it was stopped.
Model begin(std::shared_ptr<const Centre> centre, Now now, Instant built,
            std::optional<Fault> remembered);

Commands update(Model& model, const Action& action, Now now);

/// How long until something changes by itself on the screen: a countdown, a time-out, the minute
/// on the clock. Always some time from now; never more than a minute.
Millis next_change(const Model& model, Now now);

/// Whole seconds left before the screen goes on by itself; nothing where it does not.
std::optional<int> seconds_left(const Model& model, Now now);

}  // namespace sveiki::app
