// SPDX-License-Identifier: EUPL-1.2
#include "region/report_people.h"

#include <utility>

#include "region/sheets_text.h"

namespace sveiki::region {
namespace {

using ByRecord = boost::container::flat_map<std::string, People>;

void add_rows(People& to, std::string_view rows) {
  constexpr std::size_t kUsualBands = 4;
  for_each_row(rows, [&](char type, std::string_view key, const RowValues& values) {
    if (type == 'T') {
      to.n += values[kN];
      to.newcomers += values[kPeopleNewcomers];
    } else {
      auto& band = to.by[type];
      if (band.empty()) band.reserve(kUsualBands);
      band.try_emplace(band.end(), std::string{key})->second += values[kN];
    }
  });
}

/// What belongs to no record is beside each of them.
People together(ByRecord records) {
  if (records.size() == 1) return std::move(records.begin()->second);
  std::vector<People> counts;
  People beside;
  for (auto& [record, people] : records)
    (record.empty() ? beside : counts.emplace_back()) = std::move(people);
  People people = maybe_the_same(counts);
  people.n += beside.n;
  people.newcomers += beside.newcomers;
  return people;
}

/// Who came in months that were entered by hand may have come in others, too.
void add_entered(std::map<std::string, People>& people, const Period& period,
                 const std::vector<const MonthEntry*>& entered) {
  std::vector<People> counts;
  for (const MonthEntry* entry : entered) {
    if (period.holds(calendar_period(entry->month).value().from))
      counts.push_back({entry->values[kPeople], entry->values[kNewcomers]});
  }
  if (counts.empty()) return;
  const auto by_kiosk = people.find(period.name);
  if (by_kiosk != people.end()) counts.push_back(std::move(by_kiosk->second));
  people[period.name] = maybe_the_same(counts);
}

}  // namespace

std::map<std::string, People> people_by_period(const std::vector<Total*>& told,
                                               const std::vector<const MonthEntry*>& entered,
                                               const std::vector<Period>& long_periods) {
  std::map<std::string, ByRecord> counted;  // by period
  for (Total* total : told) {
    // A period of which everything was withdrawn is not known to be one of nobody.
    if (total->rows.empty()) continue;
    add_rows(counted[total->period][total->record], std::exchange(total->rows, {}));
  }
  std::map<std::string, People> people;
  for (auto& [period, records] : counted) people[period] = together(std::move(records));
  if (entered.empty()) return people;
  for (const Period& period : long_periods) add_entered(people, period, entered);
  return people;
}

}  // namespace sveiki::region
