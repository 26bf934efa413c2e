// SPDX-License-Identifier: EUPL-1.2
#include "region/sheets_check.h"

#include <map>

#include "region/database_values.h"
#include "region/sheets.h"
#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

constexpr const char* kCentres =
    "SELECT centre FROM sheet UNION SELECT centre FROM total UNION SELECT centre FROM month_entry"
    " ORDER BY centre";
constexpr const char* kSheets =
    "SELECT s.kind, s.period, s.counts, s.state, CASE WHEN w.life IS NULL THEN 0 ELSE 1 END"
    " FROM sheet s LEFT JOIN withdrawn w ON w.centre = s.centre AND w.life = s.life"
    " WHERE s.centre = $1 ORDER BY s.kind, s.period, s.life";
constexpr const char* kEntries =
    "SELECT month, counts FROM month_entry WHERE centre = $1 ORDER BY month, revision";
constexpr const char* kTotals =
    "SELECT kind, period, counts, days FROM total WHERE centre = $1 ORDER BY kind, period";
constexpr const char* kWithoutBody =
    "SELECT kind, period FROM sheet WHERE centre = $1 AND NOT EXISTS"
    " (SELECT 1 FROM delivery WHERE id = sheet.delivery) ORDER BY kind, period";

struct Sum {
  SheetRows rows;
  std::map<std::size_t, DayMarker> days;  // by day of the month

  std::string marks() const {
    std::string marks(31, kNotReported);
    for (const auto& [day, marker] : days) marks.at(day - 1) = marker.mark();
    return marks;
  }
};

/// What the totals of this centre have to be, from its sheets and entries.
std::map<Totals::Key, Sum> sums_of(Database& db, const std::string& centre) {
  std::map<Totals::Key, Sum> sums;
  for (const Values& row : db.query(kSheets, {centre})) {
    const SheetKind kind = sheet_kind_named(text(row[0])).value();
    const std::string& period = text(row[1]);
    const bool withdrawn = number(row[4]) != 0;
    Sum& sum = sums[Totals::key_of(centre, kind, period)];
    if (!withdrawn) add(sum.rows, read_rows(text(row[2])));
    if (kind == SheetKind::kDay)
      sum.days[std::stoul(period.substr(8))].add(text(row[3]), withdrawn);
  }
  std::map<std::string, RowValues> entries;
  for (const Values& row : db.query(kEntries, {centre}))
    entries[text(row[0])] = read_rows(text(row[1])).at({'T', ""});
  for (const auto& [month, values] : entries)
    for (const SheetKind kind : {SheetKind::kDay, SheetKind::kPeople})
      add(sums[Totals::key_of(centre, kind, month)].rows, entered_rows(kind, values));
  return sums;
}

void check_centre(Database& db, const std::string& centre, std::vector<std::string>& wrong) {
  auto sums = sums_of(db, centre);
  for (const Values& row : db.query(kTotals, {centre})) {
    const Totals::Key key{text(row[0]), text(row[1]), centre};
    const Sum sum = std::move(sums[key]);
    sums.erase(key);
    const bool is_day = key.kind == sheet_kind_name(SheetKind::kDay);
    if (read_rows(text(row[2])) != sum.rows)
      wrong.push_back("the total of " + centre + " for " + key.period + " (" + key.kind +
                      ") is not the sum of its sheets");
    if (is_day && text(row[3]) != sum.marks())
      wrong.push_back("the days of " + centre + " in " + key.period +
                      " are not marked as its sheets say");
  }
  for (const auto& [key, sum] : sums)
    if (!sum.rows.empty() || !sum.days.empty())
      wrong.push_back("the total of " + centre + " for " + key.period + " (" + key.kind +
                      ") is missing");
  for (const Values& row : db.query(kWithoutBody, {centre}))
    wrong.push_back("the sheet of " + centre + " for " + text(row[1]) + " (" + text(row[0]) +
                    ") has no signed body");
}

}  // namespace

std::vector<std::string> check_sheets(Database& db) {
  std::vector<std::string> wrong;
  for (const Values& centre : db.query(kCentres)) {
    std::vector<std::string> of_centre;
    db.transaction([&] {
      of_centre.clear();
      check_centre(db, text(centre[0]), of_centre);
    });
    wrong.insert(wrong.end(), of_centre.begin(), of_centre.end());
  }
  return wrong;
}

}  // namespace sveiki::region
