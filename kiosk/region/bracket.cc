// SPDX-License-Identifier: EUPL-1.2
#include "region/bracket.h"

#include <algorithm>

namespace sveiki::region {

void BracketSum::add(const People& people) {
  const auto at = people.by.find('O');
  const auto users = [&](const char* band) {
    if (at == people.by.end()) return std::int64_t{0};
    const auto found = at->second.find(band);
    return found == at->second.end() ? 0 : std::max<std::int64_t>(0, found->second);
  };
  // Answers travel more rarely than the number: after an undo they may be of more people than came.
  // Who is too many is taken from the users of one centre first: the lower bound then holds.
  std::int64_t left = std::max<std::int64_t>(0, people.n);
  all_ += left;
  for (const auto& [sum, band] :
       {std::pair{&three_, "2-"}, std::pair{&two_, "1-1"}, std::pair{&one_, "0-0"}}) {
    const std::int64_t these = std::min(left, users(band));
    *sum += these;
    left -= these;
  }
  ++centres_;
}

Bracket BracketSum::bracket() const {
  const std::int64_t unknown = all_ - one_ - two_ - three_;
  if (centres_ <= 1) return {all_, all_, all_, unknown, centres_};
  const std::int64_t sixths = 6 * (one_ + unknown) + 3 * two_ + 2 * three_;
  return {one_, (sixths + 3) / 6, all_, unknown, centres_};
}

}  // namespace sveiki::region
