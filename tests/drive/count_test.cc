// SPDX-License-Identifier: EUPL-1.2
#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

CivilDay today() {
  return CivilDay{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

Ran count(const KioskData& data, std::vector<std::string> more) {
  std::vector<std::string> arguments{"count", "--data", data.path()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_kiosk(arguments);
}

}  // namespace

TEST_CASE("Staff count twelve people at the lecture, and the counts have them") {
  const KioskData data;
  const std::string at = today().iso() + "T00:30";
  const Ran ran = count(data, {"--people", "12", "--activity", "clay", "--at", at + "Z"});
  CHECK(ran.err == "");
  REQUIRE(ran.code == 0);
  CHECK(data.check() == "All is well");
  const CivilDay day = civil_day(*parse_instant(at + "Z", "Europe/Vilnius"), "Europe/Vilnius");
  CHECK(data.counts(day)["clay"].ends_with("12"));
}

TEST_CASE("Staff count while the kiosk runs, and neither loses anything") {
  const KioskData data;
  Driven kiosk(data.path());
  const std::string at = today().iso() + "T00:30Z";
  for (int i = 0; i < 3; ++i) CHECK(count(data, {"--people", "2", "--at", at}).code == 0);
  kiosk.go({clock_at("10:00"), "scan " + KioskData::card(0), "wait", "expect screen=purpose"});
  CHECK(count(data, {"--people", "3", "--at", at}).code == 0);
  CHECK(data.check() == "All is well");
}

TEST_CASE("What cannot be counted is said, and nothing is counted") {
  const KioskData data;
  const auto refused = [&](std::vector<std::string> more) {
    const Ran ran = count(data, std::move(more));
    CHECK(ran.code != 0);
    CHECK(ran.err != "");
  };
  refused({"--people", "0"});
  refused({"--people", "501"});
  refused({"--people", "5", "--activity", "swimming-on-the-moon"});
  refused({"--people", "5", "--at", "yesterday"});
  refused({"--people", "5", "--at", "2199-01-01T10:00"});
  refused({"--people", "5", "--session", "2026-01-01T10:00"});
  refused({"--people", "5", "--activity", "clay", "--session", "2020-01-01T10:00"});
  CHECK(data.check() == "All is well");
  for (const auto& [key, numbers] : data.counts(today()))
    CHECK(numbers.find('5') == std::string::npos);
}
