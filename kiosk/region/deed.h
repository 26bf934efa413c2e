// SPDX-License-Identifier: EUPL-1.2
/// What was done, as the audit log keeps it: a sentence with gaps, so that a page can tell it in
/// its reader's language.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sveiki::region {

/// Marks a string that the pages translate (xgettext --keyword=msg).
constexpr const char* msg(const char* english) {
  return english;
}

struct Deed {
  /// "Added the login \"{login}\".": English, marked with msg. Entries of before version 4 of the
  /// database are whole and have no gaps.
  std::string sentence;
  /// What stands in each: ids, names and days, no secrets.
  std::map<std::string, std::string> gaps;
  bool operator==(const Deed&) const = default;
};

std::string in_english(const Deed& deed);

/// `{name}` in the sentence becomes its value. What a value holds is not looked at again.
std::string fill(std::string_view sentence, const std::map<std::string, std::string>& gaps);

}  // namespace sveiki::region
