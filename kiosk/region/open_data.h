// SPDX-License-Identifier: EUPL-1.2
/// A report for everybody, rounded as disclosure.h says: visits by centre and month with their
/// sums, people, and activities. Two tables that differ by one correction would tell about a person
/// however they are rounded, so what is published of a month is what was known at the end of the
/// month after it, and later corrections stay inside the partnership.
#pragma once

#include "region/pack.h"
#include "report/table.h"

namespace sveiki::region {

/// The first day on which open data may tell of this month.
CivilDay open_from(const std::string& month);

/// What was known in time. Withdrawals and months entered by hand bear no date: they count always.
ReportInput known_in_time(Evidence evidence);

/// One row per place ("region" for all), period and activity. Empty is not known or not published.
report::Table open_data(const Report& report);

/// What may be published of these months, wherever it is asked for. Throws Refusal before
/// open_from of the last one.
report::Table publish(Storage& storage, const ReportQuestion& question, CivilDay today,
                      Instant now);

}  // namespace sveiki::region
