// SPDX-License-Identifier: EUPL-1.2
#include "courier/waiting.h"

#include <algorithm>

namespace sveiki::courier {
namespace {

using namespace std::chrono_literals;

constexpr Millis kLeast = 1s;
constexpr Millis kFirst = 30s;
constexpr Millis kLongest = 1h;
// A Retry-After of a year is a mistake, and no mistake may keep a centre silent.
constexpr std::chrono::seconds kLongestAsked = 24h;

}  // namespace

Millis Waiting::part_of(Millis whole) {
  return Millis{static_cast<std::int64_t>(chance_() * static_cast<double>(whole.count()))};
}

Millis Waiting::after_success(int next_s) {
  failures_ = 0;
  const Millis next = std::chrono::seconds{next_s};
  return next + part_of(next / 10);
}

Millis Waiting::after_failure(std::chrono::seconds at_least) {
  const Millis most = std::min(kLongest, kFirst * (1 << std::min(failures_, 10)));
  ++failures_;
  return std::max(kLeast, std::min(at_least, kLongestAsked) + part_of(most));
}

Millis Waiting::for_people() {
  return kLongest + part_of(kLongest / 10);
}

}  // namespace sveiki::courier
