// SPDX-License-Identifier: EUPL-1.2
#include "calendar/outlook.h"

#include <algorithm>

namespace sveiki::calendar {
namespace {

using Frequency = RuleParts::Frequency;

constexpr int kMostCount = 999;
// A session comes again within so many days, or hardly ever.
constexpr int kDaysAround = 400;

bool is_week_of_month(int nth) {
  return nth == -1 || (1 <= nth && nth <= 4);
}

/// "The last working day", "the second Tuesday": one of them in a month.
bool is_nth_day(const RuleParts& rule) {
  if (rule.days.empty() || !rule.month_days.empty()) return false;
  if (rule.days.size() == 1 && rule.positions.empty()) return is_week_of_month(rule.days[0].nth);
  const bool plain = std::ranges::all_of(rule.days, [](const auto& day) { return day.nth == 0; });
  return plain && rule.positions.size() == 1 && is_week_of_month(rule.positions[0]);
}

bool is_day_of_month(const RuleParts& rule) {
  if (!rule.days.empty() || !rule.positions.empty() || rule.month_days.size() > 1) return false;
  return rule.month_days.empty() || rule.month_days[0] >= -1;
}

}  // namespace

bool outlook_reads(const Rule& rule) {
  if (rule.once()) return true;
  const RuleParts& parts = rule.parts();
  if (parts.count > kMostCount) return false;
  const bool no_months = parts.months.empty();
  switch (parts.frequency) {
    case Frequency::kDaily:
      return no_months && parts.days.empty() && parts.month_days.empty() && parts.positions.empty();
    case Frequency::kWeekly:
      return no_months && parts.month_days.empty() && parts.positions.empty();
    case Frequency::kMonthly:
      return no_months && (is_day_of_month(parts) || is_nth_day(parts));
    case Frequency::kYearly:
      // Without a month it is the day on which it began.
      if (no_months) return is_day_of_month(parts) && parts.month_days.empty();
      return parts.months.size() == 1 && (is_day_of_month(parts) || is_nth_day(parts));
  }
  return false;
}

bool outlook_moves(const Series& series, const Exception& moved) {
  const CivilDay from = moved.original.date, to = moved.start.date;
  const auto days = occurrences(series.rule, series.start, std::min(from, to).next(-kDaysAround),
                                std::max(from, to).next(kDaysAround));
  const auto in_order = [&](const WallTime& other) {
    return other.date == from || (other.date < from) == (other.date < to);
  };
  const auto apart = [&](const WallTime& other) { return other.date == from || other.date != to; };
  return std::ranges::all_of(days, in_order) && std::ranges::all_of(days, apart) &&
         std::ranges::none_of(series.exceptions, [&](const Exception& other) {
           return other.original != moved.original && other.duration > 0 && other.start.date == to;
         });
}

}  // namespace sveiki::calendar
