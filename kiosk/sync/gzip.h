// SPDX-License-Identifier: EUPL-1.2
/// gzip (RFC 1952) by zlib, within bounds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sveiki::sync {

std::string gzip(std::string_view bytes);
/// Nothing if it is not gzip, is cut short, has anything after it, or would be more than `most`.
std::optional<std::string> gunzip(std::string_view bytes, std::size_t most);

}  // namespace sveiki::sync
