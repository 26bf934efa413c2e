// SPDX-License-Identifier: EUPL-1.2
/// Forgets visits after a time, and a person whole. No count and no sheet changes: what was counted
/// goes into the base (base.h), in the same transaction. These are the only ones who delete facts,
/// and the database lets nobody delete one that is not named in `forgetting` first.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string_view>

#include "base/time.h"

namespace sveiki::store {

/// How much there is.
struct Facts {
  std::int64_t visits = 0;
  std::int64_t headcounts = 0;
  std::int64_t sign_ups = 0;
  bool any() const { return visits + headcounts + sign_ups > 0; }
};
Facts facts_before(const SQLite::Database& db, CivilDay day);
Facts facts_of(const SQLite::Database& db, std::int64_t visitor);

/// All facts of days before `day`, the first of a month. Who came in which month is known until the
/// year is forgotten as a whole, and every indicator that began in it.
void forget_before(SQLite::Database& db, CivilDay day, std::string_view by, Instant now);

/// The person, their signs and cards, and all their facts.
void forget_person(SQLite::Database& db, std::int64_t visitor, CivilDay today, std::string_view by,
                   Instant now);

}  // namespace sveiki::store
