// SPDX-License-Identifier: EUPL-1.2
/// What is known of each day: whether it was planned to open, whether a life ran on it, its newest
/// fact. It tells a zero from a closed day from a day of which nothing is known.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <vector>

#include "domain/centre.h"
#include "store/sheets.h"

namespace sveiki::store {

class Days {
 public:
  Days(SQLite::Database& db, const Centre& centre, Sheets& sheets)
      : db_(db), centre_(centre), sheets_(sheets) {}

  CivilDay of(Instant at) const { return civil_day(at, centre_.zone); }

  /// A life runs today, and says so to the region. Days since the last one that nobody saw are
  /// written down as planned; of those on which the centre was closed, that is known all the same.
  void note_running(CivilDay today);
  /// A fact of this instant was recorded. Throws RecordFault if its day was forgotten.
  void note_fact(Instant at);
  std::optional<Instant> newest_fact();
  /// A day up to today that is certain, or nothing: a clock that is years ahead would have all
  /// visits forgotten as old. Staff see a wrong date within the few days on which people come.
  std::optional<CivilDay> lately(CivilDay today);

  /// Days up to `today` that may have visits which nobody ended.
  std::vector<CivilDay> unsettled(CivilDay today);
  void set_settled(CivilDay day, bool settled);

 private:
  SQLite::Database& db_;
  const Centre& centre_;
  Sheets& sheets_;
};

}  // namespace sveiki::store
