// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <random>
#include <thread>

#include "region/contract/a_region.h"
#include "region/sheets_text.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

SheetRows some_rows(std::mt19937& dice) {
  SheetRows rows;
  const auto value = [&] { return std::uniform_int_distribution<std::int64_t>{-3, 30}(dice); };
  rows[{'T', ""}] = {value(), value(), value(), value(), value(), value(), value()};
  rows[{'A', ""}] = {value(), 0, value()};
  std::erase_if(rows, [](const auto& row) { return row.second == RowValues{}; });
  return rows;
}

/// Every revision of the sheets of three lives, on three days and in one month.
std::vector<Sheet> some_history(std::mt19937& dice) {
  std::vector<Sheet> history;
  for (int i = 1; i <= 3; ++i) {
    for (int revision = 1; revision <= 4; ++revision) {
      for (int day = 2; day <= 4; ++day) {
        history.push_back(day_sheet(life(i), day, revision, 0));
        history.back().rows = some_rows(dice);
        history.back().state = dice() % 2 ? DayState::kOpen : DayState::kClosed;
      }
      history.push_back(people_sheet(life(i), "2026-11", revision, revision * i));
    }
  }
  return history;
}

/// What the region says in all; equal for equal truths.
std::string all_it_says(ARegion& region) {
  region::Storage& storage = region.storage();
  std::string said;
  const auto say = [&](const std::vector<region::Total>& totals) {
    for (const region::Total& total : totals) said += total.period + "\n" + total.rows;
  };
  say(storage.months("2026-11", "2026-11"));
  say(storage.people("2026-11"));
  for (const region::Coverage& month : storage.coverage(region.centre(), "2026-11", "2026-11")) {
    for (const CivilDay day : month.open) said += "open " + day.iso() + '\n';
    for (const CivilDay day : month.closed) said += "closed " + day.iso() + '\n';
  }
  return said;
}

}  // namespace

TEST_CASE("The higher revision of a sheet stands, and the kiosk is told what became of each") {
  ARegion region;
  CHECK(region.send(day_sheet(life(1), 2, 1, 5), region.evening(2)) == Verdict::kStored);
  CHECK(region.send(day_sheet(life(1), 2, 3, 7), region.evening(2)) == Verdict::kStored);
  CHECK(region.visits() == 7);
  CHECK(region.send(day_sheet(life(1), 2, 3, 7), region.evening(2)) == Verdict::kSame);
  CHECK(region.send(day_sheet(life(1), 2, 2, 6), region.evening(2)) == Verdict::kOlder);
  CHECK(region.send(day_sheet(life(1), 2, 3, 8), region.evening(2)) == Verdict::kConflict);
  CHECK(region.visits() == 7);
  CHECK(region.storage().check().empty());
}

TEST_CASE("A day is the sum of all lives of its kiosk, and a later life may take back") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(2), 2, 1, -2)}, region.evening(2));
  CHECK(region.visits() == 3);
  const auto days =
      region.storage().days(region.centre(), CivilDay{2026, 11, 1}, CivilDay{2026, 11, 30});
  REQUIRE(days.size() == 1);
  CHECK(days[0].period == "2026-11-02");
  CHECK(region::total_values(days[0].rows)[kVisits] == 3);
  region.send(day_sheet(life(2), 2, 2, -5), region.evening(2));
  CHECK(region.storage().months("2026-11", "2026-11").at(0).rows.empty());
  CHECK(region.storage().check().empty());
}

TEST_CASE("Of several revisions that arrive together the highest stands") {
  ARegion region;
  const auto answers = region.storage().store(
      std::array{region.delivery({day_sheet(life(1), 2, 2, 6)}, region.evening(2)),
                 region.delivery({day_sheet(life(1), 2, 5, 9)}, region.evening(2)),
                 region.delivery({day_sheet(life(1), 2, 4, 8)}, region.evening(2))});
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].sheets[0].verdict == Verdict::kStored);
  CHECK(answers[1].sheets[0].verdict == Verdict::kStored);
  CHECK(answers[2].sheets[0].verdict == Verdict::kOlder);
  CHECK(region.visits() == 9);
  CHECK(region.storage().check().empty());
}

TEST_CASE("Each upload of a device is counted, also one that brings nothing new") {
  ARegion region;
  const auto send = [&](int uploads) {
    const std::vector<region::Delivery> together(
        static_cast<std::size_t>(uploads),
        region.delivery({day_sheet(life(1), 2, 2, 6)}, region.evening(2)));
    return region.storage().store(together).back().uploads;
  };
  CHECK(send(1) == 1);
  CHECK(send(1) == 2);
  CHECK(send(3) == 5);
}

TEST_CASE("In whatever order and however often sheets arrive, the region counts the same") {
  std::mt19937 dice(20261122);
  ARegion in_order;
  auto history = some_history(dice);
  in_order.send(history, in_order.evening(5));
  const std::string truth = all_it_says(in_order);
  REQUIRE_FALSE(truth.empty());

  for (int run = 0; run < 5; ++run) {
    ARegion region;
    auto arrivals = history;
    for (int i = 0; i < 20; ++i) arrivals.push_back(history[dice() % history.size()]);
    std::shuffle(arrivals.begin(), arrivals.end(), dice);
    for (auto from = arrivals.begin(); from != arrivals.end();) {
      std::vector<region::Delivery> together;
      for (auto n = 1 + dice() % 4; n > 0 && from != arrivals.end(); --n) {
        const auto to = from + std::min<std::ptrdiff_t>(1 + dice() % 5, arrivals.end() - from);
        together.push_back(region.delivery({from, to}, region.evening(5)));
        from = to;
      }
      region.storage().store(together);
    }
    CHECK(all_it_says(region) == truth);
    CHECK(region.storage().check() == std::vector<std::string>{});
  }
}

TEST_CASE("Sheets that come in by two connections at once are all counted") {
  ARegion region;
  const auto send_all = [&](int first_life) {
    region::Storage storage(region.connect());
    for (int revision = 1; revision <= 25; ++revision)
      storage.store(std::array{
          region.delivery({day_sheet(life(first_life), 2, revision, revision),
                           day_sheet(life(9), 2, 2 * revision + first_life, 100 * revision)},
                          region.evening(2))});
  };
  std::jthread second([&] { send_all(2); });
  send_all(1);
  second.join();
  CHECK(region.visits() == 25 + 25 + 2500);
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("A life that is withdrawn while it sends is not counted") {
  ARegion region;
  std::jthread sender([&] {
    region::Storage storage(region.connect());
    for (int day = 2; day <= 28; ++day)
      storage.store(
          std::array{region.delivery({day_sheet(life(1), day, 1, 10)}, region.evening(28))});
  });
  region.storage().withdraw({region.device(), region.centre(), {life(1)}}, "{}", {},
                            region.evening(28));
  sender.join();
  CHECK(region.visits() == 0);
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("A sheet that cannot be taken is named with its reason, and the others are taken") {
  ARegion region;
  auto& storage = region.storage();
  storage.close_place(region.centre(), CivilDay{2026, 11, 20}, "", "test", region.evening(1));
  storage.add_activity("clay", "test", region.evening(1));
  const std::string clay = storage.catalogue().activities.at(0).id;
  auto known = day_sheet(life(1), 2, 1, 5), unknown = day_sheet(life(1), 3, 1, 5);
  known.rows[{'A', clay}] = {2};
  unknown.rows[{'A', "ac_00000000"}] = {2};
  const auto answers =
      region.send({known, unknown, day_sheet(life(1), 20, 1, 1), day_sheet(life(1), 21, 1, 1),
                   day_sheet(life(1), 23, 1, 1), people_sheet(life(1), "P:SOC1000", 1, 3),
                   people_sheet(life(1), "2026-12", 1, 3), people_sheet(life(1), "2026-11", 1, 3)},
                  region.evening(21));
  std::vector<std::string> why;
  for (const auto& answer : answers) {
    CHECK((answer.verdict == Verdict::kRefused) == !answer.why.empty());
    why.push_back(answer.why);
  }
  CHECK(why == std::vector<std::string>{"", "activity", "", "closed-centre", "clock", "indicator",
                                        "clock", ""});
  auto december = day_sheet(life(1), 2, 1, 1);
  december.id.period = "2026-12-05";
  CHECK(region.send(december, region.evening(21)) == Verdict::kRefused);
  CHECK(storage.coverage(region.centre(), "2026-12", "2026-12").empty());
  CHECK(region.visits() == 6);
  CHECK(storage.index(region.centre()).sheets.size() == 3);
  CHECK(region.send(day_sheet(life(1), 22, 1, 1), region.evening(21)) == Verdict::kRefused);
}

TEST_CASE("A sheet that was refused is taken once the region has set what it lacked") {
  ARegion region;
  const auto sheet = people_sheet(life(1), "P:SOC1000", 1, 3);
  CHECK(region.send(sheet, region.evening(2)) == Verdict::kRefused);
  region.storage().add_indicator({"P:SOC1000", "At least 1000", CivilDay{2026, 1, 1},
                                  CivilDay{2027, 12, 31}, 1000, CivilDay{2028, 1, 31}},
                                 "test", region.evening(2));
  CHECK(region.send(sheet, region.evening(2)) == Verdict::kStored);
  CHECK(region.people("P:SOC1000") == 3);
}

TEST_CASE("Lives that are withdrawn count no more, whatever else they send") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 3, 1, 5),
               day_sheet(life(2), 3, 1, 4), people_sheet(life(1), "2026-11", 1, 3)},
              region.evening(3));
  const sync::Withdrawal withdrawal{region.device(), region.centre(), {life(1)}};
  region.storage().withdraw(withdrawal, "{}", {}, region.evening(4));
  CHECK(region.visits() == 4);
  CHECK(region.people("2026-11") == 0);
  const auto coverage = region.storage().coverage(region.centre(), "2026-11", "2026-11").at(0);
  CHECK(coverage.withdrawn == std::vector{CivilDay{2026, 11, 2}});
  CHECK(coverage.open == std::vector{CivilDay{2026, 11, 3}});

  CHECK(region.send(day_sheet(life(1), 2, 2, 6), region.evening(4)) == Verdict::kStored);
  region.storage().withdraw(withdrawal, "{}", {}, region.evening(4));
  CHECK(region.visits() == 4);
  for (const auto& entry : region.storage().index(region.centre()).sheets)
    CHECK(entry.withdrawn == (entry.id.life == life(1)));
  region.send(day_sheet(life(3), 2, 1, 7), region.evening(4));
  CHECK(region.storage().coverage(region.centre(), "2026-11", "2026-11").at(0).withdrawn.empty());
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("Days that a kiosk has lost are marked until the centre has settled them") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 3, 1, 5),
               day_sheet(life(2), 3, 1, 4), day_sheet(life(2), 4, 1, 4)},
              region.evening(4));
  int evening = 5;
  const auto tell = [&](std::vector<sync::Gap> gaps) {
    region.storage().note_gaps({region.device(), region.centre(), std::move(gaps)},
                               region.evening(evening++));
  };
  const auto in_gap = [&] {
    return region.storage().coverage(region.centre(), "2026-11", "2026-11").at(0).in_gap;
  };
  const auto november = [](std::vector<unsigned> days) {
    std::vector<CivilDay> all;
    for (const unsigned day : days) all.push_back({2026, 11, day});
    return all;
  };
  const auto log = [&] { return in_english(region.storage().audit(1).at(0).what); };

  // What it never held cannot be lost: a day, a life, another centre's.
  tell({{life(1), "2026-11-02", false},
        {life(1), "2026-11-03", false},
        {life(2), "2026-11-03", false},
        {life(1), "2026-11-04", false},
        {life(9), "2026-11-04", false}});
  region.storage().note_gaps({region.device(), "ce_00000000", {{life(2), "2026-11-04", false}}},
                             region.evening(5));
  CHECK(in_gap() == november({2, 3}));
  CHECK(region.storage().coverage(region.centre(), "2026-12", "2026-12").empty());
  CHECK(region.visits() == 18);

  tell({{life(1), "2026-11-02", true}, {life(1), "2026-11-03", true}});
  CHECK(in_gap() == november({3}));
  CHECK(log() == "Settled lost days of " + region.centre() + ": 2.");
  const auto entries = region.storage().audit(1000).size();
  tell({{life(1), "2026-11-02", true}, {life(1), "2026-11-03", true}});
  CHECK(region.storage().audit(1000).size() == entries);

  // Whatever was said of a life that is withdrawn, before it or afterwards: nothing of it counts.
  region.storage().withdraw({region.device(), region.centre(), {life(2)}}, "{}", {},
                            region.evening(5));
  CHECK(in_gap().empty());
  tell({{life(2), "2026-11-04", false}, {life(1), "2026-11-02", false}});
  CHECK(in_gap() == november({2}));
  CHECK(log() == "The kiosk of " + region.centre() + " has lost days: 2.");
  region.storage().settle_gaps(region.centre(), "anna", region.evening(9));
  CHECK(in_gap().empty());
  CHECK(log() == "Settled lost days of " + region.centre() + ": 1.");
  CHECK_THROWS_AS(region.storage().settle_gaps(region.centre(), "anna", region.evening(9)),
                  region::Refusal);
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("A centre that has no kiosk cannot withdraw anything") {
  ARegion region;
  CHECK_THROWS_AS(region.storage().withdraw({region.device(), "ce_00000000", {life(1)}}, "{}", {},
                                            region.evening(4)),
                  region::Refusal);
}
