// SPDX-License-Identifier: EUPL-1.2
#include "chain/chain.h"
#include "support/catch.h"

using namespace sveiki::test;

namespace {

void seal(const Computer& computer, const std::filesystem::path& file) {
  told("sveiki-sync", computer.sync_words({"export-envelope", "-o", file}));
}

void take_back(const Computer& computer, const std::filesystem::path& receipt) {
  told("sveiki-sync", computer.sync_words({"import-receipt", receipt}));
}

}  // namespace

TEST_CASE("Counts travel on a stick, also twice and in the wrong order, and are there once") {
  Region region;
  const Computer computer;
  const TemporaryDir stick;
  computer.connect(region);
  region.stop();
  computer.check_in({0, 1});
  seal(computer, stick / "monday.sveiki");
  computer.count(5, 2);
  computer.check_in({2}, "11:00");
  seal(computer, stick / "tuesday.sveiki");

  region.told({"import-envelope", stick / "tuesday.sveiki"});
  region.told({"import-envelope", stick / "monday.sveiki"});
  region.told({"import-envelope", stick / "monday.sveiki", stick / "tuesday.sveiki"});
  CHECK(region.counts() == computer.counts());
  CHECK_FALSE(says(computer.status(), "Waiting to be sent: 0 "));
  for (const char* name :
       {"tuesday.sveiki.receipt", "monday.sveiki.receipt", "tuesday.sveiki.receipt"})
    take_back(computer, stick / name);
  CHECK(says(computer.status(), "Waiting to be sent: 0 "));
  region.serve();
  computer.sync();
  CHECK(region.counts() == computer.counts());
  CHECK(computer.gaps().empty());
}
