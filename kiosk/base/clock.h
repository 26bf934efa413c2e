// SPDX-License-Identifier: EUPL-1.2
/// Where time comes from. The program asks once per turn of its loop and passes `Now` on; nothing
/// else reads a clock. Tests and `drive` bring a clock that stands still.
#pragma once

#include "base/time.h"

namespace sveiki {

/// One frozen look at both clocks.
struct Now {
  Instant wall;
  Moment steady;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Now now() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
 public:
  Now now() const override;
};

/// A clock that moves only when told.
class SetClock final : public Clock {
 public:
  explicit SetClock(Instant wall) : now_{wall, Moment{0}} {}
  Now now() const override { return now_; }
  /// Time passes: both clocks move.
  void advance(Millis by) {
    now_.wall = now_.wall + by;
    now_.steady = now_.steady + by;
  }
  /// Somebody sets the wall clock: steady time does not notice.
  void set_wall(Instant wall) { now_.wall = wall; }

 private:
  Now now_;
};

}  // namespace sveiki
