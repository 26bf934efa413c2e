// SPDX-License-Identifier: EUPL-1.2
#include "region/ingest.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace sveiki::region {

Ingest::Ingest(Store store, std::size_t most_waiting)
    : store_(std::move(store)), most_waiting_(most_waiting), thread_([this] { run(); }) {}

Ingest::~Ingest() {
  {
    std::lock_guard lock(mutex_);
    ending_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

std::optional<Ingest::Stored> Ingest::deliver(Delivery delivery) {
  std::future<Stored> answer;
  {
    std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting_) return std::nullopt;
    waiting_.push_back({std::move(delivery), {}});
    answer = waiting_.back().answer.get_future();
    // Under the lock: who sees it waiting may end all this at once.
    arrived_.notify_one();
  }
  return answer.get();
}

std::size_t Ingest::waiting() const {
  std::lock_guard lock(mutex_);
  return waiting_.size();
}

void Ingest::run() {
  while (true) {
    std::vector<Delivery> deliveries;
    std::vector<std::promise<Stored>> answers;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      while (!waiting_.empty() && deliveries.size() < kMostAtOnce) {
        deliveries.push_back(std::move(waiting_.front().delivery));
        answers.push_back(std::move(waiting_.front().answer));
        waiting_.pop_front();
      }
    }
    store_all(deliveries, answers);
  }
}

void Ingest::store_all(std::vector<Delivery>& deliveries,
                       std::vector<std::promise<Stored>>& answers) {
  std::vector<Stored> stored;
  std::exception_ptr fault;
  try {
    stored = store_(deliveries);
    if (stored.size() != deliveries.size()) throw std::logic_error("a delivery has no answer");
  } catch (const DatabaseAway&) {
    for (auto& answer : answers) answer.set_exception(std::current_exception());
    return;
  } catch (const std::exception&) {
    fault = std::current_exception();
  }
  for (std::size_t i = 0; i < deliveries.size(); ++i) {
    if (!fault) {
      answers[i].set_value(std::move(stored[i]));
    } else if (deliveries.size() == 1) {
      answers[i].set_exception(fault);
    } else {
      // One that cannot be stored must not take the others with it.
      std::vector<Delivery> alone;
      std::vector<std::promise<Stored>> its;
      alone.push_back(std::move(deliveries[i]));
      its.push_back(std::move(answers[i]));
      store_all(alone, its);
    }
  }
}

Ingest::Store storing_in(std::function<std::unique_ptr<Storage>()> open) {
  return [open = std::move(open),
          storage = std::shared_ptr<Storage>()](std::span<const Delivery> deliveries) mutable {
    if (!storage) storage = open();
    auto all = storage->store(deliveries);
    const std::string collector = storage->collector_id();
    const int catalogue = storage->catalogue().version;
    std::vector<Ingest::Stored> stored;
    for (Taken& taken : all) stored.push_back({std::move(taken), collector, catalogue});
    return stored;
  };
}

}  // namespace sveiki::region
