// SPDX-License-Identifier: EUPL-1.2
/// From "this is my sign" to "welcome", and back again: what a turn asks the clerk to record, and
/// where it goes with each answer. Used by the parts of `update` only.
#pragma once

#include <string>

#include "app/command.h"
#include "app/model.h"

namespace sveiki::app {

// What is asked of the clerk.
Commands identify(Model& model, const Token& token, Now now);
Commands show_card(Model& model, const action::CardShown& card, Now now);
Commands count_heads(Model& model, int people, Now now);
/// Takes back all that this turn recorded; to the question who it is if there is nothing.
Commands take_back(Model& model, Now now);

// Where its answers lead.
Commands arrived(Model& model, const ArrivalOutcome& outcome, Now now);
Commands counted(Model& model, FactRef headcount, Now now);
Commands taken_back(Model& model, Now now);

/// Everybody of this turn has arrived: what for? A centre with one activity does not ask.
Commands ask_purpose(Model& model, Now now);
/// It is all on disk: thanks.
Commands welcome(Model& model, Now now);

}  // namespace sveiki::app
