// SPDX-License-Identifier: EUPL-1.2
/// Keeps the counts true to the facts, in the fact's own transaction: what somebody contributed
/// before a change is taken away, what they contribute after it is added. The sheets follow.
#pragma once

#include <SQLiteCpp/Database.h>

#include <variant>

#include "domain/counting.h"
#include "domain/timetable.h"
#include "store/people_count.h"
#include "store/sheets.h"
#include "store/sql.h"

namespace sveiki::store {

/// Whose contribution a change touches: a person's in the month of `day`, a headcount's, that of
/// the line of a session, or of all lines.
struct PersonsDay {
  std::int64_t visitor;
  CivilDay day;
};
struct Heads {
  std::int64_t headcount;
};
struct AllLines {};
using Counted = std::variant<PersonsDay, Heads, SessionRef, AllLines>;

/// SQL that adds six numbers to the row of a period and an activity of `table`: counts or its base.
std::string adding_to(const std::string& table);

class CountKeeper {
 public:
  CountKeeper(SQLite::Database& db, Sheets& sheets);

  /// Makes the change, and the counts follow it.
  template <class Change>
  void follow(const Counted& whose, Change&& change) {
    const Contribution before = contribution(whose);
    change();
    settle(whose, before, contribution(whose));
  }

  /// A headcount was recorded.
  void add(const Heads& heads) { settle(heads, {}, contribution(heads)); }

 private:
  Contribution contribution(const Counted& whose);
  Contribution of(const PersonsDay& person);
  Contribution of(const Heads& heads);
  Contribution of(const SessionRef& session);
  Contribution of(AllLines);
  void settle(const Counted& whose, const Contribution& before, const Contribution& after);

  SQLite::Database& db_;
  Sheets& sheets_;
  PeopleCount people_;
  Kept visits_of_month_;
  Kept first_visit_;
  Kept parts_of_visit_;
  Kept add_counts_;
  Kept add_tally_;
};

}  // namespace sveiki::store
