// SPDX-License-Identifier: EUPL-1.2
/// A queue between two threads. Sending never waits for the receiver.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace sveiki {

template <class T>
class Mailbox {
 public:
  void send(T value) {
    {
      std::lock_guard lock(mutex_);
      items_.push_back(std::move(value));
    }
    arrived_.notify_one();
  }

  /// Waits for one; nothing once the box is closed and empty.
  std::optional<T> receive() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<T> first{std::move(items_.front())};
    items_.pop_front();
    return first;
  }

  /// All that is there now, in order; does not wait.
  std::vector<T> take_all() {
    std::lock_guard lock(mutex_);
    std::vector<T> all(std::make_move_iterator(items_.begin()),
                       std::make_move_iterator(items_.end()));
    items_.clear();
    return all;
  }

  bool empty() const {
    std::lock_guard lock(mutex_);
    return items_.empty();
  }

  /// Nothing more will be sent; what is in the box is still delivered.
  void close() {
    {
      std::lock_guard lock(mutex_);
      closed_ = true;
    }
    arrived_.notify_all();
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<T> items_;
  bool closed_ = false;
};

}  // namespace sveiki
