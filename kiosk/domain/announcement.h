// SPDX-License-Identifier: EUPL-1.2
/// What the centre says to everybody of some days: a sentence with a picture, on the wall; or that
/// it is closed, and why.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "domain/centre.h"

namespace sveiki {

struct Announcement {
  std::string id;      ///< [a-z0-9-]
  std::string symbol;  ///< pictogram; empty: of closed days
  LocalText text;      ///< a sentence that fits the wall; of closed days their name
  CivilDay from;
  CivilDay to;           ///< inclusive
  bool closes = false;   ///< the centre does not open on these days
  std::string uid = {};  ///< of the calendar it came from; empty: posted here
  int sequence = 0;      ///< of that calendar's revision
  bool valid_on(CivilDay day) const { return from <= day && day <= to; }
  /// Texts are the same if they read the same in every language.
  bool operator==(const Announcement& other) const;
};

/// What somebody who reads slowly takes in at a glance: ten words.
bool fits_the_wall(const std::string& sentence);

/// The closed days of the centre's own file, and those that were posted.
std::vector<Closure> closed_days(const Centre& centre, const std::vector<Announcement>& posted);

}  // namespace sveiki
