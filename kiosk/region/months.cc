// SPDX-License-Identifier: EUPL-1.2
#include "region/months.h"

#include "domain/period.h"

namespace sveiki::region {

std::vector<std::string> months_between(const std::string& from, const std::string& to) {
  std::vector<std::string> months;
  const auto first = month_named(from), last = month_named(to);
  if (!first || !last) return months;
  for (CivilDay day = first->from; day <= last->to;) {
    if (months.size() == kMostMonths) return {};
    const Period month = calendar_periods(day)[0];
    months.push_back(month.name);
    day = month.to.next();
  }
  return months;
}

}  // namespace sveiki::region
