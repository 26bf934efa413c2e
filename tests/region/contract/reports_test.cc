// SPDX-License-Identifier: EUPL-1.2
#include "region/contract/a_region.h"
#include "region/json_report.h"
#include "region/report.h"
#include "region/sheets_text.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

Sheet closed(Sheet sheet) {
  sheet.state = DayState::kClosed;
  return sheet;
}

std::vector<CivilDay> november(std::initializer_list<unsigned> days) {
  std::vector<CivilDay> all;
  for (const unsigned day : days) all.emplace_back(2026, 11, day);
  return all;
}

region::Coverage coverage_of(ARegion& region) {
  return region.storage().coverage(region.centre(), "2026-11", "2026-11").at(0);
}

}  // namespace

TEST_CASE("Days are open, closed or not reported, and any life that says open wins") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), closed(day_sheet(life(1), 3, 1, 0)),
               closed(day_sheet(life(1), 4, 1, 0)), day_sheet(life(2), 4, 1, 0)},
              region.evening(4));
  CHECK(coverage_of(region).open == november({2, 4}));
  CHECK(coverage_of(region).closed == november({3}));
  region.send(closed(day_sheet(life(1), 2, 2, 0)), region.evening(4));
  region.send(closed(day_sheet(life(2), 4, 2, 0)), region.evening(4));
  CHECK(coverage_of(region).open.empty());
  CHECK(coverage_of(region).closed == november({2, 3, 4}));
  CHECK(region.storage().coverage(region.centre(), "2026-10", "2026-10").empty());
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("A day that changes after it was over and reported is a correction with its date") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 3, 1, 5)}, region.evening(3));
  region.send({day_sheet(life(1), 3, 2, 6)}, region.evening(4));
  CHECK(coverage_of(region).corrected.empty());
  region.send({day_sheet(life(1), 2, 2, 6)}, region.evening(5));
  region.send({day_sheet(life(2), 3, 1, -1)}, region.evening(9));
  CHECK(coverage_of(region).corrected == november({2, 3}));
  const auto corrections = region.storage().corrections(region.evening(6));
  REQUIRE(corrections.size() == 1);
  CHECK(corrections[0].period == "2026-11-03");
  CHECK(corrections[0].at == region.evening(9));
}

TEST_CASE("Days that arrive late after an outage are reported, not corrected") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(2), 2, 1, 4)}, region.evening(9));
  CHECK(coverage_of(region).corrected.empty());
  CHECK(coverage_of(region).open == november({2}));
}

TEST_CASE("A newer revision that says the same is no correction") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 5), region.evening(2));
  region.send(day_sheet(life(1), 2, 2, 5), region.evening(9));
  CHECK(coverage_of(region).corrected.empty());
}

TEST_CASE("A month that was counted by hand is in the report, and its newest entry stands") {
  ARegion region;
  auto& storage = region.storage();
  storage.enter_month(region.centre(), "2026-10", {40, 12, 25, 3}, "anna", region.evening(2));
  CHECK(region.visits("2026-10") == 40);
  CHECK(region.people("2026-10") == 25);
  storage.enter_month(region.centre(), "2026-10", {42, 12, 26, 3}, "anna", region.evening(3));
  CHECK(region.visits("2026-10") == 42);
  CHECK(region.people("2026-10") == 26);
  const auto month = storage.months("2026-10", "2026-10").at(0);
  CHECK(region::total_values(month.rows) == RowValues{42, 12, 0, 3});
  CHECK(storage.coverage(region.centre(), "2026-10", "2026-10").at(0).manual);
  CHECK(storage.check() == std::vector<std::string>{});
  CHECK(storage.audit(1).at(0).by == "anna");
}

TEST_CASE(
    "People of two recorders in a centre are told apart, what was entered by hand beside them") {
  ARegion region;
  const std::string first = "1111111100000001", again = "1111111100000002",
                    second = "2222222200000001";
  const auto people = [](const std::string& life, std::int64_t n) {
    Sheet sheet{{life, SheetKind::kPeople, "2026-10"}, 1, {}, {}, {}};
    sheet.rows[{'T', ""}] = {n, 0};
    return sheet;
  };
  const auto told = [&] {
    std::map<std::string, std::int64_t> by_record;
    for (const auto& total : region.storage().people("2026-10"))
      by_record[total.record] += region::total_values(total.rows)[kN];
    return by_record;
  };
  region.send({people(first, 20), people(again, -2)}, region.evening(2));
  region.storage().enter_month(region.centre(), "2026-10", {5, 0, 4, 0}, "anna", region.evening(2));
  CHECK(told() == std::map<std::string, std::int64_t>{{"", 22}});
  region.send(people(second, 15), region.evening(3));
  CHECK(told() == std::map<std::string, std::int64_t>{{"", 4}, {"11111111", 18}, {"22222222", 15}});
  const sync::Withdrawal withdrawal{region.device(), region.centre(), {second}};
  region.storage().withdraw(withdrawal, "{}", {}, region.evening(4));
  CHECK(told() == std::map<std::string, std::int64_t>{{"", 4}, {"11111111", 18}});
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("A month by hand is refused where it cannot be") {
  ARegion region;
  const auto enter = [&](const std::string& centre, const std::string& month, RowValues values) {
    region.storage().enter_month(centre, month, values, "anna", region.evening(2));
  };
  CHECK_THROWS_AS(enter(region.centre(), "2026-13", {1}), region::Refusal);
  CHECK_THROWS_AS(enter(region.centre(), "2026-Q1", {1}), region::Refusal);
  CHECK_THROWS_AS(enter(region.centre(), "2026-10", {-1}), region::Refusal);
  CHECK_THROWS_AS(enter("ce_00000000", "2026-10", {1}), region::Refusal);
  CHECK_THROWS_WITH(enter(region.centre(), "2026-11", {1}), "That month is not over yet.");
  CHECK_THROWS_WITH(enter(region.centre(), "2027-09", {1}), "That month is not over yet.");
  CHECK_THROWS_WITH(enter(region.centre(), "2025-12", {1}),
                    "The centre was not there in that month.");
  CHECK_THROWS_WITH(enter(region.centre(), "2026-10", {3, 0, 5}),
                    "Different people. This is more than in the field “Visits in all”.");
  CHECK_THROWS_WITH(enter(region.centre(), "2026-10", {3, 4, 0}),
                    "Of these, people in groups. This is more than in the field “Visits in all”.");
  CHECK(region.storage().months("2026-10", "2026-13").empty());
}

TEST_CASE("A month that a kiosk has told of is entered only where both are meant to be added up") {
  ARegion region;
  auto& storage = region.storage();
  Sheet october = day_sheet(life(1), 2, 1, 60);
  october.id.period = "2026-10-02";
  region.send(october, region.evening(1));
  CHECK(storage.kiosk_told(region.centre(), "2026-10"));
  CHECK_FALSE(storage.kiosk_told(region.centre(), "2026-09"));
  CHECK_THROWS_AS(
      storage.enter_month(region.centre(), "2026-10", {50, 0, 20}, "anna", region.evening(2)),
      region::Refusal);
  CHECK(region.visits("2026-10") == 60);
  storage.enter_month(region.centre(), "2026-10", {50, 0, 20}, "anna", region.evening(2), true);
  CHECK(region.visits("2026-10") == 110);
}

TEST_CASE("People of a period are not those of its parts, nor of what it is a part of") {
  ARegion region;
  std::vector<Sheet> sheets;
  std::int64_t people = 0;
  for (const char* period : {"2025-12", "2025-Q4", "2025-H2", "2025", "2026"})
    sheets.push_back(people_sheet(life(1), period, 1, ++people));
  region.send(sheets, region.evening(2));
  CHECK(region.people("2025-12") == 1);
  CHECK(region.people("2025-Q4") == 2);
  CHECK(region.people("2025-H2") == 3);
  CHECK(region.people("2025") == 4);
  CHECK(region.people("2025-Q3") == 0);
}

TEST_CASE("A report made total by total says what one of all totals at once says") {
  ARegion region;
  auto& storage = region.storage();
  storage.add_activity("clay", "anna", region.evening(1));
  const std::string clay = storage.catalogue().activities.at(0).id;
  Sheet october = day_sheet(life(1), 2, 1, 60);
  october.id.period = "2026-10-02";
  Sheet november = day_sheet(life(1), 2, 1, 7);
  november.rows[{'A', clay}] = {4};
  region.send({october, november, people_sheet("1111111100000001", "2026-10", 1, 9),
               people_sheet("2222222200000001", "2026-10", 1, 8),
               people_sheet("1111111100000001", "2026-11", 1, 3)},
              region.evening(3));
  storage.enter_month(region.centre(), "2026-09", {30, 0, 11}, "anna", region.evening(3));
  region::ReportQuestion question{"2026-09", "2026-11", {}, {}, {}};
  const auto told = [](const region::Report& report) {
    return json_report(report, region::Purpose::kAudit);
  };
  const region::Report report = make_report(storage, question, region.evening(20));
  CHECK(report.centres.at(0).months.at(1).people.value().n == 9);
  CHECK(report.centres.at(0).months.at(1).people.value().more == 8);
  CHECK(told(report) == told(make_report(read_input(storage, question, region.evening(20)))));

  question.detail = region::Detail::kSums;
  const region::Report sums = make_report(storage, question, region.evening(20));
  CHECK(sums.counts == report.counts);
  CHECK(sums.by_month.at(2).counts == report.by_month.at(2).counts);
  CHECK(sums.centres.at(0).counts == report.centres.at(0).counts);
  CHECK(report.centres.at(0).months.at(2).counts.activities.size() == 1);
  CHECK(sums.centres.at(0).months.at(2).counts.activities.empty());
}

TEST_CASE("The check finds a total that somebody has touched") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), people_sheet(life(1), "2026-11", 1, 3)},
              region.evening(2));
  region.storage().enter_month(region.centre(), "2026-10", {40}, "anna", region.evening(2));
  REQUIRE(region.storage().check().empty());
  const char* const tampering = GENERATE(
      "UPDATE total SET counts = 'T 6 0 5' || counts WHERE kind = 'day'",
      "UPDATE total SET counts = '' WHERE kind = 'people'",
      "UPDATE total SET days = replace(days, 'o', 'c') WHERE period = '2026-11'",
      "DELETE FROM total WHERE period = '2026-10'",
      "UPDATE sheet SET counts = '' WHERE kind = 'day'",
      "UPDATE month_entry SET counts = 'T 41' WHERE month = '2026-10'", "DELETE FROM delivery");
  INFO(tampering);
  region.connect()->query(tampering);
  CHECK_FALSE(region.storage().check().empty());
}

TEST_CASE("The evidence of a month holds what stands, what was corrected, and what it replaced") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 4), region.evening(2));
  region.send(day_sheet(life(1), 2, 2, 5), region.evening(2) + 1h);
  region.send(day_sheet(life(1), 2, 3, 6), region.evening(9));
  region.send(people_sheet(life(1), "2026", 1, 3), region.evening(9) + 1h);
  region.send(people_sheet(life(2), "2025", 1, 3), region.evening(9) + 2h);
  region.storage().withdraw({region.device(), region.centre(), {life(1)}}, "{\"withdrawn\":1}", {},
                            region.evening(10));
  const auto bodies = [&](const std::string& from, const std::string& to) {
    std::vector<std::string> all;
    for (const auto& [device, envelope, received] : region.storage().evidence(from, to)) {
      CHECK(device.id == region.device());
      all.push_back(envelope.what + " " + envelope.body);
    }
    return all;
  };
  const auto sent = [&](const Sheet& sheet, Instant at) {
    return "POST /v1/sheets " + region.delivery({sheet}, at).body;
  };
  CHECK(bodies("2026-11", "2026-11") ==
        std::vector<std::string>{sent(day_sheet(life(1), 2, 2, 5), region.evening(2) + 1h),
                                 sent(day_sheet(life(1), 2, 3, 6), region.evening(9)),
                                 sent(people_sheet(life(1), "2026", 1, 3), region.evening(9) + 1h),
                                 "POST /v1/withdraw {\"withdrawn\":1}"});
  CHECK(bodies("2026-10", "2026-10").size() == 2);
  CHECK(bodies("2024-01", "2024-12").empty());
}
