// SPDX-License-Identifier: EUPL-1.2
/// The base: what was counted of facts that were forgotten since, numbers without anybody in them.
/// Counts are always the base and what the facts say; so forgetting a fact changes no count.
#pragma once

#include <SQLiteCpp/Database.h>

#include <map>
#include <optional>
#include <string>

#include "domain/counting.h"

namespace sveiki::store {

/// Rows of `counts`, and of people by period: T, F, and the profile O, B, G and M.
struct Said {
  CountRows counts;
  std::map<std::string, SheetRows> people;
};

/// What the facts and tallies that are there say.
Said facts_say(const SQLite::Database& db);
/// What they say less after `forget`.
template <class Forget>
Said said_less(const SQLite::Database& db, Forget&& forget);

void add_to_base(const SQLite::Database& db, const Said& less);
/// Counts follow the facts instead; the base stays.
void take_from_counts(const SQLite::Database& db, const Said& less);

/// The first of these months in which somebody came who is in no tally any more.
std::optional<CivilDay> month_of_forgotten(const SQLite::Database& db, CivilDay from, CivilDay to);

/// The rows of the base that the profile of this period needs beside what the tallies say.
SheetRows base_profile(const SQLite::Database& db, const std::string& period);

Said difference(Said before, const Said& after);

template <class Forget>
Said said_less(const SQLite::Database& db, Forget&& forget) {
  const Said before = facts_say(db);
  forget();
  return difference(before, facts_say(db));
}

}  // namespace sveiki::store
