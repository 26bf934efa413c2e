// SPDX-License-Identifier: EUPL-1.2
/// What the tests of calendars begin with: Kretinga, and a calendar with one event or more.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/import.h"
#include "support/temporary_dir.h"

namespace sveiki::test {

inline const Centre& kretinga() {
  static const Centre centre = read_centre(SVEIKI_SOURCE_DIR "/config/centres/kretinga.toml");
  return centre;
}

inline const CivilDay kToday{2026, 11, 22};

/// Clay on 24 November 2026, 10.00 to 11.30; the test says more, and leaves out what it replaces.
inline std::string event(const std::string& more, const std::string& uid = "one@test") {
  std::string text = "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + more;
  const auto otherwise = [&](std::string_view name, std::string_view line) {
    if (text.find("\n" + std::string{name}) == std::string::npos) text += line;
  };
  otherwise("SUMMARY", "SUMMARY:Molis\r\n");
  otherwise("DTSTART", "DTSTART;TZID=Europe/Vilnius:20261124T100000\r\n");
  if (text.find("\nDURATION") == std::string::npos)
    otherwise("DTEND", "DTEND;TZID=Europe/Vilnius:20261124T113000\r\n");
  return text + "END:VEVENT\r\n";
}

inline std::string calendar_of(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}

inline calendar::Imported import(const std::string& file, std::vector<calendar::Entry> known = {},
                                 std::map<std::string, std::string> activities = {},
                                 std::vector<Announcement> announcements = {},
                                 CivilDay today = kToday) {
  std::istringstream in(file);
  return calendar::import_calendar(in, {kretinga(),
                                        std::move(known),
                                        today,
                                        std::move(activities),
                                        std::move(announcements),
                                        {"music", "other"}});
}

/// What stands after an import.
inline std::vector<calendar::Entry> after(const calendar::Imported& imported,
                                          std::vector<calendar::Entry> known = {}) {
  std::erase_if(known, [&](const calendar::Entry& entry) {
    return std::ranges::find(imported.withdrawn, entry.series.id) != imported.withdrawn.end();
  });
  for (const calendar::Entry& changed : imported.changed)
    for (calendar::Entry& entry : known)
      if (entry.series.id == changed.series.id) entry = changed;
  known.insert(known.end(), imported.fresh.begin(), imported.fresh.end());
  return known;
}

/// The closed days and announcements that stand after it.
inline std::vector<Announcement> days_after(const calendar::Imported& imported,
                                            std::vector<Announcement> known = {}) {
  std::erase_if(known, [&](const Announcement& one) {
    const auto& gone = imported.days.withdrawn;
    return std::ranges::find(gone, one.id) != gone.end() ||
           std::ranges::find(imported.days.changed, one.id, &Announcement::id) !=
               imported.days.changed.end();
  });
  for (const auto* more : {&imported.days.changed, &imported.days.fresh})
    known.insert(known.end(), more->begin(), more->end());
  std::ranges::sort(known, {}, &Announcement::id);
  return known;
}

/// "Molis: It takes ..." of each note.
inline std::vector<std::string> notes(const calendar::Imported& imported) {
  std::vector<std::string> all;
  for (const calendar::Note& note : imported.notes)
    all.push_back(note.event + ": " + note.sentence);
  return all;
}

/// When the sessions of a series begin: "11-24/10.0 ...", cancelled ones left out.
inline std::string sessions(const Series& series, CivilDay from, CivilDay to) {
  const Timetable timetable({series}, {}, kretinga());
  std::ostringstream all;
  for (const Session& session : timetable.sessions(from, to)) {
    if (session.state != Session::State::kPlanned) continue;
    if (all.tellp() > 0) all << ' ';
    all << session.start.date.iso().substr(5) << '/' << session.start.minutes / 60 << '.'
        << session.start.minutes % 60;
  }
  return all.str();
}

}  // namespace sveiki::test
