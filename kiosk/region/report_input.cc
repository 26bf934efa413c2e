// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "domain/period.h"
#include "region/report.h"

namespace sveiki::region {
namespace {

/// Every version of a place in this span, up to `as_of`: a place may have found its successor
/// after it.
std::vector<Place> versions(Storage& storage, const Period& span, std::optional<CivilDay> as_of) {
  return storage.places(std::min(span.from, as_of.value_or(span.from)),
                        std::max(span.to, as_of.value_or(span.to)));
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

/// Of each centre and month what was entered last.
std::vector<MonthEntry> standing(std::vector<MonthEntry> every_revision) {
  std::map<std::pair<std::string, std::string>, MonthEntry> last;
  for (MonthEntry& entry : every_revision) last[{entry.centre, entry.month}] = std::move(entry);
  std::vector<MonthEntry> standing;
  for (auto& [of, entry] : last) standing.push_back(std::move(entry));
  return standing;
}

}  // namespace

Period span_of(const ReportInput& input) {
  Period span{"", calendar_period(input.from_month)->from, calendar_period(input.to_month)->to};
  for (const Indicator& indicator : input.indicators) {
    span.from = std::min(span.from, indicator.from);
    span.to = std::max(span.to, indicator.to);
  }
  return span;
}

ReportInput read_input(Storage& storage, const ReportQuestion& question, Instant now) {
  const std::vector<std::string> months = months_between(question.from_month, question.to_month);
  if (months.empty()) throw Refusal("The months are not two months, the first one first.");
  ReportInput input{question.from_month, question.to_month, question.as_of, question.organisation,
                    now};
  input.indicators = storage.indicators();
  const Period span = span_of(input);
  input.places = versions(storage, span, question.as_of);
  input.months = storage.months(question.from_month, question.to_month);
  input.people = storage.people(question.from_month, question.to_month);
  input.entered =
      standing(storage.month_entries(span.from.iso().substr(0, 7), span.to.iso().substr(0, 7)));
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
