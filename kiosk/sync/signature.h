// SPDX-License-Identifier: EUPL-1.2
/// Who sent it: an Ed25519 signature (libsodium) over "POST /v1/sheets\n" and the body before
/// gzip, so that the same signature proves it on the wire, on a USB stick and in an evidence pack.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace sveiki::sync {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

std::string base64(std::string_view bytes);
/// Nothing for other characters, white space, missing padding, or bits after the last byte.
std::optional<std::string> from_base64(std::string_view text);

std::string text_of(const PublicKey& key);  ///< base64
std::string text_of(const Signature& signature);
std::optional<PublicKey> public_key(std::string_view base64);
std::optional<Signature> signature(std::string_view base64);

/// The device's own key: a file only its user can read, outside the data directory and its backups.
class DeviceKey {
 public:
  /// Reads `file`, or makes it with a new key. Throws std::runtime_error where that cannot be, or
  /// where others could read it.
  explicit DeviceKey(const std::filesystem::path& file);
  const PublicKey& public_key() const { return public_; }
  /// `what` is the fixed method and path: "POST /v1/sheets".
  Signature sign(std::string_view what, std::string_view body) const;

 private:
  PublicKey public_;
  std::array<std::uint8_t, 64> secret_;
};

bool verify(const PublicKey& key, std::string_view what, std::string_view body,
            const Signature& signature);

/// A signed request as a file, for a USB stick and for the evidence pack.
struct Envelope {
  std::string what;  ///< "POST /v1/sheets", "POST /v1/withdraw" or "POST /v1/gaps"
  std::string device;
  Signature signature;
  std::string body;
  bool operator==(const Envelope&) const = default;
};
/// One line of JSON, so that several may stand in one file. `body` is UTF-8, as every body of ours.
std::string write_envelope(const Envelope& envelope);
std::optional<Envelope> read_envelope(std::string_view bytes);

}  // namespace sveiki::sync
