// SPDX-License-Identifier: EUPL-1.2
#include "region/counts.h"

#include <map>
#include <set>

#include "region/database_values.h"
#include "region/gaps.h"
#include "region/months.h"
#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

// By the primary key: a sort of a region's three years takes as long as reading them.
constexpr const char* kMonth =
    "SELECT centre, counts, days FROM total WHERE kind = 'day' AND period = $1 ORDER BY centre";
constexpr const char* kMonthsOfCentre =
    "SELECT period, days FROM total WHERE kind = 'day' AND period BETWEEN $1 AND $2"
    " AND centre = $3 ORDER BY period";
constexpr const char* kPeople =
    "SELECT centre, counts FROM total WHERE kind = 'people' AND period = $1 ORDER BY centre";
constexpr const char* kTwoRecorders =
    "SELECT centre FROM recorder GROUP BY centre HAVING COUNT(*) > 1";
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

/// What is to be said of months besides their counts.
class Remarks {
 public:
  Remarks(Database& db, const std::string& from_month, const std::string& to_month) {
    for (const Values& row : db.query(kEnteredMonths, {from_month, to_month}))
      entered_.emplace(text(row[0]), text(row[1]));
    for (const Values& row : db.query(kCorrectedDays, {from_month + "-01", to_month + "-31"}))
      corrected_[{text(row[0]), text(row[1]).substr(0, 7)}].push_back(
          CivilDay::parse(text(row[1])).value());
    for (const auto& [centre, day] : days_in_gap(db, from_month, to_month))
      in_gap_[{centre, day.iso().substr(0, 7)}].push_back(day);
  }

  bool entered(const Month& month) const { return entered_.contains(month); }
  std::vector<CivilDay> corrected(const Month& month) const { return days_of(corrected_, month); }
  std::vector<CivilDay> in_gap(const Month& month) const { return days_of(in_gap_, month); }

 private:
  using Days = std::map<Month, std::vector<CivilDay>>;
  static std::vector<CivilDay> days_of(const Days& days, const Month& month) {
    const auto found = days.find(month);
    return found == days.end() ? std::vector<CivilDay>{} : found->second;
  }

  std::set<Month> entered_;
  Days corrected_, in_gap_;
};

/// By what of a life names its record; what none of them counted is under "".
using ByRecord = std::map<std::string, SheetRows>;

}  // namespace

void Counts::read_months(const std::string& from_month, const std::string& to_month,
                         const TakeTotal& take) {
  const Remarks remarks(db_, from_month, to_month);
  Total total;  // whose texts keep their room from row to row
  // Month by month: PostgreSQL's driver holds a whole answer.
  for (const std::string& name : months_between(from_month, to_month)) {
    db_.read(kMonth, {name}, [&](Values& row) {
      const Month month{text(row[0]), name};
      total.centre = month.first;
      total.period = name;
      total.rows = text(row[1]);
      total.days = text(row[2]);
      total.corrected = remarks.corrected(month);
      total.manual = remarks.entered(month);
      total.in_gap = remarks.in_gap(month);
      take(total);
    });
  }
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

void Counts::read_people(const std::vector<std::string>& periods, const TakeTotal& take) {
  const std::vector<Values> two_recorders = db_.query(kTwoRecorders);
  Total total;
  for (const std::string& period : periods) {
    std::map<std::string, ByRecord> records;  // by centre, of those
    for (const Values& centre : two_recorders)
      for (const Values& row : db_.query(kPeopleSheets, {centre[0], period}))
        add(records[text(centre[0])][text(row[0]).substr(0, kRecordDigits)],
            read_rows(text(row[1])));
    db_.read(kPeople, {period}, [&](Values& row) {
      const auto tell = [&](const std::string& record, const std::string& rows) {
        total.centre = text(row[0]);
        total.period = period;
        total.record = record;
        total.rows = rows;
        take(total);
      };
      const auto found = records.find(text(row[0]));
      if (found == records.end()) return tell({}, text(row[1]));
      SheetRows rest = read_rows(text(row[1]));
      for (const auto& [record, rows] : found->second) subtract(rest, rows);
      found->second[""] = std::move(rest);
      for (const auto& [record, rows] : found->second)
        if (!rows.empty()) tell(record, write_rows(rows));
    });
  }
}

std::vector<Coverage> Counts::coverage(const std::string& centre, const std::string& from_month,
                                       const std::string& to_month) {
  const Remarks remarks(db_, from_month, to_month);
  std::vector<Coverage> coverage;
  db_.read(kMonthsOfCentre, {from_month, to_month, centre}, [&](Values& row) {
    const Month month{centre, text(row[0])};
    const std::string& days = text(row[1]);
    coverage.push_back({month.second, days_marked(month.second, days, kOpen),
                        days_marked(month.second, days, kClosed), remarks.corrected(month),
                        days_marked(month.second, days, kWithdrawn), remarks.in_gap(month),
                        remarks.entered(month)});
  });
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
