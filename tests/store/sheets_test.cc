// SPDX-License-Identifier: EUPL-1.2
// What a centre's kiosk says to the region about its days, life by life.
#include <SQLiteCpp/Database.h>

#include "store/a_timetable.h"
#include "store/said.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

constexpr auto kDay = SheetKind::kDay;
const std::string kMonday = "2026-11-02";
const std::string kTuesday = "2026-11-03";

/// The record's folder is put back to what it was.
class Backup {
 public:
  explicit Backup(const ACentre& centre) : centre_(centre) {
    std::filesystem::copy(centre.dir.path(), copy_ / "data",
                          std::filesystem::copy_options::recursive);
  }
  void restore() const {
    std::filesystem::remove_all(centre_.dir.path());
    std::filesystem::copy(copy_ / "data", centre_.dir.path(),
                          std::filesystem::copy_options::recursive);
  }

 private:
  const ACentre& centre_;
  TemporaryDir copy_;
};

}  // namespace

TEST_CASE("A day's sheet says who came, to what, for how long, and who was only counted") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto visit = comes(record, 0, november(2, 9), "clay");
  comes(record, 1, november(2, 9));
  record.count_heads(12, How::kGuest, november(2, 10), "wood");
  record.leave(visit, november(2, 10, 30));
  CHECK(said_of_day(record, kMonday) == RowValues{14, 12, 2, 2, 0, 90, 0});
  // The region has given no ids yet; a visit in no activity is in no row of one.
  CHECK(said_of_day(record, kMonday, {'A', ""}) == RowValues{13, 12, 1, 1, 0, 90, 0});
  const auto sheet = newest_sheet(record, kDay, kMonday);
  REQUIRE(sheet);
  CHECK(sheet->state == DayState::kOpen);
  CHECK(sheet->zone == "Europe/Vilnius");
  CHECK(sheet->rows.size() == 2);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("Closing a forgotten visit adds no minutes, and taking a leave back takes them away") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  comes(record, 0, november(2, 9));
  const auto visit = comes(record, 1, november(2, 9));
  const auto left = record.leave(visit, november(2, 9, 45));
  record.keep_day(november(2, 18));
  CHECK(said_of_day(record, kMonday)[kMinutes] == 45);
  record.undo({left.fact}, "staff", "still here", november(2, 18));
  CHECK(said_of_day(record, kMonday)[kMinutes] == 0);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("What a later life takes back, it says as less than nothing, and the sum is right") {
  ACentre centre;
  FactRef visit;
  {
    auto record = centre.open(november(2, 8));
    visit = comes(record, 0, november(2, 9));
    comes(record, 1, november(2, 9));
  }
  auto record = centre.open(november(2, 12));
  CHECK_FALSE(newest_sheet(record, kDay, kMonday));
  record.undo({visit}, "staff", "not them", november(2, 12));
  CHECK(newest_sheet(record, kDay, kMonday)->rows.at({'T', ""})[kVisits] == -1);
  CHECK(said_of_day(record, kMonday) == RowValues{1, 0, 1, 1});
  CHECK(said_people(record, "2026-11") == 1);
  CHECK(said_people(record, "2026-Q4", {'F', "1-1"}) == 1);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("Who comes again after a restart is not the first time of the day once more") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    comes(record, 0, november(2, 9));
  }
  auto record = centre.open(november(2, 12));
  comes(record, 0, november(2, 13));
  CHECK(newest_sheet(record, kDay, kMonday)->rows == SheetRows{{{'T', ""}, RowValues{1, 0, 0, 0}}});
  CHECK(said_of_day(record, kMonday) == RowValues{2, 0, 1, 1});
  CHECK(said_people(record, "2026", {'F', "1-1"}) == 0);
  CHECK(said_people(record, "2026", {'F', "2-4"}) == 1);
}

TEST_CASE("A first visit that is taken back makes the next one the first, also months later") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto first = comes(record, 0, november(2, 9));
  const auto december = instant_of({2026, 12, 1}, 9 * 60, "Europe/Vilnius");
  comes(record, 0, december);
  const RowKey total{'T', ""};
  CHECK(said(record, SheetKind::kPeople, "2026-12")[total] == RowValues{1, 0});
  record.undo({first}, "staff", "not them", december);
  CHECK(said(record, SheetKind::kPeople, "2026-11").empty());
  CHECK(said(record, SheetKind::kPeople, "2026-12")[total] == RowValues{1, 1});
  CHECK(said(record, SheetKind::kPeople, "2026-Q4")[total] == RowValues{1, 1});
  CHECK(said(record, SheetKind::kPeople, "2026-H2")[total] == RowValues{1, 1});
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("A life on a day on which nobody came says open, and of days it slept through, closed") {
  ACentre centre;
  {
    auto record = centre.open(november(5, 8));
    record.keep_day(november(5, 8));
  }
  auto record = centre.open(november(9, 8));
  record.keep_day(november(9, 8));
  CHECK(newest_sheet(record, kDay, "2026-11-09")->state == DayState::kOpen);
  CHECK(newest_sheet(record, kDay, "2026-11-08")->state == DayState::kClosed);
  CHECK(newest_sheet(record, kDay, "2026-11-07")->state == DayState::kClosed);
  // On Friday it was off, and is not reported. Thursday is the other life's.
  CHECK_FALSE(newest_sheet(record, kDay, "2026-11-06"));
  CHECK_FALSE(newest_sheet(record, kDay, "2026-11-05"));
  CHECK(record.sheets().size() == 4);
}

TEST_CASE("Who comes on a day that was to be closed opens it") {
  ACentre centre;
  auto record = centre.open(november(7, 8));
  record.keep_day(november(7, 8));
  CHECK(newest_sheet(record, kDay, "2026-11-07")->state == DayState::kClosed);
  comes(record, 0, november(7, 9));
  CHECK(newest_sheet(record, kDay, "2026-11-07")->state == DayState::kOpen);
}

TEST_CASE("Places taken are said when their day has come, and those given back are not") {
  ACentre centre;
  post(centre, {daily("clay", 1)});
  auto record = centre.open(november(2, 8));
  record.keep_day(november(2, 8));
  for (int person = 0; person < 3; ++person)
    record.sign_up(token_of(record, person), session_on(3), november(2, 9));
  CHECK(said(record, kDay, kTuesday).empty());
  CHECK(wrong_in(centre).empty());
  record.keep_day(november(3, 8));
  CHECK(said_of_day(record, kTuesday)[kSignUps] == 1);  // two only wait
  for (int person = 0; person < 3; ++person)
    record.give_back(token_of(record, person), session_on(3), november(3, 9));
  CHECK(said(record, kDay, kTuesday).empty());
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("A day on which the kiosk was off is not reported until somebody enters it") {
  ACentre centre;
  post(centre, {daily("clay", 1)});
  auto record = centre.open(november(5, 8));
  record.sign_up(token_of(record, 0), session_on(6), november(5, 9));
  record.keep_day(november(9, 8));
  CHECK_FALSE(newest_sheet(record, kDay, "2026-11-06"));
  CHECK(wrong_in(centre).empty());
  record.count_heads(12, How::kStaff, november(6, 10));
  CHECK(said_of_day(record, "2026-11-06") == RowValues{12, 12, 0, 0, 1});
  CHECK(newest_sheet(record, kDay, "2026-11-06")->state == DayState::kOpen);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("When staff withdraw a series, the places in it are taken no more, at once") {
  ACentre centre;
  post(centre, {daily("clay", 5)});
  auto record = centre.open(november(3, 8));
  record.keep_day(november(3, 8));
  record.sign_up(token_of(record, 0), session_on(3), november(3, 8));
  CHECK(said_of_day(record, kTuesday)[kSignUps] == 1);
  withdraw(centre, "clay", november(3, 9));
  CHECK(said_of_day(record, kTuesday)[kSignUps] == 0);
  CHECK(wrong_in(centre).empty());
  // And what this life says next builds on what that act of posting said.
  comes(record, 0, november(3, 9));
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("A record that was restored from an older copy says what is in it, and nothing less") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    comes(record, 0, november(2, 9));
  }
  const Backup backup(centre);
  std::vector<Sheet> region;  // has heard all, also what will be lost
  {
    auto record = centre.open(november(2, 12));
    comes(record, 1, november(2, 13));
    region = record.sheets();
  }
  backup.restore();
  auto record = centre.open(november(3, 8));
  comes(record, 2, november(3, 9));
  CHECK(said_of_day(record, kMonday) == RowValues{1, 0, 1, 1});
  for (const Sheet& sheet : record.sheets()) {
    for (const auto& [key, values] : sheet.rows)
      CHECK(std::ranges::none_of(values, [](std::int64_t n) { return n < 0; }));
  }
  CHECK(wrong_in(centre).empty());
  // The life that was lost is not among those that the record knows.
  CHECK(std::ranges::count(record.lives(), region.back().id.life) == 0);
}

TEST_CASE("What a withdrawn life said, and the record still knows, the running life says again") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    comes(record, 0, november(2, 9));
  }
  auto record = centre.open(november(3, 8));
  comes(record, 1, november(3, 9));
  const auto old = record.lives().front();
  record.withdraw({old, "ffffffffffffffff"});
  CHECK(newest_sheet(record, kDay, kMonday)->rows.at({'T', ""})[kVisits] == 1);
  CHECK(std::ranges::count(record.sheets(), old, [](const Sheet& s) { return s.id.life; }) == 0);
  CHECK(wrong_in(centre).empty());
  record.sheets_changed();
  record.withdraw({old});
  CHECK(record.sheets_changed().empty());
}

TEST_CASE("A catalogue that comes later moves counts from the empty id to the region's") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    comes(record, 0, november(2, 9), "clay");
    comes(record, 1, november(2, 9), "wood");
  }
  auto record = centre.open(november(3, 8));
  record.follow_region({{{"clay", "ac_CLAY0000"}}, {}});
  CHECK(said_of_day(record, kMonday, {'A', "ac_CLAY0000"}) == RowValues{1, 0, 1, 1});
  CHECK(said_of_day(record, kMonday, {'A', ""}) == RowValues{1, 0, 1, 1});
  CHECK(newest_sheet(record, kDay, kMonday)->rows.at({'A', ""})[kVisits] == -1);
  CHECK(wrong_in(centre).empty());
  record.sheets_changed();
  record.follow_region({{{"clay", "ac_CLAY0000"}}, {}});
  CHECK(record.sheets_changed().empty());
}

TEST_CASE("Each change is handed on once, also those that staff's programs made") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  record.keep_day(november(2, 8));
  CHECK(record.sheets().size() == 1);
  CHECK(record.sheets_changed().empty());
  comes(record, 0, november(2, 9));
  const auto changed = record.sheets_changed();
  CHECK(changed.size() == 5);  // the day, the month, the quarter, the half-year and the year
  CHECK(record.sheets_changed().empty());
  {
    store::Record beside(centre.dir.path(), centre.centre, november(2, 10),
                         store::Record::Recorder::kBeside);
    beside.count_heads(12, How::kStaff, november(2, 10));
  }
  const auto theirs = record.sheets_changed();
  REQUIRE(theirs.size() == 1);
  CHECK(theirs[0].id.life != changed[0].id.life);
  CHECK(theirs[0].revision == 1);
  comes(record, 1, november(2, 11));
  for (const Sheet& sheet : record.sheets_changed()) CHECK(sheet.revision > 1);
  CHECK(said_of_day(record, kMonday) == RowValues{14, 12, 2, 2});
}

TEST_CASE("A sheet or a count of people that somebody changed by hand is found") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    comes(record, 0, november(2, 9));
  }
  const auto by_hand = [&](const char* sql) {
    SQLite::Database((centre.dir / "centre.db").string(), SQLite::OPEN_READWRITE).exec(sql);
  };
  by_hand("UPDATE sheet SET rows = '' WHERE kind = 'day'");
  REQUIRE(wrong_in(centre).size() == 1);
  CHECK(wrong_in(centre)[0] ==
        "1 sheets for the region do not say what the counts say (the first: 2026-11-02)");
  // The next life makes it good.
  CHECK(said_of_day(
            *std::make_unique<store::Record>(centre.dir.path(), centre.centre, november(3, 8)),
            kMonday)[kVisits] == 1);
  CHECK(wrong_in(centre).empty());
  by_hand("UPDATE people_count SET n = 2 WHERE period = '2026' AND type = 'T'");
  CHECK(wrong_in(centre).size() == 2);
}

TEST_CASE("Lives of one record begin alike, and those of two records do not") {
  ACentre centre, other;
  centre.open(november(2, 8));
  const auto lives = centre.open(november(3, 8)).lives();
  REQUIRE(lives.size() >= 2);
  for (const std::string& life : lives) {
    CHECK(life.substr(0, kRecordDigits) == lives.front().substr(0, kRecordDigits));
    CHECK(life.size() == 16);
  }
  CHECK(lives[0] != lives[1]);
  CHECK(other.open(november(2, 8)).lives().front().substr(0, kRecordDigits) !=
        lives.front().substr(0, kRecordDigits));
}
