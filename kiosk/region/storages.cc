// SPDX-License-Identifier: EUPL-1.2
#include "region/storages.h"

#include <utility>

namespace sveiki::region {

std::unique_ptr<Storage> Storages::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return !free_.empty() || may_open_ > 0; });
  if (!free_.empty()) {
    auto storage = std::move(free_.back());
    free_.pop_back();
    return storage;
  }
  --may_open_;
  lock.unlock();
  try {
    return open_();
  } catch (...) {
    lock.lock();
    ++may_open_;
    returned_.notify_one();
    throw;
  }
}

void Storages::give_back(std::unique_ptr<Storage> storage) {
  {
    std::lock_guard lock(mutex_);
    free_.push_back(std::move(storage));
  }
  returned_.notify_one();
}

}  // namespace sveiki::region
