// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <chrono>

#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

Ran in(const KioskData& data, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin() + 1, {"--data", data.path()});
  return run_kiosk(arguments);
}

/// Files of the folder, the log and the outbox too, in which this stands.
std::vector<std::string> files_with(const KioskData& data, const std::string& text) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(data.path())) {
    if (entry.is_regular_file() && read_file(entry.path()).find(text) != std::string::npos)
      files.push_back(entry.path().filename().string());
  }
  return files;
}

bool says(const Ran& ran, const std::string& words) {
  return (ran.out + ran.err).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("Staff forget a person by sign, and nothing in the folder remembers them") {
  const KioskData data;
  {
    Driven kiosk(data.path());
    kiosk.go({clock_at("10:00"), "scan " + KioskData::card(0), "wait", "expect screen=purpose"});
  }
  const auto counts = data.counts(monday());
  CHECK(counts.at("total").starts_with("1 1"));
  const Ran look = in(data, {"erase", "--sign", "hedgehog, green", "--dry-run"});
  CHECK(look.code == 0);
  CHECK(says(look, "hedgehog, green: Person 0 would be forgotten, with 1 visits"));
  CHECK_FALSE(files_with(data, KioskData::card(0)).empty());

  const Ran ran = in(data, {"erase", "--sign", "hedgehog, green"});
  CHECK(ran.err == "");
  REQUIRE(ran.code == 0);
  CHECK(files_with(data, KioskData::card(0)) == std::vector<std::string>{});
  CHECK(files_with(data, "Person 0") == std::vector<std::string>{});
  CHECK(data.counts(monday()) == counts);
  CHECK(data.check() == "All is well");
  CHECK(says(in(data, {"erase", "--sign", "hedgehog, green"}), "nobody has that sign"));
  CHECK(in(data, {"erase", "--card", KioskData::card(1)}).code == 0);
}

TEST_CASE("Whom to forget must be said plainly, and while the kiosk runs nobody is forgotten") {
  const KioskData data;
  CHECK(in(data, {"erase"}).code == 1);
  CHECK(in(data, {"erase", "--sign", "hedgehog"}).code == 1);
  CHECK(in(data, {"erase", "--sign", "hedgehog, greenish"}).code == 1);
  CHECK(in(data, {"erase", "--sign", "hedgehog, green", "--card", KioskData::card(0)}).code == 1);
  Driven kiosk(data.path());
  kiosk.go({clock_at("10:00")});
  const Ran ran = in(data, {"erase", "--sign", "hedgehog, green"});
  CHECK(ran.code == 1);
  CHECK(says(ran, "Stop the kiosk first"));
  CHECK(says(in(data, {"purge"}), "Stop the kiosk first"));
}

TEST_CASE("Staff have old visits forgotten, and the counts of that day stay") {
  const KioskData data;
  const CivilDay today{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  const CivilDay old = today.next(-3 * 366);
  CHECK(in(data, {"count", "--people", "12", "--activity", "clay", "--at", old.iso() + "T10:00"})
            .code == 0);
  const auto counts = data.counts(old);
  CHECK(says(in(data, {"purge", "--dry-run"}), "1 headcounts"));
  CHECK(says(in(data, {"purge", "--dry-run"}), "would be forgotten"));
  const Ran ran = in(data, {"purge"});
  CHECK(ran.err == "");
  REQUIRE(ran.code == 0);
  CHECK(says(in(data, {"purge"}), "0 visits, 0 headcounts"));
  CHECK(data.counts(old) == counts);
  CHECK(counts.at("clay").ends_with("12"));
  CHECK(data.check() == "All is well");
  CHECK(says(in(data, {"count", "--people", "5", "--at", old.iso() + "T11:00"}),
             "only counts are kept"));
}
