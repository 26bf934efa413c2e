// SPDX-License-Identifier: EUPL-1.2
#include "region/ingest.h"

#include <atomic>
#include <semaphore>

#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::region;

namespace {

/// A store that waits for leave at each transaction, so that deliveries gather behind it.
struct SlowStore {
  Ingest::Store store() {
    return [this](std::span<const Delivery> deliveries) {
      begun.release();
      leave.acquire();
      transactions.push_back(deliveries.size());
      std::vector<Ingest::Stored> stored;
      for (const Delivery& delivery : deliveries) {
        if (away) throw DatabaseAway("gone for lunch");
        if (delivery.body == "poison") throw std::runtime_error("cannot be stored");
        stored.push_back({{}, delivery.body, 0});
      }
      return stored;
    };
  }

  std::atomic<bool> away = false;
  std::vector<std::size_t> transactions;
  std::counting_semaphore<> begun{0}, leave{0};
};

/// Delivers `body` from a thread of its own; the future holds what came back.
std::future<std::optional<Ingest::Stored>> deliver(Ingest& ingest, const std::string& body) {
  return std::async(std::launch::async, [&ingest, body] {
    Delivery delivery;
    delivery.body = body;
    return ingest.deliver(std::move(delivery));
  });
}

/// Waits until so many wait behind the transaction that goes on.
void until_waiting(const Ingest& ingest, std::size_t many) {
  while (ingest.waiting() < many) std::this_thread::yield();
}

}  // namespace

TEST_CASE("What arrives while the disk writes is written together") {
  SlowStore slow;
  Ingest ingest(slow.store());
  auto first = deliver(ingest, "0");
  slow.begun.acquire();
  std::vector<std::future<std::optional<Ingest::Stored>>> others;
  for (int i = 1; i <= 9; ++i) others.push_back(deliver(ingest, std::to_string(i)));
  until_waiting(ingest, 9);
  slow.leave.release(2);
  CHECK(first.get()->collector == "0");
  for (std::size_t i = 0; i < others.size(); ++i)
    CHECK(others[i].get()->collector == std::to_string(i + 1));
  CHECK(slow.transactions == std::vector<std::size_t>{1, 9});
  CHECK(ingest.waiting() == 0);
}

TEST_CASE("When too many wait the next one is told to come back") {
  SlowStore slow;
  Ingest ingest(slow.store(), 1);
  auto first = deliver(ingest, "first");
  slow.begun.acquire();
  auto second = deliver(ingest, "second");
  until_waiting(ingest, 1);
  CHECK_FALSE(deliver(ingest, "third").get());
  slow.leave.release(2);
  CHECK(first.get());
  CHECK(second.get());
}

TEST_CASE("When the database is away everybody hears it, and the next ones are stored") {
  SlowStore slow;
  slow.away = true;
  Ingest ingest(slow.store());
  slow.leave.release(2);
  CHECK_THROWS_AS(deliver(ingest, "a").get(), DatabaseAway);
  slow.away = false;
  CHECK(deliver(ingest, "a").get());
}

TEST_CASE("An upload that cannot be stored does not take the others with it") {
  SlowStore slow;
  Ingest ingest(slow.store());
  auto first = deliver(ingest, "first");
  slow.begun.acquire();
  auto good = deliver(ingest, "good");
  auto poison = deliver(ingest, "poison");
  until_waiting(ingest, 2);
  slow.leave.release(4);  // the first, both, and each alone
  CHECK(first.get());
  CHECK(good.get()->collector == "good");
  CHECK_THROWS_WITH(poison.get(), "cannot be stored");
}

TEST_CASE("What waits when the collector ends is stored first") {
  SlowStore slow;
  std::future<std::optional<Ingest::Stored>> first, second;
  {
    Ingest ingest(slow.store());
    first = deliver(ingest, "first");
    slow.begun.acquire();
    second = deliver(ingest, "second");
    until_waiting(ingest, 1);
    slow.leave.release(2);
  }
  CHECK(first.get());
  CHECK(second.get());
}
