// SPDX-License-Identifier: EUPL-1.2
/// Submitting a report, and what became different since: the numbers as they were given to a funder
/// beside the numbers as they are now.
#pragma once

#include "region/report.h"

namespace sveiki::region {

/// A year, and what is in it, is submitted before it is over, but not before it has begun. `to` is
/// not before `from`.
bool have_begun(const std::string& from_month, const std::string& to_month, Instant now);

/// Makes the report of these months with every number, and keeps it. Refuses what are no months,
/// months that have not begun, and a name that is none.
Submission submit_report(Storage& storage, const std::string& from_month,
                         const std::string& to_month, const std::string& name, std::string_view by,
                         Instant now);

/// A centre's month, or its people over all months of the report, that is not what was submitted.
struct Change {
  const CentreReport* centre = nullptr;  ///< of the report that was compared
  std::string period;                    ///< "2026-11", or the report's people period
  std::vector<CivilDay> days;            ///< corrected since, or reported only since
  struct Figure {
    std::optional<std::int64_t> before, now;  ///< nothing: not known
    bool operator==(const Figure&) const = default;
  };
  Figure visits, people;
};

struct SinceSubmission {
  Submission submission;
  std::vector<std::string> months;  ///< of the report: those that it tells newest of
  std::vector<Change> changes;      ///< in the order of the report's centres
};

/// The submissions that are the newest of the report's months, newest first.
std::vector<SinceSubmission> since_submissions(Storage& storage, const Report& report);

}  // namespace sveiki::region
