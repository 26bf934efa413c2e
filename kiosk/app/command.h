// SPDX-License-Identifier: EUPL-1.2
/// What `update` wants done outside itself: by the clerk, who owns the record, or by the machine.
/// Each command of a turn is answered by one action that carries the same turn number.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/action.h"
#include "domain/facts.h"

namespace sveiki::app {

namespace command {

// For the clerk.
struct RecordArrival {
  TurnNumber turn;
  std::string token;
  How how;
  std::string activity;
  Instant at;
};
struct RecordCard {
  TurnNumber turn;
  std::string code;
  std::string activity;
  Instant at;
};
struct RecordHeadcount {
  TurnNumber turn;
  int people;
  How how;
  std::string activity;
  Instant at;
};
struct RecordParts {
  TurnNumber turn;
  std::vector<FactRef> arrivals;
  std::string activity;
  std::optional<SessionRef> session;
  Instant at;
};
struct RecordLeave {
  TurnNumber turn;
  FactRef visit;
  Instant at;
};
struct TakeBack {
  TurnNumber turn;
  std::vector<FactRef> facts;
  Instant at;
};
/// Whose card is this? Records nothing.
struct FindCard {
  TurnNumber turn;
  std::string code;
};
struct CheckPicture {
  TurnNumber turn;
  std::string token;
  std::string picture;
};
struct SignUp {
  TurnNumber turn;
  std::string token;
  SessionRef session;
  Instant at;
};
struct GiveBack {
  TurnNumber turn;
  std::string token;
  SessionRef session;
  Instant at;
};
/// Somebody's places from today on. `tell`: they will see them, so that news is news no more.
struct FindPlaces {
  TurnNumber turn;
  std::string token;
  bool tell;
  Instant at;
};
struct KeepDay {
  Instant at;
};                ///< not answered
struct Probe {};  ///< answered by action::Probed

// For the machine; not answered.
enum class Signal { kWelcome, kNotYet, kHelp };
struct Play {
  Signal signal;
};
/// Trouble is kept over a restart; nothing: it is over.
struct RememberTrouble {
  std::optional<Fault> fault;
};

}  // namespace command

using Command =
    std::variant<command::RecordArrival, command::RecordCard, command::RecordHeadcount,
                 command::RecordParts, command::RecordLeave, command::TakeBack, command::FindCard,
                 command::CheckPicture, command::SignUp, command::GiveBack, command::FindPlaces,
                 command::KeepDay, command::Probe, command::Play, command::RememberTrouble>;
using Commands = std::vector<Command>;

}  // namespace sveiki::app
