// SPDX-License-Identifier: EUPL-1.2
#include "app/turns.h"

#include <algorithm>

#include "app/update.h"

namespace sveiki::app {
namespace {

Comfort centre_comfort(const Centre& centre) {
  return {centre.languages.front(), centre.text_percent, centre.theme};
}

/// How long a screen waits before it asks whether anybody is still there.
Millis patience(const Model& model) {
  const bool reading = model.overlay == Overlay::kHelp ||
                       std::holds_alternative<screen::Privacy>(model.screen) ||
                       std::holds_alternative<screen::Day>(model.screen) ||
                       std::holds_alternative<screen::Week>(model.screen) ||
                       std::holds_alternative<screen::AboutSession>(model.screen);
  return reading ? kReadingStays : kNamesStay;
}

/// When a screen of thanks began; nothing for other screens, or with something in front of it.
std::optional<Moment> thanks_begun(const Model& model) {
  if (model.overlay != Overlay::kNone) return std::nullopt;
  if (const auto* welcome = std::get_if<screen::Welcome>(&model.screen)) return welcome->begun;
  if (const auto* leave = std::get_if<screen::Leave>(&model.screen)) return leave->begun;
  if (const auto* placed = std::get_if<screen::Placed>(&model.screen)) return placed->begun;
  return std::nullopt;
}

/// A screen that stays by itself (the wall, out of order), as everybody finds it.
bool at_rest(const Model& model) {
  const bool stays = is_home(model.screen) || std::holds_alternative<screen::Trouble>(model.screen);
  const auto* attract = std::get_if<screen::Attract>(&model.screen);
  return stays && !(attract && attract->page > 0) && model.overlay == Overlay::kNone &&
         model.turn.comfort == centre_comfort(*model.centre);
}

/// When the screen goes on by itself because nobody does anything; nothing: it stays.
std::optional<Moment> patience_ends(const Model& model) {
  if (model.turn.waiting) return std::nullopt;  // an answer is on its way, for this turn
  if (model.overlay == Overlay::kStillHere) return model.asked + kCountdown;
  if (const auto begun = thanks_begun(model)) return *begun + kThanksStay;
  if (at_rest(model)) return std::nullopt;
  const Moment end = model.last_touch + patience(model);
  if (is_home(model.screen)) return end + kCountdown;  // no names here: nobody is asked
  return end;
}

void pass_idle_time(Model& model, Now now) {
  if (is_home(model.screen) && model.overlay == Overlay::kNone) {
    const Screen home = home_screen(model, now);
    if (home.index() != model.screen.index()) model.screen = home;
  }
  const auto end = patience_ends(model);
  if (!end || now.steady < *end) return;
  if (std::holds_alternative<screen::Trouble>(model.screen)) {
    begin_turn(model, Keep::kNothing);
  } else if (model.overlay == Overlay::kStillHere || thanks_begun(model) || is_home(model.screen)) {
    go_home(model, now);
  } else {
    model.overlay = Overlay::kStillHere;
    model.asked = *end;
    pass_idle_time(model, now);  // a machine that slept does not ask: they are long gone
  }
}

Millis until_next_minute(Now now) {
  constexpr std::int64_t kMinute = 60'000;
  return Millis{kMinute - ((now.wall.ms % kMinute) + kMinute) % kMinute};
}

/// Time left of whatever the screen counts down.
std::optional<Millis> countdown(const Model& model, Now now) {
  if (model.overlay != Overlay::kStillHere && !thanks_begun(model)) return std::nullopt;
  const auto end = patience_ends(model);
  if (!end) return std::nullopt;
  return *end - now.steady;
}

}  // namespace

bool is_home(const Screen& screen) {
  return std::holds_alternative<screen::Attract>(screen) ||
         std::holds_alternative<screen::Closed>(screen);
}

Screen home_screen(const Model& model, Now now) {
  if (opening_at(*model.centre, now.wall).open) return screen::Attract{};
  return screen::Closed{};
}

bool may_enter(const Model& model, Now now) {
  return model.centre->entry_when_closed || opening_at(*model.centre, now.wall).open;
}

void begin_turn(Model& model, Keep keep) {
  Turn next;
  next.number = model.turn.number + 1;
  next.chosen = keep == Keep::kChosen ? model.turn.chosen : centre_comfort(*model.centre);
  next.comfort = next.chosen;
  model.turn = std::move(next);
  model.overlay = Overlay::kNone;
}

void go_home(Model& model, Now now) {
  begin_turn(model, Keep::kNothing);
  model.screen = home_screen(model, now);
}

void ask_who(Model& model) {
  model.screen = screen::Who{};
}

Commands go_to_trouble(Model& model, Fault fault, Now now) {
  // Whoever stands there is told in their own language and letters.
  Comfort comfort = model.turn.comfort;
  begin_turn(model, Keep::kNothing);
  model.turn.comfort = std::move(comfort);
  model.screen = screen::Trouble{fault};
  model.last_probe = now.steady;
  return {command::RememberTrouble{fault}, command::Play{command::Signal::kNotYet}};
}

Commands leave_trouble(Model& model, Now now) {
  go_home(model, now);
  return {command::RememberTrouble{std::nullopt}};
}

bool clock_is_wrong(const Model& model, Now now) {
  if (now.wall < model.built) return true;
  const std::string& zone = model.centre->zone;
  return model.newest_fact && civil_day(now.wall, zone) < civil_day(*model.newest_fact, zone);
}

Commands pass_time(Model& model, Now now) {
  const auto* trouble = std::get_if<screen::Trouble>(&model.screen);
  if (clock_is_wrong(model, now)) {
    if (!trouble) return go_to_trouble(model, Fault::kClock, now);
  } else if (trouble && trouble->fault == Fault::kClock) {
    return leave_trouble(model, now);
  }
  pass_idle_time(model, now);

  trouble = std::get_if<screen::Trouble>(&model.screen);
  if (trouble) {
    // Where the clock is wrong, staff may have taken back what it put into the future.
    if (now.steady - model.last_probe < kProbeEvery) return {};
    model.last_probe = now.steady;
    return {command::Probe{}};
  }
  if (now.steady - model.last_day_kept < std::chrono::minutes{1}) return {};
  model.last_day_kept = now.steady;
  return {command::KeepDay{now.wall}};
}

Millis next_change(const Model& model, Now now) {
  Millis next = until_next_minute(now);
  const auto soon = [&](Millis wait) { next = std::min(next, std::max(wait, Millis{1})); };
  if (const auto left = countdown(model, now)) soon(Millis{(left->count() - 1) % 1000 + 1});
  if (const auto end = patience_ends(model)) soon(*end - now.steady);
  if (std::holds_alternative<screen::Trouble>(model.screen))
    soon(kProbeEvery - (now.steady - model.last_probe));
  return next;
}

std::optional<int> seconds_left(const Model& model, Now now) {
  const auto left = countdown(model, now);
  if (!left) return std::nullopt;
  return static_cast<int>((std::max(*left, Millis{0}).count() + 999) / 1000);
}

}  // namespace sveiki::app
