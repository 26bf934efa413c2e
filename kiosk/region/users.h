// SPDX-License-Identifier: EUPL-1.2
/// Who may look at the coordinator's pages. A login is never taken away, only disabled.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

inline constexpr std::size_t kLongestLogin = 40;

class Users {
 public:
  explicit Users(Database& db) : db_(db) {}

  // Each within the caller's transaction.
  User add(User user, std::string_view by, Instant now);
  void set_password_hash(const std::string& login, const std::string& hash, std::string_view by,
                         Instant now);
  void disable(const std::string& login, std::string_view by, Instant now);

  std::optional<User> find(const std::string& login);
  std::vector<User> all();

 private:
  User must_be_there(const std::string& login);

  Database& db_;
};

}  // namespace sveiki::region
