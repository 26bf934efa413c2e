// SPDX-License-Identifier: EUPL-1.2
/// What calendars need to know about text.
#pragma once

#include <string>
#include <string_view>

namespace sveiki::calendar {

/// UTF-8 without control characters (a tab may be).
bool is_clean(std::string_view text);

/// "Māla nodarbība " and "MALA  NODARBIBA" are the same to whoever types in a hurry: small letters,
/// no marks on them, one blank between words.
std::string folded(std::string_view text);

/// At most so many bytes of it, no letter cut in two; "..." after what was cut.
std::string shortened(std::string_view text, std::size_t most);

/// ASCII only.
std::string upper(std::string_view text);

}  // namespace sveiki::calendar
