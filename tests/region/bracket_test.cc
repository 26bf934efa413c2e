// SPDX-License-Identifier: EUPL-1.2
#include "region/bracket.h"

#include <random>

#include "support/catch.h"

using namespace sveiki::region;

namespace {

People people(std::int64_t n, std::int64_t one, std::int64_t two, std::int64_t three) {
  return {n, 0, {{'O', {{"0-0", one}, {"1-1", two}, {"2-", three}}}}};
}

Bracket bracket_of(const std::vector<People>& centres) {
  BracketSum sum;
  for (const People& centre : centres) sum.add(centre);
  return sum.bracket();
}

}  // namespace

TEST_CASE("People whose answer was not told yet count as unknown") {
  const Bracket bracket = bracket_of({people(20, 5, 0, 0), people(10, 4, 2, 0)});
  CHECK(bracket == Bracket{9, 29, 30, 19, 2});
}

TEST_CASE("When visits were taken back, whoever may be gone is no sure user of one centre") {
  // Eight answers were told; then three of the eight turned out not to have come.
  CHECK(bracket_of({people(5, 4, 2, 2), people(10, 10, 0, 0)}) == Bracket{11, 13, 15, 0, 2});
  CHECK(bracket_of({people(1, 4, 0, 2), people(10, 10, 0, 0)}) == Bracket{10, 10, 11, 0, 2});
}

TEST_CASE("Whatever was told, the estimate lies within the bracket") {
  std::mt19937 random(1);
  std::uniform_int_distribution<std::int64_t> some(-5, 30);
  for (int i = 0; i < 10'000; ++i) {
    std::vector<People> centres(1 + random() % 4);
    for (People& centre : centres)
      centre = people(some(random), some(random), some(random), some(random));
    const Bracket bracket = bracket_of(centres);
    CHECK(0 <= bracket.lower);
    CHECK(bracket.lower <= bracket.estimate);
    CHECK(bracket.estimate <= bracket.upper);
    CHECK(bracket.unknown >= 0);
  }
}
