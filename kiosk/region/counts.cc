// SPDX-License-Identifier: EUPL-1.2
#include "region/counts.h"

#include <map>
#include <set>

#include "region/database_values.h"
#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

constexpr const char* kTotals =
    "SELECT centre, period, counts FROM total WHERE kind = $1 AND period BETWEEN $2 AND $3"
    " ORDER BY centre, period";
constexpr const char* kDaySheets =
    "SELECT period, counts FROM sheet s WHERE centre = $1 AND kind = 'day'"
    " AND period BETWEEN $2 AND $3 AND NOT EXISTS (SELECT 1 FROM withdrawn w"
    " WHERE w.centre = s.centre AND w.life = s.life) ORDER BY period, life";
constexpr const char* kDayMarks =
    "SELECT centre, period, days FROM total WHERE kind = 'day' AND period BETWEEN $1 AND $2"
    " ORDER BY centre, period";
constexpr const char* kCorrectedDays =
    "SELECT DISTINCT centre, period FROM correction WHERE kind = 'day'"
    " AND period BETWEEN $1 AND $2 ORDER BY centre, period";
constexpr const char* kEnteredMonths =
    "SELECT DISTINCT centre, month FROM month_entry WHERE month BETWEEN $1 AND $2"
    " ORDER BY centre, month";
constexpr const char* kCorrections =
    "SELECT DISTINCT centre, kind, period, at FROM correction WHERE at >= $1"
    " ORDER BY at, centre, kind, period";

/// `rows` of keys and values.
template <class Rows>
void append(std::vector<Total>& totals, const std::string& centre, const std::string& period,
            Rows&& rows) {
  for (auto& [key, values] : rows) totals.push_back({centre, period, key, values});
}

/// Months beside months, not quarters: "2026-Q1" would stand between two of them.
bool alike(std::string_view a, std::string_view b) {
  const auto letter = [](std::string_view period) {
    return period.size() > 5 && 'A' <= period[5] && period[5] <= 'Z' ? period[5] : '0';
  };
  return a.size() == b.size() && letter(a) == letter(b);
}

Coverage coverage_of(const Values& row) {
  Coverage coverage{text(row[0]), text(row[1]), {}, {}, {}, {}, false};
  CivilDay day = CivilDay::parse(coverage.month + "-01").value();
  for (const char mark : text(row[2])) {
    if (mark == kOpen) coverage.open.push_back(day);
    if (mark == kClosed) coverage.closed.push_back(day);
    if (mark == kWithdrawn) coverage.in_gap.push_back(day);
    day = day.next();
  }
  return coverage;
}

}  // namespace

std::vector<Total> Counts::months(const std::string& from_month, const std::string& to_month) {
  std::vector<Total> totals;
  for (const Values& row : db_.query(kTotals, {"day", from_month, to_month}))
    append(totals, text(row[0]), text(row[1]), list_rows(text(row[2])));
  return totals;
}

std::vector<Total> Counts::days(const std::string& centre, CivilDay from, CivilDay to) {
  std::map<std::string, SheetRows> days;
  for (const Values& row : db_.query(kDaySheets, {centre, from.iso(), to.iso()}))
    add(days[text(row[0])], read_rows(text(row[1])));
  std::vector<Total> totals;
  for (const auto& [day, rows] : days) append(totals, centre, day, rows);
  return totals;
}

std::vector<Total> Counts::people(const std::string& from_period, const std::string& to_period) {
  std::vector<Total> totals;
  for (const Values& row : db_.query(kTotals, {"people", from_period, to_period}))
    if (alike(text(row[1]), from_period))
      append(totals, text(row[0]), text(row[1]), list_rows(text(row[2])));
  return totals;
}

std::vector<Coverage> Counts::coverage(const std::string& from_month, const std::string& to_month) {
  using Month = std::pair<std::string, std::string>;  // centre
  std::set<Month> entered;
  for (const Values& row : db_.query(kEnteredMonths, {from_month, to_month}))
    entered.emplace(text(row[0]), text(row[1]));
  std::map<Month, std::vector<CivilDay>> corrected;
  for (const Values& row : db_.query(kCorrectedDays, {from_month + "-01", to_month + "-31"}))
    corrected[{text(row[0]), text(row[1]).substr(0, 7)}].push_back(
        CivilDay::parse(text(row[1])).value());
  std::vector<Coverage> months;
  for (const Values& row : db_.query(kDayMarks, {from_month, to_month})) {
    Coverage& month = months.emplace_back(coverage_of(row));
    const Month key{month.centre, month.month};
    month.manual = entered.contains(key);
    if (const auto days = corrected.find(key); days != corrected.end())
      month.corrected = std::move(days->second);
  }
  return months;
}

std::vector<Correction> Counts::corrections(Instant since) {
  std::vector<Correction> corrections;
  for (const Values& row : db_.query(kCorrections, {since.ms}))
    corrections.push_back({text(row[0]),
                           text(row[1]) == "day" ? SheetKind::kDay : SheetKind::kPeople,
                           text(row[2]), instant(row[3])});
  return corrections;
}

}  // namespace sveiki::region
