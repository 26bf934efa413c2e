// SPDX-License-Identifier: EUPL-1.2
/// A sheet: the counts of one centre for one period, as one life of a kiosk knows them. Whole
/// always, replaced by a higher revision. The truth about a period is the sum over lives, so cells
/// may be negative: a later life takes back what an earlier one counted.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/facts.h"

namespace sveiki {

/// A day's sheet counts visits, a people sheet different people over a period.
enum class SheetKind { kDay, kPeople };
std::string_view sheet_kind_name(SheetKind kind);  ///< "day", "people"
std::optional<SheetKind> sheet_kind_named(std::string_view name);

/// Of a life's 16 hex digits, those that all lives of one record (and its copies) share. 32 random
/// bits: with 16, two recorders of a centre met once in 20,000 simulated histories.
inline constexpr std::size_t kRecordDigits = 8;

/// Which sheet of a centre. A life is 16 hex digits; a period is "2026-11-22" or a Period's name.
struct SheetId {
  std::string life;
  SheetKind kind = SheetKind::kDay;
  std::string period;
  auto operator<=>(const SheetId&) const = default;
};

/// What a row is about. Day: 'T' total (key empty), 'A' an activity by the id that the region gave
/// it ("ac_…"; empty: those it does not know). People: 'T' total, 'F' by number of visits ("1-1",
/// "2-4", "5-9", "10-"), and by domain/profile.h 'O' other centres used ("0-0", "1-1", "2-"; else
/// "unknown"), 'B' age band ("13-13", "85-"), 'G' gender ("f", "m", "x", "unknown"), 'M' target
/// group ("child", "youth", "disability", "senior", "other", "unknown"). Never two at once.
struct RowKey {
  char type = 'T';
  std::string key;
  auto operator<=>(const RowKey&) const = default;
};

/// The columns of a day's sheet, in the order of its values.
enum DayColumn { kVisits, kHeadcount, kPeople, kNewcomers, kSignUps, kMinutes, kServices };
/// The columns of a people sheet.
enum PeopleColumn { kN, kPeopleNewcomers };
/// Their names on the wire: "visits", … or "n", "newcomers".
std::span<const std::string_view> column_names(SheetKind kind);

/// One row's values; a people sheet uses the first two. Visits include headcount.
using RowValues = std::array<std::int64_t, 7>;
using SheetRows = std::map<RowKey, RowValues>;

/// Adds row by row; a row of nothing but zeros is no row.
void add(SheetRows& to, const SheetRows& more);
void subtract(SheetRows& from, const SheetRows& less);

struct Sheet {
  SheetId id;
  std::int64_t revision = 0;  ///< 1 and up
  SheetRows rows;
  std::optional<DayState> state;  ///< of a day's sheet: open or closed
  std::string zone;               ///< of a day's sheet: IANA
  bool operator==(const Sheet&) const = default;
};

/// What a collector says about a sheet that came in.
enum class Verdict { kStored, kSame, kOlder, kConflict, kRefused };
std::string_view verdict_name(Verdict verdict);  ///< "stored", …
std::optional<Verdict> verdict_named(std::string_view name);

/// The collector's whole rule: the higher revision stands. `held` is what it has under the same id.
/// Never kRefused.
Verdict join(const Sheet* held, const Sheet& incoming);

/// The kiosk's whole rule: what the current life's sheet must say so that all lives together say
/// `target`, where `others` are the sheets of the other lives that this database holds and that
/// were not withdrawn.
SheetRows rows_to_say(SheetRows target, std::span<const Sheet> others);

/// Cut points 5, 7, 13, 14, 16, 18, 25, 26, 30, 55, 60, 65, 75, 85: "0-4", "5-6", … "85-";
/// "unknown" for no age. `age` = year of the first visit in the period minus birth year.
std::string age_band(std::optional<int> age);
/// "1-1", "2-4", "5-9", "10-" of 1 and more visits.
std::string visits_band(std::int64_t visits);
/// "0-0", "1-1", "2-" of 0, 1, 2; "unknown".
std::string other_centres_band(std::optional<int> other_centres);

}  // namespace sveiki
