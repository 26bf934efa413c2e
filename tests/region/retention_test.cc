// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <thread>

#include "base/clock.h"
#include "region/retention_daily.h"
#include "support/a_sheet.h"
#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki;
using namespace sveiki::region;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

/// A centre's kiosk that revised one day while it went on, a hundred days ago.
class ABusyKiosk {
 public:
  ABusyKiosk() : storage_(open()) {
    Place place;
    place.name = "Auce";
    place.zone = "Europe/Riga";
    place.from = CivilDay(2020, 1, 1);
    centre_ = storage_.add_place(place, "test", kThen).id;
    device_ =
        storage_.enrol(storage_.new_code(centre_, "test", kThen), {}, "::1", kThen).device->id;
  }
  std::unique_ptr<Database> open() const { return open_sqlite(dir_ / "region.db"); }
  void revise(int times) {
    const std::string day = civil_day(kThen, "Europe/Vilnius").iso();
    for (int i = 0; i < times; ++i) {
      const Delivery delivery{{device_, centre_, kThen, "", {}, {a_day(day, ++revision_)}},
                              std::string(1000, ' '),
                              {},
                              kThen};
      storage_.store({&delivery, 1});
    }
  }
  std::int64_t bodies() const {
    return std::get<std::int64_t>(open()->query("SELECT count(*) FROM delivery").at(0)[0]);
  }
  std::int64_t pages() const {
    return std::get<std::int64_t>(open()->query("PRAGMA page_count").at(0)[0]);
  }

  const Instant kThen = SystemClock().now().wall - std::chrono::days{100};

 private:
  TemporaryDir dir_;
  Storage storage_;
  std::string centre_, device_;
  std::int64_t revision_ = 0;
};

}  // namespace

TEST_CASE("A database that lets go grows no more") {
  ABusyKiosk kiosk;
  const auto revise_and_let_go = [&] {
    kiosk.revise(300);
    const auto db = kiosk.open();
    Retention(*db).let_go(kiosk.kThen + kReplacedLife, "test", [] { return true; });
    CHECK(kiosk.bodies() == 1);
  };
  revise_and_let_go();
  const std::int64_t pages = kiosk.pages();
  for (int day = 0; day < 5; ++day) revise_and_let_go();
  CHECK(kiosk.pages() <= pages + 2);
}

TEST_CASE("A collector that serves lets go by itself, again and again") {
  ABusyKiosk kiosk;
  kiosk.revise(10);
  std::atomic<int> faults = 0;
  const DailyRetention daily([&] { return kiosk.open(); }, [&](std::string_view) { ++faults; }, 0ms,
                             10ms);
  const auto is_one_soon = [&] {
    for (int i = 0; i < 1000 && kiosk.bodies() != 1; ++i) std::this_thread::sleep_for(10ms);
    return kiosk.bodies() == 1;
  };
  CHECK(is_one_soon());
  kiosk.revise(10);
  CHECK(is_one_soon());
  CHECK(faults == 0);
}

TEST_CASE("A database that is away when something should go is tried again later, and said") {
  ABusyKiosk kiosk;
  kiosk.revise(10);
  std::atomic<int> faults = 0;
  const DailyRetention daily(
      [&]() -> std::unique_ptr<Database> {
        if (faults == 0) throw DatabaseAway("away");
        return kiosk.open();
      },
      [&](std::string_view line) { faults += line == "nothing was let go: away"; }, 0ms, 10ms);
  for (int i = 0; i < 1000 && kiosk.bodies() != 1; ++i) std::this_thread::sleep_for(10ms);
  CHECK(kiosk.bodies() == 1);
  CHECK(faults == 1);
}
