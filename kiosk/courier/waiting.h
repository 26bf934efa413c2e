// SPDX-License-Identifier: EUPL-1.2
/// How long the courier waits before it goes again. Every wait has some chance in it, so that a
/// thousand centres do not come back at the same moment.
#pragma once

#include <functional>

#include "base/time.h"

namespace sveiki::courier {

class Waiting {
 public:
  /// `chance` answers a number from 0 up to 1, each time another one.
  explicit Waiting(std::function<double()> chance) : chance_(std::move(chance)) {}

  /// It went well, and the region wants to see us again in so many seconds: up to a tenth more.
  Millis after_success(int next_s);
  /// It did not: anything up to 30 s, then up to twice as much each time, in the end up to 1 h; for
  /// ever. The region may have named a time that has to pass first.
  Millis after_failure(std::chrono::seconds at_least = {});
  /// Only people can help: an hour, and up to a tenth more.
  Millis for_people();

 private:
  Millis part_of(Millis whole);

  std::function<double()> chance_;
  int failures_ = 0;
};

}  // namespace sveiki::courier
