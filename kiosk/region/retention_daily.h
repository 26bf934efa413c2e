// SPDX-License-Identifier: EUPL-1.2
/// Lets go once a day beside a server that takes uploads, so slowly that none of them waits.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>

#include "region/retention.h"

namespace sveiki::region {

class DailyRetention {
 public:
  /// The database is opened for each time and closed after it. `first`: after the start, when
  /// everybody else has begun; a computer that is switched off at night is reached, too.
  DailyRetention(std::function<std::unique_ptr<Database>()> open,
                 std::function<void(std::string_view)> log, Millis first = std::chrono::minutes{15},
                 Millis every = std::chrono::days{1});
  /// Waits for one transaction at most.
  ~DailyRetention() = default;

 private:
  void run(const std::stop_token& stop, Millis first, Millis every);
  void let_go(const std::stop_token& stop);
  /// False if it is to stop.
  bool wait(const std::stop_token& stop, Millis time);

  const std::function<std::unique_ptr<Database>()> open_;
  const std::function<void(std::string_view)> log_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

}  // namespace sveiki::region
