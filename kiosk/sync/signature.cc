// SPDX-License-Identifier: EUPL-1.2
#include "sync/signature.h"

#include <sodium.h>

#include <algorithm>

#include "sync/signed_message.h"

namespace sveiki::sync {
namespace {

template <class Bytes>
std::string base64_of(const Bytes& bytes) {
  return base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

template <class Bytes>
std::optional<Bytes> bytes_of(std::string_view text) {
  const auto raw = from_base64(text);
  Bytes bytes{};
  if (!raw || raw->size() != bytes.size()) return std::nullopt;
  std::ranges::copy(*raw, bytes.begin());
  return bytes;
}

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // its NUL
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3, '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  bytes.resize(size);
  // libsodium 1.0.18 takes some bytes above 127 for characters of base64.
  if (base64(bytes) != text) return std::nullopt;
  return bytes;
}

std::string text_of(const PublicKey& key) {
  return base64_of(key);
}

std::string text_of(const Signature& signature) {
  return base64_of(signature);
}

std::optional<PublicKey> public_key(std::string_view base64) {
  return bytes_of<PublicKey>(base64);
}

std::optional<Signature> signature(std::string_view base64) {
  return bytes_of<Signature>(base64);
}

bool verify(const PublicKey& key, std::string_view what, std::string_view body,
            const Signature& signature) {
  const std::string message = signed_message(what, body);
  return crypto_sign_verify_detached(signature.data(),
                                     reinterpret_cast<const unsigned char*>(message.data()),
                                     message.size(), key.data()) == 0;
}

}  // namespace sveiki::sync
