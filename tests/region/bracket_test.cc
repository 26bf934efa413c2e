// SPDX-License-Identifier: EUPL-1.2
#include "region/bracket.h"

#include <random>

#include "support/catch.h"

using namespace sveiki::region;

namespace {

People people(std::int64_t n, std::int64_t one, std::int64_t two, std::int64_t three) {
  return {n, 0, 0, {{'O', {{"0-0", one}, {"1-1", two}, {"2-", three}}}}};
}

Bracket bracket_of(const std::vector<People>& centres) {
  BracketSum sum;
  for (const People& centre : centres) sum.add(centre);
  return sum.bracket().value();
}

}  // namespace

TEST_CASE("People whose answer was not told yet count as unknown") {
  const Bracket bracket = bracket_of({people(20, 5, 0, 0), people(10, 4, 2, 0)});
  CHECK(bracket == Bracket{24, 29, 30, 19, 2});
}

TEST_CASE("When visits were taken back, whoever may be gone is no sure user of one centre") {
  // Eight answers were told; then three of the eight turned out not to have come.
  CHECK(bracket_of({people(5, 4, 2, 2), people(10, 10, 0, 0)}) == Bracket{15, 15, 15, 0, 2});
  CHECK(bracket_of({people(1, 4, 0, 2), people(10, 10, 0, 0)}) == Bracket{11, 11, 11, 0, 2});
}

TEST_CASE("The people of a single centre are all different, whatever else they use") {
  CHECK(bracket_of({people(20, 5, 9, 6)}) == Bracket{20, 20, 20, 0, 1});
  CHECK_FALSE(BracketSum{}.bracket());
}

TEST_CASE("Another centre never makes fewer of those who were there before") {
  CHECK(bracket_of({people(60, 0, 0, 0), people(16, 16, 0, 0)}) == Bracket{76, 76, 76, 60, 2});
  CHECK(bracket_of({people(60, 0, 60, 0), people(16, 0, 16, 0)}) == Bracket{60, 60, 76, 0, 2});
}

TEST_CASE("People of two records in a centre are at least the larger number, at most both") {
  const People both =
      maybe_the_same({people(30, 10, 0, 0), people(50, 20, 5, 0), people(4, 0, 0, 0)});
  CHECK(both.n == 50);
  CHECK(both.more == 34);
  CHECK(bracket_of({both}) == Bracket{50, 50, 84, 25, 1});
  CHECK(bracket_of({both, people(10, 10, 0, 0)}) == Bracket{60, 60, 94, 25, 2});
  CHECK(maybe_the_same({}) == People{});
}

TEST_CASE("Whatever was told, the estimate lies within the bracket") {
  std::mt19937 random(1);
  std::uniform_int_distribution<std::int64_t> some(-5, 30);
  for (int i = 0; i < 10'000; ++i) {
    std::vector<People> centres(1 + random() % 4);
    for (People& centre : centres)
      centre = people(some(random), some(random), some(random), some(random));
    const Bracket bracket = bracket_of(centres);
    for (const People& centre : centres) CHECK(centre.n <= bracket.lower);
    CHECK(0 <= bracket.lower);
    CHECK(bracket.lower <= bracket.estimate);
    CHECK(bracket.estimate <= bracket.upper);
    CHECK(bracket.unknown >= 0);
  }
}
