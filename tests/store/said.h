// SPDX-License-Identifier: EUPL-1.2
/// What all lives of a record together say to the region, as a collector would add it up.
#pragma once

#include <optional>
#include <string>

#include "store/check.h"
#include "store/record.h"
#include "support/a_centre.h"

namespace sveiki::test {

inline SheetRows said(store::Record& record, SheetKind kind, const std::string& period) {
  SheetRows sum;
  for (const Sheet& sheet : record.sheets()) {
    if (sheet.id.kind == kind && sheet.id.period == period) add(sum, sheet.rows);
  }
  return sum;
}

/// visits, headcount, people, newcomers, sign-ups, minutes, services of a day; in an activity by
/// the region's id of it.
inline RowValues said_of_day(store::Record& record, const std::string& day, RowKey row = {}) {
  const SheetRows rows = said(record, SheetKind::kDay, day);
  const auto found = rows.find(row);
  return found == rows.end() ? RowValues{} : found->second;
}

/// Different people of a period, or of a row of it.
inline std::int64_t said_people(store::Record& record, const std::string& period, RowKey row = {}) {
  const SheetRows rows = said(record, SheetKind::kPeople, period);
  const auto found = rows.find(row);
  return found == rows.end() ? 0 : found->second[kN];
}

/// The sheet of the record's newest life.
inline std::optional<Sheet> newest_sheet(store::Record& record, SheetKind kind,
                                         const std::string& period) {
  const std::string life = record.lives().back();
  for (const Sheet& sheet : record.sheets()) {
    if (sheet.id == SheetId{life, kind, period}) return sheet;
  }
  return std::nullopt;
}

inline FactRef comes(store::Record& record, int person, Instant at,
                     const std::string& activity = {}) {
  return std::get<VisitBegun>(record.arrive(token_of(record, person), How::kToken, at, activity))
      .visit;
}

inline std::vector<std::string> wrong_in(const ACentre& centre) {
  return store::check_record(centre.dir.path()).wrong;
}

}  // namespace sveiki::test
