// SPDX-License-Identifier: EUPL-1.2
#include "region/counts.h"

#include <map>
#include <set>

#include "region/database_values.h"
#include "region/gaps.h"
#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

// In the order of the primary key: a sort of a region's three years takes as long as reading them.
constexpr const char* kMonths =
    "SELECT centre, period, counts, days FROM total WHERE kind = 'day'"
    " AND period BETWEEN $1 AND $2 ORDER BY period, centre";
constexpr const char* kPeople =
    "SELECT centre, period, counts FROM total WHERE kind = 'people'"
    " AND period BETWEEN $1 AND $2 ORDER BY period, centre";
constexpr const char* kTwoRecorders =
    "SELECT centre FROM recorder GROUP BY centre HAVING COUNT(*) > 1 ORDER BY centre";
constexpr const char* kPeopleSheets =
    "SELECT life, counts FROM sheet s WHERE centre = $1 AND kind = 'people' AND period = $2"
    " AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.centre = s.centre AND w.life = s.life)"
    " ORDER BY life";
constexpr const char* kDaySheets =
    "SELECT period, counts FROM sheet s WHERE centre = $1 AND kind = 'day'"
    " AND period BETWEEN $2 AND $3 AND NOT EXISTS (SELECT 1 FROM withdrawn w"
    " WHERE w.centre = s.centre AND w.life = s.life) ORDER BY period, life";
constexpr const char* kCorrectedDays =
    "SELECT DISTINCT centre, period FROM correction WHERE kind = 'day'"
    " AND counted = 1 AND period BETWEEN $1 AND $2 ORDER BY centre, period";
constexpr const char* kEnteredMonths =
    "SELECT DISTINCT centre, month FROM month_entry WHERE month BETWEEN $1 AND $2"
    " ORDER BY centre, month";
constexpr const char* kCorrections =
    "SELECT DISTINCT centre, kind, period, at FROM correction WHERE counted = 1 AND at >= $1"
    " ORDER BY at, centre, kind, period";

using Month = std::pair<std::string, std::string>;  // centre, "2026-11"
using DaysOfMonths = std::map<Month, std::vector<CivilDay>>;

std::vector<CivilDay> days_of(const DaysOfMonths& days, const Month& month) {
  const auto found = days.find(month);
  return found == days.end() ? std::vector<CivilDay>{} : found->second;
}

/// Months beside months, not quarters: "2026-Q1" would stand between two of them.
bool alike(std::string_view a, std::string_view b) {
  const auto letter = [](std::string_view period) {
    return period.size() > 5 && 'A' <= period[5] && period[5] <= 'Z' ? period[5] : '0';
  };
  return a.size() == b.size() && letter(a) == letter(b);
}

}  // namespace

std::vector<Total> Counts::months(const std::string& from_month, const std::string& to_month) {
  std::set<Month> entered;
  for (const Values& row : db_.query(kEnteredMonths, {from_month, to_month}))
    entered.emplace(text(row[0]), text(row[1]));
  DaysOfMonths corrected, in_gap;
  for (const Values& row : db_.query(kCorrectedDays, {from_month + "-01", to_month + "-31"}))
    corrected[{text(row[0]), text(row[1]).substr(0, 7)}].push_back(
        CivilDay::parse(text(row[1])).value());
  for (const auto& [centre, day] : days_in_gap(db_, from_month, to_month))
    in_gap[{centre, day.iso().substr(0, 7)}].push_back(day);
  std::vector<Total> months;
  db_.read(kMonths, {from_month, to_month}, [&](Values& row) {
    const Month month{take_text(row[0]), take_text(row[1])};
    months.push_back({.centre = month.first,
                      .period = month.second,
                      .rows = take_text(row[2]),
                      .days = take_text(row[3]),
                      .corrected = days_of(corrected, month),
                      .manual = entered.contains(month),
                      .in_gap = days_of(in_gap, month)});
  });
  return months;
}

std::vector<Total> Counts::days(const std::string& centre, CivilDay from, CivilDay to) {
  std::map<std::string, SheetRows> days;
  for (const Values& row : db_.query(kDaySheets, {centre, from.iso(), to.iso()}))
    add(days[text(row[0])], read_rows(text(row[1])));
  std::vector<Total> totals;
  for (const auto& [day, rows] : days)
    totals.push_back({centre, day, write_rows(rows), {}, {}, false});
  return totals;
}

std::vector<Total> Counts::people(const std::string& from_period, const std::string& to_period) {
  std::vector<Total> totals;
  db_.read(kPeople, {from_period, to_period}, [&](Values& row) {
    if (alike(text(row[1]), from_period))
      totals.push_back({take_text(row[0]), take_text(row[1]), take_text(row[2]), {}, {}, false});
  });
  return by_record(std::move(totals));
}

std::vector<Total> Counts::by_record(std::vector<Total> people) {
  std::set<std::string> centres;
  for (const Values& row : db_.query(kTwoRecorders)) centres.insert(text(row[0]));
  if (centres.empty()) return people;
  std::vector<Total> totals;
  for (Total& total : people) {
    if (!centres.contains(total.centre)) {
      totals.push_back(std::move(total));
      continue;
    }
    std::map<std::string, SheetRows> records;
    SheetRows rest = read_rows(total.rows);
    for (const Values& row : db_.query(kPeopleSheets, {total.centre, total.period})) {
      const SheetRows rows = read_rows(text(row[1]));
      add(records[text(row[0]).substr(0, kRecordDigits)], rows);
      subtract(rest, rows);
    }
    records[""] = std::move(rest);
    for (const auto& [record, rows] : records)
      if (!rows.empty())
        totals.push_back({total.centre, total.period, write_rows(rows), {}, {}, false, record});
  }
  return totals;
}

std::vector<Coverage> Counts::coverage(const std::string& from_month, const std::string& to_month) {
  std::vector<Coverage> coverage;
  for (Total& it : months(from_month, to_month))
    coverage.push_back({it.centre, it.period, days_marked(it.period, it.days, kOpen),
                        days_marked(it.period, it.days, kClosed), std::move(it.corrected),
                        days_marked(it.period, it.days, kWithdrawn), std::move(it.in_gap),
                        it.manual});
  return coverage;
}

std::vector<Correction> Counts::corrections(Instant since) {
  std::vector<Correction> corrections;
  for (const Values& row : db_.query(kCorrections, {since.ms}))
    corrections.push_back(
        {text(row[0]), sheet_kind_named(text(row[1])).value(), text(row[2]), instant(row[3])});
  return corrections;
}

}  // namespace sveiki::region
