// SPDX-License-Identifier: EUPL-1.2
#include "store/posting.h"

#include <SQLiteCpp/Database.h>

#include "store/a_timetable.h"
#include "store/check.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using store::Posted;
using store::Posting;

namespace {

const CivilDay kDay{2026, 11, 3};

/// A series that uses everything that a series can have.
Posted everything() {
  Posted posted;
  posted.uid = "7c1d@calendar.example";
  posted.sequence = 3;
  Series& s = posted.series;
  s.id = "sensory";
  s.activity = "clay";
  s.room = "attic";
  s.leader = "Rasa Žukauskienė";
  s.format = Format::kIndividual;
  s.places = 2;
  s.start = {CivilDay{2026, 11, 2}, 14 * 60 + 30};
  s.duration = 120;
  s.slots = Slots{20, 10};
  s.rule = Rule::parse("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=30");
  s.extra = {{CivilDay{2026, 11, 7}, 600}, {CivilDay{2026, 11, 8}, 0}};
  s.exceptions = {
      {{CivilDay{2026, 11, 5}, 870}, true},
      {{CivilDay{2026, 11, 9}, 870}, false, {CivilDay{2026, 11, 10}, 1439}, 60, "hall"}};
  return posted;
}

Announcement soup(const std::string& latvian = "Šodien ir zupa.") {
  return {"soup", "soup", LocalText{{{"lv", latvian}, {"lt", "Šiandien sriuba."}}}, kDay,
          kDay.next(4)};
}

Announcement closed(CivilDay from, CivilDay to) {
  return {"repairs", "", LocalText{{{"lt", "Remontas"}}}, from, to, true, "a@calendar.example", 2};
}

const auto kNow = november(2, 8);

}  // namespace

TEST_CASE("What was posted stands as it was posted, and only once however often it is posted") {
  ACentre centre;
  Posting posting(centre.dir.path());
  CHECK(posting.posted().empty());
  CHECK(posting.apply({{everything(), daily("wood", 0)}, {}, {}}, "Rasa", kNow).posted == 2);
  CHECK(posting.posted() == std::vector{everything(), daily("wood", 0)});

  Posted shuffled = everything();
  std::swap(shuffled.series.exceptions[0], shuffled.series.exceptions[1]);
  shuffled.series.extra = {shuffled.series.extra[1], shuffled.series.extra[0],
                           shuffled.series.extra[1]};
  const auto again = posting.apply({{shuffled}, {}, {}}, "Rasa", kNow);
  CHECK(again.unchanged == 1);
  CHECK(again.posted + again.revised == 0);

  Posted later = everything();
  later.series.exceptions.pop_back();
  later.series.slots.reset();
  later.sequence = 4;
  CHECK(posting.apply({{later}, {}, {}}, "Rasa", kNow).revised == 1);
  CHECK(Posting(centre.dir.path()).posted() == std::vector{later, daily("wood", 0)});
}

TEST_CASE("What is withdrawn stands no more, and what never stood cannot be withdrawn") {
  ACentre centre;
  Posting posting(centre.dir.path());
  posting.apply({{daily("clay", 2)}, {}, {}}, "Rasa", kNow);
  CHECK(posting.apply({{}, {"clay", "clay", "painting"}, {}}, "Rasa", kNow).withdrawn == 1);
  CHECK(posting.posted().empty());
  CHECK(posting.apply({{}, {"clay"}, {}}, "Rasa", kNow).withdrawn == 0);
  CHECK(posting.apply({{daily("clay", 2)}, {}, {}}, "Rasa", kNow).posted == 1);
  CHECK(posting.posted().size() == 1);
}

TEST_CASE("Announcements stand until others are posted") {
  ACentre centre;
  Posting posting(centre.dir.path());
  posting.apply({{}, {}, {{soup()}}}, "Rasa", kNow);
  posting.apply({{daily("clay", 2)}, {}, {}}, "Rasa", kNow);
  const auto said = posting.announcements();
  REQUIRE(said.size() == 1);
  CHECK(said[0].id == "soup");
  CHECK(said[0].symbol == "soup");
  CHECK(said[0].text.in("lv") == "Šodien ir zupa.");
  CHECK(said[0].text.in("lt") == "Šiandien sriuba.");
  CHECK(said[0].valid_on(kDay.next(4)));
  CHECK_FALSE(said[0].valid_on(kDay.next(5)));
  posting.apply({{}, {}, {{soup("Zupas nav.")}}}, "Rasa", kNow);
  CHECK(posting.announcements().at(0).text.in("lv") == "Zupas nav.");
  posting.apply({{}, {}, {std::vector<Announcement>{}}}, "Rasa", kNow);
  CHECK(posting.announcements().empty());
}

TEST_CASE("Announcements in another order, or said in fewer languages, are the same") {
  ACentre centre;
  Posting posting(centre.dir.path());
  Announcement later = soup();
  later.id = "concert";
  later.from = kDay.next();
  posting.apply({{}, {}, {{later, soup(), closed(kDay, kDay)}}}, "Rasa", kNow);
  const auto said = posting.announcements();
  CHECK(said == std::vector{closed(kDay, kDay), soup(), later});
  posting.apply({{}, {}, {{soup(), closed(kDay, kDay), later}}}, "Rasa", kNow);
  SQLite::Database db((centre.dir / "centre.db").string());
  CHECK(db.execAndGet("SELECT count(*) FROM posting").getInt() == 1);
}

TEST_CASE(
    "A closed day that staff post closes the running kiosk and gives no places, until it goes") {
  ACentre centre;
  auto record = centre.open(kNow);
  Posting posting(centre.dir.path());
  posting.apply({{daily("clay", 2)}, {}, {{soup()}}}, "Rasa", kNow);
  const auto planned = [&](int day) {
    record.keep_day(november(day, 9));
    SQLite::Database db((centre.dir / "centre.db").string());
    SQLite::Statement row(db, "SELECT planned FROM day WHERE civil_day = ?");
    row.bind(1, CivilDay{2026, 11, static_cast<unsigned>(day)}.number());
    return row.executeStep() && row.getColumn(0).getInt() == 1;
  };
  CHECK(planned(2));
  const std::string token = token_of(record, 0);
  CHECK(record.sign_up(token, session_on(3), kNow).index() == 0);

  // Only closed days change, no series.
  posting.apply({{}, {}, {{soup(), closed(kDay, kDay.next())}}}, "Rasa", kNow);
  CHECK(record.sign_up(token, session_on(4), kNow) == SignUpOutcome{Refused::kNotOffered});
  CHECK(record.sign_up(token, session_on(5), kNow).index() == 0);
  const auto wall = record.wall(kDay, kDay.next(2));
  REQUIRE(wall.closures.size() == 1);
  CHECK(wall.closures[0].from == kDay);
  CHECK(wall.closures[0].to == kDay.next());
  CHECK(wall.closures[0].name.in("lv") == "Remontas");
  CHECK(wall.announcements == std::vector{soup()});
  CHECK(wall.fills == Fills{{session_on(5), Fill{1, 0}}});
  CHECK_FALSE(planned(3));

  posting.apply({{}, {}, {{soup()}}}, "Rasa", kNow);
  CHECK(record.wall(kDay, kDay).closures.empty());
  CHECK(record.wall(kDay, kDay).fills == Fills{{session_on(3), Fill{1, 0}}});
  CHECK(planned(3));
}

TEST_CASE("A kiosk that starts on a day that was posted as closed knows it, its own file's too") {
  ACentre centre;
  Posting(centre.dir.path()).apply({{}, {}, {{closed(kDay, kDay)}}}, "Rasa", kNow);
  Centre with_own = centre.centre;
  with_own.closures = {{kDay.next(), kDay.next(), LocalText{{{"lt", "Šventė"}}}}};
  store::Record record(centre.dir.path(), with_own, kNow);
  const auto closures = record.wall(kDay, kDay).closures;
  REQUIRE(closures.size() == 2);
  CHECK(closures[0].name.in("lt") == "Šventė");
  CHECK(closures[1].name.in("lt") == "Remontas");
}

TEST_CASE("A posting that cannot be kept changes nothing at all") {
  ACentre centre;
  Posting posting(centre.dir.path());
  Posted bad = daily("wood", 501);
  CHECK_THROWS_AS(posting.apply({{daily("clay", 2), bad}, {}, {{soup()}}}, "Rasa", kNow),
                  RecordFault);
  CHECK(posting.posted().empty());
  CHECK(posting.announcements().empty());
}

TEST_CASE("Staff post while the kiosk runs, and it hears of it once") {
  ACentre centre;
  auto record = centre.open(kNow);
  CHECK_FALSE(record.changed_elsewhere());
  CHECK(record.wall(kDay, kDay).series.empty());
  Posting posting(centre.dir.path());
  posting.apply({{daily("clay", 2), daily("wood", 0)}, {}, {{soup()}}}, "Rasa", kNow);
  CHECK(record.changed_elsewhere());
  CHECK_FALSE(record.changed_elsewhere());
  const auto wall = record.wall(kDay, kDay);
  CHECK(wall.series == std::vector{daily("clay", 2).series, daily("wood", 0).series});
  CHECK(wall.announcements.size() == 1);
  CHECK(wall.fills == Fills{{session_on(3), Fill{0, 0}}});

  // The same again is no news, and neither is what the kiosk records itself.
  posting.apply({{daily("clay", 2)}, {}, {{soup()}}}, "Rasa", kNow);
  record.sign_up(token_of(record, 0), session_on(3), kNow);
  CHECK_FALSE(record.changed_elsewhere());
}

TEST_CASE("A series of an activity that the centre has no more stays in the record, unseen") {
  ACentre centre;
  post(centre, {daily("clay", 2), daily("wood", 2)});
  {
    auto record = centre.open(kNow);
    record.sign_up(token_of(record, 0), session_on(3, "wood"), kNow);
  }
  Centre without_wood = centre.centre;
  std::erase_if(without_wood.activities, [](const Activity& a) { return a.id == "wood"; });
  {
    store::Record record(centre.dir.path(), without_wood, kNow);
    CHECK(record.wall(kDay, kDay).series == std::vector{daily("clay", 2).series});
    CHECK(record.places(token_of(record, 0), kDay, kDay, store::Record::Tell::kNo, kNow).empty());
  }
  const auto report = store::check_record(centre.dir.path(), &without_wood);
  CHECK(report.wrong.empty());
  CHECK(report.notes ==
        std::vector<std::string>{
            "the series \"wood\" is not shown: the centre has no activity \"wood\""});
  CHECK(store::check_record(centre.dir.path(), &centre.centre).notes.empty());
  // It comes back with the activity, with its sign-ups.
  auto record = centre.open(kNow);
  CHECK(record.places(token_of(record, 0), kDay, kDay, store::Record::Tell::kNo, kNow).size() == 1);
}

TEST_CASE("A room that the centre has no more is said, and the session takes place") {
  ACentre centre;
  post(centre, {everything()});
  const auto report = store::check_record(centre.dir.path(), &centre.centre);
  CHECK(report.wrong.empty());
  CHECK(report.notes ==
        std::vector<std::string>{
            "the series \"sensory\" is shown without a room: the centre has no room \"attic\"",
            "the series \"sensory\" is shown without a room: the centre has no room \"hall\""});
  auto record = centre.open(kNow);
  CHECK(record.sign_up(token_of(record, 0), {"sensory", {CivilDay{2026, 11, 12}, 870}}, kNow)
            .index() == 0);
}

TEST_CASE("What was posted can be neither changed nor deleted") {
  ACentre centre;
  Posting(centre.dir.path()).apply({{everything()}, {}, {{soup()}}}, "Rasa", kNow);
  {
    auto record = centre.open(kNow);
    post(centre, {daily("clay", 1)});
    record.sign_up(token_of(record, 0), session_on(3), kNow);
    record.sign_up(token_of(record, 1), session_on(3), kNow);
    record.give_back(token_of(record, 0), session_on(3), kNow);
    record.places(token_of(record, 1), kDay, kDay, store::Record::Tell::kYes, kNow);
  }
  SQLite::Database db((centre.dir / "centre.db").string(), SQLite::OPEN_READWRITE);
  for (const char* table :
       {"posting", "series_revision", "series_extra", "series_exception", "announcement",
        "announcement_text", "sign_up", "sign_up_end", "told"}) {
    INFO(table);
    CHECK(db.execAndGet(std::string{"SELECT count(*) > 0 FROM "} + table).getInt() == 1);
    const std::string column =
        db.execAndGet(std::string{"SELECT name FROM pragma_table_info('"} + table + "')")
            .getString();
    CHECK_THROWS(db.exec(std::string{"DELETE FROM "} + table));
    CHECK_THROWS(db.exec(std::string{"UPDATE "} + table + " SET " + column + " = " + column));
  }
}
