// SPDX-License-Identifier: EUPL-1.2
/// The ids that a region gives out, and the one-time code of an enrolment: Crockford's base32
/// (https://www.crockford.com/base32.html), from the system's random numbers unless said otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sveiki::sync {

/// "ce", "dv", "ac", "or", "us": `prefix`, "_" and 8 random characters.
std::string new_id(std::string_view prefix);
/// The same for the same `name`, always: 40 bits of its SHA-256. What a region that was lost had
/// given this id means the same to the one that takes its place.
std::string id_of(std::string_view prefix, std::string_view name);
bool is_id(std::string_view prefix, std::string_view text);

/// As centres' files name an activity: a-z, 0-9 and -, 1 to 40 of them.
bool is_activity_code(std::string_view text);

/// "ABCD-EFGH-JKMN": 11 random characters (55 bits) and a check symbol.
std::string new_code();
/// As somebody types it: any case, spaces and dashes anywhere, o for 0, i and l for 1. The 12
/// characters without dashes; nothing if the check symbol is wrong.
std::optional<std::string> read_code(std::string_view typed);

}  // namespace sveiki::sync
