// SPDX-License-Identifier: EUPL-1.2
#include "domain/timetable_file.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki;

namespace {

using Pictures = std::set<std::string, std::less<>>;

const std::filesystem::path kConfig = std::filesystem::path{SVEIKI_SOURCE_DIR} / "config";

Centre kretinga() {
  return read_centre(kConfig / "centres/kretinga.toml");
}

/// The pictures that come with the program.
Pictures pictures() {
  Pictures names;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path{SVEIKI_SOURCE_DIR} / "assets/pictograms/svg"))
    names.insert(entry.path().stem());
  return names;
}

TimetableFile read(std::string_view text, const Pictures& known = pictures()) {
  const test::TemporaryDir dir;
  test::write_file(dir / "timetable.toml", text);
  return read_timetable(dir / "timetable.toml", kretinga(), known);
}

Series one(std::string_view text) {
  const auto file = read(text);
  REQUIRE(file.series.size() == 1);
  return file.series.front();
}

/// What the reader says about a file, without the file's name: ":4: series.from: ...".
std::string complaint(std::string_view text, const Pictures& known = pictures()) {
  try {
    read(text, known);
  } catch (const ConfigError& error) {
    const std::string what = error.what();
    return what.substr(what.find(".toml") + 5);
  }
  return "";
}

// "[[series]]" stands on line 1, "from" on line 6.
constexpr std::string_view kClay = R"([[series]]
id = "clay"
activity = "clay"
days = ["thu", "tue"]
time = "10.00-11.30"
from = 2026-09-02
)";

constexpr std::string_view kNews = R"([[announcements]]
id = "concert"
symbol = "music"
text = { lt = "Koncertas!", lv = "Koncerts!", en = "A concert!" }
from = 2026-12-01
)";

constexpr std::string_view kClosed = R"([[closures]]
id = "repairs"
name = { lt = "Remontas", lv = "Remonts", en = "Repairs" }
from = 2026-12-28
to = 2027-01-02
)";

std::string clay(std::string_view more) {
  return std::string{kClay} + std::string{more};
}

std::string with(std::string_view file, std::string_view piece, std::string_view by) {
  std::string text{file};
  const auto at = text.find(piece);
  REQUIRE(at != std::string::npos);
  return text.replace(at, piece.size(), by);
}

}  // namespace

TEST_CASE("Clay on Tuesdays and Thursdays is read as it is written") {
  const Series series =
      one(clay("until = 2027-06-30\nplaces = 6\nformat = \"group\"\n"
               "leader = \"Ona\"\nroom = \"hall\"\n"));
  CHECK(series.id == "clay");
  CHECK(series.activity == "clay");
  CHECK(series.start == WallTime{CivilDay{2026, 9, 3}, 600});  // the first Thursday
  CHECK(series.duration == 90);
  CHECK(series.rule.text() == "FREQ=WEEKLY;UNTIL=20270630T235900;BYDAY=TU,TH");
  CHECK(series.places == 6);
  CHECK(series.format == Format::kGroup);
  CHECK(series.leader == "Ona");
  CHECK(series.room == "hall");
}

TEST_CASE("Without days a series takes place once") {
  const Series series = one(with(kClay, "days = [\"thu\", \"tue\"]\n", ""));
  CHECK(series.rule.once());
  CHECK(series.start.date == CivilDay{2026, 9, 2});
  CHECK(series.places == 0);
  CHECK(series.format == Format::kOpen);
}

TEST_CASE("A month's days are written in words") {
  const auto rule = [](std::string_view monthly) {
    const Series series = one(with(kClay, "days = [\"thu\", \"tue\"]",
                                   "monthly = " + std::string{monthly} + "\nevery = 2"));
    return series.start.date.iso() + ' ' + series.rule.text();
  };
  CHECK(rule("\"last fri\"") == "2026-09-25 FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR");
  CHECK(rule("[\"first mon\", \"third mon\"]") ==
        "2026-09-07 FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,3MO");
  CHECK(rule("\"15\"") == "2026-09-15 FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15");
  CHECK(rule("\"last day\"") == "2026-09-30 FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1");
}

TEST_CASE("Every second week is counted from the first day that fits") {
  const Series series = one(with(clay("every = 2\n"), "\"thu\", ", ""));
  CHECK(series.start.date == CivilDay{2026, 9, 8});
  const auto days =
      occurrences(series.rule, series.start, CivilDay{2026, 9, 1}, CivilDay{2026, 10, 1});
  REQUIRE(days.size() == 2);
  CHECK(days[1].date == CivilDay{2026, 9, 22});
}

TEST_CASE("A rule of a calendar is the way out") {
  const Series series = one(with(
      with(kClay, "days = [\"thu\", \"tue\"]", "rule = \"FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=23\""),
      "2026-09-02", "2027-06-23"));
  CHECK(series.rule.text() == "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=23");
}

TEST_CASE("A day that is off, moved or added is so, and no other") {
  const Series series =
      one(clay("off = [2026-09-08]\nextra = [2026-09-09]\n"
               "moved = [{ day = 2026-09-10, to = 2026-09-11, time = \"13.00-14.00\" },\n"
               "         { day = 2026-09-15, room = \"hall\" }]\n"));
  REQUIRE(series.exceptions.size() == 3);
  CHECK(series.exceptions[0].original == WallTime{CivilDay{2026, 9, 8}, 600});
  CHECK(series.exceptions[0].cancelled);
  CHECK(series.exceptions[1].start == WallTime{CivilDay{2026, 9, 11}, 780});
  CHECK(series.exceptions[1].duration == 60);
  CHECK(series.exceptions[2].room == "hall");
  CHECK(series.exceptions[2].duration == 0);
  CHECK(series.extra == std::vector<WallTime>{{CivilDay{2026, 9, 9}, 600}});
}

TEST_CASE("With slots a whole day is off or moved, each slot of it") {
  const Series series =
      one(clay("slots = { minutes = 20, pause = 10 }\noff = [2026-09-08]\n"
               "moved = [{ day = 2026-09-10, time = \"13.00-14.30\" }]\n"));
  REQUIRE(series.exceptions.size() == 6);
  CHECK(series.exceptions[2].original == WallTime{CivilDay{2026, 9, 8}, 660});
  CHECK(series.exceptions[2].cancelled);
  CHECK(series.exceptions[5].original == WallTime{CivilDay{2026, 9, 10}, 660});
  CHECK(series.exceptions[5].start == WallTime{CivilDay{2026, 9, 10}, 840});
  CHECK(series.exceptions[5].duration == 20);
}

TEST_CASE("An announcement has a picture, a sentence and its days") {
  const auto file = read(kNews);
  REQUIRE(file.announcements.size() == 1);
  const Announcement& news = file.announcements.front();
  CHECK(news.symbol == "music");
  CHECK(news.text.in("lv") == "Koncerts!");
  CHECK(news.from == CivilDay{2026, 12, 1});
  CHECK(news.to == CivilDay{2026, 12, 1});
}

TEST_CASE("Closed days have a name and no picture, and are no announcement's namesake") {
  const auto file = read(std::string{kNews} + std::string{kClosed});
  REQUIRE(file.announcements.size() == 2);
  const auto closed = std::ranges::find(file.announcements, true, &Announcement::closes);
  REQUIRE(closed != file.announcements.end());
  CHECK(closed->id == "repairs");
  CHECK(closed->symbol.empty());
  CHECK(closed->text.in("lv") == "Remonts");
  CHECK(closed->from == CivilDay{2026, 12, 28});
  CHECK(closed->to == CivilDay{2027, 1, 2});
  const std::string told =
      complaint(std::string{kNews} + with(kClosed, "\"repairs\"", "\"concert\""));
  CHECK(told.starts_with(":2: announcements.id: \"concert\" is already"));
}

TEST_CASE("A mistake in a timetable is named with line, key and what would be right") {
  struct Dirty {
    std::string text, complaint;
  };
  const std::vector<Dirty> table{
      {with(kClay, "activity = \"clay\"", "activity = \"klay\""),
       R"(:3: series.activity: "klay" is not an activity of this centre. It has "clay", "embr)"},
      {with(kClay, "activity = \"clay\"\n", ""), ":1: series.activity: is missing."},
      {with(kClay, "from = 2026-09-02\n", ""), ":1: series.from: is missing."},
      {with(kClay, "2026-09-02", "\"2. 9.\""), ":6: series.from: must be a date, without quotes"},
      {with(kClay, "2026-09-02", "2026-09-31"), ":6: "},
      {with(kClay, "10.00-11.30", "10-11"),
       R"(:5: series.time: "10-11" is not a time. Write it as "10.00-11.30".)"},
      {with(kClay, "10.00-11.30", "10.00-10.04"), ":5: series.time: \"10.00-10.04\" is shorter"},
      {with(kClay, "\"tue\"", "\"tuesday\""), R"(:4: series.days: "tuesday" is not a day.)"},
      {with(kClay, "days = [\"thu\", \"tue\"]", "monthly = \"fifth tue\""),
       R"(:4: series.monthly: "fifth tue" is not a day of a month. Write "first mon")"},
      {with(kClay, "days = [\"thu\", \"tue\"]", "monthly = [\"first tue\", \"15\"]"),
       ":4: series.monthly: A day such as 2TU and BYMONTHDAY exclude"},
      {with(kClay, "days = [\"thu\", \"tue\"]", "rule = \"FREQ=HOURLY\""),
       ":4: series.rule: FREQ=HOURLY is not possible."},
      {with(kClay, "days = [\"thu\", \"tue\"]", "rule = \"FREQ=WEEKLY;BYDAY=MO\""),
       ":6: series.from: is no day of the rule. Its first one is 2026-09-07."},
      {clay("monthly = \"15\"\n"), R"(:7: series.monthly: and "days" exclude each other.)"},
      {clay("until = 2026-09-01\n"), R"(:7: series.until: is before "from".)"},
      {clay("until = 2026-09-02\n"), ":4: series.days: gives no day at all."},
      {with(clay("every = 2\n"), "days = [\"thu\", \"tue\"]\n", ""),
       R"(:6: series.every: needs "days" or "monthly".)"},
      {clay("every = 0\n"), ":7: series.every: must be from 1 to 99. Usual is 1."},
      {clay("room = \"cellar\"\n"), ":7: series.room: \"cellar\" is not a room of this centre."},
      {clay("places = 0\n"), ":7: series.places: must be from 1 to 500."},
      {clay("format = \"course\"\n"), ":7: series.format: \"course\" is not possible."},
      {clay("slots = { pause = 10 }\n"), ":7: series.slots.minutes: is missing."},
      {clay("slots = { minutes = 100 }\n"), ":7: series.slots.minutes: is longer than the whole"},
      {with(clay("slots = { minutes = 20 }\n"), "10.00-11.30", "23.00-0.30"),
       ":7: series.slots.minutes: cannot be counted over midnight."},
      {clay("off = [2026-09-09]\n"), ":7: series.off: 2026-09-09 is no day of the series."},
      {clay("off = [2026-09-08, 2026-09-08]\n"), ":7: series.off: 2026-09-08 is changed already."},
      {clay("off = \"8 September\"\n"), ":7: series.off: must be dates, without quotes"},
      {clay("extra = [2026-09-08]\n"), ":7: series.extra: 2026-09-08 is a day of the series"},
      {clay("moved = [{ day = 2026-09-08 }]\n"),
       ":7: series.moved.day: is moved, but not where to."},
      {clay("moved = [{ day = 2026-09-09, to = 2026-09-10 }]\n"),
       ":7: series.moved.day: 2026-09-09 is no day of the series."},
      {clay("slots = { minutes = 20 }\nmoved = [{ day = 2026-09-08, time = \"13.00-14.00\" }]\n"),
       ":8: series.moved.time: must be as long as the time of the series"},
      {clay("teacher = \"Ona\"\n"), ":7: series.teacher: is not known here."},
      {clay(kClay), R"(:8: series.id: "clay" is already another series.)"},
      {with(kNews, "music", "musik"),
       R"(:3: announcements.symbol: there is no picture "musik". Did you mean "music"?)"},
      {with(kNews, "A concert!", "a b c d e f g h i j k"),
       R"(:4: announcements.text: has more than ten words in "en". Say it in fewer.)"},
      {with(kNews, "lv = \"Koncerts!\", ", ""), ":4: announcements.text.lv: is missing."},
      {with(kNews, "from = 2026-12-01", "from = 2026-12-01\nto = 2026-11-30"),
       ":6: announcements.to: 2026-11-30 is before 2026-12-01."},
      {std::string{kNews} + std::string{kNews}, ":7: announcements.id: \"concert\" is already"},
      {with(kClosed, "lv = \"Remonts\", ", ""), ":3: closures.name.lv: is missing."},
      {with(kClosed, "id = \"repairs\"\n", ""), ":1: closures.id: is missing."},
      {with(kClosed, "to = 2027", "to = 2026"),
       ":5: closures.to: 2026-01-02 is before 2026-12-28."},
      {"[[serie]]\n", ":1: serie: is not known here. Did you mean \"series\"?"},
  };
  for (const Dirty& dirty : table) {
    INFO(dirty.text);
    const std::string told = complaint(dirty.text);
    CHECK(told.substr(0, dirty.complaint.size()) == dirty.complaint);
    CHECK(std::ranges::count(told, '\n') == 0);
  }
}

TEST_CASE("An activity whose symbol has no picture cannot be posted") {
  CHECK(
      complaint(kClay, {"wood"}).find(R"(:3: series.activity: "clay" cannot be posted: its sym)") ==
      0);
}

TEST_CASE("The timetables that come with the program are all right") {
  int timetables = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kConfig / "timetables")) {
    if (entry.path().extension() != ".toml") continue;
    ++timetables;
    INFO(entry.path());
    const Centre centre = read_centre(kConfig / "centres" / entry.path().filename());
    const TimetableFile file = read_timetable(entry.path(), centre, pictures());
    CHECK(file.series.size() >= 4);
    CHECK_FALSE(file.announcements.empty());
    const Timetable timetable(file.series, centre.closures, centre);
    for (const Series& series : file.series) {
      INFO(series.id);
      CHECK(room_conflicts(timetable, series, centre).empty());
      // What is on is on while the door is open.
      for (const Session& session :
           timetable.sessions(CivilDay{2026, 11, 23}, CivilDay{2026, 12, 22})) {
        INFO(session.ref.series << ' ' << session.start.date.iso());
        CHECK(opening_at(centre, session.from).open);
        CHECK(opening_at(centre, session.to - Millis{1}).open);
      }
    }
  }
  CHECK(timetables == 4);
}

TEST_CASE("In Kretinga half past two is a time of the sensory room") {
  const Centre centre = kretinga();
  const Timetable timetable(
      read_timetable(kConfig / "timetables/kretinga.toml", centre, pictures()).series, {}, centre);
  const auto session = timetable.find({"sensory-room", {CivilDay{2026, 11, 23}, 14 * 60 + 30}});
  REQUIRE(session);
  CHECK(session->duration == 20);
  CHECK(session->series->places == 1);
}
