// SPDX-License-Identifier: EUPL-1.2
// Different people over months and longer, as the region hears of them, and who they are.
#include "store/said.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

constexpr auto kPeopleSheet = SheetKind::kPeople;

Instant on(int year, unsigned month, unsigned day, int hour = 9) {
  return instant_of({year, month, day}, hour * 60, "Europe/Vilnius");
}

/// A centre whose people are of these years of birth, all women and young.
struct Born : ACentre {
  explicit Born(const std::vector<int>& years, std::optional<Instant> since = {}) : ACentre(0) {
    std::vector<store::NewPerson> people;
    for (const int year : years) {
      store::NewPerson person;
      const std::size_t n = people.size();
      person.symbol = symbols()[n % symbols().size()];
      person.flock = kFlocks[n / symbols().size()];
      person.birth_year = year;
      person.gender = "f";
      person.target_group = "youth";
      person.other_centres = static_cast<int>(n % 3);
      if (since) person.since = civil_day(*since, "Europe/Vilnius");
      people.push_back(person);
    }
    store::Enrolment(dir.path()).add(people, "test", november(2, 7));
  }
};

void all_come(store::Record& record, int people, Instant at) {
  for (int person = 0; person < people; ++person) comes(record, person, at);
}

/// What is told about other centres.
SheetRows answers(store::Record& record, const std::string& period) {
  SheetRows rows = said(record, kPeopleSheet, period);
  std::erase_if(rows, [](const auto& row) { return row.first.type != 'O'; });
  return rows;
}

bool has_profile(store::Record& record, const std::string& period) {
  const SheetRows rows = said(record, kPeopleSheet, period);
  return std::ranges::any_of(rows, [](const auto& row) {
    return row.first.type == 'B' || row.first.type == 'G' || row.first.type == 'M';
  });
}

}  // namespace

TEST_CASE("People are told by how often they came") {
  Born centre({2010, 2010, 2010});
  auto record = centre.open(november(2, 8));
  for (int visit = 0; visit < 10; ++visit) {
    comes(record, 0, november(2 + visit, 9));
    if (visit < 5) comes(record, 1, november(2 + visit, 9));
    if (visit < 1) comes(record, 2, november(2 + visit, 9));
  }
  CHECK(said(record, kPeopleSheet, "2026-11") == SheetRows{{{'T', ""}, RowValues{3}},
                                                           {{'F', "1-1"}, RowValues{1}},
                                                           {{'F', "5-9"}, RowValues{1}},
                                                           {{'F', "10-"}, RowValues{1}}});
}

TEST_CASE("What five people answered about other centres is told together, in the same month") {
  Born centre(std::vector<int>(5, 2010));
  auto record = centre.open(november(2, 8));
  all_come(record, 4, november(2, 9));
  record.keep_day(november(2, 10));
  CHECK(answers(record, "2026-11") == SheetRows{});
  comes(record, 4, november(3, 9));
  CHECK(answers(record, "2026-11") == SheetRows{});
  record.keep_day(november(3, 10));
  const SheetRows all{
      {{'O', "0-0"}, RowValues{2}}, {{'O', "1-1"}, RowValues{2}}, {{'O', "2-"}, RowValues{1}}};
  CHECK(answers(record, "2026-11") == all);
  CHECK(answers(record, "2026") == all);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("Four more answers wait for a fifth, and a fifth waits for the next month") {
  Born centre(std::vector<int>(10, 2010));
  auto record = centre.open(november(2, 8));
  all_come(record, 5, november(2, 9));
  record.keep_day(november(2, 10));
  const SheetRows first = answers(record, "2026-Q4");
  for (int person = 5; person < 9; ++person) comes(record, person, november(3, 9));
  record.keep_day(on(2026, 12, 1));
  CHECK(answers(record, "2026-Q4") == first);
  comes(record, 9, on(2026, 12, 1, 10));
  record.keep_day(on(2026, 12, 31));
  CHECK(answers(record, "2026-Q4") == first);
  record.keep_day(on(2027, 1, 4));
  CHECK(said_people(record, "2026-Q4", {'O', "0-0"}) == 4);
  CHECK(said_people(record, "2026-Q4", {'O', "1-1"}) == 3);
  CHECK(said_people(record, "2026-Q4", {'O', "2-"}) == 3);
}

TEST_CASE("Who was never asked is in the number, and in no answer") {
  ACentre centre(12);
  auto record = centre.open(november(2, 8));
  for (int person = 0; person < 12; ++person) comes(record, person, november(2, 9));
  record.keep_day(november(2, 10));
  CHECK(said_people(record, "2026-11") == 12);
  CHECK(answers(record, "2026-11") == SheetRows{});
}

TEST_CASE("Who the people are is told without saying which of them is new") {
  Born centre(std::vector<int>(10, 2010), november(2, 8));
  auto record = centre.open(november(2, 8));
  all_come(record, 10, november(2, 9));
  record.keep_day(on(2026, 12, 1));
  const SheetRows rows = said(record, kPeopleSheet, "2026-11");
  CHECK(rows.at({'T', ""}) == RowValues{10, 10});
  CHECK(rows.at({'O', "0-0"}) == RowValues{4});
  CHECK(rows.at({'G', "f"}) == RowValues{10});
}

TEST_CASE("An indicator that comes later counts the people of its whole period, each once") {
  Born centre({2010, 2010});
  auto record = centre.open(november(2, 8));
  comes(record, 0, november(2, 9));
  comes(record, 0, on(2026, 12, 1));
  comes(record, 1, on(2027, 1, 4));
  const Period winter{"P:WINTER", {2026, 12, 1}, {2027, 2, 28}};
  record.follow_region({{}, {winter}});
  CHECK(said_people(record, "P:WINTER") == 2);
  CHECK(said_people(record, "P:WINTER", {'F', "1-1"}) == 2);
  comes(record, 0, on(2027, 2, 1));
  CHECK(said_people(record, "P:WINTER", {'F', "2-4"}) == 1);
  // The region sets other days for it: who came only in them is counted, who did not is not.
  record.follow_region({{}, {{"P:WINTER", {2026, 11, 1}, {2026, 12, 31}}}});
  CHECK(said_people(record, "P:WINTER") == 1);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("Who the people are is told when the month is over, of ten people or more") {
  Born centre(std::vector<int>(10, 2010));
  auto record = centre.open(november(2, 8));
  all_come(record, 10, november(2, 9));
  record.keep_day(on(2026, 11, 30, 17));
  CHECK_FALSE(has_profile(record, "2026-11"));
  record.keep_day(on(2026, 12, 1));
  const SheetRows rows = said(record, kPeopleSheet, "2026-11");
  CHECK(rows.at({'B', "16-17"}) == RowValues{10});
  CHECK(rows.at({'G', "f"}) == RowValues{10});
  CHECK(rows.at({'M', "youth"}) == RowValues{10});
  CHECK_FALSE(has_profile(record, "2026-Q4"));
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("Of nine people nobody hears who they are") {
  Born centre(std::vector<int>(9, 2010));
  auto record = centre.open(november(2, 8));
  all_come(record, 9, november(2, 9));
  record.keep_day(on(2026, 12, 1));
  record.keep_day(on(2027, 1, 4));
  CHECK(said_people(record, "2026-11") == 9);
  CHECK_FALSE(has_profile(record, "2026-11"));
}

TEST_CASE("Four people who are added later change the number at once, and never who they were") {
  Born centre(std::vector<int>(14, 2010));
  auto record = centre.open(november(2, 8));
  all_come(record, 10, november(2, 9));
  record.keep_day(on(2026, 12, 1));
  for (int person = 10; person < 14; ++person) comes(record, person, november(3, 9));
  for (const Instant month : {on(2026, 12, 2), on(2027, 1, 4), on(2027, 2, 1)}) {
    record.keep_day(month);
    CHECK(said_people(record, "2026-11") == 14);
    CHECK(said_people(record, "2026-11", {'G', "f"}) == 10);
  }
}

TEST_CASE("Five people who are added later are told together, and not before the next month") {
  Born centre(std::vector<int>(15, 2010));
  auto record = centre.open(november(2, 8));
  all_come(record, 10, november(2, 9));
  record.keep_day(on(2026, 12, 1));
  for (int person = 10; person < 15; ++person) comes(record, person, november(3, 9));
  record.keep_day(on(2026, 12, 31));
  CHECK(said_people(record, "2026-11", {'G', "f"}) == 10);
  record.keep_day(on(2027, 1, 1));
  CHECK(said_people(record, "2026-11", {'G', "f"}) == 15);
  CHECK(said_people(record, "2026-11", {'M', "youth"}) == 15);
  CHECK(wrong_in(centre).empty());
}

TEST_CASE("Age is the year of the first visit in the period less the year of birth") {
  Born centre(std::vector<int>(10, 2010));
  auto record = centre.open(november(2, 8));
  record.follow_region({{}, {{"P:SCHOOL", {2026, 12, 1}, {2027, 1, 31}}}});
  all_come(record, 5, on(2026, 12, 7));
  all_come(record, 10, on(2027, 1, 4));
  record.keep_day(on(2027, 2, 1));
  CHECK(said_people(record, "P:SCHOOL", {'B', "16-17"}) == 10);
  CHECK(said_people(record, "2027-01", {'B', "16-17"}) == 10);
  Born older(std::vector<int>(10, 2009));
  auto other = older.open(november(2, 8));
  other.follow_region({{}, {{"P:SCHOOL", {2026, 12, 1}, {2027, 1, 31}}}});
  all_come(other, 5, on(2026, 12, 7));
  all_come(other, 10, on(2027, 1, 4));
  other.keep_day(on(2027, 2, 1));
  CHECK(said_people(other, "P:SCHOOL", {'B', "16-17"}) == 5);
  CHECK(said_people(other, "P:SCHOOL", {'B', "18-24"}) == 5);
}
