// SPDX-License-Identifier: EUPL-1.2
#include "region/contract/a_region.h"
#include "region/submitted.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

region::Submission submit(ARegion& region, Instant at, const std::string& month = "2026-11") {
  return region::submit_report(region.storage(), month, month, "Interreg", "anna", at);
}

std::vector<region::SinceSubmission> since(ARegion& region, const region::Report& report) {
  return region::since_submissions(region.storage(), report);
}

region::Report november(ARegion& region, Instant at) {
  return region::make_report(region.storage(), {"2026-11", "2026-11", {}, {}, {}}, at);
}

}  // namespace

TEST_CASE("A submitted report stays as it was whatever comes later") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), people_sheet(life(1), "2026-11", 1, 3)},
              region.evening(2));
  const region::Submission first = submit(region, region.evening(4));
  const std::string told = region.storage().submitted(first.id);
  region.send(day_sheet(life(1), 2, 2, 8), region.evening(9));
  region.storage().rename_place(region.centre(), "Varpas", CivilDay(2026, 11, 1), "anna",
                                region.evening(9));
  const region::Submission second = submit(region, region.evening(10));
  region.reopen();
  CHECK(region.storage().submitted(first.id) == told);
  CHECK(told.find("\"visits\": 5") != std::string::npos);
  CHECK(told.find("Varpas") == std::string::npos);
  CHECK(region.storage().submitted(second.id).find("\"visits\": 8") != std::string::npos);
  const auto all = region.storage().submissions();
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == second.id);
  CHECK(all[1].id == first.id);
  CHECK(all[1].name == "Interreg");
  CHECK(all[1].by == "anna");
  CHECK(all[1].at == region.evening(4));
  CHECK(all[1].sha256.size() == 64);
  CHECK(all[1].sha256 != all[0].sha256);
  CHECK(in_english(region.storage().audit(1).at(0).what) ==
        "Submitted the report of 2026-11 to 2026-11, " + second.id + ".");
}

TEST_CASE("A submitted report that somebody has touched is not given out and the check finds it") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 5), region.evening(2));
  const region::Submission submission = submit(region, region.evening(4));
  REQUIRE(region.storage().check().empty());
  region.connect()->query("UPDATE submission SET report = replace(report, '5', '6')");
  CHECK_THROWS_AS(region.storage().submitted(submission.id), region::Refusal);
  CHECK(region.storage().check() ==
        std::vector<std::string>{"the report " + submission.id + " is not what was submitted"});
}

TEST_CASE("What cannot be submitted is refused and nothing is kept") {
  ARegion region;
  auto& storage = region.storage();
  const auto submit = [&](const std::string& from, const std::string& to, const std::string& name) {
    region::submit_report(storage, from, to, name, "anna", region.evening(4));
  };
  CHECK_THROWS_AS(submit("2026-11", "2026-10", "Interreg"), region::Refusal);
  CHECK_THROWS_AS(submit("2026-Q4", "2026-Q4", "Interreg"), region::Refusal);
  CHECK_THROWS_AS(submit("2026-11", "2026-11", " "), region::Refusal);
  CHECK_THROWS_AS(submit("2026-11", "2026-11", "a\tb"), region::Refusal);
  CHECK_THROWS_AS(submit("2026-11", "2026-11", std::string(201, 'a')), region::Refusal);
  CHECK_THROWS_AS(storage.submitted("su_00000000"), region::Refusal);
  CHECK(storage.submissions().empty());
}

TEST_CASE("What changed since the last report is told with the number before and now") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 50), day_sheet(life(1), 3, 1, 7),
               people_sheet(life(1), "2026-11", 1, 30)},
              region.evening(3));
  CHECK(since(region, november(region, region.evening(5))).empty());
  submit(region, region.evening(5));
  const auto same = since(region, november(region, region.evening(5)));
  REQUIRE(same.size() == 1);
  CHECK(same[0].months == std::vector<std::string>{"2026-11"});
  CHECK(same[0].changes.empty());

  // A correction, and a day that was missing.
  region.send({day_sheet(life(1), 2, 2, 45), day_sheet(life(1), 4, 1, 6),
               people_sheet(life(1), "2026-11", 2, 31)},
              region.evening(9));
  const region::Report now = november(region, region.evening(10));
  const auto later = since(region, now);
  REQUIRE(later.size() == 1);
  REQUIRE(later[0].changes.size() == 1);
  const region::Change& change = later[0].changes[0];
  CHECK(change.centre->place.id == region.centre());
  CHECK(change.period == "2026-11");
  CHECK(change.days == std::vector{CivilDay(2026, 11, 2), CivilDay(2026, 11, 4)});
  CHECK(change.visits == region::Change::Figure{57, 58});
  CHECK(change.people == region::Change::Figure{30, 31});

  // A newer submission is what counts.
  submit(region, region.evening(10));
  const auto newest = since(region, now);
  REQUIRE(newest.size() == 1);
  CHECK(newest[0].changes.empty());
}

TEST_CASE("A correction that leaves the sums as they were is told all the same") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 3, 1, 5)}, region.evening(3));
  submit(region, region.evening(5));
  region.send({day_sheet(life(1), 2, 2, 4), day_sheet(life(1), 3, 2, 6)}, region.evening(9));
  const region::Report now = november(region, region.evening(10));
  const auto told = since(region, now);
  REQUIRE(told.at(0).changes.size() == 1);
  CHECK(told[0].changes[0].days == std::vector{CivilDay(2026, 11, 2), CivilDay(2026, 11, 3)});
  CHECK(told[0].changes[0].visits == region::Change::Figure{10, 10});
}

TEST_CASE("Months that have not begun are not submitted, the rest of a year that has begun is") {
  ARegion region;
  const auto submit = [&](const std::string& from, const std::string& to) {
    region::submit_report(region.storage(), from, to, "Interreg", "anna", region.evening(4));
  };
  CHECK_THROWS_AS(submit("2026-12", "2026-12"), region::Refusal);
  CHECK_THROWS_AS(submit("2026-01", "2027-01"), region::Refusal);
  CHECK(region.storage().submissions().empty());
  submit("2026-11", "2026-12");
  CHECK(region.storage().submissions().size() == 1);
}

TEST_CASE("Each month is compared with the newest report that told of it") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 5), region.evening(3));
  auto& storage = region.storage();
  region::submit_report(storage, "2026-08", "2026-11", "Interreg", "anna", region.evening(4));
  region::submit_report(storage, "2026-11", "2026-11", "LIFE", "anna", region.evening(5));
  storage.enter_month(region.centre(), "2026-09", {40, 0, 25}, "anna", region.evening(6));
  const region::Report now =
      region::make_report(storage, {"2026-07", "2026-11", {}, {}, {}}, region.evening(7));
  const auto told = since(region, now);
  REQUIRE(told.size() == 2);
  CHECK(told[0].submission.name == "LIFE");
  CHECK(told[0].months == std::vector<std::string>{"2026-11"});
  CHECK(told[0].changes.empty());
  CHECK(told[1].submission.name == "Interreg");
  CHECK(told[1].months == std::vector<std::string>{"2026-08", "2026-09", "2026-10"});
  REQUIRE(told[1].changes.size() == 1);
  CHECK(told[1].changes[0].period == "2026-09");
  CHECK(told[1].changes[0].days.empty());
  // Not reported is not zero.
  CHECK(told[1].changes[0].visits == region::Change::Figure{std::nullopt, 40});
  CHECK(told[1].changes[0].people == region::Change::Figure{std::nullopt, 25});
}

TEST_CASE("People of a quarter are compared where the quarter was submitted") {
  ARegion region;
  region.send({people_sheet(life(1), "2026-Q3", 1, 30), people_sheet(life(1), "2026-09", 1, 20)},
              region.evening(2));
  auto& storage = region.storage();
  region::submit_report(storage, "2026-07", "2026-09", "Interreg", "anna", region.evening(3));
  region.send(people_sheet(life(1), "2026-Q3", 2, 29), region.evening(4));
  const region::Report now =
      region::make_report(storage, {"2026-07", "2026-09", {}, {}, {}}, region.evening(5));
  const auto told = since(region, now);
  REQUIRE(told.at(0).changes.size() == 1);
  CHECK(told[0].changes[0].period == "2026-Q3");
  CHECK(told[0].changes[0].people == region::Change::Figure{30, 29});
}

TEST_CASE("A database from before there were submissions is brought up and keeps its counts") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 5), region.evening(2));
  for (const char* back :
       {"DROP TABLE submission", "DROP TABLE refused_sheet", "DROP TABLE activity_name",
        "ALTER TABLE device DROP COLUMN uploads", "DROP INDEX delivery_of_device",
        "DROP INDEX correction_of_centre", "ALTER TABLE audit DROP COLUMN gaps",
        "DROP TABLE recorder", "DROP TABLE gap", "ALTER TABLE correction DROP COLUMN counted",
        "UPDATE audit SET what = 'Told as it was.'", "UPDATE schema_version SET version = 1"})
    region.connect()->query(back);
  region.reopen();
  CHECK(region.visits() == 5);
  CHECK(region.storage().submissions().empty());
  CHECK(region.storage().refused_sheets().empty());
  CHECK(in_english(region.storage().audit(1).at(0).what) == "Told as it was.");
}
