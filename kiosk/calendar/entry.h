// SPDX-License-Identifier: EUPL-1.2
/// A series as calendars exchange it, and how the series that we made ourselves are called there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/timetable.h"

namespace sveiki::calendar {

struct Entry {
  Series series;
  std::string uid;   ///< of the calendar it came from; empty: posted here
  int sequence = 0;  ///< of its revision
  bool operator==(const Entry&) const = default;
};

/// "clay@kretinga.sveiki", or the UID of the calendar it came from; of slots, "...#2" the third.
std::string uid_of(const Entry& entry, const Centre& centre);
std::string uid_of_slot(const std::string& uid, int slot);

/// What such a UID says.
struct UidParts {
  std::string uid;  ///< without the slot
  std::optional<int> slot;
  std::string own;  ///< the id of the series, if the series is one of our own; else empty
};
UidParts parts_of_uid(std::string_view uid, const Centre& centre);

/// How far apart the slots of a series begin, in minutes.
int step_of(const Slots& slots);

}  // namespace sveiki::calendar
