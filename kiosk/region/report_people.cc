// SPDX-License-Identifier: EUPL-1.2
#include "region/report_people.h"

#include <utility>

#include "region/sheets_text.h"

namespace sveiki::region {
namespace {

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

}  // namespace

void RecordedPeople::add(const std::string& record, std::string_view rows) {
  // A period of which everything was withdrawn is not known to be one of nobody.
  if (!rows.empty()) add_rows(records_[record], rows);
}

std::optional<People> RecordedPeople::together() && {
  if (records_.empty()) return std::nullopt;
  if (records_.size() == 1) return std::move(records_.begin()->second);
  std::vector<People> counts;
  People beside;
  for (auto& [record, people] : records_)
    (record.empty() ? beside : counts.emplace_back()) = std::move(people);
  People people = maybe_the_same(counts);
  people.n += beside.n;
  people.newcomers += beside.newcomers;
  return people;
}

std::optional<People> with_entered(std::optional<People> by_kiosk, const Period& period,
                                   const std::vector<const MonthEntry*>& entered) {
  std::vector<People> counts;
  for (const MonthEntry* entry : entered) {
    if (period.holds(calendar_period(entry->month).value().from))
      counts.push_back({entry->values[kPeople], entry->values[kNewcomers]});
  }
  if (counts.empty()) return by_kiosk;
  if (by_kiosk) counts.push_back(std::move(*by_kiosk));
  return maybe_the_same(counts);
}

}  // namespace sveiki::region
