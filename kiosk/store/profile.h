// SPDX-License-Identifier: EUPL-1.2
/// Who came in a period: by other centres used, age band, gender and target group. The region hears
/// it in batches, by the rule of domain/profile.h.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "domain/period.h"
#include "domain/sheet.h"

namespace sveiki::store {

/// Rows O (of those who answered), B, G and M of whole months, from the tallies. Age = year of the
/// first visit in the period minus birth year.
SheetRows profile_of(const SQLite::Database& db, CivilDay from, CivilDay to);

/// Looks at each period once a month, and takes the profiles that are worth telling; answers the
/// periods whose profile is another now.
std::vector<std::string> take_profiles(SQLite::Database& db, CivilDay today);

}  // namespace sveiki::store
