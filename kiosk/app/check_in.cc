// SPDX-License-Identifier: EUPL-1.2
#include "app/check_in.h"

#include <algorithm>

#include "app/party.h"
#include "app/places.h"
#include "app/turns.h"
#include "base/match.h"

namespace sveiki::app {
namespace {

using command::Signal;

/// The activity of a centre that offers just one; else none.
std::string only_activity(const Centre& centre) {
  return centre.activities.size() == 1 ? centre.activities.front().id : std::string{};
}

void know(Model& model, const std::string& token_id, FactRef visit) {
  if (const Token* token = model.token(token_id)) recognise(model, *token);
  model.turn.arrivals.push_back(visit);
}

}  // namespace

Commands welcome(Model& model, Now now) {
  model.screen = screen::Welcome{now.steady};
  Commands commands = tell_news(model, now);
  commands.emplace_back(command::Play{Signal::kWelcome});
  return commands;
}

/// Somebody arrived who may have places, and news of them: the clerk looks while the screen goes
/// on.
Commands with_places(const Model& model, Commands commands, Now now) {
  const Turn& turn = model.turn;
  if (turn.token && !turn.party && !model.timetable->series().empty())
    commands.emplace_back(command::FindPlaces{turn.number, turn.token->id, false, now.wall});
  return commands;
}

Commands ask_purpose(Model& model, Now now) {
  if (model.centre->activities.size() > 1) {
    model.screen = screen::Purpose{};
    return {};
  }
  model.turn.activity = only_activity(*model.centre);
  return welcome(model, now);
}

Commands identify(Model& model, const Token& token, Now now) {
  if (model.turn.intent != Intent::kCheckIn) {
    recognise(model, token);
    return go_on(model, now);
  }
  model.turn.waiting = true;
  model.turn.took_back = false;
  return {command::RecordArrival{model.turn.number, token.id, model.turn.how,
                                 only_activity(*model.centre), now.wall}};
}

Commands arrived(Model& model, const ArrivalOutcome& outcome, Now now) {
  return std::visit(Match{
                        [&](const VisitBegun& begun) {
                          know(model, begun.token, begun.visit);
                          model.turn.recorded.push_back(begun.visit);
                          if (model.turn.party) return next_of_party(model, now);
                          return with_places(model, ask_purpose(model, now), now);
                        },
                        [&](const VisitGoesOn& on) -> Commands {
                          const auto& arrivals = model.turn.arrivals;
                          if (std::ranges::find(arrivals, on.visit) != arrivals.end()) {
                            ask_who(model);  // one sign of a party, touched twice, is one person
                            return {};
                          }
                          know(model, on.token, on.visit);
                          if (model.turn.party) return next_of_party(model, now);
                          model.screen = screen::Already{};
                          return with_places(model, {}, now);
                        },
                        [&](const NotKnown&) -> Commands {
                          model.screen = screen::Unknown{};
                          return {command::Play{Signal::kNotYet}};
                        },
                    },
                    outcome);
}

Commands show_card(Model& model, const action::CardShown& card, Now now) {
  const bool in_trouble = std::holds_alternative<screen::Trouble>(model.screen);
  if (in_trouble || !model.centre->ways.card || !may_enter(model, now))
    return {command::Play{Signal::kNotYet}};
  // Whoever was asked who they are, and has not said so yet, says it with the card.
  const bool asked = model.turn.intent != Intent::kCheckIn &&
                     (std::holds_alternative<screen::Who>(model.screen) ||
                      std::holds_alternative<screen::TokenWall>(model.screen) ||
                      std::holds_alternative<screen::Picture>(model.screen));
  const Turn before = model.turn;
  // Letters made large on the wall were made so by whoever now shows the card.
  begin_turn(model, asked || is_home(model.screen) ? Keep::kChosen : Keep::kNothing);
  if (card.unreadable) {
    model.screen = screen::Unknown{.unreadable = true};
    return {command::Play{Signal::kNotYet}};
  }
  model.turn.how = How::kCard;
  model.turn.waiting = true;
  if (asked) {
    model.turn.intent = before.intent;
    model.turn.wish = before.wish;
    return {command::FindCard{model.turn.number, card.code}};
  }
  model.turn.sure = true;
  return {
      command::RecordCard{model.turn.number, card.code, only_activity(*model.centre), now.wall}};
}

Commands count_heads(Model& model, int people, Now now) {
  model.turn.waiting = true;
  return {command::RecordHeadcount{model.turn.number, people, model.turn.how,
                                   only_activity(*model.centre), now.wall}};
}

/// The headcount is on disk: the party's people with signs are next, if there are any.
Commands counted(Model& model, FactRef headcount, Now now) {
  model.turn.arrivals.push_back(headcount);
  model.turn.recorded.push_back(headcount);
  if (model.turn.party && !model.turn.party->all_touched &&
      model.turn.party->touched < model.turn.party->known) {
    ask_who(model);
    return {};
  }
  return ask_purpose(model, now);
}

Commands take_back(Model& model, Now now) {
  if (model.turn.recorded.empty()) {
    begin_turn(model, Keep::kChosen);
    ask_who(model);
    return {};
  }
  model.turn.waiting = true;
  return {command::TakeBack{model.turn.number, model.turn.recorded, now.wall}};
}

Commands taken_back(Model& model, Now now) {
  const bool was_leaving = std::holds_alternative<screen::Leave>(model.screen);
  begin_turn(model, Keep::kChosen);
  if (was_leaving) {
    model.screen = home_screen(model, now);
    return {};
  }
  model.turn.took_back = true;
  ask_who(model);
  return {};
}

}  // namespace sveiki::app
