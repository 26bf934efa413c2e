// SPDX-License-Identifier: EUPL-1.2
#include "support/fake_collector.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <stdexcept>

#include "sync/gzip.h"

namespace sveiki::test {

/// A key and a certificate for 127.0.0.1 that nobody but a test has reason to trust.
struct FakeCollector::Tlsware {
  Tlsware() : context(SSL_CTX_new(TLS_server_method())) {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* own = X509_new();
    X509_set_version(own, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(own), 1);
    X509_gmtime_adj(X509_getm_notBefore(own), -86'400);
    X509_gmtime_adj(X509_getm_notAfter(own), 86'400);
    X509_set_pubkey(own, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(own), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("fake"), -1, -1, 0);
    X509_set_issuer_name(own, X509_get_subject_name(own));
    X509_EXTENSION* where =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(own, where, -1);
    X509_EXTENSION_free(where);
    X509_sign(own, key, EVP_sha256());
    SSL_CTX_use_certificate(context, own);
    SSL_CTX_use_PrivateKey(context, key);
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, own);
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    pem.assign(text, static_cast<std::size_t>(size));
    BIO_free(memory);
    X509_free(own);
    EVP_PKEY_free(key);
  }
  ~Tlsware() { SSL_CTX_free(context); }

  SSL_CTX* context;
  std::string pem;
};

namespace {

/// A connection, plain or through TLS.
class Line {
 public:
  Line(int socket, SSL_CTX* tls) : socket_(socket) {
    const timeval patience{5, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (!tls) return;
    ssl_ = SSL_new(tls);
    SSL_set_fd(ssl_, socket_);
    open_ = SSL_accept(ssl_) == 1;
  }
  ~Line() {
    if (ssl_ && open_) SSL_shutdown(ssl_);
    if (ssl_) SSL_free(ssl_);
    ::close(socket_);
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  bool open() const { return open_; }
  std::string read_some() {
    char some[8192];
    const auto size = ssl_ ? SSL_read(ssl_, some, sizeof some)
                           : static_cast<int>(::recv(socket_, some, sizeof some, 0));
    return size > 0 ? std::string(some, static_cast<std::size_t>(size)) : std::string{};
  }
  void write(const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
      const auto left = bytes.size() - done;
      const auto size =
          ssl_ ? SSL_write(ssl_, bytes.data() + done, static_cast<int>(left))
               : static_cast<int>(::send(socket_, bytes.data() + done, left, MSG_NOSIGNAL));
      if (size <= 0) return;
      done += static_cast<std::size_t>(size);
    }
  }

 private:
  int socket_;
  SSL* ssl_ = nullptr;
  bool open_ = true;
};

Heard read_head(const std::string& head) {
  Heard heard;
  const std::size_t space = head.find(' ');
  heard.method = head.substr(0, space);
  heard.path = head.substr(space + 1, head.find(' ', space + 1) - space - 1);
  for (std::size_t at = head.find("\r\n"); at != std::string::npos;) {
    const std::size_t end = head.find("\r\n", at + 2);
    const std::string line = head.substr(at + 2, end == std::string::npos ? end : end - at - 2);
    if (const std::size_t colon = line.find(": "); colon != std::string::npos) {
      std::string name = line.substr(0, colon);
      std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
      heard.headers[name] = line.substr(colon + 2);
    }
    at = end;
  }
  return heard;
}

}  // namespace

FakeCollector::FakeCollector(Tls tls, int port) {
  if (tls == Tls::kYes) {
    std::signal(SIGPIPE, SIG_IGN);  // who does not trust it hangs up
    tls_ = std::make_unique<Tlsware>();
    certificate_ = tls_->pem;
  }
  listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int yes = 1;
  ::setsockopt(listening_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  here.sin_port = htons(static_cast<std::uint16_t>(port));
  socklen_t size = sizeof here;
  if (::bind(listening_, reinterpret_cast<sockaddr*>(&here), size) != 0 ||
      ::listen(listening_, 16) != 0 ||
      ::getsockname(listening_, reinterpret_cast<sockaddr*>(&here), &size) != 0)
    throw std::runtime_error("nothing can listen on loopback");
  port_ = ntohs(here.sin_port);
  thread_ = std::thread([this] { work(); });
}

FakeCollector::~FakeCollector() {
  ends_ = true;
  ::shutdown(listening_, SHUT_RDWR);
  thread_.join();
  ::close(listening_);
}

std::string FakeCollector::url() const {
  return (tls_ ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port_);
}

std::string FakeCollector::bytes() {
  const std::lock_guard lock(region.mutex);
  return bytes_;
}

void FakeCollector::work() {
  while (!ends_) {
    const int socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    ++connections_;
    serve(socket);
  }
}

/// One request, one answer, and the end: what a client keeps open is its own affair.
void FakeCollector::serve(int socket) {
  Line line(socket, tls_ ? tls_->context : nullptr);
  if (!line.open()) return;
  std::string came;
  const auto more = [&] {
    const std::string some = line.read_some();
    const std::lock_guard lock(region.mutex);
    bytes_ += some;
    came += some;
    return !some.empty();
  };
  while (came.find("\r\n\r\n") == std::string::npos)
    if (!more()) return;
  const std::size_t end = came.find("\r\n\r\n");
  Heard heard = read_head(came.substr(0, end));
  const std::size_t length =
      heard.headers.contains("content-length") ? std::stoul(heard.headers["content-length"]) : 0;
  while (came.size() < end + 4 + length)
    if (!more()) return;
  heard.body = came.substr(end + 4, length);
  heard.plain = heard.body;
  if (heard.headers["content-encoding"] == "gzip")
    heard.plain = sync::gunzip(heard.body, sync::kMaxBody).value_or("not gzip");

  const Says says = region.answer(heard);
  std::string head = "HTTP/1.1 " + std::to_string(says.status) +
                     " So\r\nConnection: close\r\nContent-Type: " + says.type +
                     "\r\nContent-Length: " + std::to_string(says.body.size()) + "\r\n";
  for (const auto& [name, value] : says.headers) head += name + ": " + value + "\r\n";
  line.write(head + "\r\n" + says.body.substr(0, std::min(says.cut, says.body.size())));
}

}  // namespace sveiki::test
