// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "domain/period.h"
#include "region/report.h"
#include "region/report_maker.h"

namespace sveiki::region {
namespace {

/// Every version of a place in this span, up to `as_of`: a place may have found its successor
/// after it.
std::vector<Place> versions(Storage& storage, const Period& span, std::optional<CivilDay> as_of) {
  return storage.places(std::min(span.from, as_of.value_or(span.from)),
                        std::max(span.to, as_of.value_or(span.to)));
}

/// The names of the periods whose people a report of these months tells.
std::vector<std::string> people_periods(const ReportFrame& frame) {
  const std::vector<std::string> months = months_between(frame.from_month, frame.to_month);
  std::set<std::string> names(months.begin(), months.end());
  const CivilDay last = calendar_period(months.back())->to;
  for (const Period& period : calendar_periods(calendar_period(months.front())->from)) {
    if (period.to == last) names.insert(period.name);
  }
  for (const Indicator& indicator : frame.indicators) names.insert(indicator.period);
  return {names.begin(), names.end()};
}

/// Of each centre and month what was entered last.
std::vector<MonthEntry> standing(std::vector<MonthEntry> every_revision) {
  std::map<std::pair<std::string, std::string>, MonthEntry> last;
  for (MonthEntry& entry : every_revision) last[{entry.centre, entry.month}] = std::move(entry);
  std::vector<MonthEntry> standing;
  for (auto& [of, entry] : last) standing.push_back(std::move(entry));
  return standing;
}

ReportFrame read_frame(Storage& storage, const ReportQuestion& question, Instant now) {
  if (months_between(question.from_month, question.to_month).empty())
    throw Refusal("The months are not two months, the first one first.");
  ReportFrame frame;
  frame.from_month = question.from_month;
  frame.to_month = question.to_month;
  frame.as_of = question.as_of;
  frame.organisation = question.organisation;
  frame.detail = question.detail;
  frame.made = now;
  frame.indicators = storage.indicators();
  const Period span = span_of(frame);
  frame.places = versions(storage, span, question.as_of);
  frame.entered =
      standing(storage.month_entries(span.from.iso().substr(0, 7), span.to.iso().substr(0, 7)));
  if (question.corrections_since)
    frame.corrections = storage.corrections(*question.corrections_since);
  for (const Device& device : storage.devices()) {
    if (!device.last_seen) continue;
    Instant& seen = frame.last_seen[device.centre];
    seen = std::max(seen, *device.last_seen);
  }
  for (const auto& activity : storage.catalogue().activities)
    frame.activity_codes[activity.id] = activity.code;
  return frame;
}

}  // namespace

Period span_of(const ReportFrame& frame) {
  Period span{"", calendar_period(frame.from_month)->from, calendar_period(frame.to_month)->to};
  for (const Indicator& indicator : frame.indicators) {
    span.from = std::min(span.from, indicator.from);
    span.to = std::max(span.to, indicator.to);
  }
  return span;
}

ReportInput read_input(Storage& storage, const ReportQuestion& question, Instant now) {
  ReportInput input{read_frame(storage, question, now), {}, {}};
  input.months = storage.months(input.from_month, input.to_month);
  storage.read_people(people_periods(input),
                      [&](Total& total) { input.people.push_back(std::move(total)); });
  return input;
}

Report make_report(Storage& storage, const ReportQuestion& question, Instant now) {
  Report report;
  storage.snapshot([&] {
    const ReportFrame frame = read_frame(storage, question, now);
    ReportMaker maker(frame);
    storage.read_months(frame.from_month, frame.to_month,
                        [&](const Total& total) { maker.add_month(total); });
    storage.read_people(people_periods(frame),
                        [&](const Total& total) { maker.add_people(total); });
    report = maker.make();
  });
  return report;
}

}  // namespace sveiki::region
