// SPDX-License-Identifier: EUPL-1.2
/// Proves the totals that reports read against the sheets that stand, one centre at a time, so that
/// nobody who writes has to wait long.
#pragma once

#include "region/database.h"

namespace sveiki::region {

/// What is wrong, one sentence each.
std::vector<std::string> check_sheets(Database& db);

}  // namespace sveiki::region
