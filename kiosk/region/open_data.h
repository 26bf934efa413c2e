// SPDX-License-Identifier: EUPL-1.2
/// A report for everybody, rounded as disclosure.h says: visits by centre and month, different
/// people, and activities by quarter, with sums by month, quarter and year. Two tables that differ
/// by one correction would tell about a person however they are rounded, and so would two that
/// overlap. So there is one table only, and every file is a part of it: what is told of a month, a
/// quarter or a year is what was known at the end of the month after it, and depends on nothing
/// that is outside it. Later corrections stay inside the partnership.
///
/// The attacker holds every file that was ever published. He knows that there are as many people as
/// visits in a month or fewer, that those of a longer period are at most all of its parts together
/// and at least those of one, that the estimate for the region is at least a third of its centres'
/// people, and that an activity has as many visits as its centre or fewer. He learns of no number
/// of a centre, and of no small one, more than its own print says. Not covered: what disclosure.h
/// names; a region rebuilt or restored from a backup after it had published; a centre that is
/// closed for a day before what was published; a sheet that was refused and came again too late.
#pragma once

#include "region/known_in_time.h"
#include "report/table.h"

namespace sveiki::region {

/// One row per place ("region" for all), period and activity. Empty is not known or not published.
report::Table open_data(const ReportInput& known);

/// What may be published of these months, wherever it is asked for. Throws Refusal before open_from
/// of the last one, and for a part of the region or for places as of a day, which would be another
/// table.
report::Table publish(Storage& storage, const ReportQuestion& question, CivilDay today,
                      Instant now);

}  // namespace sveiki::region
