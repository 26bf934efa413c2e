// SPDX-License-Identifier: EUPL-1.2
#include "domain/centre.h"

namespace sveiki {

CivilDay kept_from(const Centre& centre, CivilDay as_of) {
  const int months = as_of.year() * 12 + as_of.month_number() % 100 - 1 - centre.keep_visits_months;
  return {months / 12, static_cast<unsigned>(months % 12 + 1), 1};
}

}  // namespace sveiki
