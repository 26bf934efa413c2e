// SPDX-License-Identifier: EUPL-1.2
/// What had arrived by the day from which open data tells of a period, each month and people period
/// for itself. Sheets, withdrawals and months entered by hand that came later change nothing: a
/// number that was published would else differ by a correction, and tell about a person. What
/// counts is when it reached the region, not when it was signed.
#pragma once

#include "region/pack.h"

namespace sveiki::region {

/// The first day on which open data may tell of this month: one month after its end.
CivilDay open_from(const std::string& month);

/// Needs evidence as gather_evidence gives it, with the times of arrival.
ReportInput known_in_time(Evidence evidence);

}  // namespace sveiki::region
