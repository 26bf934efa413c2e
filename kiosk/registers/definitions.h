// SPDX-License-Identifier: EUPL-1.2
/// The page that lies beside an attendance file and says in plain words what its numbers mean, so
/// that nobody adds up what does not add up.
#pragma once

#include <string>

#include "domain/centre.h"
#include "registers/attendance.h"

namespace sveiki::registers {

/// A whole HTML page, in English.
std::string attendance_definitions(const Centre& centre, store::DayRange days, Rows rows);

}  // namespace sveiki::registers
