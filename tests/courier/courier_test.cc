// SPDX-License-Identifier: EUPL-1.2
// When the courier goes, what it compares, withdraws and asks for besides.
#include "support/a_courier.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;

TEST_CASE("The region sets the pace") {
  Centre centre;
  centre.region.next_s = 1200;
  centre.outbox.put(days(1));
  CHECK(centre.go().wait == 1200s + 60s);
  centre.chance = 0;
  centre.outbox.put({a_day("2026-11-20")});
  CHECK(centre.go().wait == 1200s);
}

TEST_CASE("What changed while it was on its way is sent with the next upload") {
  Centre centre;
  centre.outbox.put({a_day("2026-11-20", 1, 3)});
  centre.outbox.reconcile({centre.region.collector, {}}, kNow);
  centre.outbox.set_catalogue(centre.region.catalogue);
  Outbox clerk(centre.dir / "outbox.db");
  const Sheet newer = a_day("2026-11-20", 2, 4);
  sync::Receipt receipt{centre.region.collector, kNow, 900, 3, 1, {}};
  receipt.sheets = {{newer.id, 1, Verdict::kStored, ""}};
  centre.region.script = {
      {200, sync::write_receipt(receipt), "application/json", {}, std::string::npos, [&] {
         clerk.put({newer});
       }}};
  centre.go();
  CHECK(centre.pending() == 1);
  centre.go();
  CHECK(centre.region.held.at(newer.id) == newer);
}

TEST_CASE("A region that was replaced by an empty one is filled again at once") {
  Centre centre;
  centre.outbox.put(days(50));
  centre.go();
  centre.region.held.clear();
  centre.region.collector = "7d793037a0760186";
  centre.outbox.put({a_day("2026-11-20")});
  CHECK(centre.go().trouble.empty());
  CHECK(centre.region.held.size() == 51);
  CHECK(centre.pending() == 0);
  CHECK(centre.outbox.device()->collector == "7d793037a0760186");
}

TEST_CASE("A region that was put back to a backup gets what it lost with the next upload") {
  Centre centre;
  centre.outbox.put(days(3));
  centre.go();
  const auto backup = centre.region.held;
  const int uploads = centre.region.uploads;
  centre.outbox.put({a_day("2026-11-19")});
  centre.go();
  centre.outbox.put({a_day("2026-11-20")});
  centre.go();
  centre.region.held = backup;
  centre.region.uploads = uploads;
  centre.outbox.put({a_day("2026-11-21")});
  CHECK(centre.go().trouble.empty());
  CHECK(centre.region.held.size() == 6);
  CHECK(centre.pending() == 0);
  const std::string path = "/v1/centres/" + centre.region.centre + "/index";
  const auto asked = centre.asked(path);
  centre.outbox.put({a_day("2026-11-22")});
  centre.go();
  CHECK(centre.asked(path) == asked);
}

TEST_CASE("A way that is cut before the comparison leaves it for the next one") {
  Centre centre;
  centre.outbox.put(days(3));
  centre.go();
  centre.region.held.clear();
  centre.region.uploads = 0;
  centre.outbox.put({a_day("2026-11-21")});
  const Sheet sent = a_day("2026-11-21");
  sync::Receipt receipt{centre.region.collector, kNow, 900, 3, 1, {}};
  receipt.sheets = {{sent.id, 1, Verdict::kStored, ""}};
  centre.region.script = {{200, sync::write_receipt(receipt)}, problem(503)};
  CHECK(centre.go().trouble == "busy");
  centre.region.uploads = 1;
  centre.outbox.put({a_day("2026-11-22")});
  CHECK(centre.go().trouble.empty());
  CHECK(centre.region.held.size() == 5);
}

TEST_CASE("What the region holds is compared at the kiosk's start and each week") {
  Centre centre;
  const std::string path = "/v1/centres/" + centre.region.centre + "/index";
  centre.go();
  centre.go();
  CHECK(centre.asked(path) == 1);
  centre.clock.advance(6 * 24h);
  centre.go();
  CHECK(centre.asked(path) == 1);
  centre.clock.advance(2 * 24h);
  centre.go();
  CHECK(centre.asked(path) == 2);
  centre.outbox.set_lives({kLife});
  centre.go();
  CHECK(centre.asked(path) == 3);
  centre.clock.set_wall({0});
  centre.go();
  CHECK(centre.asked(path) == 4);
}

TEST_CASE("Who wants to know whether the region is there makes it answer") {
  Centre centre;
  centre.go();
  centre.region.heard.clear();
  centre.go();
  CHECK(centre.region.heard.empty());
  CHECK(centre.courier.go(courier::Courier::Compare::kNow).trouble.empty());
  CHECK(centre.region.heard.size() == 1);
  centre.carrier.unreached = {"no-network", "away"};
  CHECK(centre.courier.go(courier::Courier::Compare::kNow).trouble == "no-network");
}

TEST_CASE("Where more is held than can be compared, what waits is sent all the same") {
  Centre centre;
  for (int i = 0; i <= 20'000; ++i) {
    Sheet sheet = a_day("2026-11-19");
    const std::string number = std::to_string(i);
    sheet.id.life = std::string(16 - number.size(), '0') + number;
    centre.region.held[sheet.id] = sheet;
  }
  centre.outbox.put({a_day("2026-11-20")});
  CHECK(centre.go().why == "no index of what the region holds");
  CHECK(centre.region.held.contains(a_day("2026-11-20").id));
  CHECK(centre.pending() == 0);
}

TEST_CASE("A gap is withdrawn at the region before anything else is said") {
  Centre centre;
  const Sheet lost = a_day("2026-11-19", 4, 8, kLostLife);
  centre.region.held[lost.id] = lost;
  centre.outbox.set_lives({kLife});
  centre.go();
  REQUIRE(centre.outbox.state().gaps.size() == 1);
  centre.outbox.settle(kLostLife, Outbox::Settle::kWithdraw);
  centre.outbox.put({a_day("2026-11-19", 1, 9)});
  centre.region.heard.clear();
  centre.go();
  CHECK(centre.region.withdrawn == std::set{kLostLife});
  CHECK(centre.region.heard.front().path == "/v1/withdraw");
  CHECK(centre.outbox.withdrawals().empty());
}

TEST_CASE("The region is told of the gap, and that staff have settled it") {
  Centre centre;
  const Sheet lost = a_day("2026-11-19", 4, 8, kLostLife);
  const Sheet month = a_month("2026-11", 1, 3, kLostLife);
  centre.region.held[lost.id] = lost;
  centre.region.held[month.id] = month;
  centre.outbox.set_lives({kLife});
  centre.go();
  CHECK(centre.region.gaps == std::vector<sync::Gap>{{kLostLife, "2026-11-19", false}});

  centre.region.gaps.clear();
  centre.go();
  CHECK(centre.region.gaps.empty());

  SECTION("they keep the region's figures") {
    centre.outbox.settle(kLostLife, Outbox::Settle::kKeep);
    centre.go();
    CHECK(centre.region.gaps == std::vector<sync::Gap>{{kLostLife, "2026-11-19", true}});
  }
  SECTION("they withdraw them, which says enough") {
    centre.outbox.settle(kLostLife, Outbox::Settle::kWithdraw);
    centre.go();
    CHECK(centre.region.gaps.empty());
    CHECK(centre.region.withdrawn == std::set{kLostLife});
  }
  SECTION("somebody else answers: it is said again") {
    centre.outbox.settle(kLostLife, Outbox::Settle::kKeep);
    centre.region.script = {{200, "<html>", "text/html"}};
    CHECK(centre.go().trouble == "not-the-region");
    centre.go();
    CHECK(centre.region.gaps == std::vector<sync::Gap>{{kLostLife, "2026-11-19", true}});
  }
  SECTION("the newer record is put back after all") {
    centre.outbox.put({lost, month});
    centre.outbox.set_lives({kLife, kLostLife});
    centre.go();
    CHECK(centre.region.gaps == std::vector<sync::Gap>{{kLostLife, "2026-11-19", true}});
    CHECK(centre.outbox.state().gaps.empty());
  }
}

TEST_CASE("A captive portal does not confirm a withdrawal") {
  Centre centre;
  centre.outbox.settle(kLostLife, Outbox::Settle::kWithdraw);
  centre.region.script = {{200, "<html>", "text/html"}};
  CHECK(centre.go().trouble == "not-the-region");
  CHECK(centre.outbox.withdrawals().size() == 1);
}

TEST_CASE("The clock's error against the region is known to half the way there and back") {
  Centre centre;
  centre.carrier.each_way = 2s;
  centre.region.received_at = kNow + 10min;
  centre.outbox.put(days(1));
  centre.outbox.set_catalogue(centre.region.catalogue);
  centre.outbox.reconcile({centre.region.collector, {}}, kNow);
  centre.go();
  CHECK(centre.outbox.state().skew_ms == 10 * 60'000 - 2'000);
}

TEST_CASE("A clock in 1970 still sends, and the region shows how wrong it is") {
  Centre centre;
  centre.clock.set_wall({-5'000});
  centre.outbox.put(days(1));
  CHECK(centre.go().trouble.empty());
  CHECK(centre.region.held.size() == 1);
  CHECK(centre.outbox.state().skew_ms > 1'000'000'000'000);
}

TEST_CASE("A code that is right connects the computer and sends what waits") {
  Centre centre(false);
  centre.outbox.put(days(2));
  CHECK(centre.go().trouble.empty());
  CHECK(centre.region.heard.empty());
  centre.outbox.ask_to_enrol({kUrl, centre.region.code});
  CHECK(centre.go().trouble.empty());
  REQUIRE(centre.outbox.device());
  CHECK(centre.outbox.device()->device == centre.region.device);
  CHECK(centre.region.held.size() == 2);
}

TEST_CASE("A code that is wrong or used is gone, and its reason is kept") {
  for (const std::string why : {"code-used", "code-unknown"}) {
    Centre centre(false);
    if (why == "code-used") centre.region.key = sync::PublicKey{};
    centre.outbox.ask_to_enrol(
        {kUrl, why == "code-used" ? centre.region.code : *sync::read_code(sync::new_code())});
    centre.go();
    CHECK(centre.outbox.state().enrol_refused == why);
    CHECK_FALSE(centre.outbox.enrol_wish());
    CHECK_FALSE(centre.outbox.device());
  }
}

TEST_CASE("A wish for an address that is none is refused at once") {
  Centre centre(false);
  centre.outbox.ask_to_enrol({"http://region.example", centre.region.code});
  CHECK(centre.go().trouble.empty());
  CHECK(centre.outbox.state().enrol_refused == "address");
  CHECK_FALSE(centre.outbox.enrol_wish());
}

TEST_CASE("A wish to be connected outlives a network that is away and a captive portal") {
  Centre centre(false);
  centre.outbox.ask_to_enrol({kUrl, centre.region.code});
  centre.carrier.unreached = {"no-network", "away"};
  CHECK(centre.go().trouble == "no-network");
  centre.carrier.unreached = {};
  centre.region.script = {{200, "<html>", "text/html"}, {403, "<html>", "text/html"}};
  CHECK(centre.go().trouble == "not-the-region");
  CHECK(centre.go().trouble == "not-the-region");
  CHECK(centre.outbox.enrol_wish());
  CHECK(centre.go().trouble.empty());
  CHECK(centre.outbox.device());
}

TEST_CASE("Whatever is lost on the way, in the end the region has all of it once") {
  // Each request, one after the other, is answered with one kind of misfortune.
  for (std::size_t at = 0; at < 8; ++at) {
    Centre centre;
    centre.outbox.put(days(10));
    centre.region.most_sheets = 4;
    for (int tries = 0; tries < 3; ++tries) {
      if (tries == 1) centre.carrier.unreached = {"no-network", "cut off"};
      if (tries == 2) centre.carrier.unreached = {};
      if (tries == 0)
        for (std::size_t i = 0; i <= at % 4; ++i) centre.region.script.push_back(problem(503));
      centre.go();
    }
    while (centre.pending() > 0) centre.go();
    CHECK(centre.region.held.size() == 10);
    for (const auto& sheet : days(10)) CHECK(centre.region.held.at(sheet.id) == sheet);
  }
}
