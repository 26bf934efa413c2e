// SPDX-License-Identifier: EUPL-1.2
/// Who is logged in at which browser. In the database, so that a restart logs nobody out and two
/// collectors know the same; a session ends 12 hours after it began, or after an idle hour.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

inline constexpr Millis kSessionLife = std::chrono::hours{12};
inline constexpr Millis kSessionIdle = std::chrono::minutes{60};

class Sessions {
 public:
  explicit Sessions(Database& db) : db_(db) {}

  // Each within the caller's transaction.
  /// Forgets those that are over, too.
  void add(const Session& session);
  /// Keeps it from being idle.
  void see(const std::string& key, Instant now);
  void end(const std::string& key);
  void end_all_of(const std::string& login);

  /// Nothing: there is none, or it is over.
  std::optional<Session> find(const std::string& key, Instant now);

 private:
  Database& db_;
};

}  // namespace sveiki::region
