// SPDX-License-Identifier: EUPL-1.2
/// Counts again, from the facts alone: the second opinion on what CountKeeper keeps up.
#pragma once

#include <SQLiteCpp/Database.h>

namespace sveiki::store {

/// A SELECT that gives what `counts` should hold, in its columns, without rows of zeros.
extern const char* const kRecount;
/// The same for `visitor_month`.
extern const char* const kRecountTallies;
/// The same for `people_count`, from the tallies and each newcomer's first visit.
extern const char* const kRecountPeople;

/// Counts everything anew, in a record of a version that did not count it yet.
void count_from_facts(SQLite::Database& db);

}  // namespace sveiki::store
