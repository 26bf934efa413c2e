// SPDX-License-Identifier: EUPL-1.2
/// Reads the two sides of every sheet: the target, which is what the centre counts, and what the
/// lives of its kiosk have said. Together all lives that were not withdrawn say the target.
#pragma once

#include <SQLiteCpp/Database.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/sheet.h"
#include "store/sql.h"

namespace sveiki::store {

/// What a sheet is about: a day (iso) or a period of people by its name.
struct About {
  SheetKind kind = SheetKind::kDay;
  std::string period;
  auto operator<=>(const About&) const = default;
};
using RowsByPeriod = std::map<About, SheetRows>;

/// Rows as the table keeps them, one a line: "T:3,0,3,1,0,90,0".
std::string rows_text(SheetKind kind, const SheetRows& rows);
SheetRows rows_of_text(std::string_view text);

/// Asks what is to be said. Days on which no life ran, and those to come, have nothing.
class Target {
 public:
  explicit Target(const SQLite::Database& db);
  SheetRows of(const About& about);

 private:
  Kept day_;
  Kept people_;
};
/// What the other lives than `life` say together; without the withdrawn ones.
Sheet said_by_others(const SQLite::Database& db, const About& about, std::int64_t life);

/// Where all lives together do not say the target.
std::vector<About> unsaid(const SQLite::Database& db);

}  // namespace sveiki::store
