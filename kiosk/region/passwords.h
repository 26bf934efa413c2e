// SPDX-License-Identifier: EUPL-1.2
/// Passwords, kept as argon2id hashes (libsodium). Hashing one takes 20 to 60 ms: callers limit how
/// often somebody may try.
#pragma once

#include <string>

namespace sveiki::region {

/// In bytes. As NIST SP 800-63B asks of a password that people choose: long, no rules of what it is
/// made of.
inline constexpr std::size_t kShortestPassword = 12, kLongestPassword = 200;

std::string hash_password(const std::string& password);
bool password_matches(const std::string& hash, const std::string& password);

}  // namespace sveiki::region
