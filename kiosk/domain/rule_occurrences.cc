// SPDX-License-Identifier: EUPL-1.2
// Every part of a rule that is kept here speaks of days. So each period (a day, week, month or
// year) is asked day by day which of its days the rule chooses: nothing is searched for, and no
// rule takes longer than the days that it is asked about.
//
// libical 3.0.16 was tried first. Of 2210 rules made as in tests/domain/rule_oracle_test.cc it read
// 94 otherwise than the RFC (days of the month in DAILY and YEARLY), and of 290 more with BYSETPOS
// it crashed on 7 and ran for over a second on 2.
#include <algorithm>

#include "domain/rule.h"

namespace sveiki {
namespace {

using std::chrono::months;
using std::chrono::year_month;
using Frequency = RuleParts::Frequency;

bool holds(const std::vector<int>& list, int value) {
  return std::ranges::find(list, value) != list.end();
}

int weekday_of(CivilDay day) {
  return static_cast<int>(day.weekday().iso_encoding()) - 1;
}

year_month month_of(CivilDay day) {
  const auto date = day.date();
  return date.year() / date.month();
}

CivilDay first_of(year_month month) {
  return CivilDay{std::chrono::sys_days{month / 1}};
}

CivilDay first_of_year(CivilDay day) {
  return {day.year(), 1, 1};
}

/// The rule with what its start says for it: a weekly one has the weekday of its start, and so on.
RuleParts completed(RuleParts rule, CivilDay start) {
  if (!rule.days.empty() || !rule.month_days.empty()) return rule;
  const auto date = start.date();
  if (rule.frequency == Frequency::kWeekly) rule.days = {{0, weekday_of(start)}};
  if (rule.frequency >= Frequency::kMonthly)
    rule.month_days = {static_cast<int>(unsigned{date.day()})};
  if (rule.frequency == Frequency::kYearly && rule.months.empty())
    rule.months = {static_cast<int>(unsigned{date.month()})};
  return rule;
}

/// Periods are named by their first day.
CivilDay period_of(const RuleParts& rule, CivilDay day) {
  switch (rule.frequency) {
    case Frequency::kDaily:
      return day;
    case Frequency::kWeekly:
      return day.next(-((weekday_of(day) - rule.week_start + 7) % 7));
    case Frequency::kMonthly:
      return first_of(month_of(day));
    case Frequency::kYearly:
      return first_of_year(day);
  }
  return day;
}

CivilDay later(const RuleParts& rule, CivilDay period, int periods) {
  switch (rule.frequency) {
    case Frequency::kDaily:
      return period.next(periods);
    case Frequency::kWeekly:
      return period.next(7 * periods);
    case Frequency::kMonthly:
      return first_of(month_of(period) + months{periods});
    case Frequency::kYearly:
      return first_of(month_of(period) + months{12 * periods});
  }
  return period;
}

int periods_between(const RuleParts& rule, CivilDay a, CivilDay b) {
  const auto days = static_cast<int>((b.days() - a.days()).count());
  const auto between = static_cast<int>((month_of(b) - month_of(a)).count());
  switch (rule.frequency) {
    case Frequency::kDaily:
      return days;
    case Frequency::kWeekly:
      return days / 7;
    case Frequency::kMonthly:
      return between;
    case Frequency::kYearly:
      return between / 12;
  }
  return 0;
}

bool is_chosen_weekday(const RuleParts& rule, CivilDay day) {
  const bool in_year = rule.frequency == Frequency::kYearly && rule.months.empty();
  return std::ranges::any_of(rule.days, [&](const RuleParts::Day& chosen) {
    if (chosen.weekday != weekday_of(day)) return false;
    if (chosen.nth == 0) return true;
    const CivilDay first = in_year ? first_of_year(day) : first_of(month_of(day));
    const CivilDay end =
        in_year ? first_of(month_of(first) + months{12}) : first_of(month_of(day) + months{1});
    const auto nth = chosen.nth > 0 ? (day.days() - first.days()).count() / 7 + 1
                                    : -((end.days() - day.days()).count() - 1) / 7 - 1;
    return nth == chosen.nth;
  });
}

bool is_chosen(const RuleParts& rule, CivilDay day) {
  const auto date = day.date();
  if (!rule.months.empty() && !holds(rule.months, static_cast<int>(unsigned{date.month()})))
    return false;
  if (!rule.month_days.empty()) {
    const auto number = static_cast<int>(unsigned{date.day()});
    const auto last =
        static_cast<int>(unsigned{(date.year() / date.month() / std::chrono::last).day()});
    if (!holds(rule.month_days, number) && !holds(rule.month_days, number - last - 1)) return false;
  }
  return rule.days.empty() || is_chosen_weekday(rule, day);
}

/// The days that the rule chooses in a period, in order.
std::vector<CivilDay> chosen_in(const RuleParts& rule, CivilDay period) {
  std::vector<CivilDay> days;
  const CivilDay end = later(rule, period, 1);
  for (CivilDay day = period; day < end; day = day.next())
    if (is_chosen(rule, day)) days.push_back(day);
  if (rule.positions.empty()) return days;
  const auto size = static_cast<int>(days.size());
  std::vector<CivilDay> kept;
  for (int i = 0; i < size; ++i)
    if (holds(rule.positions, i + 1) || holds(rule.positions, i - size))
      kept.push_back(days[static_cast<std::size_t>(i)]);
  return kept;
}

/// Tells `take` each start of the rule itself from `start` to `end`, until it answers false. Those
/// before `from` may be left out.
template <class Take>
void each_start(const Rule& rule, WallTime start, CivilDay from, WallTime end, const Take& take) {
  const RuleParts parts = completed(rule.parts(), start.date);
  if (parts.until) end = std::min(end, *parts.until);
  CivilDay period = period_of(parts, start.date);
  if (from > start.date) {
    const int ahead = periods_between(parts, period, period_of(parts, from));
    period = later(parts, period, ahead / parts.interval * parts.interval);
  }
  for (; period <= end.date; period = later(parts, period, parts.interval))
    for (const CivilDay day : chosen_in(parts, period)) {
      const WallTime time{day, start.minutes};
      if (time > end || (time >= start && !take(time))) return;
    }
}

}  // namespace

std::vector<WallTime> occurrences(const Rule& rule, WallTime start, CivilDay from, CivilDay to,
                                  std::size_t most) {
  std::vector<WallTime> found;
  const auto keep = [&](WallTime time) {
    if (time.date >= from && time.date < to && found.size() < most) found.push_back(time);
    return found.size() < most;
  };
  if (!keep(start) || rule.once()) return found;
  const int count = rule.parts().count;
  int counted = 1;
  // Who counts has to begin at the beginning.
  each_start(rule, start, count ? start.date : from, WallTime{to, 0}, [&](WallTime time) {
    if (time == start) return true;
    if (count && ++counted > count) return false;
    return keep(time);
  });
  return found;
}

std::optional<WallTime> first_of_rule(const Rule& rule, WallTime start) {
  std::optional<WallTime> first;
  if (!rule.once())
    each_start(rule, start, start.date, start + kDaysToSearch * 24 * 60, [&](WallTime time) {
      first = time;
      return false;
    });
  return first;
}

}  // namespace sveiki
