// SPDX-License-Identifier: EUPL-1.2
/// A time zone as calendars exchange it: when its clock is changed, as rules.
#pragma once

#include <string>

#include "calendar/writer.h"

namespace sveiki::calendar {

/// Writes the VTIMEZONE of an IANA zone, right from the year `from` on; after `now_year` its last
/// rules go on.
void write_zone(Writer& writer, const std::string& zone, int from, int now_year);

}  // namespace sveiki::calendar
