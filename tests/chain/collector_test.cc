// SPDX-License-Identifier: EUPL-1.2
// What happens to the collector, and what the kiosks make good.
#include "chain/chain.h"
#include "support/catch.h"

using namespace sveiki::test;

TEST_CASE("The collector is put back to an old backup, and the kiosk fills in what it lost") {
  Region region;
  const Computer computer;
  computer.connect(region);
  computer.count(5, 2);
  computer.check_in({0, 1});
  computer.sync();
  region.told({"backup", "-o", region / "backup.db"});
  computer.count(7, 3);
  computer.check_in({2, 3}, "11:00");
  computer.sync();
  CHECK(region.counts() == computer.counts());
  region.stop();
  region.put_back(region / "backup.db");
  region.serve();
  CHECK(region.counts() != computer.counts());
  computer.check_in({}, "12:00");  // the kiosk is started in the morning
  computer.sync();
  CHECK(region.counts() == computer.counts());
  CHECK(computer.gaps().empty());
  CHECK(says(region.told({"check"}), "All is well"));
}

TEST_CASE("The collector is replaced by an empty one, and the kiosk tells it everything") {
  const Computer computer(Computer::With::kDemo);
  {
    const Region lost;
    computer.connect(lost);
    computer.check_in({});
    computer.sync();
    CHECK(lost.counts() == computer.counts());
  }
  const Region region;
  // Its activities have the ids that they had in the lost one: no sheet is refused.
  computer.connect(region);
  CHECK(region.counts() == computer.counts());
  CHECK(says(computer.status(), "Waiting to be sent: 0 "));
  CHECK(computer.gaps().empty());
}

TEST_CASE("Courier and collector are killed twenty times on the way, and all is there once") {
  Region region;
  const Computer computer(Computer::With::kDemo);
  computer.connect(region);
  for (unsigned i = 0; i < 20; ++i) {
    computer.count(1, 20);
    if (i % 5 == 0) computer.check_in({});
    Program courier("sveiki-sync", computer.sync_words({"--once"}));
    ::usleep(5'000 + 2'000 * i);
    if (i % 2 == 0) {
      courier.signal(SIGKILL);
    } else {
      region.stop(SIGKILL);
      region.serve();
    }
    courier.end();
  }
  computer.check_in({});
  computer.sync();
  CHECK(region.counts() == computer.counts());
  CHECK(says(computer.status(), "Waiting to be sent: 0 "));
  CHECK(computer.gaps().empty());
  CHECK(says(region.told({"check"}), "All is well"));
}
