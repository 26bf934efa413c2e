// SPDX-License-Identifier: EUPL-1.2
// Events of whole days: the centre is closed, or there is something to say, or it is an activity.
#include "calendar/calendars.h"
#include "calendar/closed_words.h"
#include "calendar/export.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using calendar::Imported;

namespace {

using All = std::vector<std::string>;

/// An event of whole days, from this date on; "" leaves the end out.
std::string days(const std::string& title, const std::string& from, const std::string& end = "",
                 const std::string& more = "", const std::string& uid = "one@test") {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:" + title + "\r\nDTSTART;VALUE=DATE:" + from +
         "\r\n" + (end.empty() ? "" : "DTEND;VALUE=DATE:" + end + "\r\n") + more + "END:VEVENT\r\n";
}

Imported take(const std::string& events, const std::vector<Announcement>& standing = {},
              CivilDay today = kToday) {
  return import(calendar_of(events), {}, {}, standing, today);
}

/// "closed 12-24 to 12-26 Uždaryta" of each.
All said(const std::vector<Announcement>& announcements) {
  All all;
  for (const Announcement& one : announcements)
    all.push_back((one.closes ? "closed " : one.symbol + ' ') + one.from.iso().substr(5) + " to " +
                  one.to.iso().substr(5) + ' ' + one.text.in("lt"));
  return all;
}

All taken(const std::string& events) {
  const Imported imported = take(events);
  INFO((imported.notes.empty() ? "" : imported.notes[0].sentence));
  CHECK(imported.notes.empty());
  CHECK(imported.fresh.empty());
  return said(imported.days.fresh);
}

/// What is said about an event that is not kept.
std::string refusal(const std::string& events) {
  const Imported imported = take(events);
  CHECK(imported.days.fresh.empty());
  CHECK(imported.fresh.empty());
  REQUIRE(imported.notes.size() == 1);
  CHECK_FALSE(imported.notes[0].kept);
  return imported.notes[0].sentence;
}

std::string exported(const std::vector<Announcement>& announcements,
                     const std::string& language = "lt") {
  return calendar::export_calendar({}, kretinga(), language,
                                   *parse_instant("2026-11-22T10:00", "Europe/Vilnius"),
                                   announcements)
      .file;
}

std::string without_our_own(std::string file) {
  for (std::size_t at = 0; (at = file.find("X-SVEIKI-")) != std::string::npos;)
    file.erase(at, file.find("\r\n", at) + 2 - at);
  return file;
}

/// Written by hand: a concert, and repairs over New Year.
std::vector<Announcement> by_hand() {
  return {{"concert", "music",
           LocalText{{{"lv", "Koncerts, nāc"}, {"lt", "Koncertas; ateik\\"}, {"en", "Concert"}}},
           CivilDay{2026, 11, 16}, CivilDay{2026, 12, 17}, false, "", 3},
          {"repairs", "", LocalText{{{"lv", "Remonts"}, {"lt", "Remontas"}, {"en", "Repairs"}}},
           CivilDay{2026, 12, 30}, CivilDay{2027, 1, 4}, true, "", 0}};
}

}  // namespace

TEST_CASE("A title says in three languages that the centre is closed") {
  const calendar::Names names(kretinga(), {});
  for (const char* title :
       {"Slēgts", "SLĒGTS", "Centrs slēgts: remonts", "Ziemassvētki, slegts", "Centrs nestrādā",
        "Nestrādājam", "Uždaryta", "uzdaryta", "Kalėdos – uždaryta", "Centras uždarytas", "Nedirba",
        "Nedirbame", "Centras nedirba dėl remonto", "Nedarbo diena", "Closed",
        "Closed for Christmas", "We are closed!", "(closed)"}) {
    INFO(title);
    CHECK(calendar::says_closed(title, names));
  }
}

TEST_CASE("What else is closed, or who does not work, does not close the centre") {
  const calendar::Names names(kretinga(), {});
  for (const char* title :
       {"Slēgta grupa", "Uždara grupė", "Closed group", "Closed event", "Sensory room closed",
        "Sensorinis kambarys: uždaryta", "Rasa nedirba", "Ilze nestrādā", "Kalėdos",
        "Uždarymo šventė", "Enclosed garden", "", "-", "Koncerts"}) {
    INFO(title);
    CHECK_FALSE(calendar::says_closed(title, names));
  }
}

TEST_CASE("A closed day closes the centre, and its end is the day after") {
  CHECK(taken(days("Uždaryta", "20261224", "20261227")) == All{"closed 12-24 to 12-26 Uždaryta"});
  CHECK(taken(days("Uždaryta: Naujieji", "20261230", "20270103")) ==
        All{"closed 12-30 to 01-02 Uždaryta: Naujieji"});
}

TEST_CASE("Whatever else takes whole days is an announcement, in every language") {
  const Imported imported = take(days("Kalėdinė mugė", "20261212", "20261213"));
  REQUIRE(imported.days.fresh.size() == 1);
  const Announcement& fair = imported.days.fresh.front();
  CHECK(fair.uid == "one@test");
  CHECK(fair.symbol == "other");
  CHECK_FALSE(fair.closes);
  CHECK(fair.from == fair.to);
  for (const char* language : {"lv", "lt", "en"}) CHECK(fair.text.in(language) == "Kalėdinė mugė");
  CHECK(taken(days("Two\\nlines\\,   one", "20261212")) ==
        All{"other 12-12 to 12-12 Two lines, one"});
}

TEST_CASE("An event of whole days ends with its first day where it says nothing else") {
  const All one_day{"other 12-12 to 12-12 Mugė"};
  CHECK(taken(days("Mugė", "20261212")) == one_day);
  CHECK(taken(days("Mugė", "20261212", "20261212")) == one_day);
  CHECK(taken(days("Mugė", "20261212", "", "DURATION:P1D\r\n")) == one_day);
  CHECK(taken(days("Mugė", "20261212", "", "DURATION:PT24H\r\n")) == one_day);
  CHECK(taken(days("Mugė", "20261212", "", "DURATION:PT0S\r\n")) == one_day);
  CHECK(taken(days("Mugė", "20261212", "", "DURATION:P1W\r\n")) ==
        All{"other 12-12 to 12-18 Mugė"});
}

TEST_CASE("An end before the beginning, or in another century, is named") {
  CHECK(refusal(days("Mugė", "20261212", "20261210")) == "It ends before it begins.");
  CHECK(refusal(days("Mugė", "20261212", "", "DURATION:-P2D\r\n")) == "It ends before it begins.");
  CHECK(refusal(days("Uždaryta", "20261212", "20301212")) ==
        "It lasts 1461 days. A year is the most.");
  CHECK(refusal(days("Mugė", "20261212", "", "DTEND:20261213T100000\r\n")) ==
        "It begins with a day and ends at a time. Give it two days or two times.");
  const Imported endless = take(days("Mugė", "20261212", "99991231"));
  CHECK(said(endless.days.fresh) == All{"other 12-12 to 12-12 Mugė"});
  CHECK(notes(endless) == All{"Mugė: Not kept: DTEND."});
}

TEST_CASE("What only looks like whole days is read as it was meant, or named") {
  // Without VALUE=DATE, as some write it.
  CHECK(taken("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Mugė\r\nDTSTART:20261212\r\n"
              "DTEND:20261213\r\nEND:VEVENT\r\n") == All{"other 12-12 to 12-12 Mugė"});
  CHECK(refusal(days("Mugė", "20261341")) == "It does not say when it begins.");
  CHECK(refusal(days("Mugė", "20261212", "", "RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY\r\n")) ==
        "It has two rules. Make two events of it.");
  const Imported own = take(days("Mugė", "20261212", "",
                                 "X-SVEIKI-CLOSED:TRUE\r\nX-SVEIKI-SYMBOL:../unicorn\r\n"
                                 "X-SVEIKI-TEXT-XX:Mugė\r\nX-SVEIKI-TEXT-:Mugė\r\n"));
  CHECK(said(own.days.fresh) == All{"other 12-12 to 12-12 Mugė"});
}

TEST_CASE("Days on which the clock is changed are days like others") {
  CHECK(taken(days("Uždaryta", "20270328", "20270329")) == All{"closed 03-28 to 03-28 Uždaryta"});
  CHECK(taken(days("Uždaryta", "20271030", "20271101")) == All{"closed 10-30 to 10-31 Uždaryta"});
}

TEST_CASE("What nobody could read on the wall, or should, is named") {
  CHECK(refusal(days("a b c d e f g h i j k", "20261212")) ==
        "It is too long for the wall. Say it in ten words.");
  CHECK(refusal(days(std::string(201, 'a'), "20261212")) ==
        "It is too long for the wall. Say it in ten words.");
  CHECK(refusal(days("", "20261212")) == "It has no title, so nobody knows what it is.");
  CHECK(refusal(days("Rasa serga", "20261212", "", "CLASS:PRIVATE\r\n")) ==
        "It is private, so it is not for the wall.");
  CHECK(refusal(days("Rasa serga", "20261212", "", "CLASS:CONFIDENTIAL\r\n")) ==
        "It is private, so it is not for the wall.");
  CHECK(taken(days("Mugė", "20261212", "", "CLASS:PUBLIC\r\n")).size() == 1);
  // Closed is closed, however much is said about it.
  const auto closed =
      take(days("Uždaryta, nes" + std::string(100, 'x'), "20261212", "", "CLASS:PRIVATE\r\n"));
  REQUIRE(closed.days.fresh.size() == 1);
  CHECK(closed.days.fresh[0].closes);
  CHECK(closed.days.fresh[0].text.in("lt").size() == 63);
}

TEST_CASE("An activity of a whole day lasts as long as the door is open") {
  const Imported imported = take(days("Molis", "20261124"));
  CHECK(notes(imported) == All{});
  CHECK(imported.days.fresh.empty());
  REQUIRE(imported.fresh.size() == 1);
  const Series& clay = imported.fresh[0].series;
  const OpenHours tuesday = kretinga().hours[1].front();
  CHECK(clay.start == WallTime{CivilDay{2026, 11, 24}, tuesday.from});
  CHECK(clay.duration == tuesday.to - tuesday.from);
  CHECK(clay.rule.once());
  CHECK(import(calendar_of(days("Molis", "20261124")), after(imported)).unchanged == 1);
}

TEST_CASE("An activity of several whole days is a session on each of them") {
  const Imported imported = take(days("Molis", "20261124", "20261127"));
  REQUIRE(imported.fresh.size() == 1);
  CHECK(sessions(imported.fresh[0].series, CivilDay{2026, 11, 20}, CivilDay{2026, 12, 20}) ==
        "11-24/8.0 11-25/8.0 11-26/8.0");
  const Imported weekly =
      take(days("Molis", "20261124", "",
                "RRULE:FREQ=WEEKLY;COUNT=4\r\n"
                "EXDATE;VALUE=DATE:20261201\r\n") +
           days("Molis", "20261209", "", "RECURRENCE-ID;VALUE=DATE:20261208\r\n"));
  REQUIRE(weekly.fresh.size() == 1);
  CHECK(notes(weekly) == All{});
  CHECK(sessions(weekly.fresh[0].series, CivilDay{2026, 11, 20}, CivilDay{2026, 12, 20}) ==
        "11-24/8.0 12-09/8.0 12-15/8.0");
}

TEST_CASE("An activity on a day when the door stays shut is named") {
  CHECK(refusal(days("Molis", "20261128")) == "The centre is not open on 2026-11-28.");
  CHECK(refusal(days("Molis", "20261126", "20261128")) ==
        "The centre opens at other hours on 2026-11-27. Give it a time.");
  CHECK(refusal(days("Molis", "20261124", "", "RRULE:FREQ=MONTHLY\r\n")) ==
        "The centre is not open on 2027-01-24. Give it its days.");
  CHECK(refusal(days("Molis", "20261124", "20261126", "RRULE:FREQ=WEEKLY\r\n")) ==
        "It has a rule, and lasts several days each time.");
}

TEST_CASE("An activity on a closed day only is named, a later one shows that the day is closed") {
  Centre closed = kretinga();
  closed.closures = {{CivilDay{2026, 11, 24}, CivilDay{2026, 11, 24}, {}}};
  const auto into_closed = [&](const std::string& more) {
    std::istringstream in(calendar_of(days("Molis", "20261124", "", more)));
    return calendar::import_calendar(in, {closed, {}, kToday, {}});
  };
  CHECK(notes(into_closed("")) == All{"Molis: The centre is closed then."});
  CHECK(into_closed("RRULE:FREQ=WEEKLY;COUNT=2\r\n").fresh.size() == 1);
}

TEST_CASE("What comes each year is there this year and the next, if that is near enough") {
  CHECK(taken(days("Centro gimtadienis", "19981201", "", "RRULE:FREQ=YEARLY\r\n")) ==
        All{"other 12-01 to 12-01 Centro gimtadienis", "other 12-01 to 12-01 Centro gimtadienis"});
  CHECK(taken(days("Uždaryta", "20200101", "20200103", "RRULE:FREQ=YEARLY\r\n")) ==
        All{"closed 01-01 to 01-02 Uždaryta"});
  CHECK(taken(days("Nedirbame", "20200106", "", "RRULE:FREQ=MONTHLY;BYDAY=1MO\r\n")).size() == 13);
  CHECK(taken(days("Nedirbame", "20200106", "", "RRULE:FREQ=WEEKLY\r\n")).size() == 57);
  CHECK(refusal(days("Gera diena", "20200106", "", "RRULE:FREQ=DAILY\r\n")) ==
        "It comes 400 times in 400 days. A rule of whole days may come 60 times.");
  CHECK(refusal(days("Mugė", "20261201", "", "RRULE:FREQ=HOURLY\r\n")).starts_with("FREQ=HOURLY"));
}

TEST_CASE("A day that is off, besides or otherwise is kept") {
  CHECK(taken(days("Mugė", "20261205", "",
                   "RRULE:FREQ=WEEKLY;UNTIL=20261226\r\nEXDATE;VALUE=DATE:20261212\r\n"
                   "RDATE;VALUE=DATE:20261207\r\n") +
              days("Didelė mugė", "20261220", "20261222", "RECURRENCE-ID;VALUE=DATE:20261219\r\n") +
              days("Mugė", "20261226", "",
                   "RECURRENCE-ID;VALUE=DATE:20261226\r\nSTATUS:CANCELLED\r\n")) ==
        All{"other 12-05 to 12-05 Mugė", "other 12-07 to 12-07 Mugė",
            "other 12-20 to 12-21 Didelė mugė"});
  const Imported odd = take(days("Mugė", "20261205", "", "RRULE:FREQ=WEEKLY;COUNT=2\r\n") +
                            event("RECURRENCE-ID;VALUE=DATE:20261212\r\n"));
  CHECK(said(odd.days.fresh) == All{"other 12-05 to 12-05 Mugė"});
  CHECK(notes(odd) == All{"Mugė: On 2026-12-12 it is off here. It takes no whole day."});
}

TEST_CASE("What is over is not put on the wall, and its end is no reason to withdraw it") {
  const std::string fair = days("Mugė", "20261212");
  const Imported later = take(fair, {}, CivilDay{2026, 12, 13});
  CHECK(later.days.fresh.empty());
  CHECK(notes(later) == All{": 1 events of whole days are over, or far ahead."});
  const auto known = days_after(take(fair));
  for (const std::string& file : {fair, std::string{}}) {
    const Imported again = take(file, known, CivilDay{2026, 12, 13});
    CHECK(again.days.withdrawn.empty());
    CHECK(again.days.missing.empty());
    CHECK(notes(again) == All{});
  }
}

TEST_CASE("The same days again change nothing, a newer revision does, an older one is named") {
  const auto revision = [](int number, const char* title, const char* from) {
    return days(title, from, "", "SEQUENCE:" + std::to_string(number) + "\r\n");
  };
  const auto known = days_after(take(revision(2, "Uždaryta", "20261224")));
  const Imported same = take(revision(2, "Uždaryta", "20261224"), known);
  CHECK(same.days.unchanged == 1);
  CHECK(days_after(same, known) == known);
  const Imported newer = take(revision(3, "Mugė", "20261229"), known);
  CHECK(newer.days.changed.size() == 1);
  CHECK(said(days_after(newer, known)) == All{"other 12-29 to 12-29 Mugė"});
  const Imported older = take(revision(1, "Mugė", "20261229"), known);
  CHECK(days_after(older, known) == known);
  CHECK(notes(older) == All{"Mugė: It is older than what is posted, and ignored."});
}

TEST_CASE("Days that are cancelled in the calendar, or are not in it any more, are withdrawn") {
  const std::string each_year = days("Uždaryta", "20261224", "", "RRULE:FREQ=YEARLY\r\n");
  const auto known = days_after(take(each_year));
  REQUIRE(known.size() == 2);
  const Imported cancelled = take(days("Uždaryta", "20261224", "", "STATUS:CANCELLED\r\n"), known);
  CHECK(days_after(cancelled, known).empty());
  CHECK(take("", known).days.missing.size() == 2);
  const Imported once_less =
      take(days("Uždaryta", "20261224", "", "RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20271224\r\n"),
           known);
  CHECK(once_less.days.withdrawn == All{known[1].id});
  CHECK(once_less.days.unchanged == 1);
  // By hand is by hand.
  CHECK(take("", by_hand()).days.missing.empty());
}

TEST_CASE("An event that gets a time is a session, and one that loses it is one no more") {
  const auto closed = days_after(take(days("Uždaryta", "20261224")));
  const Imported timed = import(calendar_of(event("")), {}, {}, closed);
  CHECK(timed.fresh.size() == 1);
  CHECK(timed.days.withdrawn == All{closed[0].id});
  const Imported whole = import(calendar_of(days("Uždaryta", "20261224")), after(timed));
  CHECK(whole.withdrawn == All{timed.fresh[0].series.id});
  CHECK(whole.days.fresh.size() == 1);
}

TEST_CASE("Closed days and announcements go out as whole days") {
  const std::string file = exported(by_hand());
  for (const char* line :
       {"UID:concert@days.kretinga.sveiki", "SEQUENCE:3", "DTSTART;VALUE=DATE:20261116",
        "DTEND;VALUE=DATE:20261218", "SUMMARY:Koncertas\\; ateik\\\\", "X-SVEIKI-SYMBOL:music",
        "X-SVEIKI-TEXT-LV:Koncerts\\, nāc", "UID:repairs@days.kretinga.sveiki",
        "DTEND;VALUE=DATE:20270105", "X-SVEIKI-CLOSED:TRUE"}) {
    INFO(line);
    CHECK(file.find("\r\n" + std::string{line} + "\r\n") != std::string::npos);
  }
}

TEST_CASE("Days that go out and come in are the same days") {
  std::vector<Announcement> all = by_hand();
  for (const std::string& file :
       {days("Uždaryta", "20261224", "20261226", "RRULE:FREQ=YEARLY\r\n", "a") +
            days("Mugė", "20261128", "", "", "b"),
        days("Mugė", "20261205", "", "RRULE:FREQ=WEEKLY;COUNT=3\r\n", "c") +
            days("Šventė", "20261221", "20261223", "RECURRENCE-ID;VALUE=DATE:20261219\r\n", "c"),
        // Of the one that comes again only one is left.
        days("Mugė", "20261107", "", "RRULE:FREQ=MONTHLY;COUNT=2\r\n", "d")}) {
    const Imported imported = take(file);
    all.insert(all.end(), imported.days.fresh.begin(), imported.days.fresh.end());
  }
  REQUIRE(all.size() == 9);
  std::ranges::sort(all, {}, &Announcement::id);
  for (const char* language : {"lt", "lv", "en"}) {
    const std::string file = exported(all, language);
    INFO(file);
    // Into the centre itself nothing is new, into an empty one all of it comes back.
    const Imported again = import(file, {}, {}, all);
    CHECK(notes(again) == All{});
    CHECK(again.days.unchanged == 9);
    CHECK(days_after(again, all) == all);
    CHECK(days_after(import(file)) == all);
    // A calendar program may forget what is ours; what is written here is known by its title.
    const Imported forgotten = import(without_our_own(file), {}, {}, all);
    CHECK(days_after(forgotten, all) == all);
  }
}

TEST_CASE("A title that was changed in the calendar is the new text in every language") {
  std::string file = exported(by_hand());
  file.replace(file.find("SUMMARY:Remontas"), 16, "SUMMARY:Atidaryta");
  const Imported imported = import(file, {}, {}, by_hand());
  REQUIRE(imported.days.changed.size() == 1);
  const Announcement& open = imported.days.changed.front();
  CHECK(open.id == "repairs");
  CHECK_FALSE(open.closes);
  CHECK(open.text.in("lv") == "Atidaryta");
}

TEST_CASE("A calendar with more whole days than anybody reads is kept in part, and it is said") {
  std::string many;
  for (int i = 0; i < 502; ++i) many += days("Mugė", "20261212", "", "", std::to_string(i));
  const Imported imported = take(many);
  CHECK(imported.days.fresh.size() == 500);
  CHECK(notes(imported).size() == 2);
  CHECK(notes(imported)[0] == "Mugė: There are 500 closed days and announcements already.");
}
