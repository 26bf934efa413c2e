// SPDX-License-Identifier: EUPL-1.2
/// A place in a session: who may take one, and how taking it can end. A waiting list is nothing
/// but the order of the sign-ups: as many as there are places have one, the rest wait.
#pragma once

#include <map>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/timetable.h"

namespace sveiki {

/// A sign-up as its person may see it.
struct MyPlace {
  SessionRef session;
  int waiting = 0;     ///< 0: has a place; else how many are before them, and they themselves
  bool news = false;   ///< they waited, have a place now, and were not told yet
  bool fresh = false;  ///< this call made it (an answer to signing up)
  auto operator<=>(const MyPlace&) const = default;
};

/// How full a session is. Numbers only: never who.
struct Fill {
  int taken = 0;    ///< places; never more than the series has
  int waiting = 0;  ///< on the list
  auto operator<=>(const Fill&) const = default;
};
using Fills = std::map<SessionRef, Fill>;

/// Why somebody cannot sign up.
enum class Refused {
  kUnknown,      ///< no such token
  kNotOffered,   ///< no such session, or it is cancelled, closed, or needs no sign-up
  kTooEarly,     ///< places are given out later (Centre::SignUpRules::opens_days)
  kOver,         ///< it has ended; or there is no place left and it has begun
  kEnoughToday,  ///< as many places on that day as the centre lets one person have
};

/// Saying it twice is one sign-up, answered as it stands.
using SignUpOutcome = std::variant<MyPlace, Refused>;

}  // namespace sveiki
