// SPDX-License-Identifier: EUPL-1.2
#include "calendar/reading.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "calendar/text.h"

namespace sveiki::calendar {
namespace {

constexpr int kShortest = 5;
constexpr int kLongest = 24 * 60;
constexpr int kMostPlaces = 500;
constexpr std::size_t kLongestLeader = 60;
// More days than a series has in the years that are looked at.
constexpr std::size_t kMostDays = 2000;

std::string in_quotes(std::string_view text) {
  return '"' + shortened(text, 60) + '"';
}

Time time_at(WallTime when, const std::string& zone) {
  return {when.date, when.minutes * 60, zone};
}

/// "20261231T215959Z" as a time in UTC.
std::optional<Time> utc_time(std::string_view text) {
  int date = 0, time = 0;
  if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return std::nullopt;
  const auto digits = [&](std::size_t from, std::size_t to, int& value) {
    const auto [end, error] = std::from_chars(text.data() + from, text.data() + to, value);
    return error == std::errc{} && end == text.data() + to;
  };
  if (!digits(0, 8, date) || !digits(9, 15, time)) return std::nullopt;
  const auto day =
      CivilDay::parse(std::string{text.substr(0, 4)} + '-' + std::string{text.substr(4, 2)} + '-' +
                      std::string{text.substr(6, 2)});
  if (!day || time > 235959 || time / 100 % 100 > 59) return std::nullopt;
  return Time{*day, (time / 10000 * 60 + time / 100 % 100) * 60, "Z"};
}

/// Several whole days without a rule are a session each.
std::vector<std::string> rules_of_days(const Event& event, const std::vector<std::string>& rules) {
  const int days = whole_days(event);
  if (days == 1) return rules;
  if (!rules.empty()) throw NotKept("It has a rule, and lasts several days each time.");
  return {"FREQ=DAILY;COUNT=" + std::to_string(days)};
}

std::optional<Slots> slots_of(const std::string& text, int& whole) {
  Slots slots;
  if (std::sscanf(text.c_str(), "%4d/%4d/%4d", &slots.length, &slots.pause, &whole) != 3)
    return std::nullopt;
  const bool fits =
      slots.length >= kShortest && slots.pause >= 0 && whole >= slots.length && whole <= kLongest;
  return fits ? std::optional{slots} : std::nullopt;
}

}  // namespace

int whole_days(const Event& event) {
  constexpr int kDay = 24 * 60 * 60;
  constexpr int kMost = 366;
  int days = 1;
  if (event.end && !event.end->whole_day())
    throw NotKept("It begins with a day and ends at a time. Give it two days or two times.");
  if (event.end)
    days = static_cast<int>((event.end->date.days() - event.start->date.days()).count());
  else if (event.duration)
    days = (*event.duration + (*event.duration > 0 ? kDay - 1 : 1 - kDay)) / kDay;
  if (days < 0) throw NotKept("It ends before it begins.");
  if (days > kMost)
    throw NotKept("It lasts " + std::to_string(days) + " days. A year is the most.");
  // Its end is the day after; some write the day itself.
  return std::max(days, 1);
}

const std::vector<OpenHours>& Reading::hours_on(CivilDay day) const {
  return centre_.hours[day.weekday().iso_encoding() - 1];
}

std::string Reading::activity(const Event& event) const {
  if (event.activity && centre_.activity(*event.activity)) return *event.activity;
  std::string id = names_.activity(event.summary);
  if (!id.empty()) return id;
  if (event.summary.empty()) throw NotKept("It has no title, so nobody knows what it is.");
  const std::string title = shortened(event.summary, 60);
  throw NotKept(
      "No activity is called so. Add it to the centre's file, or say which one it is: "
      "--as \"" +
      title + "=clay\".");
}

/// Empty where it is the activity's own.
std::string Reading::room(const Event& event, Remarks& remarks) const {
  if (event.location.empty()) return {};
  std::string id = names_.room(event.location);
  if (id.empty()) remarks.push_back("No room is called " + in_quotes(event.location) + '.');
  const Activity* activity = centre_.activity(this->activity(event));
  return activity && activity->room == id ? std::string{} : id;
}

WallTime Reading::wall(const Time& time, WallTime begin) {
  // A whole day stands for whatever the event has on it: so some write EXDATE.
  if (time.whole_day()) return {time.date, begin.minutes};
  if (const auto wall = zones_.wall(time)) return *wall;
  throw NotKept("There is no time zone " + in_quotes(time.zone) + ". Choose " +
                in_quotes(centre_.zone) + " in the calendar.");
}

int Reading::minutes(const Event& event) {
  int length = event.duration.value_or(0) / 60;
  if (event.end && !event.end->whole_day()) {
    // On the clock of the event, where that is one: a night of 25 hours does not last longer.
    if (event.end->zone == event.start->zone)
      length = WallTime{event.end->date, event.end->seconds / 60} -
               WallTime{event.start->date, event.start->seconds / 60};
    else
      length = wall(*event.end, {}) - wall(*event.start, {});
  } else if (!event.duration) {
    throw NotKept("It has no end. Write until when it lasts.");
  }
  if (length < kShortest || length > kLongest)
    throw NotKept("It lasts " + std::to_string(length) +
                  " minutes. A session lasts from 5 minutes to a day.");
  return length;
}

Rule Reading::rule(const std::vector<std::string>& rules, const Time& start) {
  if (rules.empty()) return {};
  if (rules.size() > 1) throw NotKept("It has two rules. Make two events of it.");
  std::string written = rules.front();
  constexpr std::string_view kUntil = "UNTIL=";
  if (const auto at = written.find(kUntil); at != std::string::npos) {
    const auto from = at + kUntil.size();
    const auto size = std::min(written.find(';', from), written.size()) - from;
    const std::string end = written.substr(from, size);
    // Calendars give it in UTC; we want what the clock on the wall shows then.
    if (const auto utc = utc_time(end)) {
      const WallTime last = wall(start.zone.empty() ? Time{utc->date, utc->seconds, ""} : *utc, {});
      char local[24];
      std::snprintf(local, sizeof local, "%08dT%02d%02d00", last.date.number(), last.minutes / 60,
                    last.minutes % 60);
      written.replace(from, size, local);
    }
  }
  try {
    return Rule::parse(written);
  } catch (const RuleError& error) {
    throw NotKept(error.what());
  }
}

/// Whether our clock shows the same at each session, in summer and in winter.
bool Reading::same_all_year(const Series& series, const Time& start) {
  const std::string zone = zones_.resolved(start.zone).value_or("");
  if (series.rule.once() || zones_.as_at_home(zone)) return true;
  const WallTime there{start.date, start.seconds / 60};
  const int ahead = series.start - there;
  // A rule for Tuesdays would be one for Wednesdays here.
  if (series.start.date != there.date) return false;
  const CivilDay from = std::max(start.date, today_.next(-366));
  const auto days =
      occurrences(series.rule, there, from, std::max(from, today_).next(3 * 366), kMostDays);
  return std::ranges::all_of(
      days, [&](WallTime day) { return wall(time_at(day, start.zone), {}) - day == ahead; });
}

/// The same, from the first opening of the door on its first day to the last closing.
Event Reading::over_opening_hours(const Event& event) const {
  const CivilDay day = event.start->date;
  const auto& hours = hours_on(day);
  if (hours.empty()) throw NotKept("The centre is not open on " + day.iso() + '.');
  Event timed = event;
  timed.start->seconds = hours.front().from * 60;
  timed.end.reset();
  timed.duration = (hours.back().to - hours.front().from) * 60;
  return timed;
}

/// A series takes place at the same time on each of its days.
void Reading::refuse_other_hours(const Series& series, const std::vector<Time>& off) const {
  const OpenHours hours{series.start.minutes, series.start.minutes + series.duration};
  const CivilDay end = std::max(series.start.date, today_).next(366);
  bool open = false;
  for (const WallTime start : originals(series, series.start.date, end)) {
    if (std::ranges::find(off, start.date, &Time::date) != off.end()) continue;
    const auto& that_day = hours_on(start.date);
    if (that_day.empty())
      throw NotKept("The centre is not open on " + start.date.iso() + ". Give it its days.");
    if (OpenHours{that_day.front().from, that_day.back().to} != hours)
      throw NotKept("The centre opens at other hours on " + start.date.iso() + ". Give it a time.");
    open = open || planned_open(centre_, start.date);
  }
  if (!open) throw NotKept("The centre is closed then.");
}

Series Reading::series(const Event& event, const std::vector<std::string>& rules,
                       const Series* known, Remarks& remarks) {
  if (!event.start) throw NotKept("It does not say when it begins.");
  if (event.start->whole_day()) {
    Series open = series(over_opening_hours(event), rules_of_days(event, rules), known, remarks);
    refuse_other_hours(open, event.except);
    return open;
  }
  Series series;
  if (known) series = *known;
  series.exceptions.clear();
  series.extra.clear();
  series.start = wall(*event.start, {});
  series.activity = activity(event);
  if (const std::string found = room(event, remarks);
      !known || !found.empty() || known->room != centre_.activity(series.activity)->room)
    series.room = found;
  // Of our own making: what it does not say, there is not.
  if (event.activity) {
    series.leader = shortened(event.leader.value_or(""), kLongestLeader);
    series.slots.reset();
  }
  if (event.format) series.format = format_named(*event.format).value_or(series.format);
  if (event.places && *event.places >= 0 && *event.places <= kMostPlaces)
    series.places = *event.places;
  const int length = minutes(event);
  int whole = known && known->slots ? known->duration : length;
  if (event.slots) series.slots = slots_of(*event.slots, whole);
  series.duration = series.slots ? whole : length;
  series.rule = rule(rules, *event.start);
  if (!same_all_year(series, *event.start))
    throw NotKept("In " + std::string{event.start->zone == "Z" ? "UTC" : event.start->zone} +
                  " it begins at another time here in summer than in winter, or on another day. "
                  "Choose " +
                  in_quotes(centre_.zone) + " in the calendar.");
  for (const Time& time : event.extra) series.extra.push_back(wall(time, series.start));
  std::ranges::sort(series.extra);
  series.extra.erase(std::ranges::unique(series.extra).begin(), series.extra.end());
  for (const Time& time : event.except)
    series.exceptions.push_back({.original = wall(time, series.start), .cancelled = true});
  for (const std::string& odd : event.odd) remarks.push_back("Not kept: " + odd + '.');
  return series;
}

std::optional<Exception> Reading::exception(const Event& event, const Series& series,
                                            WallTime begin, Remarks& remarks) {
  const WallTime original = wall(*event.original, begin);
  const std::string day = original.date.iso();
  if (!occurrence_of(series, original)) {
    remarks.push_back("It changes " + day + ", a day on which it does not take place.");
    return std::nullopt;
  }
  const Exception cancelled{.original = original, .cancelled = true};
  if (event.cancelled) return cancelled;
  try {
    if (!event.start) throw NotKept("It has no time.");
    if (event.start->whole_day())
      return exception(over_opening_hours(event), series, begin, remarks);
    if (activity(event) != series.activity) throw NotKept("It is another activity.");
    Exception moved{.original = original,
                    .start = wall(*event.start, begin),
                    .duration = minutes(event),
                    .room = room(event, remarks)};
    if (moved.start == original && moved.duration == session_length(series)) {
      moved.start = {};
      moved.duration = 0;
    }
    if (moved.room == series.room) moved.room.clear();
    if (moved.duration == 0 && moved.room.empty()) return std::nullopt;
    return moved;
  } catch (const NotKept& why) {
    // Better nothing than something else than what is meant.
    remarks.push_back("On " + day + " it is cancelled here. " + why.what());
    return cancelled;
  }
}

}  // namespace sveiki::calendar
