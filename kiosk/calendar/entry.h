// SPDX-License-Identifier: EUPL-1.2
/// A series as calendars exchange it, and how the series that we made ourselves are called there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/announcement.h"
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

/// A single time that goes out as an event of its own, since not every calendar takes it with the
/// others: one besides the rule, "...#+20261224T1000", or one that was moved far away from where
/// the rule has it, "...#=20261224T1000". Of whole days "...#+20261224".
struct OneTime {
  WallTime original;  ///< where it belongs; wherever it is
  bool besides_rule = false;
  bool whole_day = false;
};
std::string uid_of_time(const std::string& uid, const OneTime& time);

/// What such a UID says.
struct UidParts {
  std::string uid;  ///< without slot and time
  std::optional<int> slot;
  std::optional<OneTime> time;
  std::string own;  ///< the id of the series, if the series is one of our own; else empty
};
UidParts parts_of_uid(std::string_view uid, const Centre& centre);

/// A new id for what comes from a calendar, always the same for the same UID.
std::string id_for(std::string_view uid);

/// The same of closed days and announcements: "concert@days.kretinga.sveiki".
std::string uid_of(const Announcement& days, const Centre& centre);
/// The id in such a UID; empty: it is another program's.
std::string own_days(std::string_view uid, const Centre& centre);

/// Each time of an event that comes again and again has an id of its own, and the day on which its
/// rule has it: "cal-0123456789abcdef-20261224".
std::string id_of_time(const std::string& id, CivilDay original);
/// That day; nothing: the event comes once.
std::optional<CivilDay> original_of(const Announcement& days);

/// How far apart the slots of a series begin, in minutes.
int step_of(const Slots& slots);

}  // namespace sveiki::calendar
