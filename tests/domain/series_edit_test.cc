// SPDX-License-Identifier: EUPL-1.2
#include "domain/series_edit.h"

#include "support/a_timetable.h"
#include "support/catch.h"

using namespace sveiki;
using test::clay;
using test::wall;
using test::written;

namespace {

using Lines = std::vector<std::string>;

/// What the series come to from November 2026 on, the first `most`.
Lines sessions(const std::vector<Series>& series, std::size_t most = 9) {
  const Timetable all(series, {}, test::workshop());
  auto found = all.sessions({2026, 11, 1}, {2027, 6, 30});
  found.resize(std::min(found.size(), most));
  return written(found);
}

Series without(const Series& series, const std::string& original) {
  return *cancelled(series, Scope::kThis, {series.id, wall(original)});
}

/// The series after the session at `original` was put to `start`.
std::vector<Series> put(const Series& series, Scope scope, const std::string& original,
                        const std::string& start) {
  Edit edit{scope, {series.id, wall(original)}, series};
  edit.wanted.start = wall(start);
  return edited(series, edit, "clay-2");
}

std::vector<Series> ruled(const Series& series, Scope scope, const std::string& original,
                          const std::string& rule) {
  Edit edit{scope, {series.id, wall(original)}, series};
  edit.wanted.start = wall(original);
  edit.wanted.rule = rule.empty() ? Rule{} : Rule::parse(rule);
  return edited(series, edit, "clay-2");
}

const Series kTuesdays = clay("2026-11-03 14:00", "FREQ=WEEKLY;BYDAY=TU");

}  // namespace

TEST_CASE("Moving one session leaves the others where they are") {
  const auto after = put(kTuesdays, Scope::kThis, "2026-11-10 14:00", "2026-11-11 09:00");
  CHECK(sessions(after, 3) == Lines{"2026-11-03 14:00 planned", "2026-11-11 09:00 planned moved",
                                    "2026-11-17 14:00 planned"});
  // Moved again, it is still the same one.
  CHECK(sessions(put(after[0], Scope::kThis, "2026-11-10 14:00", "2026-11-12 09:00"), 2)[1] ==
        "2026-11-12 09:00 planned moved");
}

TEST_CASE("One session gets another length and room without the others") {
  Edit edit{Scope::kThis, {"clay", wall("2026-11-10 14:00")}, kTuesdays};
  edit.wanted.start = wall("2026-11-10 14:00");
  edit.wanted.duration = 90;
  edit.wanted.room = "hall";
  const Timetable after(edited(kTuesdays, edit, ""), {}, test::workshop());
  const auto all = after.sessions({2026, 11, 3}, {2026, 11, 10});
  CHECK(all[0].duration == 60);
  CHECK(all[0].room == "studio");
  CHECK(all[1].duration == 90);
  CHECK(all[1].room == "hall");
}

TEST_CASE("All sessions are put to another time of the day") {
  CHECK(sessions(put(kTuesdays, Scope::kAll, "2026-11-17 14:00", "2026-11-17 15:30"), 2) ==
        Lines{"2026-11-03 15:30 planned", "2026-11-10 15:30 planned"});
}

TEST_CASE("All sessions are put to another day of the week") {
  const auto after = put(kTuesdays, Scope::kAll, "2026-11-17 14:00", "2026-11-19 14:00");
  CHECK(after[0].rule.text() == "FREQ=WEEKLY;BYDAY=TH");
  CHECK(sessions(after, 2) == Lines{"2026-11-05 14:00 planned", "2026-11-12 14:00 planned"});
}

TEST_CASE("Two days in every second week stay as far apart wherever they are put") {
  const Series series = clay("2026-11-02 14:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR");
  CHECK(sessions(put(series, Scope::kAll, "2026-11-02 14:00", "2026-11-05 14:00"), 4) ==
        Lines{"2026-11-05 14:00 planned", "2026-11-09 14:00 planned", "2026-11-19 14:00 planned",
              "2026-11-23 14:00 planned"});
}

TEST_CASE("The second Tuesday becomes the second Wednesday") {
  const Series series = clay("2026-11-10 14:00", "FREQ=MONTHLY;BYDAY=2TU");
  const auto after =
      put(without(series, "2027-01-12 14:00"), Scope::kAll, "2026-11-10 14:00", "2026-11-11 14:00");
  CHECK(sessions(after, 4) == Lines{"2026-11-11 14:00 planned", "2026-12-09 14:00 planned",
                                    "2027-01-13 14:00 cancelled", "2027-02-10 14:00 planned"});
  // July 2026 begins with a Wednesday: its second one is six days before the second Tuesday.
  const auto july = [](const std::vector<Series>& all) {
    return written(Timetable(all, {}, test::workshop()).sessions({2026, 7, 1}, {2026, 7, 31}));
  };
  const Series tuesday = without(clay("2026-06-09 14:00", series.rule.text()), "2026-07-14 14:00");
  const auto wednesday = put(tuesday, Scope::kAll, "2026-06-09 14:00", "2026-06-10 14:00");
  CHECK(july(wednesday) == Lines{"2026-07-08 14:00 cancelled"});
  const Series other =
      without(clay("2026-06-10 14:00", "FREQ=MONTHLY;BYDAY=2WE"), "2026-07-08 14:00");
  CHECK(july(put(other, Scope::kAll, "2026-06-10 14:00", "2026-06-09 14:00")) ==
        Lines{"2026-07-14 14:00 cancelled"});
}

TEST_CASE("A day of the month that would not exist is asked for anew") {
  const Series last = clay("2026-11-30 14:00", "FREQ=MONTHLY;BYMONTHDAY=-1");
  CHECK_THROWS_AS(put(last, Scope::kAll, "2026-11-30 14:00", "2026-12-01 14:00"), RuleError);
  // The third Wednesday is not what the second Tuesday becomes.
  const Series second = clay("2026-11-10 14:00", "FREQ=MONTHLY;BYDAY=2TU");
  CHECK_THROWS_WITH(put(second, Scope::kAll, "2026-11-10 14:00", "2026-11-18 14:00"),
                    "The rule does not fall on this day. Say anew on which days it shall be.");
  const Series june = clay("2026-06-30 14:00", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30");
  CHECK_THROWS_AS(put(june, Scope::kAll, "2026-06-30 14:00", "2026-07-01 14:00"), RuleError);
  CHECK(put(june, Scope::kAll, "2026-06-30 14:00", "2026-06-29 14:00")[0].rule.text() ==
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=29");
}

TEST_CASE("From one session on it is another series, and the first one ends") {
  const auto after =
      put(kTuesdays, Scope::kThisAndFollowing, "2026-11-17 14:00", "2026-11-18 10:00");
  REQUIRE(after.size() == 2);
  CHECK(after[0].id == "clay");
  CHECK(after[1].id == "clay-2");
  CHECK(sessions(after, 4) == Lines{"2026-11-03 14:00 planned", "2026-11-10 14:00 planned",
                                    "2026-11-18 10:00 planned", "2026-11-25 10:00 planned"});
}

TEST_CASE("From the first session on is the whole series, under its own name") {
  const auto after =
      put(kTuesdays, Scope::kThisAndFollowing, "2026-11-03 14:00", "2026-11-03 15:00");
  REQUIRE(after.size() == 1);
  CHECK(after[0].id == "clay");
}

TEST_CASE("Ten times stay ten times when a series is divided") {
  const Series ten = clay("2026-11-03 14:00", "FREQ=WEEKLY;COUNT=10");
  const auto after = put(ten, Scope::kThisAndFollowing, "2026-11-24 14:00", "2026-11-24 16:00");
  CHECK(after[0].rule.parts().count == 3);
  CHECK(after[1].rule.parts().count == 7);
  CHECK(sessions(after, 99).size() == 10);
  // Also if the days are changed and the number is not.
  const auto daily =
      ruled(ten, Scope::kThisAndFollowing, "2026-11-24 14:00", "FREQ=DAILY;COUNT=10");
  CHECK(daily[1].rule.parts().count == 7);
  CHECK(ruled(ten, Scope::kThisAndFollowing, "2026-11-24 14:00", "FREQ=DAILY;COUNT=2")[1]
            .rule.parts()
            .count == 2);
}

TEST_CASE("A series goes on to its end when it is divided") {
  const Series until = clay("2026-11-03 14:00", "FREQ=WEEKLY;UNTIL=20261201");
  CHECK(sessions(put(until, Scope::kThisAndFollowing, "2026-11-17 14:00", "2026-11-19 14:00")) ==
        Lines{"2026-11-03 14:00 planned", "2026-11-10 14:00 planned", "2026-11-19 14:00 planned",
              "2026-11-26 14:00 planned", "2026-12-03 14:00 planned"});
}

TEST_CASE("Other days begin with the first of them, not with the day of the edit") {
  const auto after =
      ruled(kTuesdays, Scope::kThisAndFollowing, "2026-11-17 14:00", "FREQ=WEEKLY;BYDAY=MO,WE");
  CHECK(sessions(after, 4) == Lines{"2026-11-03 14:00 planned", "2026-11-10 14:00 planned",
                                    "2026-11-18 14:00 planned", "2026-11-23 14:00 planned"});
  CHECK_THROWS_WITH(
      ruled(kTuesdays, Scope::kAll, "2026-11-17 14:00", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20200101"),
      "By this rule nothing takes place any more. Change its end.");
}

TEST_CASE("What becomes a single session is the one that was edited") {
  CHECK(sessions(ruled(kTuesdays, Scope::kAll, "2026-11-17 14:00", "")) ==
        Lines{"2026-11-17 14:00 planned"});
}

TEST_CASE("A cancelled session stays cancelled wherever all are put, and so does its date") {
  const Series series = without(kTuesdays, "2026-11-17 14:00");
  // Another time, and back.
  auto after = put(series, Scope::kAll, "2026-11-03 14:00", "2026-11-03 16:00")[0];
  CHECK(sessions({after}, 3)[2] == "2026-11-17 16:00 cancelled");
  after = put(after, Scope::kAll, "2026-11-03 16:00", "2026-11-03 14:00")[0];
  CHECK(after == series);
  // Another day, and every day.
  after = put(series, Scope::kAll, "2026-11-03 14:00", "2026-11-04 14:00")[0];
  CHECK(sessions({after}, 3)[2] == "2026-11-18 14:00 cancelled");
  after = ruled(after, Scope::kAll, "2026-11-04 14:00", "FREQ=DAILY")[0];
  CHECK(sessions({after}, 16)[13] == "2026-11-17 14:00 cancelled");
  CHECK(sessions({after}, 16)[14] == "2026-11-18 14:00 cancelled");
  CHECK(sessions({after}, 16)[15] == "2026-11-19 14:00 planned");
}

TEST_CASE("A cancelled date does not come back by way of other days") {
  const Series series = without(kTuesdays, "2026-11-17 14:00");
  const Series thursdays =
      ruled(series, Scope::kAll, "2026-11-03 14:00", "FREQ=WEEKLY;BYDAY=TH")[0];
  CHECK(sessions({thursdays}, 3) ==
        Lines{"2026-11-05 14:00 planned", "2026-11-12 14:00 planned", "2026-11-19 14:00 planned"});
  const Series back =
      ruled(thursdays, Scope::kAll, "2026-11-05 14:00", "FREQ=WEEKLY;BYDAY=TU,TH")[0];
  CHECK(sessions({back}, 5)[3] == "2026-11-17 14:00 cancelled");
  CHECK(sessions({back}, 5)[4] == "2026-11-19 14:00 planned");
}

TEST_CASE("A date that was cancelled before a series was divided does not come back after") {
  const Series series = without(kTuesdays, "2026-11-10 14:00");
  const auto after = put(series, Scope::kThisAndFollowing, "2026-11-17 14:00", "2026-11-10 10:00");
  CHECK(sessions(after, 4) == Lines{"2026-11-03 14:00 planned", "2026-11-10 10:00 cancelled",
                                    "2026-11-10 14:00 cancelled", "2026-11-17 10:00 planned"});
}

TEST_CASE("Editing a cancelled session does not bring it back") {
  const Series series = without(kTuesdays, "2026-11-10 14:00");
  CHECK(sessions(put(series, Scope::kThis, "2026-11-10 14:00", "2026-11-11 14:00"), 2)[1] ==
        "2026-11-11 14:00 cancelled moved");
}

TEST_CASE("A session that was moved keeps its new time when the others are put elsewhere") {
  const Series series = put(kTuesdays, Scope::kThis, "2026-11-10 14:00", "2026-11-12 09:00")[0];
  const auto after = put(series, Scope::kAll, "2026-11-03 14:00", "2026-11-03 16:00")[0];
  CHECK(sessions({after}, 3) == Lines{"2026-11-03 16:00 planned", "2026-11-12 09:00 planned moved",
                                      "2026-11-17 16:00 planned"});
  // Where its day is no longer one of the series, it is off with it.
  CHECK(sessions({ruled(after, Scope::kAll, "2026-11-03 16:00", "FREQ=WEEKLY;BYDAY=MO")[0]}, 2) ==
        Lines{"2026-11-09 16:00 planned", "2026-11-16 16:00 planned"});
}

TEST_CASE("A session with only another room or length goes along when all are put elsewhere") {
  Edit edit{Scope::kThis, {"clay", wall("2026-11-10 14:00")}, kTuesdays};
  edit.wanted.start = wall("2026-11-10 14:00");
  edit.wanted.room = "hall";
  Series series = edited(kTuesdays, edit, "")[0];
  edit.session.original = edit.wanted.start = wall("2026-11-17 14:00");
  edit.wanted.duration = 90;
  series = edited(series, edit, "")[0];

  Edit all{Scope::kAll, {"clay", wall("2026-11-03 14:00")}, series};
  all.wanted.start = wall("2026-11-04 16:00");
  all.wanted.duration = 45;
  const Timetable after(edited(series, all, ""), {}, test::workshop());
  const auto found = after.sessions({2026, 11, 11}, {2026, 11, 18});
  CHECK(written(found) == Lines{"2026-11-11 16:00 planned", "2026-11-18 16:00 planned"});
  CHECK(found[0].room == "hall");
  CHECK(found[0].duration == 45);
  CHECK(found[1].duration == 90);
}

TEST_CASE("What was moved is remembered where it takes place, what was cancelled in both parts") {
  Series moved = put(kTuesdays, Scope::kThis, "2026-11-10 14:00", "2026-11-12 09:00")[0];
  moved = put(moved, Scope::kThis, "2026-12-08 14:00", "2026-12-09 09:00")[0];
  const auto after = put(without(moved, "2026-12-01 14:00"), Scope::kThisAndFollowing,
                         "2026-11-17 14:00", "2026-11-17 14:00");
  CHECK(after[0].exceptions.size() == 2);
  CHECK(after[1].exceptions.size() == 2);
}

TEST_CASE("A moved session that is put on a cancelled time is off") {
  Series series = put(kTuesdays, Scope::kThis, "2026-11-10 14:00", "2026-11-12 09:00")[0];
  series.extra = {wall("2026-11-10 18:00")};
  series.exceptions.insert(series.exceptions.begin(), {wall("2026-11-10 12:00"), true, {}, 0, ""});
  const auto after = put(series, Scope::kAll, "2026-11-03 14:00", "2026-11-03 12:00");
  CHECK(sessions(after, 3) == Lines{"2026-11-03 12:00 planned", "2026-11-10 16:00 planned",
                                    "2026-11-12 09:00 cancelled moved"});
}

TEST_CASE("One cancelled slot stays the only one") {
  Series slots = clay("2026-11-03 14:00", "FREQ=WEEKLY");
  slots.slots = Slots{20, 0};
  slots = without(slots, "2026-11-10 14:20");
  auto after = put(slots, Scope::kAll, "2026-11-03 14:00", "2026-11-04 14:10")[0];
  CHECK(sessions({after}, 6) == Lines{"2026-11-04 14:10 planned", "2026-11-04 14:30 planned",
                                      "2026-11-04 14:50 planned", "2026-11-11 14:10 planned",
                                      "2026-11-11 14:30 cancelled", "2026-11-11 14:50 planned"});
  CHECK(put(after, Scope::kAll, "2026-11-04 14:10", "2026-11-03 14:00")[0] == slots);
  // Cut otherwise: whatever lies in its time is off.
  Edit longer{Scope::kAll, {"clay", wall("2026-11-03 14:00")}, slots};
  longer.wanted.slots = Slots{30, 0};
  CHECK(sessions(edited(slots, longer, ""), 4) ==
        Lines{"2026-11-03 14:00 planned", "2026-11-03 14:30 planned", "2026-11-10 14:00 cancelled",
              "2026-11-10 14:30 cancelled"});
}

TEST_CASE("People keep their places in a session wherever an edit puts it") {
  const auto place = [](const Series& series, const Edit& edit, const std::string& original) {
    const auto now =
        continued(series, edit, edited(series, edit, "clay-2"), {series.id, wall(original)});
    return now ? now->series + ' ' + written(now->original) : "gone";
  };
  Edit edit{Scope::kThisAndFollowing, {"clay", wall("2026-11-17 14:00")}, kTuesdays};
  edit.wanted.start = wall("2026-11-18 15:00");
  CHECK(place(kTuesdays, edit, "2026-11-10 14:00") == "clay 2026-11-10 14:00");
  CHECK(place(kTuesdays, edit, "2026-11-24 14:00") == "clay-2 2026-11-25 15:00");
  edit.scope = Scope::kAll;
  CHECK(place(kTuesdays, edit, "2026-11-10 14:00") == "clay 2026-11-11 15:00");
  edit.scope = Scope::kThis;
  CHECK(place(kTuesdays, edit, "2026-11-17 14:00") == "clay 2026-11-17 14:00");
  edit.scope = Scope::kAll;
  edit.wanted.rule = Rule::parse("FREQ=WEEKLY;INTERVAL=2");
  CHECK(place(kTuesdays, edit, "2026-11-04 14:00") == "gone");
  CHECK(place(kTuesdays, edit, "2026-11-10 14:00") == "gone");
  CHECK(place(kTuesdays, edit, "2026-11-17 14:00") == "clay 2026-11-18 15:00");
}

TEST_CASE("Cancelling from one session on ends the series before it") {
  const auto rest =
      cancelled(kTuesdays, Scope::kThisAndFollowing, {"clay", wall("2026-11-17 14:00")});
  REQUIRE(rest);
  CHECK(sessions({*rest}) == Lines{"2026-11-03 14:00 planned", "2026-11-10 14:00 planned"});
  CHECK_FALSE(cancelled(kTuesdays, Scope::kThisAndFollowing, {"clay", wall("2026-11-03 14:00")}));
  CHECK_FALSE(cancelled(kTuesdays, Scope::kAll, {"clay", wall("2026-11-17 14:00")}));
}

TEST_CASE("Cancelling from one slot on keeps the slots before it") {
  Series slots = clay("2026-11-03 14:00", "FREQ=WEEKLY");
  slots.slots = Slots{20, 0};
  const auto rest = cancelled(slots, Scope::kThisAndFollowing, {"clay", wall("2026-11-10 14:20")});
  REQUIRE(rest);
  CHECK(sessions({*rest}, 99) == Lines{"2026-11-03 14:00 planned", "2026-11-03 14:20 planned",
                                       "2026-11-03 14:40 planned", "2026-11-10 14:00 planned",
                                       "2026-11-10 14:20 cancelled", "2026-11-10 14:40 cancelled"});
}

TEST_CASE("A session that is not there cannot be edited or cancelled") {
  CHECK_THROWS_AS(put(kTuesdays, Scope::kAll, "2026-11-04 14:00", "2026-11-05 14:00"), RuleError);
  CHECK_THROWS_AS(cancelled(kTuesdays, Scope::kThis, {"clay", wall("2026-11-04 14:00")}),
                  RuleError);
  CHECK_THROWS_AS(cancelled(kTuesdays, Scope::kThis, {"wood", wall("2026-11-03 14:00")}),
                  RuleError);
}

TEST_CASE("Extra dates go with the part of the series that they are in") {
  Series series = clay("2026-11-03 14:00", "FREQ=WEEKLY;COUNT=2");
  series.extra = {wall("2026-12-24 10:00"), wall("2026-11-05 10:00")};
  const auto after = put(series, Scope::kThisAndFollowing, "2026-11-10 14:00", "2026-11-10 15:00");
  CHECK(sessions({after[0]}) == Lines{"2026-11-03 14:00 planned", "2026-11-05 10:00 planned"});
  CHECK(sessions({after[1]}) == Lines{"2026-11-10 15:00 planned", "2026-12-24 11:00 planned"});
  // After the rule has ended, an extra date begins a series of its own.
  const auto late = put(series, Scope::kThisAndFollowing, "2026-12-24 10:00", "2026-12-23 10:00");
  CHECK(sessions({late[0]}).size() == 3);
  CHECK(sessions({late[1]}) == Lines{"2026-12-23 10:00 planned"});
}
