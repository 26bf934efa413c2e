// SPDX-License-Identifier: EUPL-1.2
#include "region/month_entry.h"

#include <algorithm>

#include "domain/period.h"

namespace sveiki::region {
namespace {

constexpr std::array kCounts{
    EntryCount{kVisits, "visits", msg("Visits in all")},
    EntryCount{kHeadcount, "groups", msg("Of these, people in groups")},
    EntryCount{kPeople, "people", msg("Different people")},
    EntryCount{kNewcomers, "new", msg("Of these, for the first time")},
    EntryCount{kServices, "services", msg("Services given")},
};

}  // namespace

std::span<const EntryCount> entry_counts() {
  return kCounts;
}

const EntryCount& entry_count(DayColumn column) {
  return *std::ranges::find(kCounts, column, &EntryCount::column);
}

std::optional<EntryFault> fault_in(const RowValues& values) {
  for (const auto& [part, whole] :
       {std::pair{kHeadcount, kVisits}, {kPeople, kVisits}, {kNewcomers, kPeople}})
    if (values[part] > values[whole])
      return EntryFault{msg("This is more than in the field “{field}”."), {{part, whole}}};
  return std::nullopt;
}

std::optional<EntryFault> fault_in_time(const std::string& centre, const std::string& month,
                                        const std::vector<Place>& stood, CivilDay today) {
  if (calendar_period(month).value().to >= today)
    return EntryFault{msg("That month is not over yet."), {}};
  if (std::ranges::find(stood, centre, &Place::id) == stood.end())
    return EntryFault{msg("The centre was not there in that month."), {}};
  return std::nullopt;
}

std::string in_english(const EntryFault& fault) {
  if (!fault.counts) return fault.sentence;
  const auto& [part, whole] = *fault.counts;
  return std::string{entry_count(part).label} + ". " +
         fill(fault.sentence, {{"field", entry_count(whole).label}});
}

}  // namespace sveiki::region
