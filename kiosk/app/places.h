// SPDX-License-Identifier: EUPL-1.2
/// A place in the timetable: looking at sessions, taking a place, giving it back, and one's own
/// day. Used by the parts of `update` only.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace sveiki::app {

// What a visitor chooses.
Commands show_session(Model& model, const SessionRef& session);
Commands take_place(Model& model, Now now);
Commands give_back(Model& model, const SessionRef& session, Now now);
Commands show_my_day(Model& model, Now now);
Commands pick_picture(Model& model, const std::string& picture);
/// What the screen asks is right: sign up, or give back.
Commands confirm(Model& model, Now now);
/// Takes back the sign-up that this turn made.
Commands undo_place(Model& model, Now now);

/// Who it is, is known now: on with what they came for.
Commands go_on(Model& model, Now now);
/// The screen in front shows news to whom it is for: from now on it is none.
Commands tell_news(Model& model, Now now);

// Where the clerk's answers lead.
Commands card_found(Model& model, const std::string& token, Now now);
Commands picture_checked(Model& model, bool right, Now now);
Commands signed_up(Model& model, const SignUpOutcome& outcome, Now now);
Commands given_back(Model& model, bool had_one, Now now);
Commands my_places(Model& model, std::vector<MyPlace> places, Now now);

/// A sign or a card is known to be this person's: their settings apply.
void recognise(Model& model, const Token& token);

}  // namespace sveiki::app
