// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "domain/period.h"
#include "region/report.h"

namespace sveiki::region {
namespace {

/// Every version of a place in these months, up to `as_of`: a place may have found its successor
/// after them.
std::vector<Place> versions(Storage& storage, const std::vector<std::string>& months,
                            std::optional<CivilDay> as_of) {
  const CivilDay from = calendar_period(months.front())->from;
  const CivilDay to = calendar_period(months.back())->to;
  return storage.places(std::min(from, as_of.value_or(from)), std::max(to, as_of.value_or(to)));
}

/// The names of the periods whose people a report of these months tells.
std::set<std::string> people_periods(const std::vector<std::string>& months,
                                     const std::vector<Indicator>& indicators) {
  std::set<std::string> names;
  const CivilDay last = calendar_period(months.back())->to;
  for (const Period& period : calendar_periods(calendar_period(months.front())->from)) {
    if (period.name != months.front() && period.to == last) names.insert(period.name);
  }
  for (const Indicator& indicator : indicators) names.insert(indicator.period);
  return names;
}

}  // namespace

ReportInput read_input(Storage& storage, const ReportQuestion& question, Instant now) {
  const std::vector<std::string> months = months_between(question.from_month, question.to_month);
  if (months.empty()) throw Refusal("The months are not two months, the first one first.");
  ReportInput input{question.from_month,
                    question.to_month,
                    question.as_of,
                    question.organisation,
                    now,
                    versions(storage, months, question.as_of)};
  input.months = storage.months(question.from_month, question.to_month);
  input.people = storage.people(question.from_month, question.to_month);
  input.indicators = storage.indicators();
  for (const std::string& period : people_periods(months, input.indicators)) {
    for (Total& total : storage.people(period)) input.people.push_back(std::move(total));
  }
  if (question.corrections_since)
    input.corrections = storage.corrections(*question.corrections_since);
  for (const Device& device : storage.devices()) {
    if (!device.last_seen) continue;
    Instant& seen = input.last_seen[device.centre];
    seen = std::max(seen, *device.last_seen);
  }
  for (const auto& activity : storage.catalogue().activities)
    input.activity_codes[activity.id] = activity.code;
  return input;
}

}  // namespace sveiki::region
