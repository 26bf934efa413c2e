// SPDX-License-Identifier: EUPL-1.2
// Every answer that can come back, and what the courier makes of it.
#include "support/a_courier.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;

TEST_CASE("What lies in the outbox is at the region afterwards, signed and named one by one") {
  Centre centre;
  const auto sheets = days(5);
  centre.outbox.put(sheets);
  centre.outbox.put({a_month("2026-11")});
  const auto round = centre.go();
  CHECK(round.trouble.empty());
  CHECK(centre.pending() == 0);
  CHECK(centre.region.held.size() == 6);
  CHECK(centre.region.held.at(sheets[3].id) == sheets[3]);
  CHECK(centre.region.wrong_signatures == 0);
  CHECK(centre.outbox.state().last_sent == kNow);
  CHECK(centre.outbox.catalogue() == centre.region.catalogue);
}

TEST_CASE("What the region has already is not sent again") {
  Centre centre;
  centre.outbox.put(days(3));
  centre.go();
  const auto heard = centre.region.heard.size();
  CHECK(centre.go().wait == 60s);
  CHECK(centre.region.heard.size() == heard);
}

TEST_CASE("Years of days go in several uploads, the large ones gzipped") {
  Centre centre;
  centre.outbox.put(days(900));
  centre.go();
  CHECK(centre.region.held.size() == 900);
  CHECK(centre.region.uploads == 3);
  for (const Heard& heard : centre.region.heard)
    if (heard.path == "/v1/sheets") CHECK(heard.headers.at("content-encoding") == "gzip");
}

TEST_CASE("An upload that is too large for the region is halved until it is not") {
  Centre centre;
  centre.region.most_sheets = 60;
  centre.outbox.put(days(400));
  CHECK(centre.go().trouble.empty());
  CHECK(centre.region.held.size() == 400);
  CHECK(centre.pending() == 0);
}

TEST_CASE("A sheet that is too large alone is set aside, and the others go on") {
  Centre centre;
  centre.outbox.put(days(2));
  centre.region.script = {};
  centre.region.most_sheets = 0;
  centre.go();
  REQUIRE(centre.outbox.state().refused.size() == 2);
  CHECK(centre.outbox.state().refused[0].why == "too-large");
}

TEST_CASE("A sheet that cannot be read is found among the others and set aside") {
  for (const int count : {1, 2, 7, 64}) {
    for (const int bad : {0, count / 2, count - 1}) {
      Centre centre;
      const auto sheets = days(count);
      centre.region.unreadable = sheets[static_cast<std::size_t>(bad)].id.period;
      centre.outbox.put(sheets);
      INFO(count << " sheets, the bad one is " << bad);
      CHECK(centre.go().trouble.empty());
      CHECK(centre.region.held.size() == sheets.size() - 1);
      const auto state = centre.outbox.state();
      REQUIRE(state.refused.size() == 1);
      CHECK(state.refused[0].id.period == centre.region.unreadable);
      CHECK(state.refused[0].why == "malformed");
      CHECK(centre.asked("/v1/sheets") < 20);
    }
  }
}

TEST_CASE("What is refused neither blocks nor disappears, and is tried with a new catalogue") {
  Centre centre;
  const auto sheets = days(3);
  centre.region.refuses[sheets[1].id.period] = "activity";
  centre.outbox.put(sheets);
  centre.go();
  CHECK(centre.region.held.size() == 2);
  REQUIRE(centre.outbox.state().refused.size() == 1);
  CHECK(centre.outbox.state().refused[0].why == "activity");
  centre.go();
  CHECK(centre.region.uploads == 1);

  centre.region.refuses.clear();
  centre.region.catalogue.version = 4;
  centre.outbox.put({a_day("2026-11-20")});  // its receipt names the newer catalogue
  centre.go();
  centre.go();
  CHECK(centre.outbox.catalogue()->version == 4);
  CHECK(centre.region.held.size() == 4);
  CHECK(centre.outbox.state().refused.empty());
}

TEST_CASE("What is refused is tried again by a newer program") {
  Centre centre;
  const auto sheets = days(1);
  centre.region.refuses[sheets[0].id.period] = "columns";
  centre.outbox.put(sheets);
  centre.go();
  centre.region.refuses.clear();
  courier::Courier newer(centre.outbox, centre.carrier, centre.key, centre.clock, "0.2.0",
                         [] { return 0.5; });
  newer.go();
  CHECK(centre.region.held.size() == 1);
}

TEST_CASE("A conflict is noted and does not block") {
  Centre centre;
  const auto sheets = days(2);
  centre.region.held[sheets[0].id] = a_day(sheets[0].id.period, 1, 99);
  centre.outbox.put(sheets);
  CHECK(centre.go().trouble.empty());
  REQUIRE(centre.outbox.state().refused.size() == 1);
  CHECK(centre.outbox.state().refused[0].why == "conflict");
  CHECK(centre.region.held.contains(sheets[1].id));
}

TEST_CASE("A computer that the region does not know says so and tries again in an hour") {
  for (const int status : {401, 403}) {
    Centre centre;
    centre.outbox.put(days(1));
    centre.region.script = {problem(status)};
    const auto round = centre.go();
    CHECK(round.trouble == "not-known");
    CHECK(centre.trouble() == "not-known");
    CHECK(round.wait >= 1h);
    CHECK(round.wait < 70min);
    CHECK(centre.pending() == 1);

    centre.go();
    CHECK(centre.trouble().empty());
    CHECK(centre.pending() == 0);
  }
}

TEST_CASE("A program that is too old for the region says so") {
  Centre centre;
  centre.outbox.put(days(1));
  centre.region.script = {problem(415)};
  CHECK(centre.go().trouble == "too-old");
  CHECK(centre.pending() == 1);
}

TEST_CASE("A busy region is left alone for as long as it says, and a little more") {
  for (const int status : {429, 503}) {
    Centre centre;
    centre.outbox.put(days(1));
    Says busy = problem(status);
    busy.headers["retry-after"] = "120";
    centre.region.script = {busy, busy, busy};
    CHECK(centre.go().wait == 120s + 15s);
    CHECK(centre.trouble() == "busy");
    CHECK(centre.go().wait == 120s + 30s);
    centre.chance = 0;
    CHECK(centre.go().wait == 120s);
    centre.go();
    CHECK(centre.pending() == 0);
  }
}

TEST_CASE("A time to wait that makes no sense keeps nobody silent for more than a day") {
  for (const auto& [text, least, most] :
       {std::tuple{"99999999", 24h, 25h}, {"-5", 0h, 1h}, {"soon", 0h, 1h}, {"", 0h, 1h}}) {
    Centre centre;
    Says busy = problem(503);
    busy.headers["retry-after"] = text;
    centre.region.script = {busy};
    const auto round = centre.go();
    CHECK(round.wait >= std::max<Millis>(least, 1s));
    CHECK(round.wait < most);
  }
}

TEST_CASE("Without a network it tries for ever, from half a minute to an hour apart") {
  Centre centre;
  centre.outbox.put(days(1));
  centre.carrier.unreached = {"no-network", "away"};
  centre.chance = 1;
  const std::vector<Millis> expected{30s, 60s, 120s, 240s, 480s, 960s, 1920s, 1h, 1h};
  for (const Millis wait : expected) CHECK(centre.go().wait == wait);
  for (int i = 0; i < 100; ++i) CHECK(centre.go().wait == 1h);
  CHECK(centre.trouble() == "no-network");

  centre.chance = 0;
  CHECK(centre.go().wait == 1s);

  centre.carrier.unreached = {};
  CHECK(centre.go().trouble.empty());
  CHECK(centre.pending() == 0);
  CHECK(centre.trouble().empty());
  centre.carrier.unreached = {"no-network", "away"};
  centre.outbox.put({a_day("2026-11-20")});
  centre.chance = 1;
  CHECK(centre.go().wait == 30s);
}

TEST_CASE("A captive portal acknowledges nothing, whatever it says") {
  const Says login{200, "<html>Please log in</html>", "text/html"};
  const std::vector<Says> portals{
      login,
      {200, "", "application/json"},
      {200, "{}", "application/json"},
      {302, "", "text/html", {{"location", "http://login.example"}}},
      {511, "<html>", "text/html"},
      {404, "no such page", "text/html"},
      {400, "<html>Bad request</html>", "text/html"},
      {422, "what", "text/plain"},
  };
  for (const Says& portal : portals) {
    Centre centre;
    centre.outbox.set_catalogue(centre.region.catalogue);
    centre.outbox.reconcile({centre.region.collector, {}}, kNow);
    centre.outbox.put(days(3));
    centre.region.script = {portal};
    const auto round = centre.go();
    INFO(portal.status << " " << portal.body);
    CHECK(round.trouble == (portal.status == 511 ? "busy" : "not-the-region"));
    CHECK(centre.asked("/v1/sheets") == 1);
    CHECK(centre.pending() == 3);
    CHECK(centre.outbox.state().refused.empty());
    CHECK_FALSE(centre.outbox.state().last_sent);
  }
}

TEST_CASE("A receipt for other sheets than were sent acknowledges nothing") {
  const auto sheets = days(2);
  const auto said = [](const Sheet& sheet) {
    return sync::SheetAnswer{sheet.id, sheet.revision, Verdict::kStored, ""};
  };
  const auto answers = std::vector<std::vector<sync::SheetAnswer>>{
      {},
      {said(sheets[0])},
      {said(sheets[0]), said(sheets[0])},
      {said(sheets[0]), said(a_day("2026-11-20"))},
      {said(sheets[0]), said(a_day(sheets[1].id.period, 2))},
      {said(sheets[0]), said(sheets[1]), said(a_day("2026-11-20"))},
  };
  for (const auto& answer : answers) {
    Centre centre;
    centre.outbox.set_catalogue(centre.region.catalogue);
    centre.outbox.reconcile({centre.region.collector, {}}, kNow);
    centre.outbox.put(sheets);
    centre.region.script = {
        {200, sync::write_receipt({centre.region.collector, kNow, 900, 3, 1, answer})}};
    CHECK(centre.go().trouble == "not-the-region");
    CHECK(centre.pending() == 2);
  }
}
