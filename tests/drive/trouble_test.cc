// SPDX-License-Identifier: EUPL-1.2
// Bad luck and bad input, on the real program: each gets a clear sentence and loses nothing.
#include <fstream>

#include "support/catch.h"
#include "support/kiosk_data.h"
#include "support/small_disk.h"

using namespace sveiki::test;

namespace {

// What staff read on the screen; the sentences are kiosk/ui/fixed_words.cc's.
constexpr const char* kBusy = "Another program holds the record. Close it.";
constexpr const char* kFull = "The disk is full. Make room on it.";
constexpr const char* kReadOnly = "The disk cannot be written. Check it.";
constexpr const char* kBroken = "The record is damaged. Restore the backup.";
constexpr const char* kNewer = "The record is newer than this program. Update it.";
constexpr const char* kClock = "The clock is wrong. Set the date and time.";

/// The screen is out of order and says this to the staff, in the centre's language.
bool in_trouble(Driven& kiosk, const char* sentence) {
  const bool trouble = kiosk.go({"wait"}) == "trouble";
  return trouble && kiosk.label("staff").ends_with(said_in("lt", sentence)) &&
         kiosk.label("title") == said_in("lt", "Out of order");
}

/// What the log says in English.
bool logged(const KioskData& data, const std::string& words) {
  return read_file(data / "kiosk.log").find(words) != std::string::npos;
}

bool is_there(const SmallDisk& disk) {
  if (!disk.mounted()) WARN("this system lets nobody mount a disk: not tested here");
  return disk.mounted();
}

const std::string kNextProbe = "clock +PT31S";

/// Somebody checks in, and the counts of Monday show it.
void expect_check_in_works(Driven& kiosk, const KioskData& data, int person,
                           const std::string& total) {
  CHECK(kiosk.go({clock_at("10:10"), "scan " + KioskData::card(person), "wait"}) == "purpose");
  CHECK(data.counts(monday())["total"] == total);
  CHECK(data.check() == "All is well");
}

}  // namespace

TEST_CASE("A clock before the program was made is out of order, and heals when it is set right") {
  const KioskData data;
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "tap enter"});
  kiosk.go({"clock 2020-03-01T10:00"});
  CHECK(in_trouble(kiosk, kClock));
  CHECK(kiosk.go({"scan SV-1001", "wait"}) == "trouble");
  CHECK(kiosk.go({clock_at("10:05")}) == "attract");
  CHECK(logged(data, "out of order: clock"));
  CHECK(logged(data, "in order again"));
  expect_check_in_works(kiosk, data, 0, "1 1 0 0");
}

TEST_CASE(
    "a clock that shows a day before the newest visit is out of order, also after a restart") {
  const KioskData data;
  {
    Driven kiosk(data.path());
    kiosk.go({clock_at("10:00", 1), "scan SV-1001", "wait"});
    kiosk.go({clock_at("10:00", 0)});
    CHECK(in_trouble(kiosk, kClock));
    kiosk.kill();
  }
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00")});
  CHECK(in_trouble(kiosk, kClock));
  CHECK(kiosk.go({clock_at("10:05", 1)}) == "attract");
  CHECK(kiosk.go({"scan SV-1001", "wait"}) == "already");
  CHECK(data.check() == "All is well");
}

TEST_CASE("A mistake in the centre's file names file, line and what is right, and nothing starts") {
  const KioskData data;
  write_file(data / "centre.toml",
             kretinga("zone = \"Europe/Vilnius\"", "zone = \"Europe/Vilnus\""));
  for (const char* command : {"drive", "run"}) {
    std::vector<std::string> line{command, "--data", data.path()};
    if (line[0] == "drive") line.emplace_back("-");
    const Ran ran = run_kiosk(line);
    CHECK(ran.code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("centre.toml:6: zone: ") != std::string::npos);
  }
  write_file(data / "centre.toml", kretinga("languages =", "langauges ="));
  const Ran typo = run_kiosk({"drive", "--data", data.path(), "-"});
  CHECK(typo.code == 1);
  CHECK(typo.err.find("centre.toml:7: ") != std::string::npos);
  CHECK(typo.err.find("\"languages\"") != std::string::npos);
}

TEST_CASE("A damaged record is left as it is, and what to do is said") {
  const KioskData data;
  const std::string whole = read_file(data / "centre.db");
  std::string scratched = whole;
  scratched.replace(0, 64, 64, '#');
  for (const std::string& damaged : {scratched, whole.substr(0, whole.size() / 2), std::string{}}) {
    write_file(data / "centre.db", damaged);
    INFO("of " << damaged.size() << " bytes");
    Driven kiosk(data.path());
    kiosk.go({clock_at("10:00")});
    CHECK(in_trouble(kiosk, kBroken));
    CHECK(kiosk.go({"scan SV-1001", "wait"}) == "trouble");
    const bool as_it_was = read_file(data / "centre.db") == damaged;
    CHECK(as_it_was);
    CHECK(run_kiosk({"check", "--data", data.path()}).code == 1);

    write_file(data / "centre.db", whole);  // the backup comes back
    CHECK(kiosk.go({kNextProbe, "wait"}) == "attract");
    expect_check_in_works(kiosk, data, 0, "1 1 0 0");
    CHECK(kiosk.end() == 0);
  }
  CHECK(logged(data, "the record cannot be opened: broken"));
}

TEST_CASE("A record that is gone is out of order, and none is made in its place") {
  const KioskData data;
  std::filesystem::rename(data / "centre.db", data / "away.db");
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00")});
  CHECK(in_trouble(kiosk, kBroken));
  CHECK_FALSE(std::filesystem::exists(data / "centre.db"));
  std::filesystem::rename(data / "away.db", data / "centre.db");
  CHECK(kiosk.go({kNextProbe, "wait"}) == "attract");
  expect_check_in_works(kiosk, data, 0, "1 1 0 0");
}

TEST_CASE("A record of a newer program is left alone") {
  const KioskData data;
  {
    // PRAGMA user_version, where the file format keeps it.
    std::fstream file(data / "centre.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(60).write("\0\0\0\x63", 4);
  }
  const std::string before = read_file(data / "centre.db");
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00")});
  CHECK(in_trouble(kiosk, kNewer));
  const bool as_it_was = read_file(data / "centre.db") == before;
  CHECK(as_it_was);
  CHECK(logged(data, "is of version 99"));
}

TEST_CASE("A second kiosk on the same data waits, and takes over when the first ends") {
  const KioskData data;
  Driven first(data.path());
  first.go({clock_at("10:00"), "scan SV-1001", "wait"});
  Driven second(data.path());
  second.go({clock_at("10:00")});
  CHECK(in_trouble(second, kBusy));
  CHECK(second.go({kNextProbe, "wait"}) == "trouble");

  write_file(data / "more.csv", "alias\nNew\n");
  const Ran import = run_kiosk({"import", "people", data / "more.csv", "--data", data.path()});
  CHECK(import.code == 1);
  CHECK(import.err.find("another kiosk records in") != std::string::npos);

  CHECK(first.go({"tap purpose.clay", "wait"}) == "welcome");
  CHECK(first.end() == 0);
  CHECK(second.go({kNextProbe, "wait"}) == "attract");
  expect_check_in_works(second, data, 1, "2 2 0 0");
}

TEST_CASE("Trouble is kept over a restart, and ends with its cause") {
  const KioskData data;
  std::filesystem::rename(data / "centre.db", data / "away.db");
  {
    Driven kiosk(data.path());
    kiosk.go({clock_at("10:00"), "wait"});
    kiosk.kill();
  }
  CHECK(read_file(data / "trouble") == "broken\n");
  {
    Driven kiosk(data.path());
    kiosk.go({clock_at("10:00")});
    CHECK(in_trouble(kiosk, kBroken));
    kiosk.kill();
  }
  std::filesystem::rename(data / "away.db", data / "centre.db");
  Driven kiosk(data.path());
  CHECK(kiosk.go({clock_at("10:00"), "wait"}) == "attract");
  CHECK_FALSE(std::filesystem::exists(data / "trouble"));
}

TEST_CASE("A full disk is said, nothing is thanked, and room on it heals the kiosk by itself") {
  SmallDisk disk(1024);
  if (!is_there(disk)) return;
  const KioskData data(kretinga(), disk.data());
  Driven kiosk(data.path());
  CHECK(kiosk.go({clock_at("10:00"), "scan SV-1001", "wait"}) == "purpose");
  disk.fill();

  // What still fits in the journal is recorded and thanked; then it is full.
  int thanked = 1;
  while (thanked < KioskData::kPeople) {
    kiosk.go({"scan " + KioskData::card(thanked)});
    if (kiosk.go({"wait"}) != "purpose") break;
    ++thanked;
  }
  REQUIRE(thanked < KioskData::kPeople);
  CHECK(in_trouble(kiosk, kFull));
  CHECK(kiosk.go({kNextProbe, "wait"}) == "trouble");

  disk.make_room();
  CHECK(kiosk.go({kNextProbe, "wait"}) == "attract");
  const std::string n = std::to_string(thanked + 1);
  expect_check_in_works(kiosk, data, thanked, n + " " + n + " 0 0");
}

TEST_CASE("A disk that cannot be written is said, and heals when it can") {
  SmallDisk disk(1024);
  if (!is_there(disk)) return;
  const KioskData data(kretinga(), disk.data());
  REQUIRE(disk.read_only(true));
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00")});
  CHECK(in_trouble(kiosk, kReadOnly));
  CHECK(data.check() == "All is well");
  REQUIRE(disk.read_only(false));
  CHECK(kiosk.go({kNextProbe, "wait"}) == "attract");
  expect_check_in_works(kiosk, data, 0, "1 1 0 0");
}

TEST_CASE("A visitor who reads Latvian is told in Latvian that the kiosk is out of order") {
  SmallDisk disk(1024);
  if (!is_there(disk)) return;
  const KioskData data(kretinga(), disk.data());
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00"), "tap language.lv", "tap enter"});
  disk.fill();
  for (int person = 0; person < KioskData::kPeople; ++person) {
    if (kiosk.go({"tap flock." + std::to_string(person / 2 + 1)}) != "token") break;
    const auto signs = kiosk.ids("token.");
    const std::string screen =
        kiosk.go({"tap " + signs.at(static_cast<std::size_t>(person % 2)), "wait"});
    if (screen == "trouble") break;
    kiosk.go({"tap done", "tap done", "tap language.lv", "tap enter"});
  }
  CHECK(kiosk.label("title") == said_in("lv", "Out of order"));
  CHECK(kiosk.go({"clock +PT60S", "wait"}) == "trouble");
  CHECK(kiosk.label("title") == said_in("lt", "Out of order"));
}
