// SPDX-License-Identifier: EUPL-1.2
/// A stretch of whole months over which different people are counted. Its name is the same on every
/// computer and on the wire: "2026-03", "2026-Q1", "2026-H1", "2026", or "P:SOC1000", the period of
/// an indicator, whose days the region sets.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace sveiki {

struct Period {
  std::string name;
  CivilDay from;  ///< the first of a month
  CivilDay to;    ///< the last of a month, inclusive
  auto operator<=>(const Period&) const = default;

  bool holds(CivilDay day) const { return from <= day && day <= to; }
};

/// The month, quarter, half-year and year of this day, in this order.
std::array<Period, 4> calendar_periods(CivilDay day);

/// Reads "2026-03", "2026-Q1", "2026-H1" or "2026"; nothing for anything else.
std::optional<Period> calendar_period(std::string_view name);

/// Reads "2026-03" only.
std::optional<Period> month_named(std::string_view name);

/// From the first of a month to the last of the same or a later one.
bool are_whole_months(CivilDay from, CivilDay to);

/// "P:" and 3 to 20 of A-Z, 0-9 and "-": the name of an indicator's period.
bool is_indicator_period(std::string_view name);

}  // namespace sveiki
