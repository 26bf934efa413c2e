// SPDX-License-Identifier: EUPL-1.2
/// Group commit: whoever has a delivery hands it in and waits; one thread stores all that wait in
/// one transaction, so that fifty uploads cost the disk one flush. What was answered is on disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "region/storage.h"

namespace sveiki::region {

class Ingest {
 public:
  /// What becomes a receipt.
  struct Stored {
    Taken taken;
    std::string collector;
    int catalogue = 0;  ///< the newest version
  };
  /// Stores all or throws; called from one thread only.
  using Store = std::function<std::vector<Stored>(std::span<const Delivery>)>;

  static constexpr std::size_t kMostWaiting = 256;
  static constexpr std::size_t kMostAtOnce = 64;

  explicit Ingest(Store store, std::size_t most_waiting = kMostWaiting);
  /// What waits is stored first.
  ~Ingest();
  Ingest(const Ingest&) = delete;
  Ingest& operator=(const Ingest&) = delete;

  /// Waits until it is stored; nothing if too many wait already. Throws what the store throws.
  std::optional<Stored> deliver(Delivery delivery);

  /// How many wait now for a transaction to begin.
  std::size_t waiting() const;

 private:
  struct Waiting {
    Delivery delivery;
    std::promise<Stored> answer;
  };

  void run();
  void store_all(std::vector<Delivery>& deliveries, std::vector<std::promise<Stored>>& answers);

  const Store store_;
  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Waiting> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

/// Stores in a Storage that is opened when the first delivery comes.
Ingest::Store storing_in(std::function<std::unique_ptr<Storage>()> open);

}  // namespace sveiki::region
