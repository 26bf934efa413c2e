// SPDX-License-Identifier: EUPL-1.2
/// A client of bare bytes on a loopback port: it says what no browser would, when and how slowly it
/// likes.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace sveiki::test {

struct RawAnswer {
  int status = 0;  ///< 0: the connection ended, or nothing came in time
  std::string head;
  std::string body;

  bool has(std::string_view header) const { return head.find(header) != std::string::npos; }
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0)
      throw std::runtime_error("nobody listens");
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), read_(std::move(other.read_)) {}
  RawClient& operator=(RawClient&&) = delete;

  int socket() const { return socket_; }

  /// False once the other side takes no more.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// Nothing more will be sent, but answers are still read.
  void half_close() { ::shutdown(socket_, SHUT_WR); }

  /// The next answer; of one to HEAD there is no body.
  RawAnswer answer(bool to_head = false, int patience_ms = 5000) {
    RawAnswer answer;
    std::size_t end;
    while ((end = read_.find("\r\n\r\n")) == std::string::npos)
      if (!read_more(patience_ms)) return {};
    answer.head = read_.substr(0, end + 4);
    read_.erase(0, end + 4);
    const auto length = answer.head.find("Content-Length: ");
    const std::size_t size = length == std::string::npos || to_head
                                 ? 0
                                 : std::strtoul(answer.head.c_str() + length + 16, nullptr, 10);
    while (read_.size() < size)
      if (!read_more(patience_ms)) return {};
    answer.body = read_.substr(0, size);
    read_.erase(0, size);
    answer.status = std::atoi(answer.head.c_str() + 9);
    return answer;
  }
  RawAnswer ask(std::string_view request) { return send(request) ? answer() : RawAnswer{}; }

  /// True once the other side has closed; what it still says is thrown away.
  bool ends(int patience_ms = 5000) {
    using namespace std::chrono;
    const auto until = steady_clock::now() + milliseconds(patience_ms);
    while (steady_clock::now() < until) {
      pollfd one{socket_, POLLIN, 0};
      if (::poll(&one, 1, 20) <= 0) continue;
      char some[4096];
      if (::recv(socket_, some, sizeof some, 0) <= 0) return true;
    }
    return false;
  }

 private:
  bool read_more(int patience_ms) {
    pollfd one{socket_, POLLIN, 0};
    if (::poll(&one, 1, patience_ms) <= 0) return false;
    char some[16384];
    const auto size = ::recv(socket_, some, sizeof some, 0);
    if (size <= 0) return false;
    read_.append(some, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  std::string read_;
};

/// The bytes of a whole request.
inline std::string http_request(std::string_view method, std::string_view target,
                                std::string_view body = {}, std::string_view headers = {}) {
  std::string text;
  text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: region\r\n");
  text.append(headers);
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text.append("\r\n").append(body);
}

}  // namespace sveiki::test
