// SPDX-License-Identifier: EUPL-1.2
/// An event and a time zone as a calendar file says them: read, but not yet understood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace sveiki::calendar {

/// A DATE or a DATE-TIME in its zone.
struct Time {
  CivilDay date;
  int seconds = -1;  ///< since midnight; -1: the whole day
  std::string zone;  ///< TZID; "": floating; "Z": UTC
  bool whole_day() const { return seconds < 0; }
};

/// What our own export says in one language.
struct Words {
  std::string language;
  std::string text;
};

struct Event {
  std::string uid;
  int sequence = 0;
  std::string summary;
  std::string location;
  bool cancelled = false;
  bool confidential = false;  ///< CLASS: not for everybody
  std::optional<Time> start;
  std::optional<Time> end;
  std::optional<int> duration;  ///< seconds
  std::vector<Time> extra;
  std::vector<Time> except;
  std::optional<Time> original;  ///< RECURRENCE-ID
  /// What is there and is not kept: "EXRULE".
  std::vector<std::string> odd;
  /// What our own export adds (export.h); each may be missing.
  std::optional<std::string> activity, format, leader, slots, symbol;
  std::optional<int> places;
  std::vector<Words> texts;
  bool closes = false;
};

struct Zone {
  std::string id;            ///< TZID
  std::string location;      ///< X-LIC-LOCATION
  std::vector<int> offsets;  ///< from UTC in seconds, at the instants that were asked for
};

}  // namespace sveiki::calendar
