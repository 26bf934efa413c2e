// SPDX-License-Identifier: EUPL-1.2
// Ten thousand centres whose region was away for an hour. They come back by the courier's own
// waits; nobody has to look at anything, and the collector is never asked for more than it can do.
#include <algorithm>
#include <queue>
#include <random>

#include "courier/waiting.h"
#include "support/catch.h"

using namespace sveiki;
using namespace std::chrono_literals;

namespace {

constexpr int kCentres = 10'000;
constexpr std::int64_t kOutage = Millis{1h}.count();
// What the benchmark must show of one collector on two cores, and its own ceiling (server.h).
constexpr double kUploadsPerMs = 2.0;
constexpr double kInFlight = 256;
constexpr auto kRetryAfter = 30s;

struct Drain {
  std::int64_t minutes = 0;  // from the region's return until the last centre was heard
  int turned_away = 0;       // answered "busy"
  int busiest_second = 0;    // requests
  int heard = 0;             // centres
};

Drain drain(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto chance = [&] { return std::uniform_real_distribution(0.0, 1.0)(random); };
  std::vector<courier::Waiting> centres(kCentres, courier::Waiting(chance));
  using Visit = std::pair<std::int64_t, int>;  // when, who
  std::priority_queue<Visit, std::vector<Visit>, std::greater<>> coming;
  // When it goes away they are spread over a quarter of an hour, as their pace has it.
  for (int i = 0; i < kCentres; ++i)
    coming.push({static_cast<std::int64_t>(chance() * Millis{15min}.count()), i});

  Drain result;
  std::vector<bool> heard(kCentres);
  double in_flight = 0;
  std::int64_t before = kOutage, second = 0;
  int this_second = 0;
  while (result.heard < kCentres) {
    const auto [now, who] = coming.top();
    coming.pop();
    courier::Waiting& waiting = centres[who];
    if (now < kOutage) {
      coming.push({now + waiting.after_failure().count(), who});
      continue;
    }
    if (now / 1000 != std::exchange(second, now / 1000)) this_second = 0;
    result.busiest_second = std::max(result.busiest_second, ++this_second);
    in_flight = std::max(0.0, in_flight - static_cast<double>(now - before) * kUploadsPerMs);
    before = now;
    if (in_flight >= kInFlight) {
      ++result.turned_away;
      coming.push({now + waiting.after_failure(kRetryAfter).count(), who});
      continue;
    }
    ++in_flight;
    if (!heard[who]) ++result.heard;
    heard[who] = true;
    result.minutes = (now - kOutage) / Millis{1min}.count();
    coming.push({now + waiting.after_success(900).count(), who});
  }
  return result;
}

}  // namespace

TEST_CASE("Ten thousand centres come back after an hour without the region, a few at a time") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Drain result = drain(seed);
    CAPTURE(result.minutes, result.turned_away, result.busiest_second);
    CHECK(result.heard == kCentres);
    CHECK(result.minutes <= 60);
    CHECK(result.turned_away == 0);
    CHECK(result.busiest_second < 200);
  }
}
