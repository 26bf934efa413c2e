// SPDX-License-Identifier: EUPL-1.2
/// People who check in together: how many they are, how many have a sign, and each sign in turn.
/// Used by the parts of `update` only.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace sveiki::app {

/// One more or fewer, of what the screen asks for.
void change_count(Model& model, int by);
/// The count on the screen is right: the next question, or the headcount and the first sign.
Commands party_done(Model& model, screen::Party asked, Now now);
/// One of them has touched a sign: the next one, or on.
Commands next_of_party(Model& model, Now now);
/// Nobody else finds their sign: who is left is counted without one.
Commands signs_done(Model& model, Now now);

}  // namespace sveiki::app
