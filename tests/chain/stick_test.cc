// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "chain/chain.h"
#include "outbox/outbox.h"
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

TEST_CASE("A centre that no network reaches hears of a new activity and indicator by the stick") {
  Region region;
  const Computer computer;
  const TemporaryDir stick;
  computer.connect(region);
  region.stop();
  computer.check_in({0, 1});
  const std::string month = day().iso().substr(0, 7);
  region.told({"activity", "add", "music"});
  region.told({"indicator", "add", "P:SOC1000", "--name", "People", "--from", month, "--to", month,
               "--target", "1000"});
  seal(computer, stick / "monday.sveiki");
  region.told({"import-envelope", stick / "monday.sveiki"});
  take_back(computer, stick / "monday.sveiki.receipt");
  Driven kiosk(computer.data());
  kiosk.go({at("12:00"), "wait", "clock +PT61S", "wait", "clock +PT61S", "wait"});
  CHECK(kiosk.end() == 0);
  sveiki::Outbox outbox(computer.data() / "outbox/outbox.db");
  CHECK(outbox.catalogue()->activities.size() == 2);
  const auto sheets = outbox.pending(400, "anything");
  CHECK(std::ranges::any_of(
      sheets, [](const sveiki::Sheet& sheet) { return sheet.id.period == "P:SOC1000"; }));
  seal(computer, stick / "tuesday.sveiki");
  region.told({"import-envelope", stick / "tuesday.sveiki"});
  take_back(computer, stick / "tuesday.sveiki.receipt");
  CHECK(says(computer.status(), "Waiting to be sent: 0 "));
  CHECK_FALSE(says(computer.status(), "Refused"));
  CHECK(region.counts() == computer.counts());
}
