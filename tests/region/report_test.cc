// SPDX-License-Identifier: EUPL-1.2
#include "region/report.h"

#include "support/a_report.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::region;
using namespace sveiki::test;

TEST_CASE("Months are counted from the first to the last, over the turn of a year") {
  CHECK(months_between("2026-11", "2027-02") ==
        std::vector<std::string>{"2026-11", "2026-12", "2027-01", "2027-02"});
  CHECK(months_between("2026-11", "2026-10").empty());
  CHECK(months_between("2026-Q1", "2026-12").empty());
  CHECK(months_between("9999-12", "9999-12") == std::vector<std::string>{"9999-12"});
  CHECK(months_between("2001-01", "2020-12").size() == kMostMonths);
  CHECK(months_between("2001-01", "2021-01").empty());
}

TEST_CASE("Zero, closed and not reported are three different things") {
  ReportInput input = a_region();
  input.months = {whole_month("ce_aaaaaaaa", "2026-01", true),
                  whole_month("ce_bbbbbbbb", "2026-01", false)};
  const Report report = make_report(input);
  REQUIRE(report.centres.size() == 3);
  CHECK(report.centres[0].months[0].state == MonthState::kComplete);
  CHECK(report.centres[0].months[0].people->n == 0);
  CHECK(report.centres[1].months[0].state == MonthState::kClosed);
  CHECK(report.centres[2].months[0].state == MonthState::kNotReported);
  CHECK_FALSE(report.centres[2].months[0].people);
  CHECK(report.centres[2].months[0].missing.size() == 31);
}

TEST_CASE("A month of which a day is missing is told as partly known, with the day") {
  ReportInput input = a_region();
  input.months = {whole_month("ce_aaaaaaaa", "2026-01", true)};
  input.months[0].days[3] = kNotReported;
  const CentreMonth month = make_report(input).centres[0].months[0];
  CHECK(month.state == MonthState::kPartly);
  CHECK(month.missing == std::vector{CivilDay(2026, 1, 4)});
}

TEST_CASE("A day that is not over is not missing") {
  ReportInput input = a_region();
  input.made = instant_of({2026, 1, 10}, 12 * 60, "Europe/Riga");
  input.months = {whole_month("ce_aaaaaaaa", "2026-01", true)};
  input.months[0].days.replace(8, 23, 23, kNotReported);  // to 8 January; the 9th was yesterday
  CHECK(make_report(input).centres[0].months[0].missing == std::vector{CivilDay(2026, 1, 9)});
}

TEST_CASE("A month that is entered by hand is not missing before it is over") {
  ReportInput input = a_region();
  input.places.at(2).kiosk = false;
  const std::string id = input.places[2].id;
  const auto month_made_on = [&](CivilDay day) {
    input.made = instant_of(day, 12 * 60, "Europe/Riga");
    const Report report = make_report(input);
    return std::ranges::find(report.centres, id, [](const auto& it) { return it.place.id; })
        ->months.at(0);
  };
  CHECK(month_made_on({2026, 1, 31}).missing.empty());
  CHECK(month_made_on({2026, 2, 1}).missing.size() == 31);
}

TEST_CASE("What is known of a month from two sides is one month") {
  ReportInput input = a_region();
  Total sheets = whole_month("ce_aaaaaaaa", "2026-01", true);
  sheets.days[3] = kNotReported;
  Total remark{"ce_aaaaaaaa", "2026-01", {}, std::string(31, kNotReported), {{2026, 1, 6}}, false};
  remark.days[3] = remark.days[4] = kWithdrawn;
  remark.in_gap = {{2026, 1, 8}};
  input.months = {remark, a_row("ce_aaaaaaaa", "2026-01", {'T', ""}, {3}), sheets,
                  a_row("ce_aaaaaaaa", "2026-01", {'T', ""}, {4})};
  const CentreMonth month = make_report(input).centres[0].months[0];
  CHECK(month.counts.total[kVisits] == 7);
  CHECK(month.open == 30);
  CHECK(month.withdrawn == std::vector{CivilDay(2026, 1, 4)});
  CHECK(month.missing == month.withdrawn);
  CHECK(month.corrected == std::vector{CivilDay(2026, 1, 6)});
  CHECK(month.in_gap == std::vector{CivilDay(2026, 1, 8)});
}

TEST_CASE("In whatever order people are told of, they are the same people") {
  ReportInput input = a_region("2026-01", "2026-02");
  const auto tell = [&](const char* centre, const char* month, RowKey key, std::int64_t n) {
    input.people.push_back(a_row(centre, month, key, {n}));
  };
  tell("ce_aaaaaaaa", "2026-01", {'T', ""}, 10);
  tell("ce_bbbbbbbb", "2026-02", {'T', ""}, 7);
  tell("ce_aaaaaaaa", "2026-02", {'T', ""}, 4);
  tell("ce_aaaaaaaa", "2026-01", {'O', "0-0"}, 10);
  tell("ce_aaaaaaaa", "2026-01", {'T', ""}, 2);
  const Report report = make_report(input);
  CHECK(report.centres[0].months[0].people == People{12, 0, 0, {{'O', {{"0-0", 10}}}}});
  CHECK(report.centres[0].months[1].people->n == 4);
  CHECK(report.by_month[0].people == Bracket{12, 12, 12, 2, 1});
  CHECK(report.by_month[1].people->upper == 11);
}

TEST_CASE("Sums of activities are those of their months, and zeros are no activity") {
  ReportInput input = a_region("2026-01", "2026-02");
  input.months = {a_row("ce_bbbbbbbb", "2026-01", {'A', "ac_woodwood"}, {5}),
                  a_row("ce_aaaaaaaa", "2026-01", {'A', "ac_clayclay"}, {3, 1}),
                  a_row("ce_aaaaaaaa", "2026-02", {'A', "ac_clayclay"}, {4}),
                  a_row("ce_aaaaaaaa", "2026-02", {'A', "ac_woodwood"}, {2}),
                  a_row("ce_aaaaaaaa", "2026-01", {'A', "ac_woodwood"}, {-2}),
                  a_row("ce_aaaaaaaa", "2026-01", {'A', ""}, {1})};
  const Report report = make_report(input);
  CHECK(report.centres[0].counts.activities == ByActivity{{"", {1}}, {"ac_clayclay", {7, 1}}});
  CHECK(report.centres[0].months[1].counts.activities ==
        ByActivity{{"ac_clayclay", {4}}, {"ac_woodwood", {2}}});
  CHECK(report.by_month[0].counts.activities ==
        ByActivity{{"", {1}}, {"ac_clayclay", {3, 1}}, {"ac_woodwood", {3}}});
  CHECK(report.counts.activities ==
        ByActivity{{"", {1}}, {"ac_clayclay", {7, 1}}, {"ac_woodwood", {5}}});
}

TEST_CASE("People of a period of which everything was withdrawn are not known") {
  ReportInput input = a_region();
  input.people = {{"ce_aaaaaaaa", "2026-01", {}, {}, {}, false}};
  const Report report = make_report(input);
  CHECK_FALSE(report.centres[0].months[0].people);
  CHECK_FALSE(report.by_month[0].people);
}

TEST_CASE("People of several centres are a bracket, and those never asked are told") {
  ReportInput input = a_region();
  add_people(input, "ce_aaaaaaaa", "2026-01", 10, {{"0-0", 5}, {"1-1", 3}, {"unknown", 2}});
  add_people(input, "ce_bbbbbbbb", "2026-01", 6, {{"0-0", 2}, {"1-1", 1}, {"2-", 3}});
  const Bracket bracket = *make_report(input).by_month[0].people;
  CHECK(bracket.lower == 12);     // 7, and of the others the 5 of Auce
  CHECK(bracket.estimate == 12);  // 7 + 2 unknown + 4 halves + 3 thirds
  CHECK(bracket.upper == 16);
  CHECK(bracket.unknown == 2);
  CHECK(bracket.centres == 2);
}

TEST_CASE("People over months are known only where a period is exactly these months") {
  ReportInput input = a_region("2026-01", "2026-03");
  add_people(input, "ce_aaaaaaaa", "2026-01", 10, {});
  add_people(input, "ce_aaaaaaaa", "2026-02", 10, {});
  add_people(input, "ce_aaaaaaaa", "2026-Q1", 14, {});
  CHECK(make_report(input).people->upper == 14);
  CHECK(make_report(input).centres[0].people->n == 14);
  input.to_month = "2026-02";
  CHECK_FALSE(make_report(input).people);
  CHECK_FALSE(make_report(input).centres[0].people);
  input.indicators = {an_indicator("P:WINTER", "2026-01", "2026-02", 10)};
  add_people(input, "ce_aaaaaaaa", "P:WINTER", 12, {});
  CHECK(make_report(input).people->upper == 12);
}

TEST_CASE("What was reached does not depend on the months that are shown") {
  ReportInput input = a_region("2026-01", "2026-01");
  input.indicators = {an_indicator("P:SOC1000", "2025-01", "2026-12", 10)};
  add_people(input, "ce_aaaaaaaa", "P:SOC1000", 60, {});
  add_people(input, "ce_bbbbbbbb", "P:SOC1000", 30, {});
  Place& closed = *std::ranges::find(input.places, "ce_aaaaaaaa", &Place::id);
  closed.to = CivilDay(2025, 9, 30);
  std::ranges::find(input.places, "ce_bbbbbbbb", &Place::id)->from = CivilDay(2026, 3, 1);
  const Report report = make_report(input);
  CHECK(report.centres.size() == 1);
  CHECK(report.indicators[0].people->upper == 90);
  input.organisation = "or_latvijaa";
  CHECK(make_report(input).indicators[0].people->upper == 60);
  closed.to = CivilDay(2024, 12, 31);  // before it began
  CHECK_FALSE(make_report(input).indicators[0].people);
}

TEST_CASE("Two recorders in a centre make its people a bracket") {
  ReportInput input = a_region("2026-01", "2026-03");
  for (const auto& [record, n] : {std::pair{"11111111", 20}, std::pair{"22222222", 12}}) {
    for (const char* period : {"2026-01", "2026-Q1"}) {
      input.people.push_back(a_row("ce_aaaaaaaa", period, {'T', ""}, {n}));
      input.people.back().record = record;
    }
  }
  add_people(input, "ce_aaaaaaaa", "2026-01", 3, {});  // entered by hand, beside them
  const Report report = make_report(input);
  CHECK(report.people == Bracket{20, 20, 32, 20, 1});
  CHECK(report.by_month[0].people == Bracket{23, 23, 35, 23, 1});
  CHECK(report.centres[0].people->n == 20);
  CHECK(report.centres[0].people->more == 12);
}

TEST_CASE(
    "Months that were entered by hand are people of the quarter, at least those of one month") {
  ReportInput input = a_region("2026-01", "2026-03");
  input.indicators = {an_indicator("P:SOC1000", "2026-03", "2026-12", 10)};
  const auto enter = [&](const std::string& month, std::int64_t people) {
    input.entered.push_back({"ce_aaaaaaaa", month, {0, 0, people, 1}, {}});
  };
  enter("2026-01", 8);
  enter("2026-02", 11);
  enter("2026-03", 9);
  CHECK(make_report(input).people == Bracket{11, 11, 28, 11, 1});
  CHECK(make_report(input).indicators[0].people == Bracket{9, 9, 9, 9, 1});
  add_people(input, "ce_aaaaaaaa", "2026-Q1", 14, {{"0-0", 14}});  // since February, by a kiosk
  CHECK(make_report(input).people == Bracket{14, 14, 42, 0, 1});
  CHECK_FALSE(make_report(input).by_month[0].people);
}

TEST_CASE("A target is reached when as many as are surely different reach it") {
  ReportInput input = a_region();
  input.indicators = {an_indicator("P:SOC1000", "2025-01", "2026-12", 16)};
  CHECK_FALSE(make_report(input).indicators[0].reached());
  CHECK_FALSE(make_report(input).indicators[0].people);
  add_people(input, "ce_aaaaaaaa", "P:SOC1000", 10, {{"0-0", 5}, {"1-1", 5}});
  add_people(input, "ce_bbbbbbbb", "P:SOC1000", 10, {{"0-0", 4}, {"1-1", 6}});
  CHECK_FALSE(make_report(input).indicators[0].reached());
  add_people(input, "ce_cccccccc", "P:SOC1000", 1, {{"0-0", 1}});
  CHECK(make_report(input).indicators[0].reached());
}

TEST_CASE("A branch stands after its centre, and centres under their organisation") {
  const Report report = make_report(a_region());
  REQUIRE(report.centres.size() == 3);
  CHECK(report.centres[0].place.name == "Auce");
  CHECK(report.centres[1].place.name == "Kretinga");
  CHECK(report.centres[2].place.name == "Salantai");
  CHECK(report.centres[2].depth == 1);
  CHECK(report.centres[2].organisation == "or_lietuvaa");
}

TEST_CASE("An organisation sees its own centres only") {
  ReportInput input = a_region();
  input.organisation = "or_lietuvaa";
  input.months = {a_row("ce_aaaaaaaa", "2026-01", {'T', ""}, {100}),
                  a_row("ce_bbbbbbbb", "2026-01", {'T', ""}, {7})};
  const Report report = make_report(input);
  CHECK(report.centres.size() == 2);
  CHECK(report.counts.total[kVisits] == 7);
}

TEST_CASE("A centre that moved counts for where it stood then, or for where it stands today") {
  ReportInput input = a_region("2026-01", "2026-02");
  Place& auce = *std::ranges::find(input.places, "ce_aaaaaaaa", &Place::id);
  Place moved = auce;
  auce.to = CivilDay(2026, 1, 31);
  moved.from = {2026, 2, 1};
  moved.parent = "or_lietuvaa";
  input.places.push_back(moved);
  input.months = {a_row("ce_aaaaaaaa", "2026-01", {'T', ""}, {100}),
                  a_row("ce_aaaaaaaa", "2026-02", {'T', ""}, {7})};
  input.organisation = "or_lietuvaa";
  CHECK(make_report(input).counts.total[kVisits] == 7);
  input.as_of = CivilDay(2026, 3, 1);
  CHECK(make_report(input).counts.total[kVisits] == 107);
  input.as_of = CivilDay(2026, 1, 5);
  CHECK(make_report(input).counts.total[kVisits] == 0);
}

TEST_CASE("As of today the work of a closed centre stands with its successor") {
  ReportInput input = a_region("2026-01", "2026-02");
  Place& auce = *std::ranges::find(input.places, "ce_aaaaaaaa", &Place::id);
  auce.to = CivilDay(2026, 1, 31);
  auce.successor = "ce_bbbbbbbb";
  input.months = {a_row("ce_aaaaaaaa", "2026-01", {'T', ""}, {100}),
                  a_row("ce_bbbbbbbb", "2026-02", {'T', ""}, {7})};
  CHECK(make_report(input).centres[0].months[1].state == MonthState::kNoPlace);
  input.as_of = CivilDay(2026, 3, 1);
  const Report report = make_report(input);
  REQUIRE(report.centres.size() == 2);
  CHECK(report.centres[0].place.name == "Kretinga");
  CHECK(report.centres[0].counts.total[kVisits] == 107);
}

TEST_CASE("A centre whose kiosk has not been heard of for days is silent") {
  ReportInput input = a_region();
  input.last_seen["ce_aaaaaaaa"] = input.made - std::chrono::days{2};
  input.last_seen["ce_bbbbbbbb"] = input.made - std::chrono::days{4};
  const Report report = make_report(input);
  CHECK_FALSE(report.centres[0].silent);
  CHECK(report.centres[1].silent);
  CHECK(report.centres[2].silent);
}
