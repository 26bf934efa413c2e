// SPDX-License-Identifier: EUPL-1.2
/// The tables of facts: each is only ever added to. Every fact carries the life that recorded it
/// and its civil day.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string_view>
#include <vector>

#include "domain/centre.h"
#include "domain/facts.h"
#include "domain/timetable.h"
#include "store/counts.h"
#include "store/days.h"

namespace sveiki::store {

class Ledger {
 public:
  Ledger(SQLite::Database& db, Days& days, std::int64_t life) : db_(db), days_(days), life_(life) {}
  std::int64_t life() const { return life_; }

  FactRef add_visit(std::int64_t visitor, How how, Instant at);
  FactRef add_leave(FactRef visit, bool automatic, Instant at);
  FactRef add_headcount(int people, How how, Instant at);
  FactRef add_participation(FactRef arrival, std::string_view activity,
                            const std::optional<SessionRef>& session, Instant at);
  void add_correction(FactRef fact, std::string_view by, std::string_view why, Instant at);

  struct Visit {
    FactRef fact;
    Instant since;
  };
  /// The visit of this person that goes on at `now`: begun less than `gap` ago, not undone, and
  /// nobody recorded that they left. (Closing it automatically does not make room for another.)
  std::optional<Visit> going_on(std::int64_t visitor, Millis gap, Instant now);
  /// Visits of this day of which no end is known.
  std::vector<Visit> open_visits(CivilDay day);

  std::optional<FactRef> leave_of(FactRef visit);
  /// Its part in the activity, in whichever session; or in just this session of it.
  std::optional<FactRef> participation_of(FactRef arrival, std::string_view activity);
  std::optional<FactRef> participation_of(FactRef arrival, const SessionRef& session);

  /// Somebody came today and nobody knows that they left.
  bool in_the_house(std::int64_t visitor, Instant now);
  bool took_part(std::int64_t visitor, const SessionRef& session);

  /// Whose counts this fact changes. Throws RecordFault kOther if there is no such fact.
  Counted counted(FactRef fact);
  Instant arrived(FactRef visit);
  bool undone(FactRef fact);
  /// The fact, and what cannot stand without it; without what is undone already.
  std::vector<FactRef> with_what_hangs_on(FactRef fact);

 private:
  SQLite::Database& db_;
  Days& days_;
  std::int64_t life_;
};

}  // namespace sveiki::store
