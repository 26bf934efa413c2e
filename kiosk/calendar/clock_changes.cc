// SPDX-License-Identifier: EUPL-1.2
#include "calendar/clock_changes.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

#include "base/time.h"

namespace sveiki::calendar {
namespace {

constexpr std::array<const char*, 7> kWeekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
// As many years must go by the same rule before it is said to go on.
constexpr int kYearsAhead = 5;

/// How a clock is changed once a year: "on the last Sunday of March at 3.00 from +2 to +3 hours".
struct Change {
  unsigned month = 1;
  unsigned weekday = 0;  ///< 0 is Sunday
  int nth = 1;           ///< -1: the last
  int minutes = 0;       ///< on the clock before the change
  int before = 0;        ///< minutes ahead of UTC
  int after = 0;
  auto operator<=>(const Change&) const = default;
};

/// The same change in these years, every one between them.
struct Years {
  CivilDay first;
  CivilDay last;
};

int ahead_of_utc(Instant instant, const std::string& zone) {
  const LocalTime there = local_time(instant, zone);
  const auto shown = there.date.days().time_since_epoch() + std::chrono::minutes{there.minutes};
  return static_cast<int>((shown - std::chrono::floor<std::chrono::minutes>(Millis{instant.ms})) /
                          std::chrono::minutes{1});
}

/// The first minute of the day after `from` at which the clock is another than at `from`.
Instant moment_of_change(Instant from, int before, const std::string& zone) {
  Instant same = from;
  Instant other = from + std::chrono::hours{24};
  while (other - same > std::chrono::minutes{1}) {
    const auto half = std::chrono::floor<std::chrono::minutes>((other - same) / 2);
    const Instant middle = same + half;
    (ahead_of_utc(middle, zone) == before ? same : other) = middle;
  }
  return other;
}

std::string offset(int minutes) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%c%02d%02d", minutes < 0 ? '-' : '+',
                std::abs(minutes) / 60, std::abs(minutes) % 60);
  return text.data();
}

std::string local(CivilDay day, int minutes) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%08dT%02d%02d00", day.number(), minutes / 60,
                minutes % 60);
  return text.data();
}

void write(Writer& writer, const Change& change, const Years& years, bool goes_on) {
  const char* const kind = change.after > change.before ? "DAYLIGHT" : "STANDARD";
  writer.line("BEGIN", kind);
  writer.line("DTSTART", local(years.first, change.minutes));
  writer.line("TZOFFSETFROM", offset(change.before));
  writer.line("TZOFFSETTO", offset(change.after));
  std::string rule = "FREQ=YEARLY;BYMONTH=" + std::to_string(change.month) +
                     ";BYDAY=" + std::to_string(change.nth) + kWeekdays[change.weekday];
  if (!goes_on) {
    const Instant last = instant_of(years.last, change.minutes - change.before, "Etc/UTC");
    const LocalTime utc = local_time(last, "Etc/UTC");
    rule += ";UNTIL=" + local(utc.date, utc.minutes) + 'Z';
  }
  if (goes_on || years.first != years.last) writer.line("RRULE", rule);
  writer.line("END", kind);
}

}  // namespace

void write_zone(Writer& writer, const std::string& zone, int from, int now_year) {
  writer.line("BEGIN", "VTIMEZONE");
  writer.line("TZID", zone);
  writer.line("X-LIC-LOCATION", zone);
  // From the year before: so that each day has a change behind it.
  const int last_year = std::max(from, now_year) + kYearsAhead;
  Instant day = instant_of(CivilDay{from - 1, 1, 1}, 0, "Etc/UTC");
  const Instant end = instant_of(CivilDay{last_year + 1, 1, 1}, 0, "Etc/UTC");
  int before = ahead_of_utc(day, zone);
  std::map<Change, Years> going_on;
  const int first_offset = before;
  bool changed = false;
  for (; day < end; day = day + std::chrono::hours{24}) {
    const int after = ahead_of_utc(day + std::chrono::hours{24}, zone);
    if (after == before) continue;
    changed = true;
    const Instant at = moment_of_change(day, before, zone);
    const LocalTime shown = local_time(at + std::chrono::minutes{before}, "Etc/UTC");
    const unsigned date = unsigned{shown.date.date().day()};
    const Change change{unsigned{shown.date.date().month()},
                        shown.date.weekday().c_encoding(),
                        date > 24 ? -1 : static_cast<int>((date - 1) / 7 + 1),
                        shown.minutes,
                        before,
                        after};
    const auto known = going_on.find(change);
    if (known != going_on.end() && known->second.last.year() + 1 == shown.date.year()) {
      known->second.last = shown.date;
    } else {
      if (known != going_on.end()) write(writer, change, known->second, false);
      going_on[change] = {shown.date, shown.date};
    }
    before = after;
  }
  for (const auto& [change, years] : going_on)
    write(writer, change, years, years.last.year() == last_year);
  if (!changed) {
    writer.line("BEGIN", "STANDARD");
    writer.line("DTSTART", "19700101T000000");
    writer.line("TZOFFSETFROM", offset(first_offset));
    writer.line("TZOFFSETTO", offset(first_offset));
    writer.line("END", "STANDARD");
  }
  writer.line("END", "VTIMEZONE");
}

}  // namespace sveiki::calendar
