// SPDX-License-Identifier: EUPL-1.2
/// What a centre's region wants to hear: under which ids, and over which periods of its own.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/period.h"

namespace sveiki {

struct RegionPlan {
  std::map<std::string, std::string> activities;  ///< "clay" -> "ac_…"
  std::vector<Period> indicators;                 ///< "P:SOC1000"
  bool operator==(const RegionPlan&) const = default;
};

}  // namespace sveiki
