// SPDX-License-Identifier: EUPL-1.2
// The kiosk as a service: its computer is shut down.
#include "chain/chain.h"
#include "outbox/outbox.h"
#include "platform/xvfb.h"
#include "support/catch.h"

using namespace sveiki::test;

TEST_CASE("A kiosk that is told to end by a signal lays in what is to be sent now") {
  for (const int signal : {SIGTERM, SIGINT}) {
    const Computer computer;
    const sveiki::testing::Xvfb display("640x360x24");
    Program kiosk("sveiki-kiosk", {"run", "--data", computer.data(), "--window", "640x360"});
    REQUIRE(soon([&] { return says(read_file(computer.data() / "kiosk.log"), "is open at"); }));
    kiosk.signal(signal);
    CHECK(kiosk.end() == 0);
    CHECK(sveiki::Outbox(computer.data() / "outbox/outbox.db").send_wish());
  }
}
