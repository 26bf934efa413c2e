// SPDX-License-Identifier: EUPL-1.2
/// Facts of days that are still to come: a clock that was ahead put them there. Each is taken back
/// by a correction, like any other, and those days are as if nobody had seen them.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string_view>

#include "store/counts.h"
#include "store/days.h"
#include "store/ledger.h"
#include "store/sheets.h"

namespace sveiki::store {

/// What stands on days after today.
struct Ahead {
  int visits = 0, headcounts = 0, leaves = 0, places = 0;
  std::optional<CivilDay> first, last;  ///< nothing: there is none
};
Ahead ahead_of(const SQLite::Database& db, CivilDay today);

class AheadTaker {
 public:
  AheadTaker(SQLite::Database& db, Days& days, Ledger& ledger, CountKeeper& counts, Sheets& sheets)
      : db_(db), days_(days), ledger_(ledger), counts_(counts), sheets_(sheets) {}

  /// Within the caller's transaction.
  void take_back(std::string_view by, Instant now);

 private:
  void undo(FactRef::Kind kind, const char* facts, CivilDay today, std::string_view by,
            Instant now);
  void end_places(CivilDay today, std::string_view by, Instant now);
  void forget_days(CivilDay today);

  SQLite::Database& db_;
  Days& days_;
  Ledger& ledger_;
  CountKeeper& counts_;
  Sheets& sheets_;
};

}  // namespace sveiki::store
