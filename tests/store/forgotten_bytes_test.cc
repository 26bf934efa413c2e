// SPDX-License-Identifier: EUPL-1.2
// Reads every byte of the data folder: what was forgotten must not be found in it, neither in the
// database nor in its journal; and it is all or nothing when the power goes or the disk is full.
#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <random>

#include "store/forgetting.h"
#include "store/power_cut_vfs.h"
#include "store/said.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
namespace fs = std::filesystem;

namespace {

const std::string kAlias = "Žvirblis-Zvaigzne";
const std::string kCard = "CARD-9Q8W7E-6R5T";

/// An instant as a row of SQLite holds it.
std::string bytes_of(Instant at) {
  std::string bytes;
  for (int shift = 40; shift >= 0; shift -= 8) bytes += static_cast<char>(at.ms >> shift & 0xff);
  return bytes;
}

/// Every byte of the folder's files, as they lie on the disk.
std::string bytes_in(const fs::path& dir) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_regular_file()) all += read_file(entry.path());
  }
  return all;
}

/// At how many of these instants something happened, by these bytes.
int instants_in(const std::string& bytes, const std::vector<Instant>& instants) {
  return static_cast<int>(std::ranges::count_if(
      instants, [&](Instant at) { return bytes.find(bytes_of(at)) != std::string::npos; }));
}

bool holds(const std::string& bytes, const std::string& some) {
  return bytes.find(some) != std::string::npos;
}

/// A centre of forty people, among them one with a name, and a year of visits.
struct Lived : ACentre {
  Lived() : ACentre(0) {
    std::vector<store::NewPerson> people;
    for (int i = 0; i < 40; ++i) {
      store::NewPerson person;
      person.symbol = symbols()[static_cast<std::size_t>(i) % symbols().size()];
      person.flock = kFlocks[static_cast<std::size_t>(i) / symbols().size()];
      person.alias = i == 17 ? kAlias : "Person " + std::to_string(i);
      person.card = i == 17 ? kCard : "SV-" + std::to_string(1000 + i);
      people.push_back(person);
    }
    store::Enrolment(dir.path()).add(people, "test", november(2, 7));
  }

  /// So many visits at random, in a year from November on; the instants of who has the name, and
  /// of those before 1 May.
  void live(int visits) {
    std::mt19937 random(1);
    auto record = open(november(2, 8));
    const auto tokens = record.tokens();
    const std::string named = record.token_of_card(kCard);
    Instant now = november(2, 8);
    for (int i = 0; i < visits; ++i) {
      now = now + std::chrono::milliseconds{1 + random() % (360ULL * 86'400'000 / visits * 2)};
      if (i % 10 == 0) record.keep_day(now);
      const std::string token = i % 9 == 0 ? named : tokens[random() % tokens.size()].id;
      const auto arrived = record.arrive(token, How::kToken, now, "clay");
      if (!std::holds_alternative<VisitBegun>(arrived)) continue;
      if (token == named) named_at.push_back(now);
      if (now < kMay) old_at.push_back(now);
      if (i % 4 == 0) {
        now = now + std::chrono::minutes{20};
        record.leave(std::get<VisitBegun>(arrived).visit, now);
        if (now < kMay) old_at.push_back(now);
      }
    }
  }

  const Instant kMay = instant_of({2027, 5, 1}, 4 * 60, "Europe/Vilnius");
  std::vector<Instant> named_at, old_at;
};

std::int64_t facts_in(const ACentre& centre) {
  return SQLite::Database((centre.dir / "centre.db").string())
      .execAndGet("SELECT (SELECT count(*) FROM visit) + (SELECT count(*) FROM visitor)")
      .getInt64();
}

/// Some of each: fewer than all, so that a campaign is short.
void live_a_little(ACentre& centre) {
  auto record = centre.open(november(2, 8));
  for (int i = 0; i < 30; ++i)
    comes(record, i % 6, november(2, 9) + std::chrono::days{3 * i}, i % 2 == 0 ? "clay" : "");
  record.keep_day(november(2, 9) + std::chrono::days{100});
}

void forget_both(const ACentre& centre) {
  store::Forgetting forgetting(centre.dir.path());
  const Instant now = november(2, 9) + std::chrono::days{101};
  forgetting.forget_before({2027, 1, 1}, "staff", now);
  if (const auto person = forgetting.by_card("SV-1001"))
    forgetting.forget(*person, {2027, 2, 11}, "staff", now);
  forgetting.sweep();
}

}  // namespace

TEST_CASE("Of a person who is forgotten, no byte is left: no name, no card, no time") {
  const PowerCutVfs quick_disk(1);
  Lived centre;
  centre.live(600);
  REQUIRE(centre.named_at.size() > 30);
  const std::string before = bytes_in(centre.dir.path());
  REQUIRE(holds(before, kAlias));
  REQUIRE(holds(before, kCard));
  REQUIRE(instants_in(before, centre.named_at) == std::ssize(centre.named_at));
  store::Forgetting forgetting(centre.dir.path());
  const auto person = forgetting.by_card(kCard);
  REQUIRE(person);
  CHECK(person->alias == kAlias);
  forgetting.forget(*person, {2027, 11, 1}, "staff", november(2, 8) + std::chrono::days{364});
  CHECK(forgetting.sweep());
  // Also while the program still has the file open.
  const std::string after = bytes_in(centre.dir.path());
  CHECK_FALSE(holds(after, kAlias));
  CHECK_FALSE(holds(after, kCard));
  CHECK(instants_in(after, centre.named_at) == 0);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("Of visits that are too old, no byte says when they were") {
  // So many that pages of the file were split and joined, and that the journal is long.
  const PowerCutVfs quick_disk(1);
  Lived centre;
  centre.live(4000);
  REQUIRE(centre.old_at.size() > 1000);
  store::Forgetting forgetting(centre.dir.path());
  forgetting.forget_before({2027, 5, 1}, "staff", november(2, 8) + std::chrono::days{364});
  CHECK(forgetting.sweep());
  CHECK(instants_in(bytes_in(centre.dir.path()), centre.old_at) == 0);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

TEST_CASE("A program that reads keeps the file from being overwritten, and it is done later") {
  ACentre centre;
  live_a_little(centre);
  store::Forgetting forgetting(centre.dir.path());
  {
    SQLite::Database reader((centre.dir / "centre.db").string());
    reader.exec("BEGIN");
    reader.execAndGet("SELECT count(*) FROM visit");
    forgetting.forget_before({2027, 1, 1}, "staff", november(2, 9) + std::chrono::days{101});
    CHECK_FALSE(forgetting.sweep());
    CHECK_FALSE(store::check_record(centre.dir.path()).notes.empty());
  }
  CHECK(forgetting.sweep());
  CHECK(store::check_record(centre.dir.path()).notes.empty());
}

TEST_CASE("Wherever the power goes while things are forgotten, it is all or nothing") {
  int before = 0;
  int between = 0;
  int after = 0;
  for (int steps = 1; steps < 400; steps += 3) {
    PowerCutVfs power(static_cast<unsigned>(steps));
    ACentre centre;
    live_a_little(centre);
    const auto sheets = centre.open(november(30, 8)).sheets();
    const std::int64_t all = facts_in(centre);
    power.cut_after(steps);
    try {
      forget_both(centre);
    } catch (const RecordFault&) {
      // The power went.
    }
    const bool cut = power.cut();
    power.restore();
    INFO("after step " << steps);
    CHECK(wrong_in(centre) == std::vector<std::string>{});
    const std::int64_t left = facts_in(centre);
    ++(left == all ? before : cut ? between : after);
    CHECK(centre.open(november(30, 8)).sheets() == sheets);
    forget_both(centre);
    CHECK(wrong_in(centre) == std::vector<std::string>{});
    const std::string bytes = bytes_in(centre.dir.path());
    CHECK(instants_in(bytes, {november(2, 9)}) == 0);
    CHECK_FALSE(holds(bytes, "SV-1001"));
    if (!cut) break;
  }
  CHECK(before > 5);
  CHECK(between > 5);
  CHECK(after == 1);
}

TEST_CASE("On a full disk nothing is forgotten by halves, and it is done when there is room") {
  ACentre centre;
  PowerCutVfs disk(1);
  live_a_little(centre);
  const std::int64_t all = facts_in(centre);
  disk.set_full(true);
  CHECK_THROWS_AS(forget_both(centre), RecordFault);
  disk.set_full(false);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
  CHECK(facts_in(centre) == all);
  forget_both(centre);
  CHECK(facts_in(centre) < all);
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}
