// SPDX-License-Identifier: EUPL-1.2
/// Whether bytes are text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sveiki::report {

/// Where the first byte is that is not UTF-8 (RFC 3629), counted from 0; nothing if all are.
std::optional<std::size_t> first_not_utf8(std::string_view bytes);

/// How many characters (code points) valid UTF-8 has.
std::size_t characters(std::string_view text);

}  // namespace sveiki::report
