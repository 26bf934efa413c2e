// SPDX-License-Identifier: EUPL-1.2
/// The bytes that a signature is over.
#pragma once

#include <string>
#include <string_view>

namespace sveiki::sync {

inline std::string signed_message(std::string_view what, std::string_view body) {
  std::string message;
  message.reserve(what.size() + 1 + body.size());
  return message.append(what).append("\n").append(body);
}

}  // namespace sveiki::sync
