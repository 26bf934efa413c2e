// SPDX-License-Identifier: EUPL-1.2
// What was thanked is on disk, once: the kiosk is killed at random moments while people come one
// after the other, and starts again. (Power cuts, which SIGKILL cannot show, are
// tests/store/power_cut_test.cc.)
#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <vector>

#include "support/catch.h"
#include "support/kiosk_data.h"

using namespace sveiki::test;

namespace {

constexpr int kKills = 200;
// The day is long enough for twelve people every two hours and a quarter, three times.
constexpr int kRoundsADay = 3;

std::string time_of(int round) {
  const int minutes = 8 * 60 + 30 + round % kRoundsADay * 135;
  const std::string hour = std::to_string(100 + minutes / 60).substr(1);
  return hour + ":" + std::to_string(100 + minutes % 60).substr(1);
}

/// One start of the kiosk: everybody shows their card and chooses what for, until the kill.
/// Answers whom it thanked for coming, and whom for taking part.
struct Thanked {
  std::vector<int> visits;
  std::vector<int> parts;
};
Thanked come_until_killed(const KioskData& data, int round, std::mt19937& random) {
  Driven kiosk(data.path(), "320x320");
  std::string lines =
      clock_at(time_of(round), round / kRoundsADay / 5 * 7 + round / kRoundsADay % 5);
  for (int person = 0; person < KioskData::kPeople; ++person) {
    lines += "\nscan " + KioskData::card(person) + "\nwait\ntap purpose.clay\nwait";
  }
  kiosk.send(lines);
  // Somewhere between its start and the last person; then somewhere between two answers.
  std::vector<Json> answers;
  const std::size_t heard = random() % (4 * KioskData::kPeople - 4);
  while (answers.size() < heard) answers.push_back(kiosk.answer().value());
  ::usleep(static_cast<useconds_t>(random() % (heard == 0 ? 200'000 : 3'000)));
  kiosk.kill();
  while (auto answer = kiosk.answer()) answers.push_back(*std::move(answer));

  Thanked thanked;
  const auto said = [&](int line, const char* screen) {
    if (static_cast<std::size_t>(line) >= answers.size()) return false;
    REQUIRE(answers[static_cast<std::size_t>(line)]["screen"] == screen);
    return true;
  };
  for (int person = 0; person < KioskData::kPeople; ++person) {
    if (said(4 * person + 2, "purpose")) thanked.visits.push_back(person);
    if (said(4 * person + 4, "welcome")) thanked.parts.push_back(person);
  }
  return thanked;
}

/// How many visits of each person have begun, and how many take part in something.
struct Kept {
  int visits = 0;
  int parts = 0;
};
std::map<std::string, Kept> kept_in(const KioskData& data) {
  SQLite::Database db((data / "centre.db").string(), SQLite::OPEN_READWRITE);
  SQLite::Statement rows(db,
                         "SELECT card.code, COUNT(DISTINCT visit.id), COUNT(participation.id)"
                         " FROM card JOIN visit USING (visitor)"
                         " LEFT JOIN participation ON participation.visit = visit.id"
                         " GROUP BY card.code ORDER BY card.code");
  std::map<std::string, Kept> kept;
  while (rows.executeStep()) {
    kept[rows.getColumn(0).getString()] = {rows.getColumn(1).getInt(), rows.getColumn(2).getInt()};
  }
  return kept;
}

}  // namespace

TEST_CASE(
    "two hundred times the kiosk is killed while people come, and who was thanked is there, once") {
  const char* wanted = std::getenv("SVEIKI_SEED");
  const unsigned seed = wanted ? static_cast<unsigned>(std::atoi(wanted)) : std::random_device{}();
  std::mt19937 random(seed);
  const KioskData data;
  std::map<std::string, Kept> before;
  int thanked_for_coming = 0;
  for (int round = 0; round < kKills; ++round) {
    INFO("round " << round << " of seed " << seed);
    const Thanked thanked = come_until_killed(data, round, random);
    const auto after = kept_in(data);
    int last_kept = -1;
    for (int person = 0; person < KioskData::kPeople; ++person) {
      const auto at = after.find(KioskData::card(person));
      const Kept now = at == after.end() ? Kept{} : at->second;
      Kept& then = before[KioskData::card(person)];
      const bool came = std::ranges::count(thanked.visits, person) == 1;
      const bool took_part = std::ranges::count(thanked.parts, person) == 1;
      INFO("person " << person);
      // Thanked: once. Not thanked: once at most, who was just being recorded.
      CHECK(now.visits - then.visits >= (came ? 1 : 0));
      CHECK(now.visits - then.visits <= 1);
      CHECK(now.parts - then.parts >= (took_part ? 1 : 0));
      CHECK(now.parts - then.parts <= 1);
      if (now.visits > then.visits) last_kept = person;
      then = now;
    }
    CHECK(last_kept <= static_cast<int>(thanked.visits.size()));
    thanked_for_coming += static_cast<int>(thanked.visits.size());
  }
  CHECK(data.check() == "All is well");
  CHECK(thanked_for_coming > kKills);  // the kills did not all come early
}
