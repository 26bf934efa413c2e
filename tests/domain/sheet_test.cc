// SPDX-License-Identifier: EUPL-1.2
#include "domain/sheet.h"

#include "support/catch.h"

using namespace sveiki;

namespace {

const RowKey kTotal{'T', ""};
const RowKey kClay{'A', "ac_11111111"};

Sheet sheet(std::int64_t revision, SheetRows rows) {
  return {{"00112233445566aa", SheetKind::kDay, "2026-11-22"},
          revision,
          std::move(rows),
          DayState::kOpen,
          "Europe/Riga"};
}

}  // namespace

TEST_CASE("A sheet that was never seen is stored") {
  CHECK(join(nullptr, sheet(1, {})) == Verdict::kStored);
}

TEST_CASE("The higher revision stands, whichever comes first") {
  const Sheet first = sheet(1, {{kTotal, {1}}});
  const Sheet second = sheet(2, {{kTotal, {2}}});
  CHECK(join(&first, second) == Verdict::kStored);
  CHECK(join(&second, first) == Verdict::kOlder);
  CHECK(join(&second, second) == Verdict::kSame);
}

TEST_CASE("One revision with two contents is a conflict, never a choice") {
  const Sheet one = sheet(3, {{kTotal, {1}}});
  const Sheet other = sheet(3, {{kTotal, {2}}});
  CHECK(join(&one, other) == Verdict::kConflict);
  Sheet closed = one;
  closed.state = DayState::kClosed;
  CHECK(join(&one, closed) == Verdict::kConflict);
}

TEST_CASE("A life says what is missing from the others, also when that is less than nothing") {
  const std::vector<Sheet> others{sheet(1, {{kTotal, {5}}, {kClay, {5}}}),
                                  sheet(1, {{kTotal, {2}}})};
  const SheetRows said = rows_to_say({{kTotal, {9}}, {kClay, {3}}}, others);
  CHECK(said == SheetRows{{kTotal, {2}}, {kClay, {-2}}});
}

TEST_CASE("Nothing is said where the others have said it") {
  const std::vector<Sheet> others{sheet(1, {{kTotal, {5}}})};
  CHECK(rows_to_say({{kTotal, {5}}}, others).empty());
}

TEST_CASE("A row of nothing but zeros is no row") {
  SheetRows rows{{kTotal, {1, 2}}};
  add(rows, {{kTotal, {-1, -2}}, {kClay, {0}}});
  CHECK(rows.empty());
}

TEST_CASE("An age falls into the band between two cuts") {
  CHECK(age_band(0) == "0-4");
  CHECK(age_band(4) == "0-4");
  CHECK(age_band(5) == "5-6");
  CHECK(age_band(13) == "13-13");
  CHECK(age_band(29) == "26-29");
  CHECK(age_band(84) == "75-84");
  CHECK(age_band(85) == "85-");
  CHECK(age_band(103) == "85-");
  CHECK(age_band(std::nullopt) == "unknown");
  CHECK(age_band(-1) == "unknown");  // a birth year that cannot be
}

TEST_CASE("Visits and other centres fall into their bands") {
  CHECK(visits_band(1) == "1-1");
  CHECK(visits_band(2) == "2-4");
  CHECK(visits_band(4) == "2-4");
  CHECK(visits_band(5) == "5-9");
  CHECK(visits_band(10) == "10-");
  CHECK(other_centres_band(0) == "0-0");
  CHECK(other_centres_band(1) == "1-1");
  CHECK(other_centres_band(2) == "2-");
  CHECK(other_centres_band(std::nullopt) == "unknown");
}

TEST_CASE("Every verdict is found again by its name") {
  for (const Verdict verdict :
       {Verdict::kStored, Verdict::kSame, Verdict::kOlder, Verdict::kConflict, Verdict::kRefused})
    CHECK(verdict_named(verdict_name(verdict)) == verdict);
  CHECK_FALSE(verdict_named("lost"));
}

TEST_CASE("Every kind of sheet and state of a day is found again by its name") {
  for (const SheetKind kind : {SheetKind::kDay, SheetKind::kPeople})
    CHECK(sheet_kind_named(sheet_kind_name(kind)) == kind);
  CHECK_FALSE(sheet_kind_named(""));
  for (const DayState state : {DayState::kOpen, DayState::kClosed, DayState::kNotRecorded})
    CHECK(day_state_named(day_state_name(state)) == state);
  CHECK_FALSE(day_state_named(""));
}
