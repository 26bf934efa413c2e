// SPDX-License-Identifier: EUPL-1.2
/// The months that somebody asked for.
#pragma once

#include <string>
#include <vector>

namespace sveiki::region {

/// Twenty years: more are asked for by mistake, or by somebody who wants the memory.
inline constexpr std::size_t kMostMonths = 240;
/// "2026-01", "2026-02", … both included; nothing if one is not a month, from is after to, or they
/// are more than kMostMonths.
std::vector<std::string> months_between(const std::string& from, const std::string& to);

}  // namespace sveiki::region
