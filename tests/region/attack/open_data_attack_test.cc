// SPDX-License-Identifier: EUPL-1.2
// Attacks on open data as it is written, with every file that there can be.
#include <algorithm>
#include <random>

#include "region/attack/attacker.h"
#include "region/open_data.h"
#include "report/csv.h"
#include "support/a_report.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::region;
using namespace sveiki::test;

namespace {

/// Who came to a centre in which of its months, how often, and what for.
struct Life {
  std::vector<std::int64_t> visits;
  std::vector<std::set<int>> people;
  std::map<std::string, std::vector<std::int64_t>> activities;
  std::vector<bool> reported;
  int elsewhere = 0;  ///< in three: who uses other centres too

  std::int64_t different(std::size_t first, std::size_t last) const {
    std::set<int> all;
    for (std::size_t i = first; i <= last; ++i) all.insert(people[i].begin(), people[i].end());
    return static_cast<std::int64_t>(all.size());
  }
};

const std::vector<std::string> kCentres{"ce_aaaaaaaa", "ce_bbbbbbbb", "ce_cccccccc"};

Life a_life(std::mt19937& random, std::size_t months) {
  Life life;
  const int regulars = static_cast<int>(random() % 14);
  const unsigned faithful = 1 + static_cast<unsigned>(random() % 4);
  const unsigned keen = static_cast<unsigned>(random() % 3);
  life.elsewhere = static_cast<int>(random() % 4);
  for (std::size_t i = 0; i < months; ++i) {
    life.reported.push_back(random() % 8 != 0);
    life.visits.push_back(0);
    life.people.emplace_back();
    for (const char* activity : {"clay", "wood"}) life.activities[activity].push_back(0);
    if (!life.reported.back()) continue;
    for (int person = 0; person < regulars; ++person) {
      if (random() % 4 >= faithful) continue;
      life.people.back().insert(person);
      for (unsigned visit = 0; visit <= random() % 2; ++visit) {
        ++life.visits.back();
        if (random() % 3 == 0) ++life.activities["clay"].back();
        if (random() % 3 <= keen) ++life.activities["wood"].back();
      }
    }
    if (random() % 4 == 0) life.visits.back() += static_cast<std::int64_t>(random() % 6);
  }
  return life;
}

using Region = std::vector<Life>;  // of each centre

Region a_random_region(std::mt19937& random, std::size_t centres, std::size_t months) {
  Region region;
  for (std::size_t i = 0; i < centres; ++i) region.push_back(a_life(random, months));
  return region;
}

std::vector<std::string> all_months(std::size_t count) {
  const auto year = months_between("2026-01", "2026-12");
  return {year.begin(), year.begin() + static_cast<std::ptrdiff_t>(count)};
}

/// What the region knows of these months.
ReportInput known(const Region& region, std::size_t first, std::size_t last) {
  const auto months = all_months(region[0].visits.size());
  ReportInput input = a_region(months[first], months[last]);
  std::erase_if(input.places, [&](const Place& place) {
    return place.id.starts_with("ce_") &&
           std::find(kCentres.begin() + static_cast<std::ptrdiff_t>(region.size()), kCentres.end(),
                     place.id) != kCentres.end();
  });
  input.activity_codes = {{"ac_clay", "clay"}, {"ac_wood", "wood"}};
  std::set<Period> periods;
  for (std::size_t at = 0; at < region.size(); ++at) {
    const Life& life = region[at];
    for (std::size_t i = 0; i < months.size(); ++i) {
      for (const Period& period : calendar_periods(calendar_period(months[i])->from))
        periods.insert(period);
      if (!life.reported[i]) continue;
      Total month = whole_month(kCentres[at], months[i], true);
      SheetRows rows{{{'T', ""}, {life.visits[i]}}};
      for (const auto& [code, visits] : life.activities) rows[{'A', "ac_" + code}] = {visits[i]};
      month.rows = write_rows(rows);
      input.months.push_back(std::move(month));
    }
    for (const Period& period : periods) {
      const auto from = std::ranges::find(months, period.from.iso().substr(0, 7));
      const auto to = std::ranges::find(months, period.to.iso().substr(0, 7));
      if (to == months.end()) continue;
      const auto i = static_cast<std::size_t>(from - months.begin());
      const auto j = static_cast<std::size_t>(to - months.begin());
      if (i == j && !life.reported[i]) continue;
      const std::int64_t n = life.different(i, j);
      const std::int64_t two = n * life.elsewhere / 3, three = two / 2;
      add_people(input, kCentres[at], period.name, n,
                 {{"0-0", n - two}, {"1-1", two - three}, {"2-", three}});
    }
  }
  return input;
}

std::string file(const Region& region, std::size_t first, std::size_t last) {
  return report::to_csv(open_data(known(region, first, last)));
}

std::vector<std::string> every_file(const Region& region) {
  std::vector<std::string> files;
  for (std::size_t i = 0; i < region[0].visits.size(); ++i)
    for (std::size_t j = i; j < region[0].visits.size(); ++j) files.push_back(file(region, i, j));
  return files;
}

/// The same region, every sum of every stretch rounded by itself: what must not be published.
std::string everything(const Region& region) {
  const auto months = all_months(region[0].visits.size());
  std::string csv = "place;name;period;activity;state;visits;people\n";
  for (std::size_t i = 0; i < months.size(); ++i) {
    for (std::size_t j = i; j < months.size(); ++j) {
      const std::string period = i == j ? months[i] : months[i] + "/" + months[j];
      std::int64_t all = 0;
      for (std::size_t at = 0; at < region.size(); ++at) {
        std::int64_t visits = 0;
        bool reported = false;
        for (std::size_t month = i; month <= j; ++month) {
          visits += region[at].visits[month];
          reported = reported || region[at].reported[month];
        }
        all += visits;
        csv += kCentres[at] + ";;" + period + ";;;" + (reported ? printed(visits) : "") + ";" +
               (reported ? printed(region[at].different(i, j)) : "") + "\n";
      }
      csv += "region;;" + period + ";;;" + printed(all) + ";\n";
    }
  }
  return csv;
}

}  // namespace

TEST_CASE("Nobody who reads a quarter of open data can solve a number back") {
  std::mt19937 random(20261128);
  int told = 0;
  for (int i = 0; i < 60; ++i) {
    Attacker attacker({file(a_random_region(random, 2 + random() % 2, 3), 0, 2)});
    CHECK(attacker.solved() == std::vector<std::string>{});
    told += attacker.sums();
  }
  CHECK(told > 200);
}

TEST_CASE(
    "Nor can somebody who has the files of every stretch, one within another or overlapping") {
  std::mt19937 random(20261129);
  for (int i = 0; i < 30; ++i) {
    const Region region = a_random_region(random, 2 + random() % 2, 3 + random() % 4);
    CHECK(Attacker(every_file(region)).solved() == std::vector<std::string>{});
  }
}

TEST_CASE("Nor from the files of a year") {
  std::mt19937 random(2);
  int estimates = 0;
  for (int i = 0; i < 8; ++i) {
    const Region region = a_random_region(random, 2, 12);
    CHECK(Attacker(every_file(region)).solved() == std::vector<std::string>{});
    const std::string year = file(region, 0, 11);
    const std::string row = year.substr(year.find("region;;2026;"));
    estimates += row.substr(0, row.find('\n')).ends_with(';') ? 0 : 1;
  }
  CHECK(estimates > 2);
}

TEST_CASE("Nor from an estimate, where all people of a year came once only") {
  Life once{std::vector<std::int64_t>(12, 4), {}, {}, std::vector<bool>(12, true)};
  Life nobody{std::vector<std::int64_t>(12, 0),
              std::vector<std::set<int>>(12),
              {},
              std::vector<bool>(12, true)};
  for (int month = 0; month < 12; ++month)
    once.people.push_back({4 * month, 4 * month + 1, 4 * month + 2, 4 * month + 3});
  CHECK(Attacker({file({once, nobody}, 0, 11)}).solved() == std::vector<std::string>{});
}

TEST_CASE("The same reader does solve numbers whose sums are only rounded") {
  std::mt19937 random(20261128);
  int solved = 0;
  for (int i = 0; i < 20; ++i) {
    const Region region = a_random_region(random, 2, 3);
    solved += Attacker({everything(region)}).solved().empty() ? 0 : 1;
  }
  CHECK(solved > 15);
}

TEST_CASE("A file of open data is a part of every longer one") {
  std::mt19937 random(20261201);
  for (int i = 0; i < 20; ++i) {
    const Region region = a_random_region(random, 3, 12);
    const std::string year = file(region, 0, 11);
    for (std::size_t from = 0; from < 12; ++from) {
      for (std::size_t to = from; to < 12; ++to) {
        const std::string part = file(region, from, to);
        for (std::size_t at = 0; at < part.size(); at = part.find('\n', at) + 1)
          REQUIRE(year.find(part.substr(at, part.find('\n', at) + 1 - at)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("A centre's new name changes nothing in open data but the name") {
  std::mt19937 random(20261202);
  const auto rows_of = [](const ReportInput& input) {
    std::set<std::vector<report::Cell>> rows;
    for (auto row : open_data(input).rows) {
      row.erase(row.begin() + 1);
      rows.insert(row);
    }
    return rows;
  };
  for (int i = 0; i < 40; ++i) {
    const ReportInput before = known(a_random_region(random, 3, 6), 0, 5);
    ReportInput after = before;
    for (Place& place : after.places)
      if (place.name == "Auce") place.name = "Vecauce";
    for (Place& place : after.places)
      if (place.id.starts_with("or_")) place.name = place.name[0] == 'A' ? "B" : "A";
    CHECK((rows_of(before) == rows_of(after)));
  }
}
