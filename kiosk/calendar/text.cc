// SPDX-License-Identifier: EUPL-1.2
#include "calendar/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>

namespace sveiki::calendar {

bool is_clean(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
      }))
    return false;
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<int>(text.size()), &error);
  return error != U_INVALID_CHAR_FOUND;
}

std::string folded(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* decomposing = icu::Normalizer2::getNFKDInstance(error);
  if (U_FAILURE(error)) return std::string{text};
  const icu::UnicodeString letters = decomposing->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())}).foldCase(), error);
  icu::UnicodeString kept;
  for (int i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    if (u_charType(letter) == U_NON_SPACING_MARK) continue;
    if (!u_isUWhiteSpace(letter))
      kept.append(letter);
    else if (!kept.isEmpty() && !kept.endsWith(u" ", 1))
      kept.append(u' ');
  }
  std::string words;
  kept.trim().toUTF8String(words);
  return words;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string{text};
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return std::string{text.substr(0, most)} + "...";
}

std::string upper(std::string_view text) {
  std::string letters{text};
  for (char& c : letters)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return letters;
}

}  // namespace sveiki::calendar
