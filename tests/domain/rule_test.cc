// SPDX-License-Identifier: EUPL-1.2
#include "domain/rule.h"

#include <chrono>

#include "support/catch.h"
#include "support/wall_time.h"

using namespace sveiki;
using test::wall;
using test::written;

namespace {

using Starts = std::vector<std::string>;

/// What a rule gives in the years 2026 to 2031, the first `most`.
Starts starts(const std::string& rule, const std::string& start, std::size_t most) {
  return written(occurrences(Rule::parse(rule), wall(start), {2026, 1, 1}, {2032, 1, 1}, most));
}

std::string complaint(const std::string& rule) {
  try {
    Rule::parse(rule);
  } catch (const RuleError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A rule is kept in one spelling") {
  const auto kept = [](const char* rule) { return Rule::parse(rule).text(); };
  CHECK(kept("FREQ=WEEKLY") == "FREQ=WEEKLY");
  CHECK(kept("wkst=mo;byday=th,tu,th;interval=1;freq=weekly") == "FREQ=WEEKLY;BYDAY=TU,TH");
  CHECK(kept("FREQ=MONTHLY;BYDAY=-1FR,+2TU") == "FREQ=MONTHLY;BYDAY=-1FR,2TU");
  CHECK(kept("FREQ=DAILY;UNTIL=20261231") == "FREQ=DAILY;UNTIL=20261231T235900");
  CHECK(kept("FREQ=DAILY;UNTIL=20261231T180000") == "FREQ=DAILY;UNTIL=20261231T180000");
  CHECK(kept("FREQ=YEARLY;BYMONTH=12,6;BYMONTHDAY=-1,24;BYSETPOS=1;COUNT=9;INTERVAL=2;WKST=SU") ==
        "FREQ=YEARLY;INTERVAL=2;COUNT=9;BYMONTH=6,12;BYMONTHDAY=-1,24;BYSETPOS=1;WKST=SU");
  CHECK(Rule{}.once());
  CHECK(Rule::parse("FREQ=DAILY") == Rule::parse("INTERVAL=1;FREQ=DAILY"));
}

TEST_CASE("A rule that cannot be kept is refused with what would be right") {
  struct Dirty {
    std::string rule, complaint;
  };
  const std::vector<Dirty> table{
      {"", R"("" is not a part of a rule. Write for example FREQ=WEEKLY;BYDAY=TU.)"},
      {"every tuesday", R"("EVERY TUESDAY" is not a part of a rule.)"},
      {"INTERVAL=2", "The rule does not say how often. Write for example FREQ=WEEKLY;BYDAY=TU."},
      {"FREQ=SECONDLY", "FREQ=SECONDLY is not possible. Write DAILY, WEEKLY, MONTHLY or YEARLY."},
      {"FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY is not possible."},
      {"FREQ=HOURLY", "FREQ=HOURLY is not possible."},
      {"FREQ=DAILY;BYHOUR=9,17", "BYHOUR is not kept here. Use FREQ,"},
      {"FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO is not kept here."},
      {"FREQ=DAILY;", R"("" is not a part of a rule.)"},
      {"FREQ=DAILY;FREQ=DAILY", "FREQ stands there twice. Write it once."},
      {"FREQ=DAILY;INTERVAL=0", "INTERVAL=0 is not possible. Write a number from 1 to 999."},
      {"FREQ=DAILY;INTERVAL=1000", "INTERVAL=1000 is not possible."},
      {"FREQ=DAILY;INTERVAL=99999999999999999999", "INTERVAL=99999999999999999999 is not"},
      {"FREQ=DAILY;INTERVAL=", "INTERVAL= is not possible."},
      {"FREQ=DAILY;INTERVAL=2x", "INTERVAL=2X is not possible."},
      {"FREQ=DAILY;COUNT=0", "COUNT=0 is not possible. Write a number from 1 to 10000."},
      {"FREQ=DAILY;COUNT=10001", "COUNT=10001 is not possible."},
      {"FREQ=DAILY;COUNT=5;UNTIL=20261231", "A rule ends by COUNT or by UNTIL, not by both."},
      {"FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230 is not possible. Write the last day,"},
      {"FREQ=DAILY;UNTIL=20261231T250000", "UNTIL=20261231T250000 is not possible."},
      {"FREQ=DAILY;UNTIL=20261231T180000Z", "UNTIL=20261231T180000Z is not possible."},
      {"FREQ=DAILY;UNTIL=-0260101", "UNTIL=-0260101 is not possible."},
      {"FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX is not possible. Write MO, TU, WE, TH, FR, SA, SU,"},
      {"FREQ=WEEKLY;BYDAY=T", "BYDAY=T is not possible."},
      {"FREQ=MONTHLY;BYDAY=0MO", "BYDAY=0MO is not possible."},
      {"FREQ=MONTHLY;BYDAY=++1MO", "BYDAY=++1MO is not possible."},
      {"FREQ=WEEKLY;BYDAY=2TU", "A day such as 2TU needs FREQ=MONTHLY or FREQ=YEARLY."},
      {"FREQ=MONTHLY;BYDAY=6TU", "A month has at most five of each weekday."},
      {"FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=13", "A day such as 2TU and BYMONTHDAY exclude"},
      {"FREQ=WEEKLY;BYMONTHDAY=13", "BYMONTHDAY needs FREQ=MONTHLY."},
      {"FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32 is not possible. Write numbers from 1 to 31,"},
      {"FREQ=YEARLY;BYMONTH=13", "BYMONTH=13 is not possible. Write numbers from 1 to 12."},
      {"FREQ=YEARLY;BYMONTH=-1", "BYMONTH=-1 is not possible."},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "None of these months has such a day."},
      {"FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=-31", "None of these months has such a day."},
      {"FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS chooses among days. Say with BYDAY among which."},
      {"FREQ=DAILY;BYDAY=MO;BYSETPOS=1", "BYSETPOS cannot choose within one day."},
      {"FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=3", "BYSETPOS counts further than there are days. Write"},
      {"FREQ=WEEKLY;WKST=1", "WKST=1 is not possible. Write the first day of the week,"},
      {std::string(1001, 'A'), "The rule is too long. Write at most 1000 letters."},
  };
  for (const Dirty& dirty : table) {
    INFO(dirty.rule.substr(0, 60));
    CHECK(complaint(dirty.rule).substr(0, dirty.complaint.size()) == dirty.complaint);
  }
}

TEST_CASE("What is refused is shown by its beginning only") {
  CHECK(complaint("FREQ=" + std::string(900, 'X')).size() < 120);
  CHECK(complaint(std::string(900, 'X')).size() < 150);
  CHECK(complaint(std::string(900, 'X') + "=1").size() < 200);
}

TEST_CASE("The first start counts even if the rule would not give it") {
  // A Monday, and a rule of Tuesdays.
  CHECK(starts("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-11-23 14:00", 9) ==
        Starts{"2026-11-23 14:00", "2026-11-24 14:00", "2026-12-01 14:00"});
  CHECK(first_of_rule(Rule::parse("FREQ=WEEKLY;BYDAY=TU"), wall("2026-11-23 14:00")) ==
        wall("2026-11-24 14:00"));
  CHECK(starts("FREQ=DAILY;UNTIL=20260101", "2026-11-23 14:00", 9) == Starts{"2026-11-23 14:00"});
}

TEST_CASE("29 February comes in leap years, and the 31st in months that have one") {
  CHECK(starts("FREQ=YEARLY", "2024-02-29 10:00", 9) == Starts{"2028-02-29 10:00"});
  CHECK(starts("FREQ=MONTHLY", "2026-01-31 10:00", 4) ==
        Starts{"2026-01-31 10:00", "2026-03-31 10:00", "2026-05-31 10:00", "2026-07-31 10:00"});
  CHECK(starts("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31 10:00", 3) ==
        Starts{"2026-01-31 10:00", "2026-02-28 10:00", "2026-03-31 10:00"});
}

TEST_CASE("A rule goes on until the very minute of its end") {
  CHECK(starts("FREQ=DAILY;UNTIL=20260103T100000", "2026-01-01 10:00", 9).size() == 3);
  CHECK(starts("FREQ=DAILY;UNTIL=20260103T095900", "2026-01-01 10:00", 9).size() == 2);
  CHECK(starts("FREQ=DAILY;UNTIL=20260103", "2026-01-01 23:59", 9).size() == 3);
}

TEST_CASE("What is asked for begins with its first day and ends before its last") {
  const Rule daily = Rule::parse("FREQ=DAILY");
  CHECK(written(occurrences(daily, wall("2020-01-01 00:00"), {2026, 1, 1}, {2026, 1, 3})) ==
        Starts{"2026-01-01 00:00", "2026-01-02 00:00"});
  CHECK(occurrences(daily, wall("2026-01-03 00:00"), {2026, 1, 1}, {2026, 1, 3}).empty());
  CHECK(occurrences(daily, wall("2020-01-01 00:00"), {2026, 1, 3}, {2026, 1, 1}).empty());
  CHECK(occurrences(daily, wall("2020-01-01 00:00"), {2026, 1, 1}, {2999, 1, 1}, 7).size() == 7);
}

TEST_CASE("Rules that never end, or hardly ever begin, cost next to nothing") {
  const auto began = std::chrono::steady_clock::now();
  for (const char* rule :
       {"FREQ=DAILY", "FREQ=DAILY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=52;BYMONTH=1;BYDAY=SU", "FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=1",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "FREQ=YEARLY;INTERVAL=999;BYDAY=53TU",
        "FREQ=DAILY;COUNT=10000;BYMONTHDAY=31"}) {
    const Rule parsed = Rule::parse(rule);
    occurrences(parsed, wall("1970-02-01 10:00"), {2026, 1, 1}, {2027, 1, 1});
    first_of_rule(parsed, wall("1970-02-01 10:00"));
  }
  // A thousand times what it takes: it shall not hang.
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{2});
}

TEST_CASE("Wall time is counted over midnights and leap days") {
  CHECK(written(wall("2026-12-31 23:30") + 45) == "2027-01-01 00:15");
  CHECK(written(wall("2028-03-01 00:10") + -20) == "2028-02-29 23:50");
  CHECK(written(wall("2026-01-01 12:00") + 0) == "2026-01-01 12:00");
  CHECK(wall("2027-01-01 00:15") - wall("2026-12-31 23:30") == 45);
  CHECK(wall("2026-12-31 23:30") - wall("2027-01-01 00:15") == -45);
}
