// SPDX-License-Identifier: EUPL-1.2
/// A report for everybody, rounded as disclosure.h says: visits by centre and month with their
/// sums, people, and activities. Two tables that differ by one correction would tell about a person
/// however they are rounded, so what is published of a month is what was known at the end of the
/// month after it, and later corrections stay inside the partnership.
#pragma once

#include "region/known_in_time.h"
#include "report/table.h"

namespace sveiki::region {

/// One row per place ("region" for all), period and activity. Empty is not known or not published.
report::Table open_data(const Report& report);

/// What may be published of these months, wherever it is asked for. Throws Refusal before open_from
/// of the last one, and for a part of the region or for places as of a day, which would be another
/// table.
report::Table publish(Storage& storage, const ReportQuestion& question, CivilDay today,
                      Instant now);

}  // namespace sveiki::region
