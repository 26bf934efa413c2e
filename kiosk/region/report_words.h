// SPDX-License-Identifier: EUPL-1.2
/// The words of the workbook in the languages of the partnership. English is the key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sveiki::region {

enum class Language { kLatvian, kLithuanian, kEnglish };
std::optional<Language> language_named(std::string_view code);  ///< "lv", "lt", "en"
std::string_view code_of(Language language);

/// Throws std::logic_error for words that have no translation.
std::string say(Language language, std::string_view english);

}  // namespace sveiki::region
