// SPDX-License-Identifier: EUPL-1.2
// From a check-in to the region's tray, by the real program; and a tray that is broken, locked or
// cannot be made keeps nobody from checking in.
#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include "outbox/outbox.h"
#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki::test;

namespace {

const std::string kAMinuteLater = "clock +PT61S";

Ran region(const KioskData& data, std::vector<std::string> more) {
  more.insert(more.begin(), "region");
  more.insert(more.end(), {"--data", data.path()});
  return run_kiosk(more);
}

std::string status(const KioskData& data) {
  return region(data, {"status"}).out;
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

/// How many sheets of people lie in the tray: month, quarter, half-year and year, once somebody
/// came. Waits for them a little.
int people_sheets(const KioskData& data) {
  int n = 0;
  for (int i = 0; i < 60 && n < 4; ++i) {
    ::usleep(50'000);
    SQLite::Database tray((data / "outbox" / "outbox.db").string(), SQLite::OPEN_READONLY, 1000);
    n = tray.execAndGet("SELECT count(*) FROM sheet WHERE kind = 'people'");
  }
  return n;
}

/// Somebody checks in, quickly, and it is recorded.
void expect_check_in_works(Driven& kiosk, const KioskData& data) {
  const auto begin = std::chrono::steady_clock::now();
  CHECK(kiosk.go({"scan " + KioskData::card(0), "wait"}) == "purpose");
  // A tray that is waited for takes half a second and more.
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds{450});
  CHECK(data.counts(monday())["total"].starts_with("1 1"));
  CHECK(data.check() == "All is well");
}

}  // namespace

TEST_CASE("Who checks in is on its way to the region within the minute, and others may send it") {
  const KioskData data;
  CHECK(says(status(data), "Waiting to be sent: 0 "));
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "scan " + KioskData::card(0), "wait", kAMinuteLater, "wait"});
  CHECK(people_sheets(data) == 4);
  CHECK(says(status(data), "Not connected to a region; the kiosk counts all the same."));
  CHECK_FALSE(says(status(data), "Waiting to be sent: 0 "));
}

TEST_CASE("The day's counts go when the door closes, and what is left when the program ends") {
  const KioskData data;
  sveiki::Outbox outbox(data / "outbox/outbox.db");
  const auto wished = [&] {
    for (int i = 0; i < 40 && !outbox.send_wish(); ++i) ::usleep(50'000);
    return outbox.send_wish();
  };
  Driven kiosk(data.path());
  kiosk.go({clock_at("16:30"), "wait", "scan " + KioskData::card(0), "wait", "tap purpose.clay",
            "wait", kAMinuteLater, "wait"});
  CHECK(people_sheets(data) == 4);
  CHECK_FALSE(outbox.send_wish());
  kiosk.go({clock_at("17:01"), "wait", kAMinuteLater, "wait"});
  CHECK(wished());
  outbox.forget_send_wish();
  kiosk.go({kAMinuteLater, "wait"});
  CHECK(kiosk.end() == 0);
  CHECK(outbox.send_wish());
}

TEST_CASE("A tray that cannot be made keeps nobody from checking in") {
  const KioskData data;
  write_file(data / "outbox", "a file stands where the folder should be");
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "wait"});
  expect_check_in_works(kiosk, data);
  kiosk.go({kAMinuteLater, "wait", kAMinuteLater, "wait"});
  CHECK(kiosk.end() == 0);
  const std::string log = read_file(data / "kiosk.log");
  const auto first = log.find("nothing goes to the region");
  REQUIRE(first != std::string::npos);
  CHECK(log.find("nothing goes to the region", first + 1) == std::string::npos);  // said once
}

TEST_CASE("A tray with rubbish in it keeps nobody from checking in") {
  const KioskData data;
  std::filesystem::create_directories(data / "outbox");
  write_file(data / "outbox" / "outbox.db", std::string(5000, 'x'));
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "wait"});
  expect_check_in_works(kiosk, data);
  CHECK(kiosk.end() == 0);
}

TEST_CASE("A tray that another program holds keeps nobody waiting") {
  const KioskData data;
  Driven(data.path()).end();  // makes it
  SQLite::Database other((data / "outbox" / "outbox.db").string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN EXCLUSIVE");
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "wait"});
  expect_check_in_works(kiosk, data);
  other.exec("ROLLBACK");
  kiosk.go({kAMinuteLater, "wait"});
  CHECK(kiosk.end() == 0);
  CHECK(people_sheets(data) == 4);  // laid in when it was free again
}

TEST_CASE("Staff ask for a connection while the kiosk runs, and a mistyped code is said at once") {
  const KioskData data;
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "wait"});
  const Ran wrong =
      region(data, {"connect", "--region", "https://region.example", "--code", "AAAA-AAAA-AAAB"});
  CHECK(wrong.code == 1);
  CHECK(says(wrong.err, "that code has a mistake in it"));
  const Ran address =
      region(data, {"connect", "--region", "region.example", "--code", "0000-0000-0000"});
  CHECK(says(address.err, "https://region.example"));
  const Ran elsewhere = region(
      data, {"connect", "--region", "http://localhost.evil.example", "--code", "0000-0000-0000"});
  CHECK(elsewhere.code == 1);
  CHECK(says(elsewhere.err, "https://region.example"));
  const Ran nothing = region(data, {"settle", "0123456789abcdef", "keep"});
  CHECK(nothing.code == 1);
  CHECK(says(nothing.err, "there is nothing to settle"));
  CHECK(region(data, {"settle", "0123456789abcdef", "perhaps"}).code == 2);
}
