// SPDX-License-Identifier: EUPL-1.2
#include "region/retention_daily.h"

#include "base/clock.h"

namespace sveiki::region {

using namespace std::chrono_literals;

DailyRetention::DailyRetention(std::function<std::unique_ptr<Database>()> open,
                               std::function<void(std::string_view)> log, Millis first,
                               Millis every)
    : open_(std::move(open)),
      log_(std::move(log)),
      thread_([this, first, every](const std::stop_token& stop) { run(stop, first, every); }) {}

void DailyRetention::run(const std::stop_token& stop, Millis first, Millis every) {
  for (bool going = wait(stop, first); going; going = wait(stop, every)) {
    try {
      let_go(stop);
    } catch (const std::exception& fault) {
      // Nothing is lost by keeping it another day.
      log_(std::string{"nothing was let go: "} + fault.what());
    }
  }
}

void DailyRetention::let_go(const std::stop_token& stop) {
  const auto db = open_();
  Retention(*db).let_go(SystemClock().now().wall, "retention",
                        [&] { return wait(stop, kRetentionPause); });
}

bool DailyRetention::wait(const std::stop_token& stop, Millis time) {
  std::unique_lock lock(mutex_);
  stopped_.wait_for(lock, stop, time, [] { return false; });
  return !stop.stop_requested();
}

}  // namespace sveiki::region
