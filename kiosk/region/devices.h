// SPDX-License-Identifier: EUPL-1.2
/// The computers that may send, and the one-time codes by which they are enrolled. Of a code only a
/// hash is kept.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

class Devices {
 public:
  explicit Devices(Database& db) : db_(db) {}

  // Each within the caller's transaction.
  std::string new_code(const std::string& centre, std::string_view by, Instant now);
  void cancel_codes(const std::string& centre, std::string_view by, Instant now);
  Storage::EnrolOutcome enrol(const std::string& code, const sync::PublicKey& key,
                              const std::string& address, Instant now);
  void revoke(const std::string& id, std::string_view by, Instant now);

  std::optional<Device> find(const std::string& id);
  std::vector<Device> all();

 private:
  bool may_try(const std::string& address, Instant now);
  Storage::EnrolOutcome redeem(const std::string& code, const sync::PublicKey& key, Instant now);

  Database& db_;
};

}  // namespace sveiki::region
