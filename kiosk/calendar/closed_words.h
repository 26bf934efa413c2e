// SPDX-License-Identifier: EUPL-1.2
/// Whether the title of a calendar's event says that the centre is closed, in Latvian, Lithuanian
/// or English.
#pragma once

#include <string>

#include "calendar/names.h"

namespace sveiki::calendar {

/// "Uždaryta", "Centrs slēgts: remonts", "Closed for Christmas". Not what else is closed, or does
/// not work: "Sensory room closed", "Slēgta grupa", "Rasa nedirba".
bool says_closed(const std::string& title, const Names& names);

}  // namespace sveiki::calendar
