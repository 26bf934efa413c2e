// SPDX-License-Identifier: EUPL-1.2
/// The signed bodies that prove a span of months: those whose sheets stand, those that corrected
/// them and what they replaced, and the withdrawals. And what no device signed: months entered by
/// hand.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

// Oldest first.
std::vector<SignedBody> read_evidence(Database& db, const std::string& from_month,
                                      const std::string& to_month);
std::vector<MonthEntry> read_month_entries(Database& db, const std::string& from_month,
                                           const std::string& to_month);

}  // namespace sveiki::region
