// SPDX-License-Identifier: EUPL-1.2
/// A report as JSON: version 1. The same report gives the same bytes. Counts from 1 to 4 are "<5"
/// in a copy; what is not known is null, never 0.
/// Names of activities stand beside their codes, while there are any.
#pragma once

#include <string>

#include "region/report_tables.h"

namespace sveiki::region {

inline constexpr int kJsonReportVersion = 1;
std::string json_report(const Report& report, Purpose purpose, const ActivityNames& names = {});

}  // namespace sveiki::region
