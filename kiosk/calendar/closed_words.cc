// SPDX-License-Identifier: EUPL-1.2
#include "calendar/closed_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "calendar/text.h"

namespace sveiki::calendar {
namespace {

// How words begin, folded: "slēgts" and "slēgta" are "slegt".
constexpr std::array<std::string_view, 8> kClosed{
    "slegt",   "nestradajam", "nestradasim",             // lv: closed, we (shall) not work
    "uzdaryt", "nedirbam",    "nedirbsim",   "nedarbo",  // lt: the same, a day of no work
    "closed"};
// Of the house, if it is named or nobody is: else it is a colleague who does not work.
constexpr std::array<std::string_view, 3> kDoesNotWork{"nestrada", "nedirb", "neveik"};
constexpr std::array<std::string_view, 3> kHouse{"centr", "klub", "nam"};
// A group or an event may be closed while the house is open.
constexpr std::array<std::string_view, 5> kOthers{"grup", "group", "pasakum", "rengin", "event"};

/// With blanks for what is between the words.
std::string only_words(std::string text) {
  const auto between = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9');
  };
  std::ranges::replace_if(text, between, ' ');
  return ' ' + text + ' ';
}

/// Does a word begin so?
bool some(const std::string& words, const auto& beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) {
    return words.find(' ' + std::string{beginning}) != std::string::npos;
  });
}

bool one_word(const std::string& words) {
  const auto from = words.find_first_not_of(' ');
  return words.find_first_not_of(' ', words.find(' ', from)) == std::string::npos;
}

}  // namespace

bool says_closed(const std::string& title, const Names& names) {
  const std::string words = only_words(folded(title));
  if (some(words, kOthers)) return false;
  const bool closed = some(words, kClosed) ||
                      (some(words, kDoesNotWork) && (some(words, kHouse) || one_word(words)));
  return closed && !names.mentioned_in(words);
}

}  // namespace sveiki::calendar
