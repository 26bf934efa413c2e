// SPDX-License-Identifier: EUPL-1.2
/// Passwords, kept as argon2id hashes (libsodium). Hashing one takes 20 to 60 ms: callers limit how
/// often somebody may try.
#pragma once

#include <string>

namespace sveiki::region {

std::string hash_password(const std::string& password);
bool password_matches(const std::string& hash, const std::string& password);

}  // namespace sveiki::region
