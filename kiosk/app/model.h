// SPDX-License-Identifier: EUPL-1.2
/// The whole state of the kiosk's screen: which screen, whose turn, what trouble. Values only;
/// `update` changes it, drawing reads it.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/action.h"
#include "base/clock.h"
#include "domain/centre.h"
#include "domain/token.h"

namespace sveiki::app {

/// The screens. `page` counts touches on "more"; drawing knows how many pages there are.
namespace screen {
struct Attract {
  int page = 0;
};
struct Closed {};
struct Who {};  ///< the flocks
struct TokenWall {
  Flock flock;
  int page = 0;
};  ///< "token": the signs of one flock
struct Purpose {
  int page = 0;
};
struct Welcome {
  Moment begun;
};
struct Already {};
struct Leave {
  Moment begun;
};
struct Guest {};
struct Party {
  bool asks_known = false;
};  ///< how many; then how many have a sign
struct Unknown {
  bool unreadable = false;
};  ///< a card that nobody has
struct Privacy {
  int page = 0;
};
struct Day {
  CivilDay day;
  int page = 0;
};  ///< "today", whichever day it shows
struct Week {
  CivilDay monday;
  int page = 0;
};
/// "activity": one session, and from where it was looked at.
struct AboutSession {
  enum class From { kWall, kDay, kWeek };
  SessionRef session;
  From from = From::kWall;
};
/// Is this right? Before a place is taken or given back.
struct Confirm {
  SessionRef session;
  bool gives_back = false;
};
/// "place": how it ended.
struct Placed {
  Moment begun;
  SessionRef session;
  std::optional<SignUpOutcome> outcome;  ///< nothing: given back
  /// Only what was made just now: who touches a sign may not give back what its person had.
  bool may_undo() const {
    const auto* place = outcome ? std::get_if<MyPlace>(&*outcome) : nullptr;
    return place && place->fresh;
  }
};
struct MyDay {
  int page = 0;
};
struct Picture {
  int wrong = 0;  ///< times
  int page = 0;
};  ///< one's own picture, before one's own day
struct Trouble {
  Fault fault;
};
}  // namespace screen

using Screen =
    std::variant<screen::Attract, screen::Closed, screen::Who, screen::TokenWall, screen::Purpose,
                 screen::Welcome, screen::Already, screen::Leave, screen::Guest, screen::Party,
                 screen::Unknown, screen::Privacy, screen::Day, screen::Week, screen::AboutSession,
                 screen::Confirm, screen::Placed, screen::MyDay, screen::Picture, screen::Trouble>;

/// What may stand in front of a screen.
enum class Overlay { kNone, kHelp, kStillHere };

/// People who check in together: `people` of them, `known` with a token, `touched` so far.
struct PartyCount {
  static constexpr int kFewest = 2;
  static constexpr int kMost = 60;  // a bus full
  int people = kFewest;
  int known = 0;
  int touched = 0;
  bool all_touched = false;  ///< nobody else looks for a sign
};

/// What somebody came to the screen for.
enum class Intent { kCheckIn, kTakePlace, kGiveBack, kMyDay };

/// How somebody wants the screen: chosen by hand, or the settings of a token.
struct Comfort {
  std::string language;
  int text_percent = 100;
  std::string theme;
  bool operator==(const Comfort&) const = default;
};

/// One person's (or party's) time at the screen. Begun anew for each: nothing is carried over.
struct Turn {
  TurnNumber number = 0;
  How how = How::kToken;
  std::optional<Token> token;  ///< who it is, once known
  std::optional<PartyCount> party;
  std::vector<FactRef> arrivals;      ///< visits and headcounts a purpose is added to
  std::vector<FactRef> recorded;      ///< what this turn made, and "that is not me" takes back
  std::string activity;               ///< chosen; empty: none yet
  std::optional<SessionRef> session;  ///< of the timetable, that the activity was chosen in
  Intent intent = Intent::kCheckIn;
  std::optional<SessionRef> wish;  ///< the session of that intent
  bool sure = false;               ///< by card or picture: a touch on a sign may be anybody's
  bool told = false;               ///< their news was on the screen
  std::vector<MyPlace> places;     ///< of this person; shown only to whom is sure
  bool waiting = false;            ///< the clerk has not answered yet
  bool took_back = false;          ///< begun by taking something back: the screen says so
  Comfort chosen;                  ///< by hand in this turn; else the centre's
  Comfort comfort;                 ///< in force: the person's own, once known

  /// The first of their places that is news; nothing: null.
  const MyPlace* news() const {
    const auto found = std::ranges::find_if(places, &MyPlace::news);
    return found == places.end() ? nullptr : &*found;
  }
};

struct Model {
  std::shared_ptr<const Centre> centre;
  std::vector<Token> tokens;
  std::shared_ptr<const Timetable> timetable;  ///< never null
  std::vector<Announcement> announcements;
  Fills fills;
  Screen screen = screen::Attract{};
  Overlay overlay = Overlay::kNone;
  Turn turn;
  Moment last_touch;
  Moment asked;  ///< when "still here?" came in front
  Moment last_probe;
  Moment last_day_kept;
  std::optional<Instant> newest_fact;
  Instant built;  ///< no clock that works shows an earlier time

  const Token* token(std::string_view id) const;
  /// The session as it stands; nothing if it is not on the timetable any more.
  std::optional<Session> session(const SessionRef& ref) const { return timetable->find(ref); }
  /// Places that nobody has; nothing where there are as many as come.
  std::optional<int> free_places(const Session& session) const;
};

/// The name of what is in front: "attract", "who", "token", "purpose", "welcome", "already",
/// "leave", "guest", "party", "unknown", "privacy", "closed", "today", "week", "activity",
/// "confirm", "place", "my-day", "picture", "trouble", "help", "still-here".
std::string_view screen_name(const Model& model);

}  // namespace sveiki::app
