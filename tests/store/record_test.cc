// SPDX-License-Identifier: EUPL-1.2
#include "store/record.h"

#include "support/a_centre.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

FactRef begun(const ArrivalOutcome& outcome) {
  return std::get<VisitBegun>(outcome).visit;
}
bool goes_on(const ArrivalOutcome& outcome) {
  return std::holds_alternative<VisitGoesOn>(outcome);
}

}  // namespace

TEST_CASE("The wall shows the tokens by flock, then in the order they were given out") {
  ACentre centre(13);
  auto record = centre.open(november(2, 8));
  const auto tokens = record.tokens();
  REQUIRE(tokens.size() == 13);
  CHECK(tokens[0].symbol == symbols()[0]);
  CHECK(tokens[1].symbol == symbols()[6]);
  CHECK(tokens[2].symbol == symbols()[12]);
  CHECK(tokens[3].symbol == symbols()[1]);
  CHECK(tokens[12].flock == Flock::kRed);
}

TEST_CASE("Coming twice within two hours is one visit") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto token = token_of(record, 0);
  const auto visit = begun(record.arrive(token, How::kToken, november(2, 9)));
  const auto again = record.arrive(token, How::kToken, november(2, 10, 59));
  REQUIRE(goes_on(again));
  CHECK(std::get<VisitGoesOn>(again).visit == visit);
  CHECK(std::get<VisitGoesOn>(again).since == november(2, 9));
  CHECK_FALSE(goes_on(record.arrive(token, How::kToken, november(2, 11))));
}

TEST_CASE("Who left and comes back within two hours begins a second visit") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto token = token_of(record, 0);
  const auto visit = begun(record.arrive(token, How::kToken, november(2, 9)));
  CHECK(record.leave(visit, november(2, 9, 20)).fresh);
  CHECK_FALSE(goes_on(record.arrive(token, How::kToken, november(2, 9, 30))));
}

TEST_CASE("A visit that was taken back guards nothing") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto token = token_of(record, 0);
  const auto visit = begun(record.arrive(token, How::kToken, november(2, 9)));
  record.undo({visit}, "visitor", "not me", november(2, 9));
  CHECK_FALSE(goes_on(record.arrive(token, How::kToken, november(2, 9, 1))));
}

TEST_CASE("A card finds the same person as the token") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto arrived = record.arrive_by_card("SV-1003", november(2, 9));
  CHECK(std::get<VisitBegun>(arrived).token == token_of(record, 3));
  CHECK(goes_on(record.arrive(token_of(record, 3), How::kToken, november(2, 9, 5))));
}

TEST_CASE("A token or card that nobody has is not known and records nothing") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  CHECK(
      std::holds_alternative<NotKnown>(record.arrive("tk_00000000", How::kToken, november(2, 9))));
  CHECK(std::holds_alternative<NotKnown>(
      record.arrive_by_card(std::string(10'000, '7'), november(2, 9))));
  CHECK_FALSE(record.newest_fact());
}

TEST_CASE("Saying the same twice is one participation and one leave") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  const auto clay = record.take_part(visit, "clay", november(2, 9));
  CHECK(clay.fresh);
  const auto again = record.take_part(visit, "clay", november(2, 10));
  CHECK_FALSE(again.fresh);
  CHECK(again.fact == clay.fact);
  const auto left = record.leave(visit, november(2, 11));
  CHECK_FALSE(record.leave(visit, november(2, 12)).fresh);
  CHECK(record.leave(visit, november(2, 12)).fact == left.fact);
}

TEST_CASE("A visit that was taken back takes part in nothing and is not left") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  record.undo({visit}, "visitor", "not me", november(2, 9));
  CHECK_THROWS_AS(record.take_part(visit, "clay", november(2, 9)), RecordFault);
  CHECK_THROWS_AS(record.leave(visit, november(2, 9)), RecordFault);
}

TEST_CASE("Who leaves when the clock was set back leaves when they came") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  record.leave(visit, november(2, 8, 30));
  CHECK(record.newest_fact() == november(2, 9));
}

TEST_CASE("A clock set back by minutes makes no second visit") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  CHECK(goes_on(record.arrive(token_of(record, 0), How::kToken, november(2, 8, 50))));
}

TEST_CASE("A forgotten visit is closed at closing time, and closing makes no room for another") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto token = token_of(record, 0);
  const auto visit = begun(record.arrive(token, How::kToken, november(2, 16, 30)));
  record.keep_day(november(2, 16, 59));
  record.keep_day(november(2, 17));
  CHECK_FALSE(record.leave(visit, november(2, 17, 5)).fresh);
  CHECK(goes_on(record.arrive(token, How::kToken, november(2, 17, 5))));
}

TEST_CASE("A visit after closing is closed once the day is over") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kStaff, november(2, 18)));
  record.keep_day(november(2, 23));
  const auto left = record.leave(visit, november(2, 23, 30));
  CHECK(left.fresh);
  record.undo({left.fact}, "staff", "still here", november(2, 23, 31));
  record.keep_day(november(3, 8));
  CHECK_FALSE(record.leave(visit, november(3, 8)).fresh);
}

TEST_CASE("A visit of an earlier day whose end was taken back is closed again") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  record.keep_day(november(3, 8));
  const auto closed = record.leave(visit, november(3, 8));
  CHECK_FALSE(closed.fresh);
  record.undo({closed.fact}, "staff", "", november(3, 9));
  record.keep_day(november(3, 9));
  const auto again = record.leave(visit, november(3, 9));
  CHECK_FALSE(again.fresh);
  CHECK(again.fact != closed.fact);
}

TEST_CASE("Undoing takes all back or nothing, and twice changes nothing") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto token = token_of(record, 0);
  const auto visit = begun(record.arrive(token, How::kToken, november(2, 9)));
  const FactRef nonsense{FactRef::Kind::kHeadcount, 99};
  CHECK_THROWS_AS(record.undo({visit, nonsense}, "staff", "", november(2, 9)), RecordFault);
  CHECK(goes_on(record.arrive(token, How::kToken, november(2, 9))));
  record.undo({visit}, "staff", "", november(2, 9));
  record.undo({visit, visit}, "staff", "", november(2, 9));
  CHECK_FALSE(goes_on(record.arrive(token, How::kToken, november(2, 9))));
}

TEST_CASE("The record knows its newest fact") {
  ACentre centre;
  {
    auto record = centre.open(november(2, 8));
    CHECK_FALSE(record.newest_fact());
    record.count_heads(12, How::kGuest, november(3, 10));
    begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  }
  CHECK(centre.open(november(4, 8)).newest_fact() == november(3, 10));
}

TEST_CASE("A headcount outside 1 to 500 is refused") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  CHECK_THROWS_AS(record.count_heads(0, How::kGuest, november(2, 9)), RecordFault);
  CHECK_THROWS_AS(record.count_heads(501, How::kGuest, november(2, 9)), RecordFault);
  CHECK_FALSE(record.newest_fact());
}

TEST_CASE("Somebody's card finds their sign, and only their own picture is theirs") {
  ACentre centre(0);
  store::NewPerson person;
  person.symbol = "fox";
  person.card = "SV-1";
  person.picture = "sun";
  store::NewPerson other;
  other.symbol = "cat";
  store::Enrolment(centre.dir.path()).add({person, other}, "test", november(2, 7));
  auto record = centre.open(november(2, 8));
  const auto tokens = record.tokens();
  CHECK(record.token_of_card("SV-1") == tokens[0].id);
  CHECK(record.token_of_card("SV-2").empty());
  CHECK(tokens[0].has_picture);
  CHECK_FALSE(tokens[1].has_picture);
  CHECK(record.picture_matches(tokens[0].id, "sun"));
  CHECK_FALSE(record.picture_matches(tokens[0].id, "moon"));
  CHECK_FALSE(record.picture_matches(tokens[1].id, "sun"));
  CHECK_FALSE(record.picture_matches(tokens[1].id, ""));
  CHECK_FALSE(record.newest_fact());
}
