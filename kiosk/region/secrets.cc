// SPDX-License-Identifier: EUPL-1.2
#include "region/secrets.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace sveiki::region {
namespace {

constexpr std::size_t kBytes = 32;

void be_ready() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

std::string hex(const std::array<unsigned char, kBytes>& bytes) {
  std::array<char, 2 * kBytes + 1> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return text.data();
}

/// Different for each purpose, so that none of them tells another.
std::string hashed(std::string_view purpose, std::string_view secret) {
  be_ready();
  const std::string text = std::string{purpose} + '\n' + std::string{secret};
  std::array<unsigned char, kBytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  return hex(hash);
}

}  // namespace

std::string new_secret() {
  be_ready();
  std::array<unsigned char, kBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return hex(bytes);
}

std::string session_key(std::string_view secret) {
  return hashed("session", secret);
}

std::string form_token(std::string_view secret) {
  return hashed("form", secret);
}

std::string fingerprint(std::string_view bytes) {
  return hashed("file", bytes);
}

bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string new_password() {
  be_ready();
  // 32 letters and digits that are not taken for one another: 5 bits each.
  constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz234567890";
  static_assert(kLetters.size() == 32);
  std::string password;
  for (int i = 0; i < 16; ++i) {
    if (i > 0 && i % 4 == 0) password += '-';
    password += kLetters[randombytes_uniform(kLetters.size())];
  }
  return password;
}

}  // namespace sveiki::region
