// SPDX-License-Identifier: EUPL-1.2
#include "region/contract/a_region.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

/// A day with an activity that the region does not know until it is added.
Sheet with_activity(Sheet sheet, const std::string& id = "ac_00000000") {
  sheet.rows[{'A', id}] = {2, 0, 2};
  return sheet;
}

/// "2026-11-02 r1 activity, "; in order.
std::string refused(ARegion& region) {
  std::string all;
  for (const region::RefusedSheet& sheet : region.storage().refused_sheets())
    all += sheet.id.period + " r" + std::to_string(sheet.revision) + " " + sheet.why + ", ";
  return all;
}

}  // namespace

TEST_CASE("A sheet that was refused is remembered until a later one of it is stored") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 3, 1, 5)}, region.evening(3));
  CHECK(refused(region).empty());
  region.send(with_activity(day_sheet(life(1), 2, 2, 6)), region.evening(3));
  region.send(day_sheet(life(1), 28, 1, 6), region.evening(3));
  region.send(people_sheet(life(1), "P:NEW", 1, 6), region.evening(4));
  CHECK(refused(region) == "2026-11-02 r2 activity, 2026-11-28 r1 clock, P:NEW r1 indicator, ");
  const auto first = region.storage().refused_sheets().at(0);
  CHECK(first.centre == region.centre());
  CHECK(first.id == SheetId{life(1), SheetKind::kDay, "2026-11-02"});
  CHECK(first.at == region.evening(3));
  // The newest refusal stands, whichever came last. A day in the future comes with each upload.
  const Sheet ahead = day_sheet(life(1), 28, 1, 6);
  region.send({with_activity(day_sheet(life(1), 2, 4, 6)), ahead}, region.evening(5));
  region.send({with_activity(day_sheet(life(1), 2, 3, 6)), ahead}, region.evening(6));
  CHECK(refused(region) == "2026-11-02 r4 activity, 2026-11-28 r1 clock, P:NEW r1 indicator, ");
  region.reopen();
  region.send({day_sheet(life(1), 2, 3, 6), ahead}, region.evening(7));
  CHECK(refused(region) == "2026-11-02 r4 activity, 2026-11-28 r1 clock, P:NEW r1 indicator, ");
  region.send(day_sheet(life(1), 2, 5, 6), region.evening(7));
  region.send(day_sheet(life(1), 28, 1, 6), region.evening(28));
  CHECK(refused(region) == "P:NEW r1 indicator, ");
  CHECK(region.storage().check().empty());
}

TEST_CASE("A day in the future that a kiosk does not send again was taken back") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 28, 1, 6)}, region.evening(2));
  CHECK(refused(region) == "2026-11-28 r1 clock, ");
  region.send(day_sheet(life(1), 2, 2, 6), region.evening(2));
  CHECK(refused(region) == "2026-11-28 r1 clock, ");
  region.send(day_sheet(life(1), 4, 1, 5), region.evening(4));
  CHECK(refused(region).empty());
}

TEST_CASE("A sheet is taken once the region knows its activity and then nobody hears of it more") {
  ARegion region;
  auto& storage = region.storage();
  storage.add_activity("clay", "anna", region.evening(1));
  const std::string clay = storage.catalogue().activities.at(0).id;
  region.send(with_activity(day_sheet(life(1), 2, 1, 5)), region.evening(2));
  CHECK(refused(region) == "2026-11-02 r1 activity, ");
  region.send(with_activity(day_sheet(life(1), 2, 1, 5), clay), region.evening(3));
  CHECK(refused(region).empty());
  CHECK(region.visits() == 5);
}

TEST_CASE("What comes late and was replaced already is no news") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 3, 5), region.evening(2));
  region.send(with_activity(day_sheet(life(1), 2, 2, 6)), region.evening(3));
  CHECK(refused(region).empty());
}

TEST_CASE("Two computers that tell different counts are in conflict until one takes a new life") {
  ARegion region;
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 3, 1, 5)}, region.evening(3));
  region.send({day_sheet(life(1), 2, 1, 6), day_sheet(life(1), 3, 1, 6)}, region.evening(3));
  CHECK(refused(region) == "2026-11-02 r1 conflict, 2026-11-03 r1 conflict, ");
  region.send(day_sheet(life(2), 2, 1, 1), region.evening(4));
  CHECK(refused(region) == "2026-11-03 r1 conflict, ");
}

TEST_CASE("Refused and settled in one delivery leaves nothing behind") {
  ARegion region;
  region.storage().store(
      std::array{region.delivery({with_activity(day_sheet(life(1), 2, 1, 5))}, region.evening(2)),
                 region.delivery({day_sheet(life(1), 2, 2, 5)}, region.evening(2))});
  CHECK(refused(region).empty());
}

TEST_CASE("Withdrawn lives and other centres keep their refusals apart") {
  ARegion region;
  const ARegion::Kiosk other = region.add_centre("Saulyte");
  region::Delivery elsewhere = region.delivery({day_sheet(life(1), 28, 1, 5)}, region.evening(2));
  elsewhere.upload.centre = other.centre;
  elsewhere.upload.device = other.device;
  region.storage().store(std::array{elsewhere});
  region.send({day_sheet(life(1), 2, 1, 5), day_sheet(life(1), 28, 1, 5)}, region.evening(2));
  CHECK(region.storage().refused_sheets().size() == 2);
  region.storage().withdraw({region.device(), region.centre(), {life(1)}}, "{}", {},
                            region.evening(3));
  const auto left = region.storage().refused_sheets();
  REQUIRE(left.size() == 1);
  CHECK(left[0].centre == other.centre);
}
