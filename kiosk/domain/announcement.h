// SPDX-License-Identifier: EUPL-1.2
/// What the centre says to everybody: a sentence with a picture, on the wall for some days.
#pragma once

#include <string>

#include "base/time.h"
#include "domain/centre.h"

namespace sveiki {

struct Announcement {
  std::string id;      ///< [a-z0-9-]
  std::string symbol;  ///< pictogram
  LocalText text;      ///< a sentence of ten words or fewer
  CivilDay from;
  CivilDay to;  ///< inclusive
  bool valid_on(CivilDay day) const { return from <= day && day <= to; }
};

}  // namespace sveiki
