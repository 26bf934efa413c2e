// SPDX-License-Identifier: EUPL-1.2
#include "calendar/export.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "calendar/clock_changes.h"
#include "calendar/outlook.h"
#include "calendar/text.h"
#include "calendar/writer.h"

namespace sveiki::calendar {
namespace {

std::string written(WallTime when) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%08dT%02d%02d00", when.date.number(), when.minutes / 60,
                when.minutes % 60);
  return text.data();
}

std::string written_in_utc(Instant instant) {
  const LocalTime utc = local_time(instant, "Etc/UTC");
  return written({utc.date, utc.minutes}) + 'Z';
}

class Exporter {
 public:
  Exporter(const Centre& centre, const std::string& language, Instant now)
      : centre_(centre), language_(language), stamp_(written_in_utc(now)) {}

  void write(const Entry& entry);
  void write(const Announcement& days);
  Exported finish(const std::vector<Entry>& entries, int this_year);

 private:
  void write_slot(const Entry& entry, const std::string& uid, int slot);
  void write_one_time(const Entry& entry, const std::string& uid, const OneTime& time,
                      const Exception* exception);
  void write_rule(const Rule& rule);
  void begin(const std::string& uid, int sequence);
  void begin(const Entry& entry, const std::string& uid, WallTime start, int duration,
             std::string_view room);
  void time(const std::string& name, WallTime when) {
    events_.line(name + ";TZID=" + centre_.zone, written(when));
  }
  void day(const std::string& name, CivilDay when) {
    events_.line(name + ";VALUE=DATE", std::to_string(when.number()));
  }

  const Centre& centre_;
  const std::string& language_;
  std::string stamp_;
  Writer events_;
  Exported result_;
};

void Exporter::begin(const std::string& uid, int sequence) {
  events_.line("BEGIN", "VEVENT");
  events_.text("UID", uid);
  events_.line("SEQUENCE", std::to_string(sequence));
  events_.line("DTSTAMP", stamp_);
}

/// What every event of a series has, whether it is the series or a session of one that is moved.
void Exporter::begin(const Entry& entry, const std::string& uid, WallTime start, int duration,
                     std::string_view room) {
  const Series& series = entry.series;
  const Activity* activity = centre_.activity(series.activity);
  begin(uid, entry.sequence);
  time("DTSTART", start);
  time("DTEND", start + duration);
  events_.text("SUMMARY", activity ? activity->name.in(language_) : series.activity);
  const Room* where = centre_.room(!room.empty()          ? room
                                   : !series.room.empty() ? series.room
                                   : activity             ? activity->room
                                                          : "");
  if (where) events_.text("LOCATION", where->name.in(language_));
  if (!series.leader.empty()) events_.text("DESCRIPTION", series.leader);
  events_.text("X-SVEIKI-ACTIVITY", series.activity);
  if (series.slots)
    events_.line("X-SVEIKI-SLOTS", std::to_string(series.slots->length) + '/' +
                                       std::to_string(series.slots->pause) + '/' +
                                       std::to_string(series.duration));
}

void Exporter::write_rule(const Rule& rule) {
  if (rule.once()) return;
  std::string text = rule.text();
  // With a zone the RFC wants the end in UTC.
  if (const auto until = rule.parts().until) {
    const std::string wall = written(*until);
    const Instant end = instant_of(until->date, until->minutes, centre_.zone);
    text.replace(text.find(wall), wall.size(), written_in_utc(end));
  }
  events_.line("RRULE", text);
}

void Exporter::write_slot(const Entry& entry, const std::string& uid, int slot) {
  const Series& series = entry.series;
  const int later = series.slots ? slot * step_of(*series.slots) : 0;
  const int length = session_length(series);
  begin(entry, uid, series.start + later, length, "");
  write_rule(series.rule);
  const auto is_extra = [&](const Exception& exception) {
    return std::ranges::find(series.extra, exception.original + -later) != series.extra.end();
  };
  const auto mine = [&](const Exception& exception) {
    const auto occurrence = occurrence_of(series, exception.original);
    return !is_extra(exception) &&
           (occurrence ? exception.original - *occurrence == later : slot == 0);
  };
  const auto on_its_own = [&](const Exception& exception) {
    return exception.duration > 0 && !series.rule.once() && !outlook_moves(series, exception);
  };
  for (const Exception& exception : series.exceptions)
    if (mine(exception) && (exception.cancelled || on_its_own(exception)))
      time("EXDATE", exception.original);
  events_.text("X-SVEIKI-FORMAT", format_name(series.format));
  events_.line("X-SVEIKI-PLACES", std::to_string(series.places));
  if (!series.leader.empty()) events_.text("X-SVEIKI-LEADER", series.leader);
  events_.line("END", "VEVENT");

  for (const WallTime extra : series.extra) {
    const WallTime original = extra + later;
    const auto changed = std::ranges::find(series.exceptions, original, &Exception::original);
    write_one_time(entry, uid, {original, true},
                   changed == series.exceptions.end() ? nullptr : &*changed);
  }
  for (const Exception& exception : series.exceptions) {
    if (exception.cancelled || !mine(exception)) continue;
    if (on_its_own(exception)) {
      write_one_time(entry, uid, {exception.original}, &exception);
      continue;
    }
    const bool moved = exception.duration > 0;
    begin(entry, uid, moved ? exception.start : exception.original,
          moved ? exception.duration : length, exception.room);
    time("RECURRENCE-ID", exception.original);
    events_.line("END", "VEVENT");
  }
}

void Exporter::write_one_time(const Entry& entry, const std::string& uid, const OneTime& time,
                              const Exception* exception) {
  const bool moved = exception && exception->duration > 0;
  begin(entry, uid_of_time(uid, time), moved ? exception->start : time.original,
        moved ? exception->duration : session_length(entry.series),
        exception ? exception->room : std::string{});
  if (exception && exception->cancelled) events_.line("STATUS", "CANCELLED");
  events_.line("END", "VEVENT");
}

void Exporter::write(const Entry& entry) {
  const Series& series = entry.series;
  const std::string uid = uid_of(entry, centre_);
  if (!outlook_reads(series.rule))
    result_.not_in_outlook.push_back(series.id + ": Outlook cannot read its rule, " +
                                     series.rule.text() + "; Google and Thunderbird can");
  if (!series.slots) return write_slot(entry, uid, 0);
  const int step = step_of(*series.slots);
  for (int slot = 0; slot * step + series.slots->length <= series.duration; ++slot) {
    // A rule for Tuesdays would be one for Wednesdays.
    if ((series.start + slot * step).date != series.start.date) {
      result_.left_out.push_back(series.id + ": its slots after midnight are left out");
      break;
    }
    write_slot(entry, uid_of_slot(uid, slot), slot);
  }
}

/// Its end is the day after. Each time of what comes again is an event of its own.
void Exporter::write(const Announcement& days) {
  std::string uid = uid_of(days, centre_);
  if (const auto original = original_of(days)) uid = uid_of_time(uid, {{*original, 0}, true, true});
  begin(uid, days.sequence);
  day("DTSTART", days.from);
  day("DTEND", days.to.next());
  events_.text("SUMMARY", days.text.in(language_));
  // Nobody is busy because of it.
  events_.line("TRANSP", "TRANSPARENT");
  if (days.closes) events_.line("X-SVEIKI-CLOSED", "TRUE");
  if (!days.symbol.empty()) events_.text("X-SVEIKI-SYMBOL", days.symbol);
  for (const std::string_view one : kLanguages)
    events_.text("X-SVEIKI-TEXT-" + upper(one), days.text.in(one));
  events_.line("END", "VEVENT");
}

Exported Exporter::finish(const std::vector<Entry>& entries, int this_year) {
  int from = this_year;
  for (const Entry& entry : entries) from = std::min(from, entry.series.start.date.year());
  Writer writer;
  writer.line("BEGIN", "VCALENDAR");
  writer.line("VERSION", "2.0");
  writer.line("PRODID", "-//Sveiki//Sveiki//EN");
  writer.line("CALSCALE", "GREGORIAN");
  writer.line("METHOD", "PUBLISH");
  writer.text("X-WR-CALNAME", centre_.name.in(language_));
  writer.line("X-WR-TIMEZONE", centre_.zone);
  write_zone(writer, centre_.zone, from, this_year);
  result_.file = writer.bytes() + events_.bytes() + "END:VCALENDAR\r\n";
  return std::move(result_);
}

}  // namespace

Exported export_calendar(const std::vector<Entry>& entries, const Centre& centre,
                         const std::string& language, Instant now,
                         const std::vector<Announcement>& announcements) {
  Exporter exporter(centre, language, now);
  for (const Entry& entry : entries) exporter.write(entry);
  for (const Announcement& one : announcements) exporter.write(one);
  return exporter.finish(entries, local_time(now, centre.zone).date.year());
}

}  // namespace sveiki::calendar
