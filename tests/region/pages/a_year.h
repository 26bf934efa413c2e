// SPDX-License-Identifier: EUPL-1.2
/// A region with a year behind it, as the pages' tests and the browser see it: two countries, a
/// branch, a centre without a kiosk, days that are missing, a closed month, a month of zeros, small
/// numbers, corrections, a silent kiosk, a target.
#pragma once

#include <map>
#include <string>

#include "region/storage.h"

namespace sveiki::test {

/// What was made, by the names that tests use.
struct AYear {
  std::string auce_town, kretinga_town;                 ///< organisations
  std::string auce, bene, kretinga, salantai, vigante;  ///< centres; vigante has no kiosk
  std::string device_of_auce;
  std::string submission;  ///< of the last month's quarter, before the corrections
};

/// Fills an empty storage with the months of `now`'s year, and the year before where it is January.
AYear make_a_year(region::Storage& storage, Instant now);

}  // namespace sveiki::test
