// SPDX-License-Identifier: EUPL-1.2
/// One request to the region and what came back: all that the courier knows of a network. Tests
/// answer without one.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <variant>

namespace sveiki::courier {

struct Request {
  std::string method = "GET";
  std::string url;
  std::map<std::string, std::string> headers;
  std::string body;
  std::size_t most = 1 << 20;  ///< bytes of an answer's body; one with more is not the region's
};

/// What somebody answered; that it is the region is not said yet.
struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case; the last of several
  std::string body;
};

/// Nobody answered, or certainly not the region.
struct Unreached {
  /// "no-network", "not-the-region", "not-trusted", "no-authority" or "broken", as the outbox notes
  /// it.
  std::string trouble;
  std::string why;  ///< for the log, in English
};

class Carrier {
 public:
  virtual ~Carrier() = default;
  virtual std::variant<Answer, Unreached> carry(const Request& request) = 0;
};

}  // namespace sveiki::courier
