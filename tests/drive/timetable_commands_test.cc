// SPDX-License-Identifier: EUPL-1.2
// The timetable in and out, as staff do it: `post`, `import timetable` and `export timetable`.
#include <algorithm>

#include "store/posting.h"
#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

const std::string kTimetable = SVEIKI_SOURCE_DIR "/config/timetables/kretinga.toml";
const std::string kGoogle = SVEIKI_SOURCE_DIR "/tests/calendar/samples/google.ics";

const std::string kClay = R"([[series]]
id = "clay"
activity = "clay"
days = ["tue", "thu"]
time = "10.00-11.30"
from = 2026-09-01
)";

const std::string kWoodThere = R"([[series]]
id = "wood"
activity = "wood"
room = "clay-room"
days = ["tue"]
time = "11.00-12.00"
from = 2026-09-01
)";

std::string closed(CivilDay day) {
  return "[[closures]]\nid = \"repairs\"\nfrom = " + day.iso() +
         "\nname = { lt = \"Remontas\", lv = \"Remonts\", en = \"Repairs\" }\n";
}

/// A calendar with one event of a whole day.
std::string whole_day(CivilDay day, const std::string& title, const std::string& more = "") {
  return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:day\r\nSUMMARY:" + title +
         "\r\nDTSTART;VALUE=DATE:" + std::to_string(day.number()) + "\r\n" + more +
         "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

/// A data directory, and a timetable in it that is posted.
struct Staff {
  KioskData data;

  Ran post(const std::string& timetable, const std::vector<std::string>& more = {}) const {
    write_file(data / "timetable.toml", timetable);
    return command({"post", data / "timetable.toml"}, more);
  }
  Ran import(const std::string& file, const std::vector<std::string>& more = {}) const {
    return command({"import", "timetable", file}, more);
  }
  std::vector<store::Posted> posted() const { return store::Posting(data.path()).posted(); }
  std::vector<Announcement> announcements() const {
    return store::Posting(data.path()).announcements();
  }

 private:
  Ran command(std::vector<std::string> words, const std::vector<std::string>& more) const {
    words.insert(words.end(), {"--data", data.path()});
    words.insert(words.end(), more.begin(), more.end());
    return run_kiosk(words);
  }
};

bool says(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("The timetable of Kretinga is posted, and posted again it changes nothing") {
  const Staff staff;
  const Ran first = staff.post(read_file(kTimetable));
  INFO(first.err);
  REQUIRE(first.code == 0);
  CHECK(first.out ==
        "New: gymnastics clay wood embroidery sensory-room psychologist open-talk\n"
        "7 series, of which 0 as before, 0 closures and 2 announcements are posted\n");
  CHECK(staff.posted().size() == 7);
  CHECK(store::Posting(staff.data.path()).announcements().size() == 2);
  CHECK(staff.post(read_file(kTimetable)).out ==
        "7 series, of which 7 as before, 0 closures and 2 announcements are posted\n");
}

TEST_CASE("What is changed in the file is changed on the wall, and what is gone is withdrawn") {
  const Staff staff;
  REQUIRE(staff.post(kClay + kWoodThere, {"--conflicts", "keep"}).code == 0);
  std::string later = kClay;
  later.replace(later.find("10.00"), 5, "10.15");
  const Ran dry = staff.post(later, {"--dry-run"});
  CHECK(dry.out ==
        "Changed: clay\nWithdrawn: wood\n"
        "1 series, of which 0 as before, 0 closures and 0 announcements could be posted\n");
  CHECK(staff.posted().size() == 2);
  REQUIRE(staff.post(later).code == 0);
  REQUIRE(staff.posted().size() == 1);
  CHECK(staff.posted()[0].series.start.minutes == 615);
  CHECK(staff.posted()[0].sequence == 1);
}

TEST_CASE("Two sessions in one room are named, and nothing is posted until staff decide") {
  const Staff staff;
  const Ran refused = staff.post(kClay + kWoodThere);
  CHECK(refused.code == 1);
  CHECK(says(refused.err,
             ", room \"clay-room\": \"clay\" 10.00-11.30 and \"wood\" 11.00-12.00, and "));
  CHECK(says(refused.err,
             "nothing was posted: move one, cancel one, or keep both with --conflicts keep"));
  CHECK(staff.posted().empty());
  const Ran kept = staff.post(kClay + kWoodThere, {"--conflicts", "keep"});
  CHECK(kept.code == 0);
  CHECK(says(kept.err, "\"clay\" 10.00-11.30"));
  CHECK(staff.posted().size() == 2);
  // What was decided once is not asked again.
  CHECK(staff.post(kClay + kWoodThere).code == 0);
}

TEST_CASE("A mistake in the file is named, and what stood still stands") {
  const Staff staff;
  REQUIRE(staff.post(kClay).code == 0);
  const Ran refused = staff.post(kClay + "leeder = \"Ona\"\n");
  CHECK(refused.code == 1);
  CHECK(says(refused.err, "timetable.toml:7: series.leeder: is not known here."));
  CHECK(staff.posted().size() == 1);
  CHECK(staff
            .post("[[announcements]]\nid = \"a\"\nsymbol = \"unicorn\"\n"
                  "text = { lt = \"a\", lv = \"a\", en = \"a\" }\nfrom = 2026-12-01\n")
            .err.find("there is no picture \"unicorn\"") != std::string::npos);
}

TEST_CASE("Staff post while the kiosk runs") {
  const Staff staff;
  Driven kiosk(staff.data.path());
  kiosk.go({clock_at("10:00")});
  CHECK(staff.post(kClay).code == 0);
  CHECK(kiosk.go({"tap enter"}) == "who");
  CHECK(kiosk.end() == 0);
}

TEST_CASE("A calendar comes in beside what was posted by hand, its whole days too") {
  const Staff staff;
  REQUIRE(staff.post(kWoodThere).code == 0);
  const Ran dry = staff.import(kGoogle, {"--dry-run", "--conflicts", "keep"});
  CHECK(dry.out ==
        "On the wall 2026-12-24 to 2026-12-26: Kalėdos\n"
        "3 events: 3 new, 0 changed, 0 as before, 0 withdrawn, 0 not kept; nothing was changed\n");
  CHECK(staff.posted().size() == 1);
  const Ran refused = staff.import(kGoogle);
  CHECK(refused.code == 1);
  CHECK(says(refused.err, "keep both with --conflicts keep"));
  const Ran first = staff.import(kGoogle, {"--conflicts", "keep"});
  REQUIRE(first.code == 0);
  CHECK(first.out ==
        "On the wall 2026-12-24 to 2026-12-26: Kalėdos\n"
        "3 events: 3 new, 0 changed, 0 as before, 0 withdrawn, 0 not kept\n");
  CHECK(staff.import(kGoogle).out ==
        "3 events: 0 new, 0 changed, 3 as before, 0 withdrawn, 0 not kept\n");
  CHECK(staff.posted().size() == 3);
  // What calendars brought in is not the file's to withdraw.
  REQUIRE(staff.post(kWoodThere).code == 0);
  CHECK(staff.posted().size() == 3);
}

TEST_CASE(
    "what was deleted in the calendar is withdrawn when staff say that the file is all of it") {
  const Staff staff;
  const auto calendar = [&](const std::string& uids) {
    std::string text = "BEGIN:VCALENDAR\r\n";
    for (const char uid : uids)
      text += std::string{"BEGIN:VEVENT\r\nUID:"} + uid +
              "\r\nSUMMARY:Molis\r\nDTSTART:20261124T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
    write_file(staff.data / "c.ics", text + "END:VCALENDAR\r\n");
    return (staff.data / "c.ics").string();
  };
  REQUIRE(staff.post(kWoodThere).code == 0);
  REQUIRE(staff.import(calendar("ab"), {"--conflicts", "keep"}).code == 0);
  CHECK(says(staff.import(calendar("a")).out, "1 entries of calendars are not in this one"));
  CHECK(staff.posted().size() == 3);
  CHECK(says(staff.import(calendar("a"), {"--whole"}).out, "1 as before, 1 withdrawn"));
  // What was posted by hand is no calendar's.
  CHECK(staff.posted().size() == 2);
}

TEST_CASE(
    "a day that staff post as closed closes the door of the running kiosk, until it is gone") {
  const Staff staff;
  Driven kiosk(staff.data.path());
  CHECK(kiosk.go({clock_at("10:00")}) == "attract");
  const Ran ran = staff.post(kClay + closed(monday()));
  CHECK(says(ran.out, "1 closures and 0 announcements are posted"));
  CHECK(kiosk.go({"clock +PT60S", "wait"}) == "closed");
  CHECK(kiosk.go({"scan SV-1001", "wait"}) == "closed");
  CHECK(staff.post(kClay).code == 0);
  CHECK(kiosk.go({"clock +PT60S", "wait"}) == "attract");
  CHECK(kiosk.end() == 0);
}

TEST_CASE("A closed day of a calendar closes the door too, and stays when staff post by hand") {
  const Staff staff;
  const std::string file = staff.data / "c.ics";
  write_file(file, whole_day(monday(), "Centras uždarytas"));
  const Ran dry = staff.import(file, {"--dry-run"});
  const std::string told = "Closed " + monday().iso() + ": Centras uždarytas\n1 events: 1 new, ";
  CHECK(dry.out.starts_with(told));
  CHECK(staff.announcements().empty());
  CHECK(staff.import(file).out.starts_with(told));
  REQUIRE(staff.post(kClay).code == 0);
  REQUIRE(staff.announcements().size() == 1);
  CHECK(staff.announcements()[0].uid == "day");
  Driven kiosk(staff.data.path());
  CHECK(kiosk.go({clock_at("10:00")}) == "closed");

  write_file(file, whole_day(monday(), "Centras uždarytas", "STATUS:CANCELLED\r\n"));
  CHECK(says(staff.import(file).out, "0 as before, 1 withdrawn"));
  CHECK(kiosk.go({"clock +PT60S", "wait"}) == "attract");
  CHECK(kiosk.end() == 0);
}

TEST_CASE("A closed day that staff change has a newer revision, and takes no id of a calendar") {
  const Staff staff;
  REQUIRE(staff.post(closed(monday())).code == 0);
  REQUIRE(staff.post(closed(monday())).code == 0);
  CHECK(staff.announcements().at(0).sequence == 0);
  REQUIRE(staff.post(closed(monday().next())).code == 0);
  CHECK(staff.announcements().at(0).sequence == 1);

  const std::string file = staff.data / "c.ics";
  write_file(file, whole_day(monday(), "Mugė"));
  REQUIRE(staff.import(file).code == 0);
  std::string clash = closed(monday());
  clash.replace(clash.find("repairs"), 7, staff.announcements().at(0).id);
  CHECK(says(staff.post(clash).err, "is of a calendar. Choose another id"));
  CHECK(staff.announcements().size() == 2);
}

TEST_CASE("Rooms that are taken twice on a closed day only are no trouble") {
  const Staff staff;
  std::string once = kWoodThere;
  once.replace(once.find("days"), 15, "");
  once.replace(once.find("2026-09-01"), 10, monday().next().iso());
  CHECK(staff.post(kClay + once).code == 1);
  CHECK(staff.post(kClay + once + closed(monday().next())).code == 0);
}

TEST_CASE(
    "what is deleted in the calendar goes from the wall when staff say that the file is all") {
  const Staff staff;
  const std::string file = staff.data / "c.ics";
  write_file(file, whole_day(monday(), "Mugė"));
  REQUIRE(staff.import(file).code == 0);
  REQUIRE(staff.post(kClay + closed(monday())).code == 0);
  write_file(file, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  CHECK(says(staff.import(file).out, "1 entries of calendars are not in this one"));
  CHECK(staff.announcements().size() == 2);
  CHECK(says(staff.import(file, {"--whole"}).out, "1 withdrawn"));
  CHECK(staff.announcements().size() == 1);
}

TEST_CASE("Staff say what a title means, or are told that they said it wrongly") {
  const Staff staff;
  const std::string file = staff.data / "yoga.ics";
  write_file(file,
             "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:y\r\nSUMMARY:Jogos pamoka\r\n"
             "DTSTART:20261124T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  CHECK(says(staff.import(file).err, "--as \"Jogos pamoka=clay\""));
  CHECK(staff.posted().empty());
  CHECK(says(staff.import(file, {"--as", "Jogos pamoka=yoga"}).err, "the id of an activity"));
  CHECK(staff.import(file, {"--as", "Jogos pamoka=gymnastics"}).code == 0);
  REQUIRE(staff.posted().size() == 1);
  CHECK(staff.posted()[0].series.activity == "gymnastics");
  CHECK(staff.posted()[0].uid == "y");
}

TEST_CASE("A file that is no calendar ends in a sentence") {
  const Staff staff;
  const Ran ran = staff.import(kTimetable);
  CHECK(ran.code == 1);
  CHECK(ran.err ==
        "sveiki-kiosk: kretinga.toml is not a calendar: it does not begin with BEGIN:VCALENDAR.\n");
  CHECK(says(staff.import("/nowhere.ics").err, "cannot read /nowhere.ics"));
}

TEST_CASE("What goes out comes back in, here and in another centre's folder") {
  const Staff staff;
  REQUIRE(staff.post(read_file(kTimetable) + closed(monday())).code == 0);
  const std::string file = staff.data / "out.ics";
  const Ran out = run_kiosk(
      {"export", "timetable", "--data", staff.data.path(), "-o", file, "--language", "lv"});
  INFO(out.err);
  REQUIRE(out.code == 0);
  CHECK(says(read_file(file), "SUMMARY:Māls"));
  CHECK(staff.import(file).out ==
        "10 events: 0 new, 0 changed, 10 as before, 0 withdrawn, 0 not kept\n");
  const Staff empty;
  REQUIRE(empty.import(file).code == 0);
  CHECK(empty.posted() == staff.posted());
  CHECK(empty.announcements() == staff.announcements());
  const Ran told = run_kiosk({"export", "timetable", "--data", staff.data.path()});
  CHECK(told.out.starts_with("BEGIN:VCALENDAR\r\n"));
}

TEST_CASE("A centre that is set up for show has its timetable on the wall") {
  const TemporaryDir dir;
  const Ran ran =
      run_kiosk({"setup", "--demo", "--data", dir / "data", "--centre",
                 SVEIKI_SOURCE_DIR "/config/centres/kretinga.toml", "--today", "2026-11-23"});
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  store::Posting posting(dir / "data");
  CHECK(posting.posted().size() == 7);
  CHECK(posting.announcements().size() == 2);
}
