// SPDX-License-Identifier: EUPL-1.2
/// What people call a place, an activity, a target or a report.
#pragma once

#include <string_view>

namespace sveiki::region {

/// It stands in pages, files and the log: one line of UTF-8, not blank, of at most `most`
/// characters.
bool is_name(std::string_view name, std::size_t most);

inline constexpr std::size_t kLongestName = 200;
/// It is a row's head in a table.
inline constexpr std::size_t kLongestActivityName = 100;

}  // namespace sveiki::region
