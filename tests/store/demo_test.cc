// SPDX-License-Identifier: EUPL-1.2
#include "store/demo.h"

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

TEST_CASE("The invented past is the same each time, and its cards work") {
  const TemporaryDir one;
  const TemporaryDir two;
  CHECK(demo_counts(one) == demo_counts(two));
  store::Record record(one.path(), a_centre(), november(23, 8));
  CHECK(std::holds_alternative<VisitBegun>(record.arrive_by_card("SV-1001", november(23, 9))));
  CHECK(record.tokens().size() == 30);
}
