// SPDX-License-Identifier: EUPL-1.2
/// Three kinds of time that do not mix: an Instant dates a fact, a Moment measures waiting,
/// a CivilDay is what counts are kept by. Plus the one function that makes a CivilDay.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sveiki {

using Millis = std::chrono::milliseconds;

/// A point of wall time: milliseconds since 1970-01-01T00:00:00Z. May jump when a clock is set.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};
inline Instant operator+(Instant i, Millis d) {
  return {i.ms + d.count()};
}
inline Instant operator-(Instant i, Millis d) {
  return {i.ms - d.count()};
}
inline Millis operator-(Instant a, Instant b) {
  return Millis{a.ms - b.ms};
}

/// A point of steady time: milliseconds since some start. Never goes back, means no date.
struct Moment {
  std::int64_t ms = 0;
  auto operator<=>(const Moment&) const = default;
};
inline Moment operator+(Moment m, Millis d) {
  return {m.ms + d.count()};
}
inline Millis operator-(Moment a, Moment b) {
  return Millis{a.ms - b.ms};
}

/// The day a fact belongs to, as the centre's people would say it. A calendar date, no zone.
class CivilDay {
 public:
  CivilDay() = default;
  explicit CivilDay(std::chrono::sys_days days) : days_(days) {}
  CivilDay(int year, unsigned month, unsigned day);

  /// 2026-11-23 as 20261123: the form in which the database keeps it.
  int number() const;
  /// 2026-11 as 202611.
  int month_number() const { return number() / 100; }
  static CivilDay from_number(int yyyymmdd);

  /// "2026-11-23"; `parse` answers nothing for anything else, or for a day that does not exist.
  std::string iso() const;
  static std::optional<CivilDay> parse(std::string_view iso);

  int year() const;
  std::chrono::weekday weekday() const { return std::chrono::weekday{days_}; }
  std::chrono::year_month_day date() const { return {days_}; }
  std::chrono::sys_days days() const { return days_; }
  CivilDay next(int days = 1) const { return CivilDay{days_ + std::chrono::days{days}}; }
  auto operator<=>(const CivilDay&) const = default;

 private:
  std::chrono::sys_days days_{};
};

/// Wall time as the clock of one zone shows it.
struct LocalTime {
  CivilDay date;    ///< the calendar date, midnight to midnight
  int minutes = 0;  ///< since midnight, 0 to 1439
  int seconds = 0;  ///< 0 to 59
  int hour() const { return minutes / 60; }
  int minute() const { return minutes % 60; }
};

/// "14.30": minutes since midnight as clocks are read here. 24 hours everywhere.
std::string clock_text(int minutes);

/// True if the system knows this IANA zone ("Europe/Riga").
bool zone_exists(std::string_view zone);

/// What the clock of `zone` shows at `instant`. Throws std::runtime_error for an unknown zone.
LocalTime local_time(Instant instant, const std::string& zone);

/// The instant at which the clock of `zone` shows this. An hour that is skipped gives the instant
/// of the change; one that comes twice gives the first. Throws for an unknown zone.
Instant instant_of(CivilDay date, int minutes, const std::string& zone);

/// The civil day of a fact: the local date of wall time minus 4 hours, so that an evening that
/// ends after midnight stays one day.
CivilDay civil_day(Instant instant, const std::string& zone);

/// "2026-11-23T10:05:00Z", for logs and the audit.
std::string iso_utc(Instant instant);

/// Reads "2026-11-23T10:05", with optional seconds and optional "Z" or "+02:00". Without an offset
/// it is a time of `zone`. Nothing if it cannot be read.
std::optional<Instant> parse_instant(std::string_view iso, const std::string& zone);

/// Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds ("PT10S", "P1DT2H").
std::optional<Millis> parse_duration(std::string_view iso);

}  // namespace sveiki
