// SPDX-License-Identifier: EUPL-1.2
/// A FakeRegion behind a real socket on loopback, with or without TLS, and every byte that came in.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

#include "support/fake_region.h"

namespace sveiki::test {

class FakeCollector {
 public:
  enum class Tls { kNo, kYes };
  /// Listens on a free port, or on one that is known from before.
  explicit FakeCollector(Tls tls = Tls::kNo, int port = 0);
  ~FakeCollector();
  FakeCollector(const FakeCollector&) = delete;
  FakeCollector& operator=(const FakeCollector&) = delete;

  FakeRegion region;

  int port() const { return port_; }
  std::string url() const;
  /// Its own certificate, PEM: the one authority that vouches for it.
  const std::string& certificate() const { return certificate_; }
  /// Everything that came in over the sockets, as it came (with TLS: as it was deciphered).
  std::string bytes();
  /// Connections that were begun.
  int connections() const { return connections_; }

 private:
  struct Tlsware;
  void work();
  void serve(int socket);

  int listening_ = -1;
  int port_ = 0;
  std::unique_ptr<Tlsware> tls_;
  std::string certificate_;
  std::string bytes_;  // under region.mutex
  std::atomic<int> connections_{0};
  std::atomic<bool> ends_{false};
  std::thread thread_;
};

}  // namespace sveiki::test
