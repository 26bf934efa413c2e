// SPDX-License-Identifier: EUPL-1.2
/// The target of a request ("/v1/catalogue?x=1") taken apart. Strict, since every page relies on
/// it: whatever is written in an odd way is refused, not mended.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sveiki::region {

struct Target {
  std::string path;                          ///< decoded
  std::map<std::string, std::string> query;  ///< decoded; the first of several of one name
  bool operator==(const Target&) const = default;
};

/// Nothing unless it begins with "/" and is visible ASCII with whole %-escapes; a path has no "..",
/// no "//" and no escaped "/" or "\"; nothing decodes to a control character, a NUL among them.
std::optional<Target> read_target(std::string_view text);

}  // namespace sveiki::region
