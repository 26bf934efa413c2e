// SPDX-License-Identifier: EUPL-1.2
/// The HTTP/1.1 server: Boost.Beast behind values, with absolute deadlines and limits on
/// everything, so that a slow or flooding client costs nothing. Only server.cc
/// and server_message know Beast.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "region/http.h"

namespace sveiki::region {

/// What a server is doing, for whoever watches it.
struct Load {
  std::atomic<int> connections{0};
  std::atomic<int> in_flight{0};
  std::atomic<std::int64_t> turned_away{0};  ///< requests that never reached the handler
};

struct ServerOptions {
  std::string host = "127.0.0.1";  ///< without TLS only a loopback address is allowed
  std::uint16_t port = 0;          ///< 0: any free one
  struct Tls {
    std::filesystem::path certificate;  ///< PEM, the chain
    std::filesystem::path key;          ///< PEM
  };
  std::optional<Tls> tls;  ///< 1.2 and newer
  /// The address of a request is the one that the proxy before us adds to X-Forwarded-For; it came
  /// over TLS where the proxy says so in X-Forwarded-Proto.
  bool behind_proxy = false;
  /// Threads that run the handler. An upload holds one while it waits for the disk, so there are
  /// more of them than processors.
  int threads = 64;
  std::size_t max_body = 1 << 20;
  std::uint32_t max_header = 16 << 10;
  std::size_t large_body = 64 << 10;                ///< from here on a body is large
  int max_large = 64;                               ///< large bodies held at once; more: 503
  std::chrono::milliseconds read_deadline{10'000};  ///< for one whole request, from its first byte
  std::chrono::milliseconds idle_deadline{30'000};  ///< between two requests of a connection
  std::chrono::milliseconds write_deadline{10'000};
  int max_connections = 1024;  ///< more: the one that has waited longest for its client is closed
  int max_in_flight = 256;     ///< requests being answered; more: 503 with Retry-After
  std::shared_ptr<Load> load;  ///< kept up to date if there is one
  std::function<void(std::string_view)> log;  ///< one line, from any thread
};

class Server {
 public:
  /// Listens at once. Throws std::runtime_error in plain words: the address is taken, the
  /// certificate cannot be read, plain HTTP on an address that is not loopback.
  Server(ServerOptions options, Handler handler);
  /// Ends what is being answered, then closes.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::region
