// SPDX-License-Identifier: EUPL-1.2
// Visits that a clock which was ahead put into the future.
#include "store/a_timetable.h"
#include "store/said.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

Instant november_of_2028(unsigned day, int hour) {
  return instant_of(CivilDay{2028, 11, day}, hour * 60, "Europe/Vilnius");
}

}  // namespace

TEST_CASE("What lies in the future is taken back, and what is true stays") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  record.keep_day(november(2, 8));
  const FactRef here = comes(record, 0, november(2, 9));
  const auto before = record.sheets();
  record.leave(here, november_of_2028(21, 11));
  record.keep_day(november_of_2028(20, 9));
  comes(record, 1, november_of_2028(20, 10));
  record.count_heads(7, How::kParty, november_of_2028(21, 10), "clay");
  CHECK(record.newest_fact() == november_of_2028(21, 11));

  const store::Ahead ahead = record.ahead(november(2, 12));
  CHECK(ahead.visits == 1);
  CHECK(ahead.headcounts == 1);
  CHECK(ahead.leaves == 1);
  CHECK(ahead.first == CivilDay{2028, 11, 20});
  CHECK(ahead.last == CivilDay{2028, 11, 21});
  record.take_back_ahead("staff", november(2, 12));
  CHECK_FALSE(record.ahead(november(2, 12)).first);
  CHECK(record.newest_fact() == november(2, 12));
  CHECK(wrong_in(centre).empty());

  for (const Sheet& sheet : before)
    CHECK(said(record, sheet.id.kind, sheet.id.period) == sheet.rows);
  for (const char* period : {"2028-11", "2028-Q4", "2028-H2", "2028"})
    CHECK(said(record, SheetKind::kPeople, period).empty());
  // Of the days between nothing is said but what was planned.
  for (const Sheet& sheet : record.sheets()) {
    if (sheet.id.kind != SheetKind::kDay || sheet.id.period < "2026-11-03") continue;
    const unsigned weekday = CivilDay::parse(sheet.id.period)->weekday().iso_encoding();
    INFO(sheet.id.period);
    CHECK((weekday > 5 || sheet.id.period >= "2028-11-20"));
    CHECK(sheet.rows.empty());
    CHECK(sheet.state == DayState::kClosed);
  }
  // Who was here is here still, and may leave today.
  CHECK(record.leave(here, november(2, 13)).fresh);
  CHECK(said_of_day(record, "2026-11-02")[kMinutes] == 240);
}

TEST_CASE("A day that a wrong clock saw is open or closed as it is when it comes") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    record.keep_day(november(9, 9));
    comes(record, 0, november(9, 10));
    record.take_back_ahead("staff", november(2, 12));
  }
  auto record = centre.open(november(9, 8));
  record.keep_day(november(9, 8));
  comes(record, 1, november(9, 10));
  CHECK(said_of_day(record, "2026-11-09")[kVisits] == 1);
  const auto day = newest_sheet(record, SheetKind::kDay, "2026-11-09");
  REQUIRE(day);
  CHECK(day->state == DayState::kOpen);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("A place that was taken with a wrong clock is free again") {
  ACentre centre;
  post(centre, {daily("clay", 1)}, november(1, 12));
  auto record = centre.open(november(2, 8));
  const auto session = session_on(20);
  record.sign_up(token_of(record, 0), session, november(19, 9));
  CHECK(record.ahead(november(2, 12)).places == 1);
  record.take_back_ahead("staff", november(2, 12));
  CHECK(record.fills(CivilDay{2026, 11, 20}, CivilDay{2026, 11, 20}).at(session).taken == 0);
  CHECK(wrong_in(centre).empty());
}
