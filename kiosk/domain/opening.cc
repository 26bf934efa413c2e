// SPDX-License-Identifier: EUPL-1.2
#include "domain/centre.h"

namespace sveiki {
namespace {

constexpr int kDaysAhead = 14;

const std::vector<OpenHours>& hours_on(const Centre& centre, CivilDay date) {
  static const std::vector<OpenHours> kClosed;
  for (const Closure& closure : centre.closures)
    if (closure.from <= date && date <= closure.to) return kClosed;
  return centre.hours[date.weekday().iso_encoding() - 1];
}

}  // namespace

Opening opening_at(const Centre& centre, Instant now) {
  const CivilDay today = local_time(now, centre.zone).date;
  Opening answer;
  // From yesterday: its evening may not have ended. The reader keeps the hours in order.
  for (CivilDay date = today.next(-1); date <= today.next(kDaysAhead); date = date.next()) {
    for (const OpenHours& hours : hours_on(centre, date)) {
      const Instant from = instant_of(date, hours.from, centre.zone);
      const Instant to = instant_of(date, hours.to, centre.zone);
      if (to <= now) continue;
      // An opening that begins the moment another ends goes on with it.
      if (from <= now || (answer.until && from <= *answer.until)) {
        answer.open = true;
        answer.until = to;
      } else {
        if (!answer.open) answer.opens = from;
        return answer;
      }
    }
  }
  return answer;
}

bool planned_open(const Centre& centre, CivilDay date) {
  return !hours_on(centre, date).empty();
}

}  // namespace sveiki
