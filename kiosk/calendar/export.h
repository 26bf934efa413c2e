// SPDX-License-Identifier: EUPL-1.2
/// The timetable as an iCalendar file (RFC 5545) that Thunderbird, Google, Outlook and we ourselves
/// take. What calendars have no word for stands in properties of our own:
///   X-SVEIKI-ACTIVITY, X-SVEIKI-FORMAT   ids, as in the centre's files
///   X-SVEIKI-PLACES, X-SVEIKI-LEADER
///   X-SVEIKI-SLOTS                       length/pause/whole, in minutes
///   X-SVEIKI-CLOSED, X-SVEIKI-SYMBOL     of whole days: a closed day, or an announcement's picture
///   X-SVEIKI-TEXT-LV, -LT, -EN           the same in each language
/// Slots are one event each, and so is a session besides its rule, or one that was moved past
/// another (outlook.h): their UIDs say what they belong to (entry.h).
#pragma once

#include <string>
#include <vector>

#include "calendar/entry.h"

namespace sveiki::calendar {

struct Exported {
  std::string file;
  std::vector<std::string> left_out;        ///< what a calendar cannot hold, in sentences
  std::vector<std::string> not_in_outlook;  ///< what the file holds, and Outlook cannot read
};

/// Names are in `language`; closed days are among the announcements. `now` stands in the file as
/// the time of its making.
Exported export_calendar(const std::vector<Entry>& entries, const Centre& centre,
                         const std::string& language, Instant now,
                         const std::vector<Announcement>& announcements = {});

}  // namespace sveiki::calendar
