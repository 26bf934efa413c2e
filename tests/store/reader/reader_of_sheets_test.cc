// SPDX-License-Identifier: EUPL-1.2
// Somebody keeps every revision of the people sheets that leave a small centre, and compares each
// with the one before: what changed must never be so few people that it says who they are.
#include <map>
#include <random>

#include "store/power_cut_vfs.h"
#include "store/said.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

/// A centre whose people differ in everything that can be asked of them; some never answered.
struct Various : ACentre {
  Various(int people, std::mt19937& random) : ACentre(0) {
    std::vector<store::NewPerson> all;
    const auto one_of = [&](std::initializer_list<const char*> words) {
      return std::data(words)[random() % words.size()];
    };
    for (int i = 0; i < people; ++i) {
      store::NewPerson person;
      person.symbol = symbols()[static_cast<std::size_t>(i)];
      person.birth_year = 1940 + static_cast<int>(random() % 80);
      person.gender = one_of({"f", "m", "x", "unknown"});
      person.target_group = one_of({"youth", "senior", "disability", "unknown"});
      if (random() % 5 > 0) person.other_centres = static_cast<int>(random() % 3);
      if (random() % 3 > 0) person.since = CivilDay{2026, 11, 2};
      all.push_back(person);
    }
    store::Enrolment(dir.path()).add(all, "test", november(2, 7));
  }
};

class Reader {
 public:
  /// `least_told`, `least_changed`: the fewest people that a row was first told of, or changed by.
  void read(store::Record& record) {
    std::map<std::string, SheetRows> now;
    for (const Sheet& sheet : record.sheets()) {
      if (sheet.id.kind != SheetKind::kPeople) continue;
      for (const auto& row : sheet.rows)
        if (row.first.type != 'T' && row.first.type != 'F') add(now[sheet.id.period], {row});
    }
    for (const auto& [period, rows] : now) {
      for (const std::string types : {"O", "BGM"}) compare(types, last_[period], rows);
    }
    last_ = now;
  }
  int revisions = 0;
  std::map<std::string, std::int64_t> fewest{{"O", 1000}, {"BGM", 1000}};
  bool newcomers_told = false;

 private:
  void compare(const std::string& types, const SheetRows& before, const SheetRows& after) {
    std::map<char, std::int64_t> gone, come;
    SheetRows change = after;
    subtract(change, before);
    for (const auto& [key, values] : change) {
      if (types.find(key.type) == std::string::npos) continue;
      newcomers_told |= values[kPeopleNewcomers] != 0;
      (values[kN] > 0 ? come : gone)[key.type] += std::abs(values[kN]);
    }
    std::int64_t most = 0;
    for (const auto* side : {&gone, &come})
      for (const auto& [type, people] : *side) most = std::max(most, people);
    if (most == 0) return;
    ++revisions;
    fewest[types] = std::min(fewest[types], most);
  }

  std::map<std::string, SheetRows> last_;
};

/// Half a year: people come, visits are taken back, entered late, and the kiosk is restarted.
void live(Various& centre, int people, std::mt19937& random, Reader& reader) {
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  Instant now = november(2, 8);
  auto record = std::make_unique<store::Record>(centre.dir.path(), centre.centre, now);
  record->follow_region({{}, {{"P:SOC1000", {2026, 12, 1}, {2027, 3, 31}}}});
  std::vector<FactRef> visits;
  for (int i = 0; i < 120; ++i) {
    now = now + std::chrono::hours{below(72)};
    const int what = below(10);
    if (what < 6) {
      const Instant then = what == 0 ? now - std::chrono::days{below(40)} : now;
      const auto arrived = record->arrive(token_of(*record, below(people)), How::kToken, then);
      if (const auto* visit = std::get_if<VisitBegun>(&arrived)) visits.push_back(visit->visit);
    } else if (what == 6 && !visits.empty()) {
      record->undo({visits[static_cast<std::size_t>(below(static_cast<int>(visits.size())))]},
                   "staff", "not them", now);
    } else if (what == 7) {
      record.reset();
      record = std::make_unique<store::Record>(centre.dir.path(), centre.centre, now);
    }
    if (what > 2) record->keep_day(now);
    reader.read(*record);
  }
  CHECK(wrong_in(centre) == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("No two revisions of a people sheet differ by so few people that they spell them out") {
  const int people = GENERATE(7, 20);
  Reader all;
  for (unsigned seed = 1; seed <= 15; ++seed) {
    const PowerCutVfs quick_disk(seed);
    std::mt19937 random(seed);
    Various centre(people, random);
    Reader reader;
    reader.fewest = all.fewest;
    live(centre, people, random, reader);
    all.fewest = reader.fewest;
    all.revisions += reader.revisions;
    all.newcomers_told |= reader.newcomers_told;
  }
  INFO(people << " people");
  CHECK(all.fewest.at("O") >= 5);
  CHECK(all.fewest.at("BGM") >= 5);
  CHECK_FALSE(all.newcomers_told);
  CHECK(all.revisions > 15);  // or nothing was told, and nothing was read
}
