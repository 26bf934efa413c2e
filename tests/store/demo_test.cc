// SPDX-License-Identifier: EUPL-1.2
#include "store/demo.h"

#include "store/a_timetable.h"
#include "store/check.h"
#include "store/counts_query.h"
#include "store/record.h"
#include "support/a_centre.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

const CivilDay kToday{2026, 11, 23};

CountRows demo_counts(const TemporaryDir& dir) {
  store::create_demo(dir.path(), a_centre(), kToday);
  return store::CountsQuery(dir.path()).by_day({kToday.next(-60), kToday});
}

}  // namespace

TEST_CASE("The invented past is whole, and ends the day before today") {
  const TemporaryDir dir;
  const auto demo = store::create_demo(dir.path(), a_centre(), kToday);
  const auto report = store::check_record(dir.path());
  CHECK(report.wrong == std::vector<std::string>{});
  CHECK(report.visitors == demo.people);
  CHECK(report.visits + report.headcount == demo.visits);
  CHECK(demo.visits > 200);
  CHECK(demo.to == CivilDay{2026, 11, 22});

  const auto states = store::CountsQuery(dir.path()).states({demo.from.next(-1), kToday});
  CHECK(states.front() == DayState::kNotRecorded);
  CHECK(states.back() == DayState::kNotRecorded);
  for (std::size_t i = 1; i + 1 < states.size(); ++i) {
    const CivilDay day = demo.from.next(static_cast<int>(i) - 1);
    INFO(day.iso());
    CHECK(states[i] == (planned_open(a_centre(), day) ? DayState::kOpen : DayState::kClosed));
  }
}

TEST_CASE(
    "Invented people have taken places in the week that comes, and here and there one waits") {
  const TemporaryDir dir;
  const std::vector<Series> series{daily("clay", 3).series, daily("wood", 3, 13).series};
  const auto demo = store::create_demo(dir.path(), a_centre(), kToday, series);
  CHECK(store::check_record(dir.path()).wrong == std::vector<std::string>{});
  store::Record record(dir.path(), a_centre(), november(23, 8));
  Fill sum;
  for (const auto& [session, fill] : record.fills(kToday, kToday.next(6))) {
    sum.taken += fill.taken;
    sum.waiting += fill.waiting;
  }
  CHECK(sum.taken + sum.waiting == demo.sign_ups);
  CHECK(sum.taken > 20);
  CHECK(sum.waiting > 5);
}

TEST_CASE("The invented past is the same each time, and its cards work") {
  const TemporaryDir one;
  const TemporaryDir two;
  CHECK(demo_counts(one) == demo_counts(two));
  store::Record record(one.path(), a_centre(), november(23, 8));
  CHECK(std::holds_alternative<VisitBegun>(record.arrive_by_card("SV-1001", november(23, 9))));
  CHECK(record.tokens().size() == 30);
}
