// SPDX-License-Identifier: EUPL-1.2
/// Who came in a period, by age band, gender and target group: told to the region once the period
/// is over, and only of ten people or more.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "domain/period.h"
#include "domain/sheet.h"

namespace sveiki::store {

/// Rows B, G and M of whole months, from the tallies. Age = year of the first visit in the period
/// minus birth year.
SheetRows profile_of(const SQLite::Database& db, CivilDay from, CivilDay to);

/// Takes the profiles that are due; answers the periods whose profile is another now.
std::vector<std::string> take_profiles(SQLite::Database& db, CivilDay today);

}  // namespace sveiki::store
