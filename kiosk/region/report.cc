// SPDX-License-Identifier: EUPL-1.2
#include "region/report.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "region/report_maker.h"

namespace sveiki::region {
namespace {

constexpr std::array<std::string_view, 6> kStates{"not-reported", "partly", "complete",
                                                  "closed",       "manual", "no-place"};

}  // namespace

std::string_view month_state_name(MonthState state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::string Report::organisation_name(const std::string& id) const {
  const auto found = std::ranges::find(organisations, id, &Place::id);
  return found == organisations.end() ? "" : found->name;
}

Report make_report(ReportInput input) {
  std::ranges::stable_sort(input.people, {},
                           [](const Total& total) { return std::tie(total.period, total.centre); });
  ReportMaker maker(input);
  for (const Total& total : input.months) maker.add_month(total);
  for (const Total& total : input.people) maker.add_people(total);
  return maker.make();
}

}  // namespace sveiki::region
