// SPDX-License-Identifier: EUPL-1.2
/// A calendar file as series of this centre: what of it is new or changed, and what cannot be kept,
/// event by event. The same file again changes nothing.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <vector>

#include "calendar/entry.h"
#include "calendar/scan.h"
#include "domain/centre.h"

namespace sveiki::calendar {

/// What a file is imported into.
struct Here {
  const Centre& centre;
  std::vector<Entry> known;  ///< what stands
  CivilDay today;
  std::map<std::string, std::string> activities;  ///< by a summary: --as "Jogos pamoka=gymnastics"
};

struct Note {
  int line = 0;  ///< where the event begins; 0: about the whole file
  std::string event;
  std::string sentence;
  bool kept = false;  ///< the event is, but not all of it
};

struct Imported {
  std::vector<Entry> fresh;            ///< new
  std::vector<Entry> changed;          ///< an id of `known`
  std::vector<std::string> withdrawn;  ///< ids of `known`
  std::vector<std::string> missing;    ///< ids of `known` that came from a calendar, not this one
  int unchanged = 0;
  int events = 0;           ///< in the file
  std::vector<Note> notes;  ///< by line
};

/// Throws CalendarError for a file that cannot be read at all.
Imported import_calendar(std::istream& file, const Here& here);

}  // namespace sveiki::calendar
