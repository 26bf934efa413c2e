// SPDX-License-Identifier: EUPL-1.2
// What of an event is kept, and what is said about the rest.
#include "calendar/calendars.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using calendar::Entry;
using calendar::Imported;

namespace {

/// The one series of a calendar with this event.
Series one(const std::string& more) {
  const Imported imported = import(calendar_of(event(more)));
  INFO((imported.notes.empty() ? "" : imported.notes[0].sentence));
  REQUIRE(imported.fresh.size() == 1);
  return imported.fresh.front().series;
}

/// What is said about such an event, which is not kept.
std::string refusal(const std::string& more) {
  const Imported imported = import(calendar_of(event(more)));
  CHECK(imported.fresh.empty());
  REQUIRE(imported.notes.size() == 1);
  CHECK_FALSE(imported.notes[0].kept);
  return imported.notes[0].sentence;
}

/// What is said about such an event, which is kept.
std::string remark(const std::string& more) {
  const Imported imported = import(calendar_of(event(more)));
  REQUIRE(imported.fresh.size() == 1);
  REQUIRE(imported.notes.size() == 1);
  CHECK(imported.notes[0].kept);
  return imported.notes[0].sentence;
}

bool begins(const std::string& text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

const std::string kWeekly = "RRULE:FREQ=WEEKLY;BYDAY=TU\r\n";

}  // namespace

TEST_CASE("A title is an activity by its id or its name in any language") {
  for (const char* title : {"clay", "Molis", "MOLIS", "māls", "Mals", " Clay  ", "CLAY"})
    CHECK(one("SUMMARY:" + std::string{title} + "\r\n").activity == "clay");
  CHECK(one("SUMMARY:siuvinejimas\r\n").activity == "embroidery");
  CHECK(begins(refusal("SUMMARY:Jogos pamoka\r\n"),
               "No activity is called so. Add it to the centre's file, or say which one it is: "
               "--as \"Jogos pamoka=clay\"."));
  CHECK(begins(refusal("SUMMARY:\r\n"), "It has no title"));
}

TEST_CASE("Staff can say which activity a title stands for") {
  const Imported imported =
      import(calendar_of(event("SUMMARY:Jogos pamoka\r\n")), {}, {{"jogos  PAMOKA", "gymnastics"}});
  REQUIRE(imported.fresh.size() == 1);
  CHECK(imported.fresh[0].series.activity == "gymnastics");
}

TEST_CASE("A place is a room by its id or its name, and a foreign one is named") {
  CHECK(one("LOCATION:hall\r\n").room == "hall");
  CHECK(one("LOCATION:VINGROŠANAS ZĀLE\r\n").room == "hall");
  CHECK(one("LOCATION:Keramikos dirbtuvė\r\n").room.empty());
  CHECK(remark("LOCATION:Miesto parkas\r\n") == "No room is called \"Miesto parkas\".");
}

TEST_CASE("An event lasts as long as it says, either way") {
  CHECK(one("DURATION:PT2H\r\n").duration == 120);
  CHECK(one("DTEND;TZID=Europe/Riga:20261124T110000\r\n").duration == 60);
  CHECK(one("DTEND:20261124T090000Z\r\n").duration == 60);
  CHECK(one("DTEND;TZID=Europe/Vilnius:20261125T010000\r\n").duration == 15 * 60);
  CHECK(begins(refusal("DTEND;TZID=Europe/Vilnius:20261124T100000\r\n"), "It lasts 0 minutes."));
  CHECK(begins(refusal("DTEND;TZID=Europe/Vilnius:20261126T100000\r\n"), "It lasts 2880 minutes."));
  CHECK(begins(refusal("DURATION:-PT1H\r\n"), "It lasts -60 minutes."));
  CHECK(begins(refusal("DTEND;VALUE=DATE:20261124\r\n"), "It has no end."));
}

TEST_CASE("A night with 25 hours makes no event longer") {
  CHECK(one("DTSTART;TZID=Europe/Vilnius:20261024T220000\r\n"
            "DTEND;TZID=Europe/Vilnius:20261025T060000\r\n")
            .duration == 480);
}

TEST_CASE("A rule ends when the clock on our wall shows its end") {
  const auto rule = [](const std::string& text) {
    return one("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=" + text + "\r\n").rule.text();
  };
  CHECK(rule("20270105T080000Z") == "FREQ=WEEKLY;UNTIL=20270105T100000;BYDAY=TU");
  CHECK(rule("20270630T205959Z") == "FREQ=WEEKLY;UNTIL=20270630T235900;BYDAY=TU");
  CHECK(rule("20270105") == "FREQ=WEEKLY;UNTIL=20270105T235900;BYDAY=TU");
}

TEST_CASE("A rule that is not a timetable's is refused in words, and never tried") {
  for (const char* frequency : {"SECONDLY", "MINUTELY", "HOURLY"})
    CHECK(begins(refusal("RRULE:FREQ=" + std::string{frequency} + ";BYMONTH=2;BYMONTHDAY=30\r\n"),
                 "FREQ=" + std::string{frequency} + " is not possible."));
  CHECK(begins(refusal("RRULE:FREQ=YEARLY;BYWEEKNO=20\r\n"), "BYWEEKNO is not kept here."));
  CHECK(begins(refusal("RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30\r\n"), "None of these months"));
  CHECK(begins(refusal(kWeekly + "RRULE:FREQ=DAILY\r\n"), "It has two rules."));
  CHECK(refusal("RRULE:FREQ=DAILY;BYMONTHDAY=" + std::string(2000, '1') + "\r\n") ==
        "Its rule is far too long.");
  CHECK(begins(refusal("RRULE:every Tuesday\r\n"), "\"EVERY TUESDAY\" is not a part of a rule."));
}

TEST_CASE("A time without a zone is a time of this place") {
  CHECK(one("DTSTART:20261124T100000\r\nDTEND:20261124T110000\r\n").start ==
        WallTime{CivilDay{2026, 11, 24}, 600});
}

TEST_CASE("A zone that nobody knows, or no more, is named and its event is not kept") {
  CHECK(refusal("DTSTART;TZID=Mars/Olympus:20261124T100000\r\n"
                "DTEND;TZID=Mars/Olympus:20261124T110000\r\n") ==
        "There is no time zone \"Mars/Olympus\". Choose \"Europe/Vilnius\" in the calendar.");
}

TEST_CASE("Another zone is kept where our clock always shows the same, and else named") {
  CHECK(one("DTSTART;TZID=Europe/Helsinki:20261124T100000\r\n"
            "DTEND;TZID=Europe/Helsinki:20261124T110000\r\n" +
            kWeekly)
            .start.minutes == 600);
  CHECK(one("DTSTART;TZID=Europe/Berlin:20261124T100000\r\n"
            "DTEND;TZID=Europe/Berlin:20261124T110000\r\n" +
            kWeekly)
            .start.minutes == 660);
  CHECK(begins(refusal("DTSTART:20261124T080000Z\r\nDTEND:20261124T090000Z\r\n" + kWeekly),
               "In UTC it begins at another time here in summer than in winter"));
  // Until the clocks change there is no difference.
  CHECK(one("DTSTART:20261124T080000Z\r\nDTEND:20261124T090000Z\r\n"
            "RRULE:FREQ=WEEKLY;COUNT=5\r\n")
            .start.minutes == 600);
  CHECK(begins(refusal("DTSTART;TZID=Europe/Berlin:20261124T233000\r\n"
                       "DTEND;TZID=Europe/Berlin:20261125T003000\r\n" +
                       kWeekly),
               "In Europe/Berlin it begins at another time"));
}

TEST_CASE("A day that is off stays off, and a day besides is there") {
  const Series series = one(kWeekly +
                            "EXDATE;TZID=Europe/Vilnius:20261201T100000\r\n"
                            "RDATE;TZID=Europe/Vilnius:20261203T120000,20261204T120000\r\n");
  CHECK(sessions(series, CivilDay{2026, 11, 24}, CivilDay{2026, 12, 8}) ==
        "11-24/10.0 12-03/12.0 12-04/12.0 12-08/10.0");
}

TEST_CASE("What a day was changed to is kept, and what cannot be is cancelled and named") {
  const auto changed = [](const std::string& more) {
    return import(calendar_of(
        event(kWeekly) + event("RECURRENCE-ID;TZID=Europe/Vilnius:20261201T100000\r\n" + more)));
  };
  const auto days = [](const Imported& imported) {
    REQUIRE(imported.fresh.size() == 1);
    return sessions(imported.fresh[0].series, CivilDay{2026, 11, 30}, CivilDay{2026, 12, 8});
  };
  const std::string kWednesday =
      "DTSTART;TZID=Europe/Vilnius:20261202T120000\r\n"
      "DTEND;TZID=Europe/Vilnius:20261202T130000\r\n";
  CHECK(days(changed(kWednesday)) == "12-02/12.0 12-08/10.0");
  CHECK(notes(changed(kWednesday)).empty());
  CHECK(days(changed(kWednesday + "STATUS:CANCELLED\r\n")) == "12-08/10.0");
  const Imported other = changed(kWednesday + "SUMMARY:Medis\r\n");
  CHECK(days(other) == "12-08/10.0");
  CHECK(notes(other) == std::vector<std::string>{
                            "Molis: On 2026-12-01 it is cancelled here. It is another activity."});
  const Imported nowhere = import(
      calendar_of(event(kWeekly) + event("RECURRENCE-ID;TZID=Europe/Vilnius:20261202T100000\r\n")));
  CHECK(notes(nowhere) ==
        std::vector<std::string>{
            "Molis: It changes 2026-12-02, a day on which it does not take place."});
  const Imported alone =
      import(calendar_of(event("RECURRENCE-ID;TZID=Europe/Vilnius:20261201T100000\r\n")));
  CHECK(notes(alone) ==
        std::vector<std::string>{"Molis: It changes one day of a series that is not in the file."});
}

TEST_CASE("What the calendar has and we do not keep is named") {
  CHECK(remark(kWeekly + "EXRULE:FREQ=MONTHLY\r\n") == "Not kept: EXRULE.");
  CHECK(remark(kWeekly + "RDATE;VALUE=PERIOD:20261203T100000Z/PT1H\r\n") ==
        "Not kept: the length of an RDATE.");
}

TEST_CASE("An event without a UID would come twice, and is not kept") {
  const Imported imported = import(calendar_of(event("", "")));
  CHECK(imported.fresh.empty());
  REQUIRE(imported.notes.size() == 1);
  CHECK(begins(imported.notes[0].sentence, "It has no UID"));
}

TEST_CASE("A newer revision is taken, an older one is ignored and said") {
  const auto revision = [](int sequence, const char* start) {
    return calendar_of(event("SEQUENCE:" + std::to_string(sequence) +
                             "\r\nDTSTART;TZID=Europe/Vilnius:20261124T" + start + "\r\n" +
                             kWeekly));
  };
  const std::vector<Entry> first = after(import(revision(3, "100000")));
  const Imported newer = import(revision(4, "103000"), first);
  REQUIRE(newer.changed.size() == 1);
  CHECK(newer.changed[0].series.id == first[0].series.id);
  CHECK(newer.changed[0].sequence == 4);
  CHECK(newer.changed[0].series.start.minutes == 630);
  const Imported older = import(revision(2, "103000"), first);
  CHECK(older.changed.empty());
  CHECK(notes(older) ==
        std::vector<std::string>{"Molis: It is older than what is posted, and ignored."});
  // Some programs do not count their revisions.
  CHECK(import(revision(3, "103000"), first).changed.size() == 1);
}

TEST_CASE("An event that is cancelled is withdrawn here, once") {
  const std::vector<Entry> known = after(import(calendar_of(event(kWeekly))));
  const std::string gone = calendar_of(event(kWeekly + "STATUS:CANCELLED\r\nSEQUENCE:1\r\n"));
  const Imported imported = import(gone, known);
  CHECK(imported.withdrawn == std::vector<std::string>{known[0].series.id});
  CHECK(import(gone, after(imported, known)).withdrawn.empty());
  CHECK(import("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n" + event("") + "END:VCALENDAR\r\n", known)
            .withdrawn.size() == 1);
}

TEST_CASE("A day that staff cancelled here does not come back with the same calendar") {
  std::vector<Entry> known = after(import(calendar_of(event(kWeekly))));
  known[0].series.exceptions = {{.original = {CivilDay{2026, 12, 1}, 600}, .cancelled = true}};
  const Imported same = import(calendar_of(event(kWeekly)), known);
  CHECK(same.changed.empty());
  CHECK(notes(same) ==
        std::vector<std::string>{"Molis: On 2026-12-01 it stays cancelled, as it was here."});
  // A newer revision of the calendar is the last word.
  CHECK(import(calendar_of(event(kWeekly + "SEQUENCE:1\r\n")), known).changed.size() == 1);
}

TEST_CASE("What a calendar has no word for stays as staff wrote it") {
  std::vector<Entry> known = after(import(calendar_of(event(kWeekly))));
  known[0].series.places = 6;
  known[0].series.leader = "Ona";
  known[0].series.format = Format::kGroup;
  const Imported imported =
      import(calendar_of(event(kWeekly + "SEQUENCE:1\r\nLOCATION:hall\r\n")), known);
  REQUIRE(imported.changed.size() == 1);
  CHECK(imported.changed[0].series.places == 6);
  CHECK(imported.changed[0].series.leader == "Ona");
  CHECK(imported.changed[0].series.room == "hall");
}

TEST_CASE("An event that stands twice in a file is taken once, the newer one") {
  const Imported imported =
      import(calendar_of(event("SEQUENCE:2\r\nSUMMARY:Medis\r\n") + event("SEQUENCE:1\r\n")));
  REQUIRE(imported.fresh.size() == 1);
  CHECK(imported.fresh[0].series.activity == "wood");
  CHECK(notes(imported) ==
        std::vector<std::string>{"Molis: It stands in the file twice; the newer one is taken."});
}
