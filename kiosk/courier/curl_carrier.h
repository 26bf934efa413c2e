// SPDX-License-Identifier: EUPL-1.2
/// Requests by libcurl: TLS 1.2 and newer, the proxy of the environment, absolute time limits, no
/// redirect followed, no answer longer than asked for.
#pragma once

#include <filesystem>
#include <memory>

#include "courier/carrier.h"

namespace sveiki::courier {

class CurlCarrier final : public Carrier {
 public:
  /// `user_agent` is "sveiki-sync/0.1.0"; `ca` a PEM file of the authorities to trust instead of
  /// the system's, or empty.
  CurlCarrier(std::string user_agent, std::filesystem::path ca);
  ~CurlCarrier() override;

  std::variant<Answer, Unreached> carry(const Request& request) override;

 private:
  std::string user_agent_;
  std::filesystem::path ca_;
  void* curl_;  // one connection serves the requests of a round
};

}  // namespace sveiki::courier
