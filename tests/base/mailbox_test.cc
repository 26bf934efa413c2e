// SPDX-License-Identifier: EUPL-1.2
#include "base/mailbox.h"

#include <memory>
#include <thread>

#include "support/catch.h"

using sveiki::Mailbox;

TEST_CASE("What is sent first arrives first") {
  Mailbox<int> box;
  box.send(1);
  box.send(2);
  CHECK(box.receive() == 1);
  CHECK(box.receive() == 2);
}

TEST_CASE("All that has arrived is taken at once, and nothing is waited for") {
  Mailbox<int> box;
  CHECK(box.take_all().empty());
  box.send(1);
  box.send(2);
  CHECK(box.take_all() == std::vector<int>{1, 2});
  CHECK(box.take_all().empty());
}

TEST_CASE("What is in a closed box is still delivered, then nothing") {
  Mailbox<int> box;
  box.send(1);
  box.close();
  CHECK(box.receive() == 1);
  CHECK_FALSE(box.receive());
}

TEST_CASE("Closing ends the waiting of the one who receives") {
  Mailbox<int> box;
  bool ended = false;
  std::thread receiver([&] { ended = !box.receive(); });
  box.close();
  receiver.join();
  CHECK(ended);
}

TEST_CASE("Between threads nothing is lost and nothing comes twice") {
  constexpr int kEach = 2000;
  Mailbox<int> box;
  std::vector<std::thread> senders;
  for (int s = 0; s < 4; ++s)
    senders.emplace_back([&box, s] {
      for (int i = 0; i < kEach; ++i) box.send(s * kEach + i);
    });
  std::vector<int> seen(4 * kEach, 0);
  std::vector<int> newest(4, -1);
  bool in_order = true;
  for (int i = 0; i < 4 * kEach; ++i) {
    const int item = *box.receive();
    ++seen[static_cast<std::size_t>(item)];
    int& last = newest[static_cast<std::size_t>(item / kEach)];
    in_order = in_order && item > last;
    last = item;
  }
  for (std::thread& sender : senders) sender.join();
  CHECK(seen == std::vector<int>(4 * kEach, 1));
  CHECK(in_order);
}

TEST_CASE("What cannot be copied can be sent") {
  Mailbox<std::unique_ptr<int>> box;
  box.send(std::make_unique<int>(7));
  CHECK(**box.receive() == 7);
}
