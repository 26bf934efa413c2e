// SPDX-License-Identifier: EUPL-1.2
/// Where the kiosk goes: home, to trouble and out of it, and how a turn begins. Used by the parts
/// of `update` only.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace sveiki::app {

/// Attract, or closed outside the opening hours.
Screen home_screen(const Model& model, Now now);
bool is_home(const Screen& screen);

/// Whether somebody may check in now: the centre is open, or lets people in all the same.
bool may_enter(const Model& model, Now now);

/// Ends the turn: home, and nothing of it is left.
void go_home(Model& model, Now now);

/// A new turn that keeps what was chosen by hand (language, size, colours) or begins with the
/// centre's own.
enum class Keep { kNothing, kChosen };
void begin_turn(Model& model, Keep keep);

/// To the screen that asks who it is.
void ask_who(Model& model);

/// To the out-of-order screen, remembered over a restart.
Commands go_to_trouble(Model& model, Fault fault, Now now);
Commands leave_trouble(Model& model, Now now);

/// The wall clock shows a time before the program was built, or a day before the newest fact.
bool clock_is_wrong(const Model& model, Now now);

/// What is due because time passed.
Commands pass_time(Model& model, Now now);

}  // namespace sveiki::app
