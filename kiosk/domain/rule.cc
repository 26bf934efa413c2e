// SPDX-License-Identifier: EUPL-1.2
#include "domain/rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <set>

namespace sveiki {
namespace {

using Frequency = RuleParts::Frequency;

constexpr std::size_t kLongest = 1000;
constexpr int kMostInterval = 999;
constexpr int kMostCount = 10'000;
constexpr int kDayMinutes = 24 * 60;
constexpr std::array<std::string_view, 4> kFrequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 7> kWeekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<int, 12> kLongestMonth{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

[[noreturn]] void refuse(std::string_view part, std::string_view value, std::string_view right) {
  // A rule out of a foreign file may be long: its beginning says which one it is.
  throw RuleError(std::string{part} + '=' + std::string{value.substr(0, 40)} +
                  " is not possible. " + std::string{right});
}

std::optional<int> whole(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('+')) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

template <std::size_t N>
std::optional<int> index_of(std::string_view word, const std::array<std::string_view, N>& words) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<int>(found - words.begin());
}

/// "a,b,c" piece by piece.
template <class Take>
void each(std::string_view list, char separator, const Take& take) {
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = list.find(separator);
    take(list.substr(0, end));
    if (end != std::string_view::npos) list.remove_prefix(end + 1);
  }
}

int number(std::string_view part, std::string_view value, int most) {
  const auto read = whole(value);
  if (!read || *read < 1 || *read > most)
    refuse(part, value, "Write a number from 1 to " + std::to_string(most) + '.');
  return *read;
}

/// Numbers from 1 to `most`, and if `backwards` also from -1 to -most.
std::vector<int> numbers(std::string_view part, std::string_view value, int most, bool backwards) {
  std::vector<int> all;
  each(value, ',', [&](std::string_view text) {
    const auto read = whole(text);
    if (!read || *read == 0 || *read > most || *read < (backwards ? -most : 1))
      refuse(part, value,
             "Write numbers from 1 to " + std::to_string(most) +
                 (backwards ? ", or with a minus to count from the end." : "."));
    all.push_back(*read);
  });
  return all;
}

std::vector<RuleParts::Day> days(std::string_view value) {
  std::vector<RuleParts::Day> all;
  each(value, ',', [&](std::string_view text) {
    const auto split = text.size() - std::min<std::size_t>(text.size(), 2);
    const auto weekday = index_of(text.substr(split), kWeekdays);
    const auto nth = split == 0 ? 0 : whole(text.substr(0, split)).value_or(99);
    if (!weekday || nth < -53 || nth > 53 || (nth == 0 && split != 0))
      refuse("BYDAY", value, "Write MO, TU, WE, TH, FR, SA, SU, or for example 2TU or -1FR.");
    all.push_back({nth, *weekday});
  });
  return all;
}

/// "20261231" or "20261231T180000".
WallTime until(std::string_view value) {
  const auto digits = [&](std::size_t at, std::size_t size) {
    int read = 0;
    for (const char c : value.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      read = read * 10 + (c - '0');
    }
    return read;
  };
  const bool has_time = value.size() == 15 && value[8] == 'T';
  if (has_time || value.size() == 8) {
    const int date = digits(0, 8);
    const int hour = has_time ? digits(9, 2) : 23;
    const int minute = has_time ? digits(11, 2) : 59;
    const int second = has_time ? digits(13, 2) : 0;
    const std::string iso{std::string{value.substr(0, 4)} + '-' + std::string{value.substr(4, 2)} +
                          '-' + std::string{value.substr(6, 2)}};
    const auto day = date > 0 ? CivilDay::parse(iso) : std::nullopt;
    if (day && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 61)
      return {*day, hour * 60 + minute};
  }
  refuse("UNTIL", value,
         "Write the last day, for example 20261231, or its wall time, 20261231T180000.");
}

/// The most days that the rule can choose in one week, month or year.
int most_chosen(const RuleParts& rule) {
  int most = 366;
  if (!rule.month_days.empty()) most = static_cast<int>(rule.month_days.size());
  if (!rule.days.empty()) {
    int weekdays = 0;
    for (const auto& day : rule.days)
      weekdays += day.nth || rule.frequency == Frequency::kWeekly ? 1 : 5;
    most = std::min(most, weekdays);
  }
  return rule.frequency == Frequency::kYearly ? 12 * most : most;
}

void check_positions(const RuleParts& rule) {
  if (rule.frequency == Frequency::kDaily)
    throw RuleError("BYSETPOS cannot choose within one day. Leave it out.");
  if (rule.days.empty() && rule.month_days.empty())
    throw RuleError("BYSETPOS chooses among days. Say with BYDAY among which.");
  const int most = most_chosen(rule);
  if (std::ranges::none_of(rule.positions, [&](int nth) { return std::abs(nth) <= most; }))
    throw RuleError("BYSETPOS counts further than there are days. Write at most " +
                    std::to_string(most) + '.');
}

void check(const RuleParts& rule) {
  const bool by_month = rule.frequency == Frequency::kMonthly;
  const bool by_year = rule.frequency == Frequency::kYearly;
  if (rule.count && rule.until)
    throw RuleError("A rule ends by COUNT or by UNTIL, not by both. Leave one out.");
  const bool ordinal = std::ranges::any_of(rule.days, [](const auto& day) { return day.nth; });
  if (ordinal && !by_month && !by_year)
    throw RuleError("A day such as 2TU needs FREQ=MONTHLY or FREQ=YEARLY. Write TU otherwise.");
  if (ordinal && !rule.month_days.empty())
    throw RuleError("A day such as 2TU and BYMONTHDAY exclude each other. Leave one out.");
  const int most = by_month || !rule.months.empty() ? 5 : 53;
  for (const auto& day : rule.days)
    if (day.nth > most || day.nth < -most)
      throw RuleError("A month has at most five of each weekday. Write 1 to 5, or -1 to -5.");
  if (!rule.month_days.empty() && rule.frequency == Frequency::kWeekly)
    throw RuleError("BYMONTHDAY needs FREQ=MONTHLY. A week has no such days.");
  if (!rule.positions.empty()) check_positions(rule);
  const auto exists = [&](int day) {
    return rule.months.empty() || std::ranges::any_of(rule.months, [&](int month) {
             return std::abs(day) <= kLongestMonth[static_cast<std::size_t>(month - 1)];
           });
  };
  if (!rule.month_days.empty() && std::ranges::none_of(rule.month_days, exists))
    throw RuleError("None of these months has such a day. Change BYMONTHDAY or BYMONTH.");
}

template <class T>
void sort(std::vector<T>& list) {
  std::ranges::sort(list);
  list.erase(std::ranges::unique(list).begin(), list.end());
}

void append(std::string& text, std::string_view part, const std::vector<int>& values) {
  if (values.empty()) return;
  text.append(";").append(part).append("=");
  for (std::size_t i = 0; i < values.size(); ++i)
    text.append(i ? "," : "").append(std::to_string(values[i]));
}

std::string canonical(const RuleParts& rule) {
  std::string text = "FREQ=" + std::string{kFrequencies[static_cast<std::size_t>(rule.frequency)]};
  if (rule.interval > 1) text += ";INTERVAL=" + std::to_string(rule.interval);
  if (rule.count) text += ";COUNT=" + std::to_string(rule.count);
  if (rule.until) {
    std::array<char, 40> time{};
    std::snprintf(time.data(), time.size(), ";UNTIL=%08dT%02d%02d00", rule.until->date.number(),
                  rule.until->minutes / 60, rule.until->minutes % 60);
    text += time.data();
  }
  append(text, "BYMONTH", rule.months);
  append(text, "BYMONTHDAY", rule.month_days);
  for (std::size_t i = 0; i < rule.days.size(); ++i) {
    text += i ? "," : ";BYDAY=";
    if (rule.days[i].nth) text += std::to_string(rule.days[i].nth);
    text += kWeekdays[static_cast<std::size_t>(rule.days[i].weekday)];
  }
  append(text, "BYSETPOS", rule.positions);
  if (rule.week_start)
    text.append(";WKST=").append(kWeekdays[static_cast<std::size_t>(rule.week_start)]);
  return text;
}

}  // namespace

WallTime operator+(WallTime time, int minutes) {
  const int total = time.minutes + minutes;
  const int days = total / kDayMinutes - (total % kDayMinutes < 0 ? 1 : 0);
  return {time.date.next(days), total - days * kDayMinutes};
}

int operator-(WallTime a, WallTime b) {
  return static_cast<int>((a.date.days() - b.date.days()).count()) * kDayMinutes + a.minutes -
         b.minutes;
}

Rule::Rule(RuleParts parts) : parts_(std::move(parts)) {
  sort(parts_.days);
  sort(parts_.month_days);
  sort(parts_.months);
  sort(parts_.positions);
  check(parts_);
  text_ = canonical(parts_);
}

Rule Rule::parse(std::string_view rfc5545) {
  if (rfc5545.size() > kLongest)
    throw RuleError("The rule is too long. Write at most 1000 letters.");
  std::string upper{rfc5545};
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');

  RuleParts rule;
  std::set<std::string_view> seen;
  each(upper, ';', [&](std::string_view piece) {
    const auto equals = piece.find('=');
    if (equals == std::string_view::npos)
      throw RuleError('"' + std::string{piece.substr(0, 40)} +
                      "\" is not a part of a rule. Write for example FREQ=WEEKLY;BYDAY=TU.");
    const std::string_view part = piece.substr(0, equals);
    const std::string_view value = piece.substr(equals + 1);
    if (!seen.insert(part).second)
      throw RuleError(std::string{part.substr(0, 40)} + " stands there twice. Write it once.");
    if (part == "FREQ") {
      const auto frequency = index_of(value, kFrequencies);
      if (!frequency) refuse(part, value, "Write DAILY, WEEKLY, MONTHLY or YEARLY.");
      rule.frequency = static_cast<Frequency>(*frequency);
    } else if (part == "INTERVAL") {
      rule.interval = number(part, value, kMostInterval);
    } else if (part == "COUNT") {
      rule.count = number(part, value, kMostCount);
    } else if (part == "UNTIL") {
      rule.until = until(value);
    } else if (part == "BYDAY") {
      rule.days = days(value);
    } else if (part == "BYMONTHDAY") {
      rule.month_days = numbers(part, value, 31, true);
    } else if (part == "BYMONTH") {
      rule.months = numbers(part, value, 12, false);
    } else if (part == "BYSETPOS") {
      rule.positions = numbers(part, value, 366, true);
    } else if (part == "WKST") {
      const auto weekday = index_of(value, kWeekdays);
      if (!weekday) refuse(part, value, "Write the first day of the week, for example MO.");
      rule.week_start = *weekday;
    } else {
      throw RuleError(std::string{part.substr(0, 40)} +
                      " is not kept here. Use FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, "
                      "BYMONTH, BYSETPOS and WKST.");
    }
  });
  if (!seen.contains("FREQ"))
    throw RuleError("The rule does not say how often. Write for example FREQ=WEEKLY;BYDAY=TU.");
  return Rule{rule};
}

}  // namespace sveiki
