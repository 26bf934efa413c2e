// SPDX-License-Identifier: EUPL-1.2
/// The HTTP/1.1 server: Boost.Beast behind values, with absolute deadlines and limits on
/// everything, so that a slow or flooding client costs nothing. The only file that knows Boost.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "region/http.h"

namespace sveiki::region {

struct ServerOptions {
  std::string host = "127.0.0.1";  ///< without TLS only a loopback address is allowed
  std::uint16_t port = 0;          ///< 0: any free one
  struct Tls {
    std::filesystem::path certificate;  ///< PEM, the chain
    std::filesystem::path key;          ///< PEM
  };
  std::optional<Tls> tls;  ///< 1.2 and newer
  int threads = 2;
  std::size_t max_body = 1 << 20;
  std::size_t max_header = 16 << 10;
  std::chrono::milliseconds read_deadline{10'000};  ///< for one whole request, from its first byte
  std::chrono::milliseconds idle_deadline{30'000};  ///< between two requests of a connection
  std::chrono::milliseconds write_deadline{10'000};
  int max_connections = 1024;  ///< more: the one that is idle longest is closed
  int max_in_flight = 256;     ///< requests being answered; more: 503 with Retry-After
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
