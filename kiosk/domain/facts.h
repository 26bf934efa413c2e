// SPDX-License-Identifier: EUPL-1.2
/// What can be recorded, and how recording can end: the values that pass between the deciding
/// part of the program (app) and the recording one (store). No names, no row of the database.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"

namespace sveiki {

/// How a visit came to be known.
enum class How { kToken, kCard, kGuest, kParty, kStaff };
std::string_view how_name(How how);

/// A recorded fact that can be undone.
struct FactRef {
  enum class Kind { kVisit, kLeave, kParticipation, kHeadcount };
  Kind kind = Kind::kVisit;
  std::int64_t id = 0;
  auto operator<=>(const FactRef&) const = default;
};

/// "Here I am" was recorded: a visit began.
struct VisitBegun {
  FactRef visit;
  std::string token;
};
/// The person's visit had begun before, and goes on; nothing was recorded.
struct VisitGoesOn {
  FactRef visit;
  std::string token;
  Instant since;
};
/// No such token or card here.
struct NotKnown {};
using ArrivalOutcome = std::variant<VisitBegun, VisitGoesOn, NotKnown>;

/// Why something could not be recorded, named by what must be done.
enum class Fault {
  kBusy,      ///< try again: another program holds the database
  kFull,      ///< make room on the disk
  kReadOnly,  ///< the disk refuses to be written
  kBroken,    ///< the database is damaged: restore it
  kNewer,     ///< the database is of a newer program: update
  kClock,     ///< the clock cannot be right: ask staff for the date
  kOther,     ///< see the log
};
std::string_view fault_name(Fault fault);

/// Thrown by the store; the worker's edge makes it a value.
struct RecordFault : std::runtime_error {
  RecordFault(Fault f, const std::string& what) : std::runtime_error(what), fault(f) {}
  Fault fault;
};

/// What a centre counts. People are different people over the period of the row; they are never
/// summed. Visits include headcount.
struct Counts {
  std::int64_t visits = 0;
  std::int64_t people = 0;
  std::int64_t newcomers = 0;
  std::int64_t headcount = 0;
  std::int64_t sign_ups = 0;  ///< places taken in sessions
  std::int64_t minutes = 0;   ///< of visits whose end somebody recorded
  auto operator<=>(const Counts&) const = default;
};

/// Zero, closed and not recorded are three different things.
enum class DayState { kOpen, kClosed, kNotRecorded };
std::string_view day_state_name(DayState state);  ///< "open", "closed", "not recorded"
std::optional<DayState> day_state_named(std::string_view name);

}  // namespace sveiki
