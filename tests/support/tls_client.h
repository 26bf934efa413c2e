// SPDX-License-Identifier: EUPL-1.2
/// A client over TLS that trusts everybody, and a certificate that nobody else would trust.
#pragma once

#include <openssl/ssl.h>

#include <cstdlib>

#include "support/raw_client.h"
#include "support/temporary_dir.h"

namespace sveiki::test {

/// A key and its certificate for localhost, signed by itself.
class TlsFiles {
 public:
  TlsFiles() {
    const std::string make =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        " -subj /CN=localhost -keyout " +
        key().string() + " -out " + certificate().string() + " 2>/dev/null";
    if (std::system(make.c_str()) != 0) throw std::runtime_error("no certificate was made");
  }
  std::filesystem::path certificate() const { return dir_ / "cert.pem"; }
  std::filesystem::path key() const { return dir_ / "key.pem"; }

 private:
  TemporaryDir dir_;
};

class TlsClient {
 public:
  /// Offers nothing newer than `newest`.
  explicit TlsClient(std::uint16_t port, int newest = TLS1_3_VERSION)
      : tcp_(port), context_(SSL_CTX_new(TLS_client_method())) {
    SSL_CTX_set_security_level(context_, 0);
    SSL_CTX_set_max_proto_version(context_, newest);
    tls_ = SSL_new(context_);
    SSL_set_fd(tls_, tcp_.socket());
  }
  ~TlsClient() {
    SSL_free(tls_);
    SSL_CTX_free(context_);
  }
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;

  bool shakes_hands() { return SSL_connect(tls_) == 1; }

  /// What comes back at once.
  std::string ask(std::string_view request) {
    SSL_write(tls_, request.data(), static_cast<int>(request.size()));
    char some[16384];
    const int size = SSL_read(tls_, some, sizeof some);
    return {some, size > 0 ? static_cast<std::size_t>(size) : 0};
  }

  /// True if the server ends the connection as TLS wants it, so that nobody could have cut it.
  bool says_goodbye() {
    char some[1];
    return SSL_read(tls_, some, 1) == 0 && SSL_get_error(tls_, 0) == SSL_ERROR_ZERO_RETURN;
  }

 private:
  RawClient tcp_;
  SSL_CTX* context_;
  SSL* tls_ = nullptr;
};

}  // namespace sveiki::test
