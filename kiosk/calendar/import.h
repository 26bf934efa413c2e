// SPDX-License-Identifier: EUPL-1.2
/// A calendar file as series, closed days and announcements of this centre: what of it is new or
/// changed, and what cannot be kept, event by event. The same file again changes nothing.
#pragma once

#include <istream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "calendar/entry.h"
#include "calendar/scan.h"
#include "domain/announcement.h"
#include "domain/centre.h"

namespace sveiki::calendar {

/// What a file is imported into.
struct Here {
  const Centre& centre;
  std::vector<Entry> known;  ///< what stands
  CivilDay today;
  std::map<std::string, std::string> activities;  ///< by a summary: --as "Jogos pamoka=gymnastics"
  std::vector<Announcement> announcements = {};   ///< what stands, closed days too
  std::set<std::string, std::less<>> pictures = {};
};

struct Note {
  int line = 0;  ///< where the event begins; 0: about the whole file
  std::string event;
  std::string sentence;
  bool kept = false;  ///< the event is, but not all of it
};

/// To what stands.
template <class T>
struct Changes {
  std::vector<T> fresh;                ///< new
  std::vector<T> changed;              ///< with an id that stands
  std::vector<std::string> withdrawn;  ///< ids
  std::vector<std::string> missing;    ///< ids of what came from a calendar, not this one
  int unchanged = 0;
};

struct Imported : Changes<Entry> {
  Changes<Announcement> days;  ///< what is over is left as it is
  int events = 0;              ///< in the file
  std::vector<Note> notes;     ///< by line
};

/// Throws CalendarError for a file that cannot be read at all.
Imported import_calendar(std::istream& file, const Here& here);

}  // namespace sveiki::calendar
