// SPDX-License-Identifier: EUPL-1.2
/// The different people of one centre, period by period, from all that told of them: kiosks, a
/// second record, months that somebody entered by hand.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/period.h"
#include "region/bracket.h"
#include "region/storage.h"

namespace sveiki::region {

/// By the names of the periods that anything is told of. Months that were entered by hand are in
/// `told` as months; of each of `long_periods` that holds them they are a part. Texts that are read
/// are let go: there are many.
std::map<std::string, People> people_by_period(const std::vector<Total*>& told,
                                               const std::vector<const MonthEntry*>& entered,
                                               const std::vector<Period>& long_periods);

}  // namespace sveiki::region
