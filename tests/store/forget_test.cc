// SPDX-License-Identifier: EUPL-1.2
// What is forgotten after a time, and that no count and no sheet notices.
#include "store/forget.h"

#include <SQLiteCpp/Database.h>

#include "store/a_timetable.h"
#include "store/counts_query.h"
#include "store/forgetting.h"
#include "store/power_cut_vfs.h"
#include "store/said.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using store::CountsQuery;
using store::DayRange;

namespace {

constexpr auto kPeopleSheet = SheetKind::kPeople;

Instant on(int year, unsigned month, unsigned day, int hour = 9) {
  return instant_of({year, month, day}, hour * 60, "Europe/Vilnius");
}

std::int64_t in_db(const ACentre& centre, const std::string& sql) {
  return SQLite::Database((centre.dir / "centre.db").string()).execAndGet(sql).getInt64();
}

/// Staff forget what is older than this day.
void purge(ACentre& centre, CivilDay day, Instant now = on(2028, 6, 1)) {
  store::Forgetting forgetting(centre.dir.path());
  forgetting.forget_before(day, "staff", now);
  CHECK(forgetting.sweep());
}

void erase(ACentre& centre, int person, Instant now) {
  store::Forgetting forgetting(centre.dir.path());
  const auto who = forgetting.by_card("SV-" + std::to_string(1000 + person));
  REQUIRE(who);
  forgetting.forget(*who, civil_day(now, centre.centre.zone), "staff", now);
  CHECK(forgetting.sweep());
}

/// Half a year: twelve newcomers of every kind of fact, and a class at the door.
void live(ACentre& centre) {
  store::Posted clay = daily("clay", 2);
  clay.series.rule = Rule::parse("FREQ=DAILY;UNTIL=20271231T235959");
  post(centre, {clay});
  auto record = centre.open(november(2, 8));
  record.follow_region({{{"clay", "ac_CLAY0000"}}, {{"P:WINTER", {2026, 12, 1}, {2027, 2, 28}}}});
  for (int month = 0; month < 6; ++month) {
    const Instant day = november(2, 9) + std::chrono::days{30 * month};
    record.keep_day(day);
    for (int person = 0; person < 12; person += 1 + month % 3) {
      const FactRef visit = comes(record, person, day);
      if (person % 2 == 0) record.take_part(visit, "clay", day);
      if (person % 3 == 0) record.leave(visit, day + std::chrono::minutes{50});
      if (person % 5 == 4) record.undo({visit}, "staff", "not them", day);
    }
    record.count_heads(20, How::kGuest, day, "wood");
    const SessionRef session{"clay", {civil_day(day, "Europe/Vilnius").next(2), 10 * 60}};
    for (int person = 0; person < 3; ++person)
      record.sign_up(token_of(record, person), session, day);
  }
  record.keep_day(on(2027, 4, 30));
}

std::vector<Sheet> sheets_of(ACentre& centre) {
  return centre.open(on(2027, 5, 1)).sheets();
}

std::string refusal(const auto& work) {
  try {
    work();
    return "";
  } catch (const RecordFault& fault) {
    return fault.what();
  }
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("Old visits are forgotten, and no count and no sheet is another") {
  const PowerCutVfs quick_disk(1);
  ACentre centre(12, 12);
  live(centre);
  const auto sheets = sheets_of(centre);
  const DayRange all{{2026, 11, 1}, {2027, 4, 30}};
  const CountRows by_day = CountsQuery(centre.dir.path()).by_day(all);
  const CountRows by_month = CountsQuery(centre.dir.path()).by_month(all);
  const Counts over = CountsQuery(centre.dir.path()).over(all);
  const Counts in_2026 = CountsQuery(centre.dir.path()).over({{2026, 11, 2}, {2026, 12, 31}});
  const SheetRows profile = CountsQuery(centre.dir.path()).profile(all);

  const CivilDay cut = GENERATE(CivilDay(2026, 12, 1), CivilDay(2027, 3, 1));
  const std::string before = std::to_string(cut.number());
  REQUIRE(in_db(centre, "SELECT count(*) FROM sign_up WHERE original_day < " + before) > 0);
  purge(centre, cut);
  CHECK(in_db(centre, "SELECT count(*) FROM visit WHERE civil_day < " + before) == 0);
  CHECK(in_db(centre, "SELECT count(*) FROM visit") > 0);
  CHECK(in_db(centre, "SELECT count(*) FROM sign_up WHERE original_day < " + before) == 0);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
  CHECK(sheets_of(centre) == sheets);
  const CountsQuery counts(centre.dir.path());
  CHECK(counts.by_day(all) == by_day);
  CHECK(counts.by_month(all) == by_month);
  CHECK(counts.over({{2026, 7, 1}, {2026, 12, 31}}) == in_2026);
  if (cut.year() > 2026) return;  // of the year before nobody knows any more who came
  CHECK(counts.over(all) == over);
  CHECK(counts.profile(all) == profile);
}

TEST_CASE("A person who is forgotten is gone, and no count and no sheet is another") {
  const PowerCutVfs quick_disk(1);
  ACentre centre(12, 12);
  live(centre);
  const auto sheets = sheets_of(centre);
  const DayRange all{{2026, 11, 1}, {2027, 4, 30}};
  const CountRows by_day = CountsQuery(centre.dir.path()).by_day(all);
  for (const int person : {0, 3, 4}) {
    const std::string token = token_of(
        *std::make_unique<store::Record>(centre.dir.path(), centre.centre, on(2027, 5, 1)), person);
    erase(centre, person, on(2027, 5, 1));
    auto record = centre.open(on(2027, 5, 1));
    CHECK(std::holds_alternative<NotKnown>(record.arrive(token, How::kToken, on(2027, 5, 1))));
    CHECK(record.token_of_card("SV-" + std::to_string(1000 + person)).empty());
  }
  CHECK(in_db(centre, "SELECT count(*) FROM visitor") == 9);
  CHECK(in_db(centre, "SELECT count(*) FROM visit WHERE visitor NOT IN (SELECT id FROM visitor)") ==
        0);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
  CHECK(sheets_of(centre) == sheets);
  CHECK(CountsQuery(centre.dir.path()).by_day(all) == by_day);
  purge(centre, {2027, 2, 1});
  CHECK(sheets_of(centre) == sheets);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("Who the people were is not told anew because some of them were forgotten") {
  const PowerCutVfs quick_disk(1);
  ACentre centre(16);
  {
    auto record = centre.open(november(2, 8));
    for (int person = 0; person < 16; ++person) comes(record, person, november(2, 9));
    record.keep_day(on(2026, 12, 1));
  }
  for (int person = 0; person < 6; ++person) erase(centre, person, on(2026, 12, 2));
  auto record = centre.open(on(2027, 1, 4));
  record.keep_day(on(2027, 1, 4));
  CHECK(said_people(record, "2026-11", {'G', "unknown"}) == 16);
}

TEST_CASE("Who comes again after their first visit was forgotten is no newcomer again") {
  ACentre centre(2, 2);
  {
    auto record = centre.open(november(2, 8));
    comes(record, 0, on(2027, 1, 4));
    comes(record, 1, on(2027, 2, 1));
  }
  purge(centre, {2027, 2, 1});
  auto record = centre.open(on(2027, 3, 1));
  comes(record, 0, on(2027, 3, 1));
  CHECK(said_of_day(record, "2027-03-01") == RowValues{1, 0, 1, 0});
  CHECK(said(record, kPeopleSheet, "2027").at({'T', ""}) == RowValues{2, 2});
  CHECK(said(record, kPeopleSheet, "2027").at({'F', "2-4"}) == RowValues{1, 1});
  CHECK(said(record, kPeopleSheet, "2027-03").at({'T', ""}) == RowValues{1, 0});
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("When a year is forgotten as a whole, nobody knows who came in it") {
  ACentre centre(3, 3);
  {
    auto record = centre.open(november(2, 8));
    for (int person = 0; person < 3; ++person) comes(record, person, november(2 + person, 9));
  }
  purge(centre, {2026, 12, 1});
  CHECK(in_db(centre, "SELECT count(*) FROM visitor_month") > 0);
  {
    auto record = centre.open(on(2027, 3, 1));
    comes(record, 0, on(2027, 3, 1));
  }
  purge(centre, {2027, 1, 1});
  CHECK(in_db(centre, "SELECT count(*) FROM visitor_month WHERE month < 202701") == 0);
  CHECK(in_db(centre, "SELECT count(*) FROM visitor WHERE newcomer = 1") == 0);
  const CountsQuery counts(centre.dir.path());
  CHECK(counts.over({{2026, 1, 1}, {2026, 12, 31}}) == Counts{3, 3, 3, 0});
  auto record = centre.open(on(2027, 3, 2));
  comes(record, 1, on(2027, 3, 2));
  CHECK(said_of_day(record, "2027-03-02") == RowValues{1, 0, 1, 0});
  CHECK(said_people(record, "2026") == 3);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("While an indicator runs, it is known who came in its first year") {
  ACentre centre(2, 2);
  {
    auto record = centre.open(november(2, 8));
    record.follow_region({{}, {{"P:SOC1000", {2026, 11, 1}, {2028, 10, 31}}}});
    comes(record, 0, november(2, 9));
    comes(record, 1, on(2027, 2, 1));
  }
  purge(centre, {2028, 2, 1});
  auto record = centre.open(on(2028, 3, 1));
  comes(record, 0, on(2028, 3, 1));
  CHECK(said_people(record, "P:SOC1000") == 2);
  CHECK(said_people(record, "P:SOC1000", {'F', "2-4"}) == 1);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("A period that cannot be counted any more is refused in words, never guessed") {
  ACentre centre(12, 12);
  live(centre);
  purge(centre, {2026, 12, 1});
  const auto ask = [&](DayRange days, bool by_month = false) {
    return refusal([&] {
      const CountsQuery counts(centre.dir.path());
      if (by_month)
        counts.by_month(days);
      else
        counts.over(days);
    });
  };
  CHECK(says(ask({{2026, 11, 2}, {2026, 12, 31}}), "came in 2026-11"));
  CHECK(says(ask({{2026, 11, 2}, {2026, 11, 20}}, true), "whole months"));
  CHECK(ask({{2026, 11, 1}, {2027, 1, 31}}) == "");
  CHECK(ask({{2027, 2, 3}, {2027, 2, 20}}, true) == "");
  // Twelve came on the first day, and of two the visit was taken back.
  CHECK(CountsQuery(centre.dir.path()).over({{2026, 11, 2}, {2026, 11, 2}}).people == 10);

  erase(centre, 1, on(2027, 5, 1));
  CHECK(says(ask({{2026, 11, 1}, {2027, 1, 31}}), "came in 2026-11"));
  CHECK(ask({{2026, 10, 1}, {2026, 12, 31}}) == "");
  CHECK(ask({{2026, 12, 1}, {2027, 2, 28}}) == "");  // the indicator's
  CHECK(says(refusal([&] {
               CountsQuery(centre.dir.path()).profile({{2026, 11, 1}, {2027, 1, 31}});
             }),
             "came in 2026-11"));
  const SheetRows month = CountsQuery(centre.dir.path()).profile({{2026, 11, 1}, {2026, 11, 30}});
  CHECK(month.at({'G', "unknown"})[kN] == 10);  // twelve came, two were taken back
}

TEST_CASE("Nothing can be entered in days that were forgotten, nor taken back") {
  ACentre centre;
  FactRef old;
  {
    auto record = centre.open(november(2, 8));
    old = comes(record, 0, november(2, 9));
    comes(record, 1, on(2027, 2, 1));
  }
  purge(centre, {2027, 1, 1});
  auto record = centre.open(on(2027, 2, 2));
  CHECK(says(refusal([&] { record.undo({old}, "staff", "not them", on(2027, 2, 2)); }),
             "older than what the record keeps"));
  CHECK(says(refusal([&] { record.count_heads(5, How::kStaff, november(3, 9)); }), "2027-01-01"));
  CHECK(says(refusal([&] { record.arrive(token_of(record, 2), How::kStaff, november(3, 9)); }),
             "2027-01-01"));
  record.count_heads(5, How::kStaff, on(2027, 1, 1));
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("A fact that is not being forgotten can still not be deleted by anybody") {
  ACentre centre(12, 12);
  live(centre);
  {
    auto record = centre.open(on(2027, 5, 1));
    const auto mine =
        record.sign_up(token_of(record, 0), {"clay", {{2027, 5, 3}, 600}}, on(2027, 5, 1));
    REQUIRE(mine.index() == 0);
    record.give_back(token_of(record, 0), {"clay", {{2027, 5, 3}, 600}}, on(2027, 5, 1));
  }
  purge(centre, {2027, 1, 1});
  SQLite::Database db((centre.dir / "centre.db").string(), SQLite::OPEN_READWRITE);
  for (const char* table : {"life", "visit", "leave", "headcount", "participation", "correction",
                            "sign_up", "sign_up_end", "audit", "posting", "series_revision"}) {
    INFO(table);
    REQUIRE(db.execAndGet(std::string{"SELECT count(*) FROM "} + table).getInt() > 0);
    CHECK_THROWS(db.exec(std::string{"DELETE FROM "} + table));
  }
  // Naming one lets only that one go.
  db.exec("BEGIN; INSERT INTO forgetting VALUES ('headcount', (SELECT max(id) FROM headcount))");
  CHECK_THROWS(db.exec("DELETE FROM headcount"));
  db.exec("ROLLBACK");
}

TEST_CASE("The place of a person who is forgotten falls to whoever waits") {
  ACentre centre;
  post(centre, {daily("clay", 2)});
  {
    auto record = centre.open(november(2, 8));
    for (int person = 0; person < 3; ++person)
      record.sign_up(token_of(record, person), session_on(4), november(2, 9));
  }
  erase(centre, 0, november(2, 10));
  auto record = centre.open(november(2, 11));
  const auto mine = record.places(token_of(record, 2), {2026, 11, 4}, {2026, 11, 4},
                                  store::Record::Tell::kNo, november(2, 11));
  REQUIRE(mine.size() == 1);
  CHECK(mine[0].waiting == 0);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("The kiosk forgets by itself what is older than the centre keeps it") {
  ACentre centre;
  centre.centre.keep_visits_months = 2;
  auto record = centre.open(november(2, 8));
  comes(record, 0, november(2, 9));
  for (unsigned day = 1; day <= 5; ++day) comes(record, 0, on(2027, 1, day));
  record.keep_day(on(2027, 1, 31));
  CHECK(in_db(centre, "SELECT count(*) FROM visit") == 6);
  for (unsigned day = 1; day <= 5; ++day) comes(record, 1, on(2027, 2, day));
  record.keep_day(on(2027, 2, 5));
  CHECK(in_db(centre, "SELECT count(*) FROM visit") == 10);
  CHECK(in_db(centre, "SELECT unswept FROM centre") == 0);
  CHECK(said_people(record, "2026") == 1);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("A clock that is years ahead makes the kiosk forget nothing") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  for (int day = 2; day < 20; ++day) comes(record, 0, november(day, 9));
  for (unsigned day = 1; day <= 4; ++day) {
    comes(record, 1, on(2099, 1, day));
    record.keep_day(on(2099, 1, day));
  }
  CHECK(in_db(centre, "SELECT count(*) FROM visit WHERE civil_day < 20270101") == 18);
}

TEST_CASE(
    "An indicator that asks for people who were forgotten is not counted, and staff are told") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    for (int person = 0; person < 3; ++person) comes(record, person, november(2, 9));
    record.follow_region({{}, {{"P:KEPT", {2026, 11, 1}, {2027, 6, 30}}}});
  }
  erase(centre, 0, on(2027, 1, 4));
  auto record = centre.open(on(2027, 1, 4));
  const Period late{"P:LATE", {2026, 10, 1}, {2027, 6, 30}};
  record.follow_region({{}, {{"P:KEPT", {2026, 11, 1}, {2027, 12, 31}}, late}});
  comes(record, 1, on(2027, 1, 5));
  CHECK(said_people(record, "P:LATE") == 0);
  CHECK(said_people(record, "P:KEPT") == 3);  // it only runs longer
  const auto report = store::check_record(centre.dir.path());
  CHECK(report.wrong == std::vector<std::string>{});
  REQUIRE(report.notes.size() == 1);
  CHECK(says(report.notes[0], "P:LATE"));
}

TEST_CASE("The check finds a base, a first month or an old visit that somebody touched") {
  const PowerCutVfs quick_disk(1);
  ACentre centre(12, 12);
  live(centre);
  purge(centre, {2026, 12, 1});
  REQUIRE(wrong_in(centre).empty());
  const char* const tampering =
      GENERATE("UPDATE counts_base SET visits = visits + 1 WHERE activity = '' AND period = 202611",
               "INSERT INTO people_base VALUES ('2027-03', 'T', '', 1, 0)",
               "UPDATE visitor SET first_month = NULL",
               "UPDATE visitor_month SET visits = 9 WHERE month = 202611 AND activity = ''",
               "UPDATE centre SET visits_from = 20270401",
               "UPDATE day SET newest = newest + 1 WHERE civil_day = 20261102",
               "INSERT INTO forgetting VALUES ('visit', 1)");
  SQLite::Database((centre.dir / "centre.db").string(), SQLite::OPEN_READWRITE).exec(tampering);
  INFO(tampering);
  CHECK_FALSE(wrong_in(centre).empty());
}
