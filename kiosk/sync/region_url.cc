// SPDX-License-Identifier: EUPL-1.2
#include "sync/region_url.h"

#include <regex>

namespace sveiki::sync {

std::optional<std::string> region_url(std::string_view typed) {
  // A name and a port, nothing that could hide another name: no "@", no query.
  static const std::string kPath = "(/[A-Za-z0-9._~-]{1,60}){0,10}";
  static const std::regex kHttps{"https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?" + kPath};
  static const std::regex kHere{R"(https?://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?)" +
                                kPath};
  std::string url{typed.substr(0, 1000)};
  while (url.ends_with('/')) url.pop_back();
  if (std::regex_match(url, kHttps) || std::regex_match(url, kHere)) return url;
  return std::nullopt;
}

}  // namespace sveiki::sync
