// SPDX-License-Identifier: EUPL-1.2
#include "base/time.h"

#include <date/date.h>
#include <date/tz.h>

#include <array>
#include <charconv>
#include <cstdio>

namespace sveiki {
namespace {

constexpr Millis kDayBegins = std::chrono::hours{4};

const date::time_zone* find_zone(const std::string& zone) {
  return date::locate_zone(zone);
}

/// Digits at the front of `text`, exactly `width` of them; eats them.
std::optional<int> eat_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool eat(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

CivilDay::CivilDay(int year, unsigned month, unsigned day)
    : days_(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)) {}

int CivilDay::number() const {
  const auto ymd = date();
  return static_cast<int>(ymd.year()) * 10000 + static_cast<int>(unsigned{ymd.month()}) * 100 +
         static_cast<int>(unsigned{ymd.day()});
}

CivilDay CivilDay::from_number(int n) {
  return {n / 10000, static_cast<unsigned>(n / 100 % 100), static_cast<unsigned>(n % 100)};
}

int CivilDay::year() const {
  return static_cast<int>(date().year());
}

std::string CivilDay::iso() const {
  const int n = number();
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", n / 10000, n / 100 % 100, n % 100);
  return text.data();
}

std::optional<CivilDay> CivilDay::parse(std::string_view text) {
  const auto year = eat_digits(text, 4);
  if (!year || !eat(text, '-')) return std::nullopt;
  const auto month = eat_digits(text, 2);
  if (!month || !eat(text, '-')) return std::nullopt;
  const auto day = eat_digits(text, 2);
  if (!day || !text.empty()) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{*year},
                                        std::chrono::month{static_cast<unsigned>(*month)},
                                        std::chrono::day{static_cast<unsigned>(*day)}};
  if (!ymd.ok()) return std::nullopt;
  return CivilDay{std::chrono::sys_days{ymd}};
}

bool zone_exists(std::string_view zone) {
  try {
    return find_zone(std::string{zone}) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

LocalTime local_time(Instant instant, const std::string& zone) {
  const date::sys_time<Millis> utc{Millis{instant.ms}};
  const auto local = find_zone(zone)->to_local(utc);
  const auto midnight = date::floor<date::days>(local);
  const auto since = std::chrono::floor<std::chrono::seconds>(local - midnight).count();
  return {CivilDay{std::chrono::sys_days{std::chrono::days{midnight.time_since_epoch().count()}}},
          static_cast<int>(since / 60), static_cast<int>(since % 60)};
}

Instant instant_of(CivilDay day, int minutes, const std::string& zone) {
  const date::local_time<Millis> local{
      Millis{std::chrono::days{day.days().time_since_epoch().count()}} +
      std::chrono::minutes{minutes}};
  const auto utc = find_zone(zone)->to_sys(local, date::choose::earliest);
  return {utc.time_since_epoch().count()};
}

CivilDay civil_day(Instant instant, const std::string& zone) {
  return local_time(instant - kDayBegins, zone).date;
}

std::string clock_text(int minutes) {
  const std::string rest = std::to_string(minutes % 60);
  return std::to_string(minutes / 60 % 24) + (rest.size() == 1 ? ".0" : ".") + rest;
}

std::string iso_utc(Instant instant) {
  const date::sys_time<Millis> utc{Millis{instant.ms}};
  return date::format("%Y-%m-%dT%H:%M:%SZ", date::floor<std::chrono::seconds>(utc));
}

std::optional<Instant> parse_instant(std::string_view text, const std::string& zone) {
  if (text.size() < 16 || text[10] != 'T') return std::nullopt;
  const auto day = CivilDay::parse(text.substr(0, 10));
  text.remove_prefix(11);
  const auto hour = eat_digits(text, 2);
  if (!day || !hour || *hour > 23 || !eat(text, ':')) return std::nullopt;
  const auto minute = eat_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int seconds = 0;
  if (eat(text, ':')) {
    const auto s = eat_digits(text, 2);
    if (!s || *s > 59) return std::nullopt;
    seconds = *s;
  }
  const int minutes = *hour * 60 + *minute;
  const Millis extra = std::chrono::seconds{seconds};
  if (text.empty()) return instant_of(*day, minutes, zone) + extra;
  const Instant utc{Millis{std::chrono::days{day->days().time_since_epoch().count()}}.count() +
                    Millis{std::chrono::minutes{minutes}}.count() + extra.count()};
  if (text == "Z") return utc;
  const int sign = text.front() == '-' ? -1 : 1;
  if (!eat(text, '+') && !eat(text, '-')) return std::nullopt;
  const auto oh = eat_digits(text, 2);
  eat(text, ':');
  const auto om = eat_digits(text, 2);
  if (!oh || !om || !text.empty()) return std::nullopt;
  return utc - Millis{std::chrono::minutes{sign * (*oh * 60 + *om)}};
}

std::optional<Millis> parse_duration(std::string_view text) {
  if (!eat(text, 'P') || text.empty()) return std::nullopt;
  Millis total{0};
  bool in_time = false;
  while (!text.empty()) {
    if (!in_time && eat(text, 'T')) {
      in_time = true;
      if (text.empty()) return std::nullopt;
      continue;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // A thousand years is more than anybody waits, and keeps the sum far from overflow.
    if (error != std::errc{} || value < 0 || value > 31'557'600'000) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) return std::nullopt;
    const char unit = text.front();
    text.remove_prefix(1);
    if (!in_time && unit == 'W')
      total += std::chrono::days{7 * value};
    else if (!in_time && unit == 'D')
      total += std::chrono::days{value};
    else if (in_time && unit == 'H')
      total += std::chrono::hours{value};
    else if (in_time && unit == 'M')
      total += std::chrono::minutes{value};
    else if (in_time && unit == 'S')
      total += std::chrono::seconds{value};
    else
      return std::nullopt;
  }
  return total;
}

}  // namespace sveiki
