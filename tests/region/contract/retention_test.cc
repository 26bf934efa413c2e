// SPDX-License-Identifier: EUPL-1.2
#include "region/retention.h"

#include <thread>

#include "region/contract/a_region.h"
#include "region/json_report.h"
#include "region/open_data.h"
#include "region/verify.h"
#include "report/csv.h"
#include "support/a_sheet.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;
using Gone = region::Retention::Gone;

namespace {

constexpr auto kSixtyDays = std::chrono::days{60};

bool always() {
  return true;
}

Gone let_go(const ARegion& region, Instant now) {
  return region::Retention(*region.connect()).let_go(now, "anna", always);
}

/// All that anybody can have of October and November.
struct Told {
  std::string report, open_data, pack;
  std::vector<sync::IndexEntry> index;
  bool operator==(const Told&) const = default;
};

Told told(ARegion& region) {
  const Instant now{ARegion::evening(1) + std::chrono::days{400}};
  const region::ReportQuestion question{"2026-10", "2026-11", {}, {}, Instant{0}};
  region::Storage& storage = region.storage();
  return {region::json_report(region::make_report(storage, question, now), region::Purpose::kAudit),
          report::to_csv(region::publish(storage, question, {2027, 12, 1}, now)),
          region::write_pack(
              region::gather_evidence(storage, question, region::Language::kEnglish, now)),
          storage.index(region.centre()).sheets};
}

/// A day that a kiosk revised ten times while it went on.
void revise_ten_times(ARegion& region, int november_day) {
  for (int revision = 1; revision <= 10; ++revision)
    region.send(day_sheet(life(1), november_day, revision, revision),
                ARegion::evening(november_day) - 10min + revision * 1min);
}

}  // namespace

TEST_CASE("What nobody has to be told goes, and every report and every proof stays as it was") {
  ARegion region;
  Signer kiosk(region);
  for (const std::string& lives : {life(1), life(2)}) {
    for (int revision = 1; revision <= 10; ++revision)
      kiosk.send({a_day("2026-11-02", revision, 5 + revision, lives)},
                 region.evening(2) + revision * 1min);
    kiosk.send({a_day("2026-11-02", 11, 20, lives)}, region.evening(9));
    kiosk.send({a_day("2026-11-02", 12, 25, lives), a_month("2026-11", 1, 8, lives)},
               region.evening(12));
  }
  kiosk.send({a_day("2026-11-03", 1, 4)}, region.evening(3));
  kiosk.withdraw(life(2), region.evening(14));
  kiosk.send({a_day("2026-11-03", 2, 6)}, region.evening(15));
  region.storage().enter_month(region.centre(), "2026-10", {40, 12, 25, 3}, "anna",
                               region.evening(2));
  const Told before = told(region);
  CHECK(region::verify_pack(before.pack).faults == std::vector<std::string>{});
  REQUIRE(region.storage().check() == std::vector<std::string>{});

  // Of the ten revisions of one evening the last was reported, and corrected later.
  CHECK(let_go(region, region.evening(20) + kSixtyDays).bodies == 2 * 9);

  CHECK(told(region) == before);
  CHECK(region.storage().check() == std::vector<std::string>{});
  CHECK(let_go(region, region.evening(20) + 10 * kSixtyDays).bodies == 0);
}

TEST_CASE("A replaced body is kept for sixty days") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 4), region.evening(2));
  region.send(day_sheet(life(1), 2, 2, 5), region.evening(2) + 1min);
  CHECK(let_go(region, region.evening(2) + kSixtyDays - 1min).bodies == 0);
  CHECK(let_go(region, region.evening(2) + kSixtyDays).bodies == 1);
}

TEST_CASE("A body of two sheets is kept while one of them stands") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 4), day_sheet(life(1), 3, 1, 4)}, region.evening(3));
  region.send(day_sheet(life(1), 2, 2, 5), region.evening(3) + 1min);
  CHECK(let_go(region, region.evening(3) + kSixtyDays).bodies == 0);
  region.send(day_sheet(life(1), 3, 2, 5), region.evening(3) + 2min);
  CHECK(let_go(region, region.evening(3) + kSixtyDays).bodies == 1);
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("Of revisions that say the same the first is kept, for it was known first") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 4), region.evening(2));
  region.send(day_sheet(life(1), 2, 2, 4), region.evening(2) + 1min);
  CHECK(let_go(region, region.evening(2) + kSixtyDays + 1min).bodies == 1);
  const auto kept = region.storage().evidence("2026-11", "2026-11");
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].received == region.evening(2));
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("Staff can see what would go before anything goes") {
  ARegion region;
  revise_ten_times(region, 2);
  const Instant later = region.evening(3) + kSixtyDays;
  const auto db = region.connect();
  const Gone due = region::Retention(*db).due(later);
  CHECK(due.bodies == 9);
  CHECK(due.body_bytes > 9 * 100);
  CHECK(region::Retention(*db).due(later) == due);
  CHECK(region::Retention(*db).let_go(later, "anna", always) == due);
  CHECK(region::Retention(*db).due(later) == Gone{});
  CHECK(region.storage().audit(1).at(0).by == "anna");
  CHECK(in_english(region.storage().audit(1).at(0).what)
            .starts_with("Let old data go. Replaced bodies: 9, "));
}

TEST_CASE("Where nothing goes nothing is noted") {
  ARegion region;
  const auto before = region.storage().audit(100).size();
  let_go(region, region.evening(1) + 1min);
  CHECK(region.storage().audit(100).size() == before);
}

TEST_CASE("Sessions, codes and wrong tries go when they are over, and not before") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(20);
  storage.add_session({"idle", "anna", now - 2h, now - 1h});
  storage.add_session({"old", "anna", now - 12h, now - 1min});
  storage.add_session({"here", "anna", now - 2h, now - 1min});
  storage.new_code(region.centre(), "test", now - 61 * 24h);
  storage.new_code(region.centre(), "test", now - 63 * 24h);
  storage.enrol("nonsense", {}, "192.0.2.1", now - 24h);
  storage.enrol("nonsense", {}, "192.0.2.1", now - 23h - 59min);
  const Gone gone = let_go(region, now);
  // The kiosk's own code is young, and a code lives 48 hours.
  CHECK(gone.codes == 1);
  CHECK(gone.wrong_tries == 1);
  CHECK(storage.session("here", now));
  CHECK(region.connect()->query("SELECT hash FROM session ORDER BY hash").size() == 1);
}

TEST_CASE("Two collectors that let go at once take each body once") {
  ARegion region;
  for (int day = 2; day <= 28; ++day) revise_ten_times(region, day);
  const Instant later = region.evening(30) + kSixtyDays;
  Gone one, two;
  {
    const std::jthread first([&] { one = let_go(region, later); });
    const std::jthread second([&] { two = let_go(region, later); });
  }
  CHECK(one.bodies + two.bodies == 27 * 9);
  CHECK(region::Retention(*region.connect()).due(later) == Gone{});
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("Who ends the collector does not wait until all is gone") {
  ARegion region;
  for (int day = 2; day <= 28; ++day) revise_ten_times(region, day);
  const Instant later = region.evening(30) + kSixtyDays;
  const auto db = region.connect();
  const Gone gone = region::Retention(*db).let_go(later, "anna", [] { return false; });
  CHECK(gone.bodies == 50);
  CHECK(region::Retention(*db).due(later).bodies == 27 * 9 - 50);
}
