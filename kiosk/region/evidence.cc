// SPDX-License-Identifier: EUPL-1.2
#include "region/evidence.h"

#include <map>
#include <set>

#include "domain/period.h"
#include "region/catalogue.h"
#include "region/database_values.h"
#include "region/devices.h"
#include "region/sheets_text.h"

namespace sveiki::region {
namespace {

constexpr const char* kOfSheets =
    "SELECT delivery FROM sheet WHERE kind = $1 AND period BETWEEN $2 AND $3"
    " UNION SELECT delivery FROM correction WHERE kind = $1 AND period BETWEEN $2 AND $3"
    " UNION SELECT replaced FROM correction WHERE kind = $1 AND period BETWEEN $2 AND $3"
    " AND replaced IS NOT NULL"
    " UNION SELECT w.delivery FROM withdrawn w JOIN sheet s ON s.centre = w.centre"
    " AND s.life = w.life WHERE s.kind = $1 AND s.period BETWEEN $2 AND $3 ORDER BY 1";
constexpr const char* kDelivery =
    "SELECT device, what, body, signature, received FROM delivery WHERE id = $1";
constexpr const char* kMonthEntries =
    "SELECT centre, month, counts, at FROM month_entry WHERE month BETWEEN $1 AND $2"
    " ORDER BY centre, month, revision";

/// Every people period that has a day in these months.
std::set<std::string> people_periods(Database& db, const Period& months) {
  std::set<std::string> names;
  for (CivilDay day = months.from; day <= months.to; day = day.next(28))
    for (const Period& period : calendar_periods(day)) names.insert(period.name);
  for (const Period& period : calendar_periods(months.to)) names.insert(period.name);
  for (const Indicator& indicator : Catalogue(db).indicators())
    if (indicator.from <= months.to && months.from <= indicator.to) names.insert(indicator.period);
  return names;
}

}  // namespace

std::vector<SignedBody> read_evidence(Database& db, const std::string& from_month,
                                      const std::string& to_month) {
  const auto first = calendar_period(from_month), last = calendar_period(to_month);
  if (!first || !last) throw Refusal("name the months as 2026-11");
  std::vector<Values> asked{{"day", first->from.iso(), last->to.iso()}};
  for (const std::string& name : people_periods(db, {"", first->from, last->to}))
    asked.push_back({"people", name, name});
  // Their order is that of their arrival.
  std::set<Values> ids;
  for (auto& rows : db.query_each(kOfSheets, asked))
    for (Values& row : rows) ids.insert(std::move(row));

  std::map<std::string, Device> devices;
  for (Device& device : Devices(db).all()) devices[device.id] = std::move(device);
  std::vector<SignedBody> evidence;
  for (auto& rows : db.query_each(kDelivery, {ids.begin(), ids.end()}))
    for (Values& row : rows)
      evidence.push_back(
          {devices.at(text(row[0])),
           {text(row[1]), text(row[0]), sync::signature(text(row[3])).value(), take_text(row[2])},
           instant(row[4])});
  return evidence;
}

std::vector<MonthEntry> read_month_entries(Database& db, const std::string& from_month,
                                           const std::string& to_month) {
  std::vector<MonthEntry> entries;
  for (const Values& row : db.query(kMonthEntries, {from_month, to_month}))
    entries.push_back(
        {text(row[0]), text(row[1]), read_rows(text(row[2])).at({'T', ""}), instant(row[3])});
  return entries;
}

}  // namespace sveiki::region
