// SPDX-License-Identifier: EUPL-1.2
// Promise P1: no name, alias, token or card number leaves the building. A day of use by the real
// kiosk, carried by the real courier, and every byte of it looked through.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "outbox/outbox.h"
#include "privacy/network_of_its_own.h"
#include "support/catch.h"
#include "support/fake_collector.h"
#include "support/kiosk_data.h"
#include "support/program.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// Base64 of a text wherever it may stand in something longer: without what its neighbours change.
std::vector<std::string> base64_within(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t before = 0; before < 3; ++before) {
    const std::string code = sync::base64(std::string(before, 'x') + text + "xx");
    const std::size_t from = before == 0 ? 0 : 4;
    all.push_back(code.substr(from, (before + text.size()) / 3 * 4 - from));
  }
  return all;
}

std::string hex(const std::string& text) {
  std::string all;
  for (const unsigned char c : text) {
    all += "0123456789abcdef"[c >> 4];
    all += "0123456789abcdef"[c & 15];
  }
  return all;
}

std::string wide(const std::string& text) {
  std::string all;
  for (const char c : text) all += {c, '\0'};
  return all;
}

/// What the centre knows of its people: aliases, tokens, their pictures, cards.
std::vector<std::string> secrets(const KioskData& data) {
  std::vector<std::string> all;
  SQLite::Database record((data / "centre.db").string(), SQLite::OPEN_READONLY);
  for (const char* sql : {"SELECT alias FROM visitor WHERE alias <> ''", "SELECT id FROM token",
                          "SELECT symbol FROM token", "SELECT code FROM card"}) {
    SQLite::Statement row(record, sql);
    while (row.executeStep()) all.push_back(row.getColumn(0));
  }
  for (std::size_t i = all.size(); i-- > 0;) {
    if (all[i].starts_with("tk_")) all.push_back(all[i].substr(3));
    if (all[i].starts_with("SV-")) all.push_back("SV" + all[i].substr(3));
    // A cat stands in every catalogue: alone it would stand in quotes.
    if (all[i].size() < 5) all[i] = '"' + all[i] + '"';
  }
  return all;
}

/// The first of the secrets that stands in `bytes`, in any of the usual ways to write it.
std::string found_in(const std::string& bytes, const std::vector<std::string>& secrets) {
  const std::string small = lower(bytes);
  for (const std::string& secret : secrets) {
    for (const std::string& way : {secret, hex(secret), wide(secret)})
      if (small.find(lower(way)) != std::string::npos) return secret;
    if (secret.size() < 6) continue;  // its base64 is too short to mean anything
    for (const std::string& way : base64_within(secret))
      if (bytes.find(way) != std::string::npos) return secret;
  }
  return {};
}

/// One computer in a centre, connected to a region.
struct Place {
  KioskData data;
  FakeCollector collector;
  TemporaryDir keys;
  std::filesystem::path outbox = data / "outbox/outbox.db";

  std::string sync(std::vector<std::string> more) {
    std::vector<std::string> words{"--outbox", outbox, "--key", keys / "device.key"};
    words.insert(words.end(), more.begin(), more.end());
    Program program("sveiki-sync", words);
    return program.end() == 0 ? "" : program.err();
  }

  /// By sign, by card, as a guest, as a party; taken back, and home again: eight visits stand.
  void have_a_day() {
    REQUIRE(sync({"enrol", "--region", collector.url(), "--code", collector.region.code}).empty());
    Driven kiosk(data.path());
    kiosk.go({clock_at("10:00"), "tap enter", "tap flock.1", "tap token.*", "wait",
              "tap purpose.clay", "wait", "tap undo", "wait", "tap flock.3", "tap token.*", "wait",
              "tap purpose.*", "wait", "tap done"});
    for (const int person : {8, 9, 11})
      kiosk.go({"scan " + KioskData::card(person), "wait", "tap purpose.*", "wait", "tap done"});
    kiosk.go({"scan 4006381333931", "wait", "clock +PT2M"});
    kiosk.go({"tap enter", "tap guest", "tap count-me", "wait", "tap done", "wait", "clock +PT2M"});
    kiosk.go({"tap enter", "tap party", "tap count.plus", "tap done", "tap done", "wait"});
    CHECK(sync({"--once"}).empty());
    kiosk.go({"clock +PT2M", "wait", "clock +PT2H", "wait"});
    kiosk.go({"scan " + KioskData::card(8), "wait", "clock +PT2M", "wait"});
    kiosk.go({clock_at("23:30"), "wait", clock_at("09:00", 1), "wait", "clock +PT2M", "wait"});
    CHECK(sync({"--once"}).empty());
  }

  /// Visits of the Monday, as all lives together say.
  std::int64_t visits_at_region() {
    std::int64_t visits = 0;
    for (const auto& [id, sheet] : collector.region.held)
      if (id.period == monday().iso())
        visits += sheet.rows.contains({'T', ""}) ? sheet.rows.at({'T', ""})[kVisits] : 0;
    return visits;
  }
};

}  // namespace

TEST_CASE("After a day of use the region has the counts, and no byte of it names anybody") {
  Place place;
  place.have_a_day();
  const auto known = secrets(place.data);
  REQUIRE(known.size() > 4 * KioskData::kPeople);
  const std::string counted = place.data.counts(monday())["total"];
  CHECK(std::to_string(place.visits_at_region()) == counted.substr(0, counted.find(' ')));
  CHECK(place.visits_at_region() > 5);

  CHECK(found_in(place.collector.bytes(), known) == "");
  for (const Heard& heard : place.collector.region.heard) {
    CHECK(found_in(heard.body, known) == "");
    CHECK(found_in(heard.plain, known) == "");
  }
  for (const auto& entry : std::filesystem::directory_iterator(place.outbox.parent_path())) {
    INFO(entry.path());
    CHECK(found_in(read_file(entry.path()), known) == "");
  }
}

TEST_CASE("On a network with nothing else, the courier speaks to the region and nobody else does") {
  NetworkOfItsOwn network;
  if (!network.made()) {
    WARN("this system lets nobody make a network: not tested here");
    return;
  }
  Place place;
  place.have_a_day();
  const auto heard = network.heard();
  CHECK(heard.bytes.find("POST /v1/sheets") != std::string::npos);
  CHECK(found_in(heard.bytes, secrets(place.data)) == "");
  CHECK(heard.ports.contains(place.collector.port()));
  CHECK_FALSE(heard.ports.contains(0));
  // Each connection has one end at the collector, and the other at a port of its own.
  CHECK(heard.ports.size() == 1 + static_cast<std::size_t>(place.collector.connections()));
}

TEST_CASE("The look through the bytes finds what is there") {
  const std::vector<std::string> known{"Person 7"};
  for (const std::string& bytes :
       {std::string{"..Person 7.."}, lower("PERSON 7"), hex("Person 7"), wide("Person 7"),
        sync::base64("a Person 7"), sync::base64("xxPerson 7 came"), sync::base64("Person 7")})
    CHECK(found_in("{" + bytes + "}", known) == "Person 7");
  CHECK(found_in("Person 8", known) == "");
}

TEST_CASE("The program at the screen has nothing in it that could reach a network") {
  std::FILE* lines = ::popen("readelf -d " SVEIKI_BIN_DIR "/sveiki-kiosk", "r");
  REQUIRE(lines);
  std::string needed;
  std::array<char, 512> line{};
  while (std::fgets(line.data(), line.size(), lines)) needed += line.data();
  REQUIRE(::pclose(lines) == 0);
  CHECK(needed.find("libsqlite3") != std::string::npos);
  for (const char* library : {"curl", "ssl", "crypto.so", "gnutls", "libpq"})
    CHECK(needed.find(library) == std::string::npos);
}
