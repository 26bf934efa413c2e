// SPDX-License-Identifier: EUPL-1.2
/// A network that has nothing but loopback, for this process and the programs that it starts, and
/// every byte that is said on it. Needs root, or a system that lets users make one.
#pragma once

#include <atomic>
#include <set>
#include <string>
#include <thread>

namespace sveiki::test {

class NetworkOfItsOwn {
 public:
  NetworkOfItsOwn();
  ~NetworkOfItsOwn();
  NetworkOfItsOwn(const NetworkOfItsOwn&) = delete;
  NetworkOfItsOwn& operator=(const NetworkOfItsOwn&) = delete;

  /// False where this system lets nobody make one.
  bool made() const { return listening_ >= 0; }

  /// Ends listening: what was said, header and all, and the ports between which it was. A packet
  /// that is not TCP is said to be on port 0.
  struct Heard {
    std::string bytes;
    std::set<int> ports;
  };
  Heard heard();

 private:
  void listen();

  int listening_ = -1;
  std::atomic<bool> ends_{false};
  Heard heard_;
  std::thread thread_;
};

}  // namespace sveiki::test
