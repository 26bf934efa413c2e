// SPDX-License-Identifier: EUPL-1.2
#include "region/contract/a_region.h"
#include "region/verify.h"
#include "support/a_sheet.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

/// Something happens once, before many questions are put at a time.
class Interrupted final : public region::Database {
 public:
  Interrupted(std::unique_ptr<region::Database> real, std::function<void()> meanwhile)
      : real_(std::move(real)), meanwhile_(std::move(meanwhile)) {}

  void read(std::string_view sql, const region::Values& values,
            const std::function<void(region::Values&)>& row) override {
    real_->read(sql, values, row);
  }
  std::vector<std::vector<region::Values>> query_each(
      std::string_view sql, const std::vector<region::Values>& rows) override {
    if (const auto once = std::exchange(meanwhile_, {})) once();
    return real_->query_each(sql, rows);
  }
  std::int64_t run_each(std::string_view sql, const std::vector<region::Values>& rows) override {
    return real_->run_each(sql, rows);
  }
  void transaction(const std::function<void()>& work) override { real_->transaction(work); }
  void snapshot(const std::function<void()>& work) override { real_->snapshot(work); }

 private:
  std::unique_ptr<region::Database> real_;
  std::function<void()> meanwhile_;
};

}  // namespace

TEST_CASE("What is read at one moment knows nothing of an upload that comes meanwhile") {
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 5), region.evening(2));
  region::Storage reader(region.connect());
  const auto sheets = [&] { return reader.index(region.centre()).sheets.size(); };
  reader.snapshot([&] {
    CHECK(sheets() == 1);
    region.send(day_sheet(life(1), 3, 1, 5), region.evening(3));
    CHECK(sheets() == 1);
  });
  CHECK(sheets() == 2);
}

TEST_CASE("A moment that fails is over, and what comes next is read and written as ever") {
  ARegion region;
  const auto fail = [&] { region.storage().snapshot([] { throw region::Refusal("no"); }); };
  CHECK_THROWS_AS(fail(), region::Refusal);
  CHECK(region.send(day_sheet(life(1), 2, 1, 5), region.evening(2)) == Verdict::kStored);
  CHECK(region.visits() == 5);
}

TEST_CASE("A pack is proved although an upload comes while it is gathered") {
  ARegion region;
  Signer kiosk(region);
  kiosk.send({a_day("2026-11-02", 1, 5)}, region.evening(2));
  region::Storage reader(std::make_unique<Interrupted>(
      region.connect(), [&] { kiosk.send({a_day("2026-11-02", 2, 6)}, region.evening(3)); }));
  const auto pack = [&] {
    return region::verify_pack(
        region::write_pack(region::gather_evidence(reader, {"2026-11", "2026-11", {}, {}, {}},
                                                   region::Language::kEnglish, region.evening(9))));
  };
  CHECK(pack().faults == std::vector<std::string>{});
  CHECK(region.visits() == 6);
  CHECK(pack().faults == std::vector<std::string>{});
}
