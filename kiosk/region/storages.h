// SPDX-License-Identifier: EUPL-1.2
/// Storage for many threads: each borrows one for a moment. A few serve all, since a question takes
/// microseconds; who finds none free waits.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "region/storage.h"

namespace sveiki::region {

class Storages {
 public:
  using Open = std::function<std::unique_ptr<Storage>()>;
  /// Opens at most so many, when they are needed.
  explicit Storages(Open open, int most = 4) : open_(std::move(open)), may_open_(most) {}

  class Loan {
   public:
    explicit Loan(Storages& owner) : owner_(owner), storage_(owner.take()) {}
    ~Loan() { owner_.give_back(std::move(storage_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Storage* operator->() const { return storage_.get(); }
    Storage& operator*() const { return *storage_; }

   private:
    Storages& owner_;
    std::unique_ptr<Storage> storage_;
  };

  /// Throws DatabaseAway where one has to be opened and cannot be.
  Loan borrow() { return Loan(*this); }

 private:
  std::unique_ptr<Storage> take();
  void give_back(std::unique_ptr<Storage> storage);

  const Open open_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Storage>> free_;
  int may_open_;
};

}  // namespace sveiki::region
