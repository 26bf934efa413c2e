// SPDX-License-Identifier: EUPL-1.2
/// Attendance: how many came, by day or month, and by activity. People are different people over
/// the period of their row; the last row counts them over everything, so rows do not sum to it.
#pragma once

#include <optional>
#include <string_view>

#include "domain/centre.h"
#include "report/table.h"
#include "store/counts_query.h"

namespace sveiki::registers {

/// What the rows are: days or months, each once or once per activity.
struct Rows {
  enum class Period { kDay, kMonth } period = Period::kDay;
  bool by_activity = false;
};

/// Reads "day", "month", "day,activity" or "month,activity".
std::optional<Rows> parse_rows(std::string_view text);

/// The register of these days; what it holds for each column says definitions.h.
report::Table attendance(const store::CountsQuery& counts, const Centre& centre,
                         store::DayRange days, Rows rows);

}  // namespace sveiki::registers
