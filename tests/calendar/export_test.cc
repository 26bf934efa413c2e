// SPDX-License-Identifier: EUPL-1.2
#include "calendar/export.h"

#include <libical/ical.h>

#include "calendar/calendars.h"
#include "domain/timetable_file.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using calendar::Entry;

namespace {

const Instant kNow = *parse_instant("2026-11-22T10:00", "Europe/Vilnius");

std::string exported(const std::vector<Entry>& entries, const std::string& language = "lt") {
  return calendar::export_calendar(entries, kretinga(), language, kNow).file;
}

Entry clay() {
  Series series;
  series.id = "clay";
  series.activity = "clay";
  series.start = {CivilDay{2026, 9, 1}, 600};
  series.duration = 90;
  series.rule = Rule::parse("FREQ=WEEKLY;UNTIL=20270630T235900;BYDAY=TU,TH");
  return {series, "", 0};
}

Entry sensory_room() {
  Series series = clay().series;
  series.id = series.activity = "sensory-room";
  series.slots = Slots{20, 10};
  return {series, "", 2};
}

/// The timetable that comes with the program for Kretinga.
std::vector<Entry> whole_timetable() {
  std::set<std::string, std::less<>> pictures;
  for (const Activity& activity : kretinga().activities) pictures.insert(activity.symbol);
  pictures.insert("music");
  std::vector<Entry> entries;
  for (Series& series :
       read_timetable(SVEIKI_SOURCE_DIR "/config/timetables/kretinga.toml", kretinga(), pictures)
           .series)
    entries.push_back({std::move(series), "", 1});
  return entries;
}

bool has(const std::string& file, const std::string& line) {
  return file.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("A series goes out as calendars want it") {
  Entry entry = clay();
  entry.series.leader = "Ona; Petras, \\ abu";
  entry.series.exceptions = {{.original = {CivilDay{2026, 9, 3}, 600}, .cancelled = true},
                             {.original = {CivilDay{2026, 9, 8}, 600},
                              .start = {CivilDay{2026, 9, 9}, 720},
                              .duration = 60,
                              .room = "hall"}};
  entry.series.extra = {{CivilDay{2026, 9, 11}, 600}};
  const std::string file = exported({entry});
  CHECK(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  CHECK(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  for (const char* line :
       {"UID:clay@kretinga.sveiki", "SEQUENCE:0", "DTSTAMP:20261122T080000Z",
        "DTSTART;TZID=Europe/Vilnius:20260901T100000", "DTEND;TZID=Europe/Vilnius:20260901T113000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270630T205900Z;BYDAY=TU,TH", "SUMMARY:Molis",
        "LOCATION:Keramikos dirbtuvė", "EXDATE;TZID=Europe/Vilnius:20260903T100000",
        "UID:clay@kretinga.sveiki#+20260911T1000", "DESCRIPTION:Ona\\; Petras\\, \\\\ abu",
        "RECURRENCE-ID;TZID=Europe/Vilnius:20260908T100000",
        "DTSTART;TZID=Europe/Vilnius:20260909T120000", "LOCATION:Mankštos salė"}) {
    INFO(line);
    CHECK(has(file, line));
  }
  CHECK(has(exported({entry}, "lv"), "SUMMARY:Māls"));
}

TEST_CASE("The zone in an export is our clock, by the rules by which it is changed") {
  const std::string file = exported({clay()});
  CHECK(file.find("BEGIN:VTIMEZONE\r\nTZID:Europe/Vilnius\r\nX-LIC-LOCATION:Europe/Vilnius\r\n"
                  "BEGIN:DAYLIGHT\r\nDTSTART:20250330T030000\r\nTZOFFSETFROM:+0200\r\n"
                  "TZOFFSETTO:+0300\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
                  "BEGIN:STANDARD\r\nDTSTART:20251026T040000\r\nTZOFFSETFROM:+0300\r\n"
                  "TZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
                  "END:VTIMEZONE\r\n") != std::string::npos);
}

TEST_CASE("Of the years when the clock was not changed an export knows too") {
  // Lithuania kept the clock still from the end of 1999 to 2003.
  Entry old = clay();
  old.series.start.date = CivilDay{1999, 1, 5};
  const std::string file = exported({old});
  const auto from = file.find("BEGIN:VTIMEZONE");
  const std::string text =
      file.substr(from, file.find("END:VTIMEZONE") - from) + "END:VTIMEZONE\r\n";
  icaltimezone* zone = icaltimezone_new();
  icaltimezone_set_component(zone, icalparser_parse_string(text.c_str()));
  for (CivilDay day{1999, 1, 2}; day < CivilDay{2029, 1, 1}; day = day.next()) {
    const Instant noon = instant_of(day, 720, "Etc/UTC");
    icaltimetype utc =
        icaltime_from_timet_with_zone(noon.ms / 1000, 0, icaltimezone_get_utc_timezone());
    INFO(day.iso());
    REQUIRE(icaltimezone_get_utc_offset_of_utc_time(zone, &utc, nullptr) / 60 ==
            local_time(noon, "Europe/Vilnius").minutes - 720);
  }
  icaltimezone_free(zone, 1);
}

TEST_CASE("No line of an export is longer than 75 bytes, and no letter is cut") {
  Entry entry = clay();
  for (int i = 0; i < 12; ++i) entry.series.leader += "ąčęėįšųūž";
  const std::string file = exported({entry});
  for (std::size_t at = 0, end = 0; at < file.size(); at = end + 2) {
    end = file.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    CHECK(end - at <= 75);
    const std::string_view line = std::string_view{file}.substr(at + (file[at] == ' '));
    CHECK((static_cast<unsigned char>(line[0]) & 0xc0) != 0x80);
  }
}

TEST_CASE("Each slot of the sensory room is an event of its own") {
  const std::string file = exported({sensory_room()});
  CHECK(has(file, "UID:sensory-room@kretinga.sveiki#0"));
  CHECK(has(file, "UID:sensory-room@kretinga.sveiki#2"));
  CHECK_FALSE(has(file, "UID:sensory-room@kretinga.sveiki#3"));
  CHECK(has(file, "DTSTART;TZID=Europe/Vilnius:20260901T110000"));
  CHECK(has(file, "X-SVEIKI-SLOTS:20/10/90"));
}

TEST_CASE("A timetable that goes out and comes in is the same timetable") {
  std::vector<Entry> entries = whole_timetable();
  REQUIRE(entries.size() >= 7);
  Series& sensory = std::ranges::find(entries, "sensory-room", [](const Entry& entry) {
                      return entry.series.id;
                    })->series;
  sensory.exceptions = {{.original = {CivilDay{2026, 11, 23}, 810}, .cancelled = true},
                        {.original = {CivilDay{2026, 11, 23}, 840},
                         .start = {CivilDay{2026, 11, 24}, 960},
                         .duration = 20},
                        {.original = {CivilDay{2026, 11, 24}, 780}, .room = "hall"}};
  sensory.leader = "Ona; Petras, \\ ąč";
  for (const char* language : {"lt", "lv", "en"}) {
    const std::string file = exported(entries, language);
    // Into the centre itself nothing is new, into an empty one all of it comes back.
    const auto again = import(file, entries);
    CHECK(notes(again) == std::vector<std::string>{});
    CHECK(again.unchanged == static_cast<int>(entries.size()));
    const auto fresh = import(file);
    CHECK(notes(fresh) == std::vector<std::string>{});
    std::vector<Entry> back = after(fresh);
    std::ranges::sort(entries, {}, [](const Entry& entry) { return entry.series.id; });
    std::ranges::sort(back, {}, [](const Entry& entry) { return entry.series.id; });
    REQUIRE(back.size() == entries.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
      INFO(entries[i].series.id);
      CHECK(back[i] == entries[i]);
    }
  }
}

TEST_CASE(
    "Sessions besides the rule, and those moved past another, go out on their own and come back") {
  Entry entry = clay();
  const CivilDay besides{2026, 9, 11}, moved{2026, 9, 12}, off{2026, 9, 13};
  entry.series.extra = {{besides, 600}, {moved, 600}, {off, 600}};
  entry.series.exceptions = {
      {.original = {CivilDay{2026, 9, 8}, 600},
       .start = {CivilDay{2026, 9, 10}, 720},
       .duration = 60},
      {.original = {CivilDay{2026, 9, 15}, 600},
       .start = {CivilDay{2026, 9, 25}, 600},
       .duration = 90,
       .room = "hall"},
      {.original = {moved, 600}, .start = {CivilDay{2026, 9, 14}, 660}, .duration = 90},
      {.original = {off, 600}, .cancelled = true}};
  std::ranges::sort(entry.series.exceptions);
  const std::string file = exported({entry});
  CHECK(file.find("RDATE") == std::string::npos);
  CHECK(file.find("RECURRENCE-ID") == std::string::npos);
  CHECK(has(file, "UID:clay@kretinga.sveiki#=20260908T1000"));
  CHECK(has(file, "EXDATE;TZID=Europe/Vilnius:20260908T100000"));
  CHECK(has(file, "UID:clay@kretinga.sveiki#+20260912T1000"));
  for (const auto& known : {std::vector<Entry>{}, std::vector<Entry>{entry}}) {
    const auto again = import(file, known);
    CHECK(notes(again) == std::vector<std::string>{});
    const auto back = after(again, known);
    REQUIRE(back.size() == 1);
    CHECK(back[0].series == entry.series);
  }
}

TEST_CASE("A rule that Outlook cannot read is named, and goes out all the same") {
  for (const auto& [rule, reads] : std::vector<std::pair<const char*, bool>>{
           {"FREQ=DAILY;INTERVAL=2", true},
           {"FREQ=DAILY;BYDAY=MO,TU", false},
           {"FREQ=WEEKLY;BYDAY=MO,TU;WKST=MO;COUNT=7", true},
           {"FREQ=WEEKLY;BYDAY=MO;COUNT=1000", false},
           {"FREQ=MONTHLY;BYMONTHDAY=-1", true},
           {"FREQ=MONTHLY;BYMONTHDAY=1,15", false},
           {"FREQ=MONTHLY;BYDAY=2TU", true},
           {"FREQ=MONTHLY;BYDAY=1TU,3TU", false},
           {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", true},
           {"FREQ=MONTHLY;BYDAY=SU;BYSETPOS=1,3", false},
           {"FREQ=YEARLY", true},
           {"FREQ=YEARLY;BYMONTH=6;BYDAY=1SU", true},
           {"FREQ=YEARLY;BYMONTH=6,9;BYMONTHDAY=1", false}}) {
    Entry entry = clay();
    entry.series.rule = Rule::parse(rule);
    INFO(rule);
    const auto out = calendar::export_calendar({entry}, kretinga(), "lt", kNow);
    CHECK(out.not_in_outlook.empty() == reads);
    CHECK(out.file.find("RRULE:FREQ=") != std::string::npos);
  }
}

TEST_CASE("A calendar program that forgets what is ours does not harm slots or days besides") {
  Entry besides = clay();
  besides.series.extra = {{CivilDay{2026, 9, 11}, 600}};
  const std::vector<Entry> entries{sensory_room(), besides};
  std::string file = exported(entries);
  for (std::size_t at = 0; (at = file.find("X-SVEIKI-")) != std::string::npos;)
    file.erase(at, file.find("\r\n", at) + 2 - at);
  const auto again = import(file, entries);
  CHECK(notes(again) == std::vector<std::string>{});
  CHECK(again.unchanged == 2);
  CHECK(again.fresh.empty());
}

TEST_CASE("A foreign event whose name ends like one of ours is one of its own") {
  const auto imported =
      import(calendar_of(event("", "one@test") + event("", "one@test#+20261124T1000") +
                         event("", "one@test#=20269924T1000")));
  CHECK(imported.fresh.size() == 3);
}

TEST_CASE("Slots after midnight cannot go out, and are named") {
  Entry night = sensory_room();
  night.series.start.minutes = 23 * 60;
  const auto out = calendar::export_calendar({night}, kretinga(), "lt", kNow);
  CHECK(out.left_out ==
        std::vector<std::string>{"sensory-room: its slots after midnight are left out"});
}
