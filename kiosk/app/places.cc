// SPDX-License-Identifier: EUPL-1.2
#include "app/places.h"

#include <algorithm>

#include "app/turns.h"
#include "app/update.h"

namespace sveiki::app {
namespace {

using command::Signal;
using From = screen::AboutSession::From;

/// A touch on a sign may be anybody's: who wants more shows that it is theirs.
Commands ask_for_proof(Model& model) {
  model.screen = screen::Picture{};
  return {};
}

From where_from(const Screen& screen) {
  if (const auto* about = std::get_if<screen::AboutSession>(&screen)) return about->from;
  if (std::holds_alternative<screen::Day>(screen)) return From::kDay;
  if (std::holds_alternative<screen::Week>(screen)) return From::kWeek;
  return From::kWall;
}

}  // namespace

Commands show_session(Model& model, const SessionRef& session) {
  const From from = where_from(model.screen);
  if (is_home(model.screen)) begin_turn(model, Keep::kChosen);
  model.screen = screen::AboutSession{session, from};
  return {};
}

Commands take_place(Model& model, Now now) {
  const auto* about = std::get_if<screen::AboutSession>(&model.screen);
  if (!about) return {};
  model.turn.intent = Intent::kTakePlace;
  model.turn.wish = about->session;
  if (model.turn.token) return go_on(model, now);
  ask_who(model);
  return {};
}

Commands give_back(Model& model, const SessionRef& session, Now now) {
  model.turn.intent = Intent::kGiveBack;
  model.turn.wish = session;
  if (model.turn.token) return go_on(model, now);
  ask_who(model);
  return {};
}

Commands show_my_day(Model& model, Now now) {
  // Who was thanked is known, and goes on; anybody else begins.
  if (is_home(model.screen)) begin_turn(model, Keep::kChosen);
  model.turn.intent = Intent::kMyDay;
  if (model.turn.token) return go_on(model, now);
  ask_who(model);
  return {};
}

Commands pick_picture(Model& model, const std::string& picture) {
  const auto* asked = std::get_if<screen::Picture>(&model.screen);
  if (!asked || asked->wrong >= kPictureTries || !model.turn.token) return {};
  model.turn.waiting = true;
  return {command::CheckPicture{model.turn.number, model.turn.token->id, picture}};
}

Commands confirm(Model& model, Now now) {
  const auto* asked = std::get_if<screen::Confirm>(&model.screen);
  if (!asked || !model.turn.token) return {};
  model.turn.waiting = true;
  const std::string& token = model.turn.token->id;
  if (asked->gives_back)
    return {command::GiveBack{model.turn.number, token, asked->session, now.wall}};
  return {command::SignUp{model.turn.number, token, asked->session, now.wall}};
}

Commands undo_place(Model& model, Now now) {
  const auto* placed = std::get_if<screen::Placed>(&model.screen);
  if (!placed || !placed->may_undo() || !model.turn.token) return {};
  model.turn.waiting = true;
  return {command::GiveBack{model.turn.number, model.turn.token->id, placed->session, now.wall}};
}

Commands go_on(Model& model, Now now) {
  switch (model.turn.intent) {
    case Intent::kTakePlace:
      model.screen = screen::Confirm{*model.turn.wish};
      return {};
    case Intent::kGiveBack:
      if (!model.turn.sure) return ask_for_proof(model);
      model.screen = screen::Confirm{*model.turn.wish, true};
      return {};
    case Intent::kMyDay:
      if (!model.turn.sure) return ask_for_proof(model);
      model.turn.waiting = true;
      return {command::FindPlaces{model.turn.number, model.turn.token->id, true, now.wall}};
    case Intent::kCheckIn:
      break;
  }
  return {};
}

Commands tell_news(Model& model, Now now) {
  Turn& turn = model.turn;
  const bool shown = std::holds_alternative<screen::Welcome>(model.screen) ||
                     std::holds_alternative<screen::Already>(model.screen);
  if (!shown || !turn.sure || turn.told || turn.news() == nullptr) return {};
  turn.told = true;
  return {command::FindPlaces{turn.number, turn.token->id, true, now.wall}};
}

Commands card_found(Model& model, const std::string& token_id, Now now) {
  const Token* token = model.token(token_id);
  if (!token) {
    model.screen = screen::Unknown{};
    return {command::Play{Signal::kNotYet}};
  }
  recognise(model, *token);
  model.turn.sure = true;
  return go_on(model, now);
}

Commands picture_checked(Model& model, bool right, Now now) {
  if (right) {
    model.turn.sure = true;
    return go_on(model, now);
  }
  if (auto* picture = std::get_if<screen::Picture>(&model.screen)) ++picture->wrong;
  return {command::Play{Signal::kNotYet}};
}

Commands signed_up(Model& model, const SignUpOutcome& outcome, Now now) {
  model.screen = screen::Placed{now.steady, *model.turn.wish, outcome};
  const bool refused = std::holds_alternative<Refused>(outcome);
  return {command::Play{refused ? Signal::kNotYet : Signal::kWelcome}};
}

Commands given_back(Model& model, bool had_one, Now now) {
  if (!had_one) {
    // What they do have says it best.
    Commands commands = show_my_day(model, now);
    commands.emplace_back(command::Play{Signal::kNotYet});
    return commands;
  }
  model.screen = screen::Placed{now.steady, *model.turn.wish, std::nullopt};
  return {command::Play{Signal::kWelcome}};
}

Commands my_places(Model& model, std::vector<MyPlace> places, Now now) {
  model.turn.places = std::move(places);
  if (model.turn.intent != Intent::kMyDay) return tell_news(model, now);
  model.turn.waiting = false;
  model.screen = screen::MyDay{};
  return {};
}

void recognise(Model& model, const Token& token) {
  // A party keeps the screen as it is: it is not one person's.
  if (!model.turn.party) {
    Comfort& comfort = model.turn.comfort;
    const auto& languages = model.centre->languages;
    if (std::ranges::find(languages, token.language) != languages.end())
      comfort.language = token.language;
    if (token.text_percent != 0) comfort.text_percent = token.text_percent;
    if (!token.theme.empty()) comfort.theme = token.theme;
  }
  model.turn.token = token;
}

}  // namespace sveiki::app
