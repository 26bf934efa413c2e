// SPDX-License-Identifier: EUPL-1.2
#include "app/update.h"

#include <algorithm>
#include <concepts>

#include "app/check_in.h"
#include "app/party.h"
#include "app/places.h"
#include "app/turns.h"
#include "base/match.h"

namespace sveiki::app {
namespace {

using command::Signal;

Commands done(Model& model, Now now) {
  if (const auto* asked = std::get_if<screen::Party>(&model.screen))
    return party_done(model, *asked, now);
  if (std::holds_alternative<screen::Purpose>(model.screen)) return welcome(model, now);
  if (std::holds_alternative<screen::Who>(model.screen) && model.turn.party)
    return signs_done(model, now);
  go_home(model, now);
  return {};
}

template <class Screen, class... Screens>
concept OneOf = (std::same_as<Screen, Screens> || ...);

CivilDay monday_of(CivilDay day) {
  return day.next(-static_cast<int>((day.weekday() - std::chrono::Monday).count()));
}

Commands back_to_session(Model& model, const SessionRef& session) {
  model.screen = screen::AboutSession{session, screen::AboutSession::From::kDay};
  return {};
}

Commands back(Model& model, Now now) {
  return std::visit(
      Match{
          [&](const screen::TokenWall&) -> Commands {
            ask_who(model);
            return {};
          },
          [&](const screen::Who&) -> Commands {
            if (model.turn.party && !model.turn.recorded.empty()) return take_back(model, now);
            if (model.turn.wish) return back_to_session(model, *model.turn.wish);
            go_home(model, now);
            return {};
          },
          [&](const screen::Purpose&) -> Commands {
            const bool was_here_before =
                model.turn.recorded.empty() && model.turn.token && !model.turn.party;
            if (!was_here_before) return take_back(model, now);
            model.screen = screen::Already{};
            return {};
          },
          [&](const screen::Party& party) -> Commands {
            if (party.asks_known) {
              model.screen = screen::Party{};
              return {};
            }
            begin_turn(model, Keep::kChosen);
            ask_who(model);
            return {};
          },
          [&](const screen::AboutSession& about) -> Commands {
            const auto session = model.session(about.session);
            const CivilDay day = session ? session->start.date : CivilDay{};
            if (about.from == screen::AboutSession::From::kDay) {
              model.screen = screen::Day{day};
            } else if (about.from == screen::AboutSession::From::kWeek) {
              model.screen = screen::Week{monday_of(day)};
            } else {
              model.screen = home_screen(model, now);
            }
            return {};
          },
          [&](const screen::Confirm& asked) -> Commands {
            if (!asked.gives_back) return back_to_session(model, asked.session);
            model.screen = screen::MyDay{};
            return {};
          },
          [&](const screen::Picture&) -> Commands {
            model.turn.token.reset();
            ask_who(model);
            return {};
          },
          [&](const OneOf<screen::Privacy, screen::Day, screen::Week> auto&) -> Commands {
            // Reading costs nobody the letters that were made large for it.
            model.screen = home_screen(model, now);
            return {};
          },
          [&](const auto& other) -> Commands {
            using Other = std::decay_t<decltype(other)>;
            const bool to_who = std::is_same_v<Other, screen::Guest> ||
                                std::is_same_v<Other, screen::Unknown> ||
                                std::is_same_v<Other, screen::Already>;
            if (!to_who) {
              go_home(model, now);
              return {};
            }
            begin_turn(model, Keep::kChosen);
            ask_who(model);
            return {};
          },
      },
      model.screen);
}

void next_page(Model& model) {
  std::visit(
      [](auto& screen) {
        if constexpr (requires { screen.page; }) ++screen.page;
      },
      model.screen);
}

void choose(Model& model, void (*set)(Comfort&, const std::string&), const std::string& value) {
  set(model.turn.chosen, value);
  set(model.turn.comfort, value);
}

/// A touch begins the time of thanks, and everybody's patience, anew.
void touched(Model& model, Now now) {
  model.last_touch = now.steady;
  if (model.overlay == Overlay::kStillHere) model.overlay = Overlay::kNone;
  if (auto* thanks = std::get_if<screen::Welcome>(&model.screen)) thanks->begun = now.steady;
  if (auto* thanks = std::get_if<screen::Leave>(&model.screen)) thanks->begun = now.steady;
  if (auto* thanks = std::get_if<screen::Placed>(&model.screen)) thanks->begun = now.steady;
}

/// What may be done while the clerk has not answered: nothing that would ask for more.
bool may_act_while_waiting(const Action& action) {
  return std::holds_alternative<action::CallHelp>(action) ||
         std::holds_alternative<action::GoOn>(action) ||
         std::holds_alternative<action::CardShown>(action);
}

Commands act(Model& model, const Action& action, Now now) {
  const auto nothing = [] { return Commands{}; };
  return std::visit(
      Match{
          [&](const action::Enter&) {
            if (!may_enter(model, now)) return nothing();
            begin_turn(model, Keep::kChosen);
            ask_who(model);
            return nothing();
          },
          [&](const action::PickFlock& pick) {
            model.screen = screen::TokenWall{pick.flock};
            return nothing();
          },
          [&](const action::PickToken& pick) {
            const Token* token = model.token(pick.id);
            return token ? identify(model, *token, now) : nothing();
          },
          [&](const action::PickPurpose& pick) -> Commands {
            model.turn.activity = pick.activity;
            model.turn.session = pick.session;
            model.turn.waiting = true;
            return {command::RecordParts{model.turn.number, model.turn.arrivals, pick.activity,
                                         pick.session, now.wall}};
          },
          [&](const action::More&) { return next_page(model), nothing(); },
          [&](const action::Back&) { return back(model, now); },
          [&](const action::Done&) { return done(model, now); },
          [&](const action::Undo&) {
            const bool of_place = std::holds_alternative<screen::Placed>(model.screen);
            return of_place ? undo_place(model, now) : take_back(model, now);
          },
          [&](const action::SomethingElse&) {
            model.screen = screen::Purpose{};
            return nothing();
          },
          [&](const action::GoHome&) -> Commands {
            if (model.turn.arrivals.empty()) return {};
            model.turn.waiting = true;
            return {command::RecordLeave{model.turn.number, model.turn.arrivals.front(), now.wall}};
          },
          [&](const action::CallHelp&) -> Commands {
            model.overlay = Overlay::kHelp;
            return {command::Play{Signal::kHelp}};
          },
          [&](const action::WantToken&) -> Commands {
            model.overlay = Overlay::kHelp;
            return {command::Play{Signal::kHelp}};
          },
          [&](const action::GoOn&) {
            model.overlay = Overlay::kNone;
            return nothing();
          },
          [&](const action::BeGuest&) {
            model.turn.how = How::kGuest;
            model.screen = screen::Guest{};
            return nothing();
          },
          [&](const action::CountMe&) { return count_heads(model, 1, now); },
          [&](const action::BeParty&) {
            model.turn.how = How::kParty;
            model.turn.party = PartyCount{};
            model.screen = screen::Party{};
            return nothing();
          },
          [&](const action::ChangeCount& change) {
            return change_count(model, change.by), nothing();
          },
          [&](const action::ReadPrivacy&) {
            model.screen = screen::Privacy{};
            return nothing();
          },
          [&](const action::SetLanguage& set) {
            choose(
                model, [](Comfort& c, const std::string& v) { c.language = v; }, set.code);
            return nothing();
          },
          [&](const action::SetTextSize& set) {
            model.turn.chosen.text_percent = model.turn.comfort.text_percent = set.percent;
            return nothing();
          },
          [&](const action::SetTheme& set) {
            choose(
                model, [](Comfort& c, const std::string& v) { c.theme = v; }, set.name);
            return nothing();
          },
          [&](const action::ShowDay& show) {
            if (is_home(model.screen)) begin_turn(model, Keep::kChosen);
            model.screen = screen::Day{show.day};
            return nothing();
          },
          [&](const action::ShowWeek& show) {
            model.screen = screen::Week{monday_of(show.day)};
            return nothing();
          },
          [&](const action::ShowSession& show) { return show_session(model, show.session); },
          [&](const action::TakePlace&) { return take_place(model, now); },
          [&](const action::GiveBack& give) { return give_back(model, give.session, now); },
          [&](const action::Yes&) { return confirm(model, now); },
          [&](const action::ShowMyDay&) { return show_my_day(model, now); },
          [&](const action::PickPicture& pick) { return pick_picture(model, pick.name); },
          [&](const action::CardShown& card) { return show_card(model, card, now); },
          [&](const auto&) { return nothing(); },
      },
      action);
}

// --- The clerk's answers ----------------------------------------------------------------------

/// The answer belongs to the turn in front; it is not waiting any more.
bool answers_turn(Model& model, TurnNumber turn) {
  if (turn != model.turn.number) return false;  // said to somebody who is gone
  model.turn.waiting = false;
  return true;
}

/// Staff took the session off the timetable while somebody looked at it.
void leave_what_is_gone(Model& model, Now now) {
  const auto* about = std::get_if<screen::AboutSession>(&model.screen);
  const auto* asked = std::get_if<screen::Confirm>(&model.screen);
  if (about && !model.session(about->session)) go_home(model, now);
  if (asked && !model.session(asked->session)) go_home(model, now);
}

/// The door is closed on the days on which the timetable is.
std::shared_ptr<const Centre> closed_as(Centre centre, const Timetable& timetable) {
  centre.closures = timetable.closures();
  return std::make_shared<const Centre>(std::move(centre));
}

std::optional<Commands> take_answer(Model& model, const Action& action, Now now) {
  const auto fact_made = [&] {
    if (!model.newest_fact || *model.newest_fact < now.wall) model.newest_fact = now.wall;
  };
  return std::visit(
      Match{
          [&](const action::Opened& a) -> std::optional<Commands> {
            model.tokens = a.tokens;
            model.newest_fact = a.newest_fact;
            return Commands{};
          },
          [&](const action::Arrived& a) -> std::optional<Commands> {
            fact_made();
            return answers_turn(model, a.turn) ? arrived(model, a.outcome, now) : Commands{};
          },
          [&](const action::Counted& a) -> std::optional<Commands> {
            fact_made();
            return answers_turn(model, a.turn) ? counted(model, a.headcount, now) : Commands{};
          },
          [&](const action::TookPart& a) -> std::optional<Commands> {
            if (!answers_turn(model, a.turn)) return Commands{};
            model.turn.recorded.insert(model.turn.recorded.end(), a.fresh.begin(), a.fresh.end());
            return welcome(model, now);
          },
          [&](const action::HasLeft& a) -> std::optional<Commands> {
            if (!answers_turn(model, a.turn)) return Commands{};
            if (a.fresh) model.turn.recorded = {a.leave};
            model.screen = screen::Leave{now.steady};
            return Commands{command::Play{Signal::kWelcome}};
          },
          [&](const action::TakenBack& a) -> std::optional<Commands> {
            return answers_turn(model, a.turn) ? taken_back(model, now) : Commands{};
          },
          [&](const action::Posted& a) -> std::optional<Commands> {
            model.timetable = a.timetable;
            model.centre = closed_as(*model.centre, *a.timetable);
            model.announcements = a.announcements;
            model.tokens = a.tokens;
            leave_what_is_gone(model, now);
            return Commands{};
          },
          [&](const action::Filled& a) -> std::optional<Commands> {
            model.fills = a.fills;
            return Commands{};
          },
          [&](const action::CardFound& a) -> std::optional<Commands> {
            return answers_turn(model, a.turn) ? card_found(model, a.token, now) : Commands{};
          },
          [&](const action::PictureChecked& a) -> std::optional<Commands> {
            return answers_turn(model, a.turn) ? picture_checked(model, a.right, now) : Commands{};
          },
          [&](const action::SignedUp& a) -> std::optional<Commands> {
            return answers_turn(model, a.turn) ? signed_up(model, a.outcome, now) : Commands{};
          },
          [&](const action::GivenBack& a) -> std::optional<Commands> {
            return answers_turn(model, a.turn) ? given_back(model, a.had_one, now) : Commands{};
          },
          [&](const action::MyPlaces& a) -> std::optional<Commands> {
            // Nobody waits for these, but for the own day.
            return a.turn == model.turn.number ? my_places(model, a.places, now) : Commands{};
          },
          [&](const action::NotRecorded& a) -> std::optional<Commands> {
            return go_to_trouble(model, a.fault, now);
          },
          [&](const action::Probed& a) -> std::optional<Commands> {
            const auto* trouble = std::get_if<screen::Trouble>(&model.screen);
            if (!a.fault) model.newest_fact = a.newest_fact;
            // The clock is looked at with the next tick.
            if (!trouble || trouble->fault == Fault::kClock) return Commands{};
            if (!a.fault) return leave_trouble(model, now);
            model.screen = screen::Trouble{*a.fault};
            return Commands{};
          },
          [](const auto&) -> std::optional<Commands> { return std::nullopt; },
      },
      action);
}

}  // namespace

Model begin(std::shared_ptr<const Centre> centre, Now now, Instant built,
            std::optional<Fault> remembered) {
  Model model;
  model.timetable =
      std::make_shared<const Timetable>(std::vector<Series>{}, centre->closures, *centre);
  model.centre = std::move(centre);
  model.built = built;
  model.last_touch = now.steady;
  // Both are due at once.
  model.last_probe = Moment{now.steady.ms - kProbeEvery.count()};
  model.last_day_kept = Moment{now.steady.ms - 60'000};
  go_home(model, now);
  if (remembered) model.screen = screen::Trouble{*remembered};
  return model;
}

Commands update(Model& model, const Action& action, Now now) {
  if (std::holds_alternative<action::TimePassed>(action)) return pass_time(model, now);
  if (auto answered = take_answer(model, action, now)) return *answered;
  touched(model, now);
  if (model.turn.waiting && !may_act_while_waiting(action)) return {};
  return act(model, action, now);
}

}  // namespace sveiki::app
