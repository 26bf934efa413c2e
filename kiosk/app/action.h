// SPDX-License-Identifier: EUPL-1.2
/// Everything that can happen to the kiosk, as values: what a visitor chose, what a reader read,
/// what the clerk answers, and that time passed. Drawing makes them, `update` takes them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/announcement.h"
#include "domain/facts.h"
#include "domain/sign_up.h"
#include "domain/token.h"

namespace sveiki::app {

/// Numbers turns, so that an answer that comes late cannot speak into somebody else's turn.
using TurnNumber = std::int64_t;

namespace action {

// A visitor's choices.
struct Touched {};  ///< a finger landed somewhere: somebody is there
struct Enter {};
struct PickFlock {
  Flock flock;
};
struct PickToken {
  std::string id;
};
struct PickPurpose {
  std::string activity;
  std::optional<SessionRef> session;  ///< of the timetable; nothing: whenever it is offered
};
struct More {};  ///< the next page of what is on the screen
struct Back {};
struct Done {};
struct Undo {};
struct SomethingElse {};  ///< already here: another activity
struct GoHome {};         ///< already here: leaves
struct CallHelp {};
struct GoOn {};  ///< away with the help or the "still here?" in front of the screen
struct BeGuest {};
struct CountMe {};
struct WantToken {};
struct BeParty {};
struct ChangeCount {
  int by;
};
struct ReadPrivacy {};
struct SetLanguage {
  std::string code;
};
struct SetTextSize {
  int percent;
};
struct SetTheme {
  std::string name;
};

// The timetable, and a place in it.
struct ShowDay {
  CivilDay day;
};
struct ShowWeek {
  CivilDay day;  ///< any of it
};
struct ShowSession {
  SessionRef session;
};
struct TakePlace {};  ///< in the session that is shown
struct GiveBack {
  SessionRef session;
};
struct Yes {};  ///< what the screen asks is right
struct ShowMyDay {};
struct PickPicture {
  std::string name;
};

/// A reader read a card. `unreadable`: more characters than any card has.
struct CardShown {
  std::string code;
  bool unreadable = false;
};

// The clerk's answers.
/// The record is open: who is known here, and how new its newest fact is.
struct Opened {
  std::vector<Token> tokens;
  std::optional<Instant> newest_fact;
};
struct Arrived {
  TurnNumber turn;
  ArrivalOutcome outcome;
};
struct Counted {
  TurnNumber turn;
  FactRef headcount;
};
struct TookPart {
  TurnNumber turn;
  std::vector<FactRef> fresh;
};
struct HasLeft {
  TurnNumber turn;
  FactRef leave;
  bool fresh;
};
struct TakenBack {
  TurnNumber turn;
};
struct NotRecorded {
  TurnNumber turn;
  Fault fault;
};
/// What hangs on the wall: at the start, and whenever staff posted something.
struct Posted {
  std::shared_ptr<const Timetable> timetable;
  std::vector<Announcement> announcements;
  std::vector<Token> tokens;
};
/// How full the sessions are now.
struct Filled {
  Fills fills;
};
struct CardFound {
  TurnNumber turn;
  std::string token;  ///< empty: nobody's
};
struct PictureChecked {
  TurnNumber turn;
  bool right;
};
struct SignedUp {
  TurnNumber turn;
  SignUpOutcome outcome;
};
struct GivenBack {
  TurnNumber turn;
  bool had_one;  ///< a place, or one on the list
};
struct MyPlaces {
  TurnNumber turn;
  std::vector<MyPlace> places;
};
/// Whether the record can be written again, and then how new its newest fact is.
struct Probed {
  std::optional<Fault> fault;
  std::optional<Instant> newest_fact;
};

/// Time passed: whatever was due is due now.
struct TimePassed {};

}  // namespace action

using Action = std::variant<
    action::Touched, action::Enter, action::PickFlock, action::PickToken, action::PickPurpose,
    action::More, action::Back, action::Done, action::Undo, action::SomethingElse, action::GoHome,
    action::CallHelp, action::GoOn, action::BeGuest, action::CountMe, action::WantToken,
    action::BeParty, action::ChangeCount, action::ReadPrivacy, action::SetLanguage,
    action::SetTextSize, action::SetTheme, action::ShowDay, action::ShowWeek, action::ShowSession,
    action::TakePlace, action::GiveBack, action::Yes, action::ShowMyDay, action::PickPicture,
    action::CardShown, action::Opened, action::Arrived, action::Counted, action::TookPart,
    action::HasLeft, action::TakenBack, action::Posted, action::Filled, action::CardFound,
    action::PictureChecked, action::SignedUp, action::GivenBack, action::MyPlaces,
    action::NotRecorded, action::Probed, action::TimePassed>;

}  // namespace sveiki::app
