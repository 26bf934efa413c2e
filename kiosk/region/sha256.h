// SPDX-License-Identifier: EUPL-1.2
/// What shows that bytes are still the same.
#pragma once

#include <string>
#include <string_view>

namespace sveiki::region {

/// 64 hexadecimal digits, as `sha256sum` writes them.
std::string sha256(std::string_view bytes);

}  // namespace sveiki::region
