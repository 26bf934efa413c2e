// SPDX-License-Identifier: EUPL-1.2
#include "domain/period.h"

#include <algorithm>

namespace sveiki {
namespace {

CivilDay first_of(int year, int month) {
  return {year, static_cast<unsigned>(month), 1};
}

/// `months` months from the first of `month` (1 to 12) on; they stay in the year.
Period months_of(std::string name, int year, int month, int months) {
  const int last = month + months - 1;
  const CivilDay after = last == 12 ? first_of(year + 1, 1) : first_of(year, last + 1);
  return {std::move(name), first_of(year, month), after.next(-1)};
}

Period month_of(int year, int month) {
  const std::string number = std::to_string(100 + month).substr(1);
  return months_of(std::to_string(year) + "-" + number, year, month, 1);
}

Period quarter_of(int year, int quarter) {
  return months_of(std::to_string(year) + "-Q" + std::to_string(quarter), year, 3 * quarter - 2, 3);
}

Period half_of(int year, int half) {
  return months_of(std::to_string(year) + "-H" + std::to_string(half), year, 6 * half - 5, 6);
}

Period year_of(int year) {
  return months_of(std::to_string(year), year, 1, 12);
}

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

}  // namespace

std::array<Period, 4> calendar_periods(CivilDay day) {
  const int year = day.year();
  const int month = day.month_number() % 100;
  return {month_of(year, month), quarter_of(year, (month + 2) / 3), half_of(year, (month + 5) / 6),
          year_of(year)};
}

std::optional<Period> calendar_period(std::string_view name) {
  // Years as CivilDay prints them: four digits.
  if (name.size() < 4 || !std::ranges::all_of(name.substr(0, 4), is_digit) || name[0] == '0')
    return std::nullopt;
  const int year = std::stoi(std::string{name.substr(0, 4)});
  for (int month = 1; month <= 12; ++month) {
    for (Period& period : calendar_periods(first_of(year, month))) {
      if (period.name == name) return period;
    }
  }
  return std::nullopt;
}

std::optional<Period> month_named(std::string_view name) {
  auto period = calendar_period(name);
  const bool month = period && period->from.month_number() == period->to.month_number();
  return month ? std::move(period) : std::nullopt;
}

bool are_whole_months(CivilDay from, CivilDay to) {
  const auto is_first = [](CivilDay day) { return day.number() % 100 == 1; };
  return from <= to && is_first(from) && is_first(to.next());
}

bool is_indicator_period(std::string_view name) {
  const auto allowed = [](char c) { return is_digit(c) || ('A' <= c && c <= 'Z') || c == '-'; };
  return name.starts_with("P:") && name.size() >= 5 && name.size() <= 22 &&
         std::ranges::all_of(name.substr(2), allowed);
}

}  // namespace sveiki
