// SPDX-License-Identifier: EUPL-1.2
#include "region/passwords.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace sveiki::region {
namespace {

// Twice as slow as the least that OWASP advises (19 MiB, twice), and still small beside the
// collector's own memory.
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = 19 << 20;  // bytes

}  // namespace

std::string hash_password(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str(hash.data(), password.data(), password.size(), kPasses, kMemory) != 0)
    throw std::runtime_error("there is not enough memory to hash a password");
  return hash.data();
}

bool password_matches(const std::string& hash, const std::string& password) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace sveiki::region
