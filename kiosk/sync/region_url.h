// SPDX-License-Identifier: EUPL-1.2
/// The address of a region, as staff type it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sveiki::sync {

/// "https://region.example" without a slash at its end. Plain http only to this computer itself;
/// nothing for any other address.
std::optional<std::string> region_url(std::string_view typed);

}  // namespace sveiki::sync
