// SPDX-License-Identifier: EUPL-1.2
/// Attendance: how many came, by day or month, by activity or by a trait. People are different
/// people over the period of their row; the last row counts them over everything, so rows do not
/// sum to it.
#pragma once

#include <optional>
#include <string_view>

#include "domain/centre.h"
#include "report/table.h"
#include "store/counts_query.h"

namespace sveiki::registers {

/// What the rows are: days or months, each once or once per activity; or months with the different
/// people of each age band, gender or target group. These are never crossed with anything.
struct Rows {
  enum class Period { kDay, kMonth } period = Period::kDay;
  enum class Each { kOnce, kActivity, kAge, kGender, kGroup } each = Each::kOnce;
  bool by_trait() const { return each >= Each::kAge; }
};

/// Reads "day", "month", "day,activity", "month,activity", "month,age", "month,gender" or
/// "month,group".
std::optional<Rows> parse_rows(std::string_view text);

/// Whether a row is of 1 to 4 people: a file by a trait is then for use inside the house.
bool has_small_rows(const report::Table& people);

/// The register of these days, whole months by a trait; what each column holds says definitions.h.
report::Table attendance(const store::CountsQuery& counts, const Centre& centre,
                         store::DayRange days, Rows rows);

}  // namespace sveiki::registers
