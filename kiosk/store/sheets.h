// SPDX-License-Identifier: EUPL-1.2
/// The sheets that this life of the kiosk writes, in the transaction of the fact that changes them.
/// There is one rule, rows_to_say (domain/sheet.h): undo, late entry and withdrawal follow from it.
#pragma once

#include <SQLiteCpp/Database.h>

#include <map>
#include <string>
#include <vector>

#include "base/time.h"
#include "domain/sheet.h"
#include "store/sheet_table.h"

namespace sveiki::store {

/// Begins a life; answers its number.
std::int64_t begin_life(const SQLite::Database& db, Millis visit_gap, Instant now);

class Sheets {
 public:
  Sheets(SQLite::Database& db, std::int64_t life, std::string zone);

  /// The counts of this day or period may have changed.
  void settle(CivilDay day) { settle({SheetKind::kDay, day.iso()}, Speak::kIfNeeded); }
  void settle(const std::string& period) { settle({SheetKind::kPeople, period}, Speak::kIfNeeded); }
  /// This life says of the day whether it was open, also if nobody came.
  void speak_of(CivilDay day) { settle({SheetKind::kDay, day.iso()}, Speak::kAlways); }
  /// Makes good whatever all lives together do not say: at the start of a life, and when what
  /// counts for the region changes.
  void settle_all();
  /// These lives count no more; this one takes over what they said. Not itself: the next life does.
  void withdraw(const std::vector<std::string>& lives);
  /// Another computer spoke as one of the older lives, and the region keeps what that one said: of
  /// each such sheet only what both agreed on was said here, and this life says the rest.
  void give_way(const std::vector<Sheet>& agreed);

  /// All that count, and those that changed since either was asked for; oldest change first. Also
  /// what other programs wrote.
  std::vector<Sheet> all();
  std::vector<Sheet> changed();

 private:
  enum class Speak { kIfNeeded, kAlways };
  void settle(const About& about, Speak speak);
  DayState state_of(const std::string& day);
  const Sheet& others(const About& about);
  std::vector<Sheet> since(std::int64_t change);

  SQLite::Database& db_;
  const std::int64_t life_;
  const std::string zone_;
  Target target_;
  Kept state_;
  Kept own_;
  Kept put_;
  Kept version_;
  /// What the other lives say is read once, until another program writes.
  std::map<About, Sheet> others_;
  std::int64_t others_version_ = 0;
  std::int64_t last_change_ = 0;
};

}  // namespace sveiki::store
