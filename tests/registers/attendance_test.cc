// SPDX-License-Identifier: EUPL-1.2
#include "registers/attendance.h"

#include "registers/definitions.h"
#include "report/csv.h"
#include "report/output.h"
#include "support/a_centre.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using registers::Rows;

namespace {

FactRef begun(const ArrivalOutcome& outcome) {
  return std::get<VisitBegun>(outcome).visit;
}

/// A week: two people on Monday, one of them again on Tuesday with a class of twelve, the kiosk
/// off on Wednesday, nobody on Thursday and Friday, and one person in December.
void live(ACentre& centre) {
  auto record = centre.open(november(2, 8));
  record.keep_day(november(2, 8));
  const auto a = token_of(record, 0);
  const auto b = token_of(record, 1);
  begun(record.arrive(a, How::kToken, november(2, 9), "clay"));
  const auto visit = begun(record.arrive(b, How::kToken, november(2, 9), "clay"));
  record.take_part(visit, "wood", november(2, 10));
  begun(record.arrive(a, How::kToken, november(3, 9)));
  record.count_heads(12, How::kGuest, november(3, 10), "pottery");
  record.keep_day(november(5, 8));
  record.keep_day(november(6, 8));
  record.keep_day(november(9, 8));
  begun(record.arrive(b, How::kToken, november(30, 9) + std::chrono::days{1}, "wood"));
}

std::string csv(const ACentre& centre, CivilDay from, CivilDay to, std::string_view by) {
  return report::to_csv(registers::attendance(store::CountsQuery(centre.dir.path()), centre.centre,
                                              {from, to}, *registers::parse_rows(by)));
}

}  // namespace

TEST_CASE("Attendance by day has a row for each day, and people do not sum") {
  ACentre centre;
  live(centre);
  CHECK(csv(centre, {2026, 11, 1}, {2026, 11, 8}, "day") ==
        "period;key;state;visits;people;newcomers;headcount\n"
        "2026-11-01;;not recorded;;;;\n"
        "2026-11-02;;open;2;2;2;0\n"
        "2026-11-03;;open;13;1;0;12\n"
        "2026-11-04;;not recorded;;;;\n"
        "2026-11-05;;open;0;0;0;0\n"
        "2026-11-06;;open;0;0;0;0\n"
        "2026-11-07;;closed;;;;\n"
        "2026-11-08;;closed;;;;\n"
        "total;;;15;2;2;12\n");
}

TEST_CASE("Attendance by month and activity names every activity, old ones, and none") {
  ACentre centre;
  live(centre);
  CHECK(csv(centre, {2026, 11, 1}, {2026, 12, 31}, "month,activity") ==
        "period;key;state;visits;people;newcomers;headcount\n"
        "2026-11;clay;open;2;2;2;0\n"
        "2026-11;wood;open;1;1;1;0\n"
        "2026-11;gymnastics;open;0;0;0;0\n"
        "2026-11;pottery;open;12;0;0;12\n"
        "2026-11;none;open;1;1;0;0\n"
        "2026-12;clay;open;0;0;0;0\n"
        "2026-12;wood;open;1;1;0;0\n"
        "2026-12;gymnastics;open;0;0;0;0\n"
        "2026-12;pottery;open;0;0;0;0\n"
        "2026-12;none;open;0;0;0;0\n"
        "total;;;16;2;2;12\n");
}

TEST_CASE("A month that the range cuts holds only its days within the range") {
  ACentre centre;
  live(centre);
  CHECK(csv(centre, {2026, 11, 3}, {2026, 12, 15}, "month") ==
        "period;key;state;visits;people;newcomers;headcount\n"
        "2026-11;;open;13;1;0;12\n"
        "2026-12;;open;1;1;0;0\n"
        "total;;;14;2;0;12\n");
}

TEST_CASE("A month is closed only if all its days in the range are") {
  ACentre centre;
  live(centre);
  CHECK(csv(centre, {2026, 11, 7}, {2026, 11, 8}, "month") ==
        "period;key;state;visits;people;newcomers;headcount\n"
        "2026-11;;closed;;;;\n"
        "total;;;0;0;0;0\n");
  CHECK(csv(centre, {2026, 10, 1}, {2026, 10, 31}, "month").find("2026-10;;not recorded;;;;") !=
        std::string::npos);
}

TEST_CASE("People by age are different people of the month, then of the whole time") {
  ACentre centre(0);
  std::vector<store::NewPerson> people;
  for (const int year : {2021, 2013, 2010, 0}) {
    store::NewPerson person;
    person.symbol = symbols()[people.size()];
    if (year > 0) person.birth_year = year;
    person.gender = year > 2010 ? "f" : "unknown";
    person.target_group = "child";
    person.since = CivilDay{2026, 11, 2};
    people.push_back(person);
  }
  store::Enrolment(centre.dir.path()).add(people, "test", november(2, 7));
  {
    auto record = centre.open(november(2, 8));
    for (int person = 0; person < 4; ++person)
      begun(record.arrive(token_of(record, person), How::kToken, november(2, 9)));
    const Instant january = november(2, 9) + std::chrono::days{70};
    begun(record.arrive(token_of(record, 1), How::kToken, january));
    record.count_heads(12, How::kGuest, january);
  }
  const CivilDay from{2026, 11, 1}, to{2027, 1, 31};
  CHECK(csv(centre, from, to, "month,age") ==
        "period;key;state;people;newcomers\n"
        "2026-11;5-6;open;1;1\n"
        "2026-11;13-13;open;1;1\n"
        "2026-11;16-17;open;1;1\n"
        "2026-11;unknown;open;1;1\n"
        "2027-01;14-15;open;1;0\n"
        "total;5-6;;1;1\n"
        "total;13-13;;1;1\n"
        "total;16-17;;1;1\n"
        "total;unknown;;1;1\n");
  CHECK(csv(centre, from, {2026, 11, 30}, "month,gender") ==
        "period;key;state;people;newcomers\n"
        "2026-11;f;open;2;2\n"
        "2026-11;unknown;open;2;2\n"
        "total;f;;2;2\n"
        "total;unknown;;2;2\n");
  CHECK(csv(centre, from, {2026, 11, 30}, "month,group").find("2026-11;child;open;4;4\n") !=
        std::string::npos);
}

TEST_CASE("A file by age, gender or group says that it is for use inside the house") {
  const auto rows = *registers::parse_rows("month,gender");
  const store::DayRange november{CivilDay{2026, 11, 1}, CivilDay{2026, 11, 30}};
  const auto page = registers::attendance_definitions(a_centre(), november, rows);
  CHECK(page.find("by month and gender") != std::string::npos);
  CHECK(page.find("For use inside the house") != std::string::npos);
  using report::Cell;
  report::Table table{{"period", "key", "state", "people", "newcomers"}, {}};
  table.rows.push_back({"2026-11", "f", "open", Cell{5}, Cell{0}});
  CHECK_FALSE(registers::has_small_rows(table));
  table.rows.push_back({"2026-11", "m", "open", Cell{4}, Cell{0}});
  CHECK(registers::has_small_rows(table));
}

TEST_CASE("By age, gender or group only whole months can be asked for") {
  CHECK(registers::parse_rows("month,age")->by_trait());
  CHECK_FALSE(registers::parse_rows("day,age"));
  CHECK_FALSE(registers::parse_rows("month,activity,age"));
}

TEST_CASE("Only days and months can be asked for, with or without activities") {
  CHECK(registers::parse_rows("day")->period == Rows::Period::kDay);
  CHECK(registers::parse_rows("day")->each == Rows::Each::kOnce);
  CHECK(registers::parse_rows("month,activity")->period == Rows::Period::kMonth);
  CHECK(registers::parse_rows("month,activity")->each == Rows::Each::kActivity);
  for (const char* wrong : {"", "week", "day,", "activity", "day,activity,", "day, activity"}) {
    CHECK_FALSE(registers::parse_rows(wrong));
  }
}

TEST_CASE("Beside the counts lies a page that explains every column and every state") {
  const auto page =
      registers::attendance_definitions(a_centre(), {CivilDay{2026, 11, 1}, CivilDay{2026, 11, 30}},
                                        *registers::parse_rows("month,activity"));
  for (const char* word : {"period", "key", "state", "visits", "people", "newcomers", "headcount",
                           "open", "closed", "not recorded"}) {
    INFO(word);
    CHECK(page.find(std::string{"<dt>"} + word + "</dt>") != std::string::npos);
  }
  CHECK(page.find("2026-11-01 to 2026-11-30, by month and activity") != std::string::npos);
  CHECK(page.find("(120 minutes at this centre)") != std::string::npos);
}
