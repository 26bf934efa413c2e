// SPDX-License-Identifier: EUPL-1.2
/// What the blocks of a calendar file say, as libical reads them: in a child, because libical can
/// be made to hang and to crash.
#pragma once

#include <optional>
#include <vector>

#include "calendar/event.h"
#include "calendar/scan.h"

namespace sveiki::calendar {

struct Parsed {
  std::vector<std::optional<Event>> events;  ///< one for each block; nothing where that is refused
  std::vector<Zone> zones;
};

/// Fills `refused` of blocks that cannot be read. `instants`: at which the zones' offsets are
/// wanted. Throws CalendarError for a file that stops the child again and again.
Parsed parse(Scanned& file, const std::vector<Instant>& instants);

}  // namespace sveiki::calendar
