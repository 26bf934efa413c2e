// SPDX-License-Identifier: EUPL-1.2
/// One event of a calendar, understood as a series of the centre.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "calendar/entry.h"
#include "calendar/event.h"
#include "calendar/names.h"
#include "calendar/scan.h"
#include "calendar/zones.h"

namespace sveiki::calendar {

/// Why an event cannot be a series here; `what()` is a sentence for staff.
struct NotKept : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// How many days an event of whole days takes, 1 to 366. Throws NotKept.
int whole_days(const Event& event);

class Reading {
 public:
  Reading(const Centre& centre, const Names& names, Zones& zones, CivilDay today)
      : centre_(centre), names_(names), zones_(zones), today_(today) {}

  /// What of an event is not kept although the event is. Sentences for staff.
  using Remarks = std::vector<std::string>;

  /// The series as the event and its rules say it, with extras and cancelled days; one of whole
  /// days lasts as long as the door is open. What calendars do not carry is as in `known`, if there
  /// is one. Throws NotKept.
  Series series(const Event& event, const std::vector<std::string>& rules, const Series* known,
                Remarks& remarks);

  /// What an event with a RECURRENCE-ID says about one session of the series. `begin`: the first
  /// session of the event that it belongs to. Nothing if it changes nothing, or cannot be kept.
  std::optional<Exception> exception(const Event& event, const Series& series, WallTime begin,
                                     Remarks& remarks);

  /// The one rule of an event, or none: it takes place once. Throws NotKept.
  Rule rule(const std::vector<std::string>& rules, const Time& start);

 private:
  std::string activity(const Event& event) const;
  std::string room(const Event& event, Remarks& remarks) const;
  WallTime wall(const Time& time, WallTime begin);
  int minutes(const Event& event);
  bool same_all_year(const Series& series, const Time& start);
  const std::vector<OpenHours>& hours_on(CivilDay day) const;
  Event over_opening_hours(const Event& event) const;
  void refuse_other_hours(const Series& series, const std::vector<Time>& off) const;

  const Centre& centre_;
  const Names& names_;
  Zones& zones_;
  CivilDay today_;
};

}  // namespace sveiki::calendar
