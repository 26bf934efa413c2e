// SPDX-License-Identifier: EUPL-1.2
#include "region/bracket.h"

namespace sveiki::region {

void BracketSum::add(const People& people) {
  const auto at = people.by.find('O');
  const auto users = [&](const char* band) {
    if (at == people.by.end()) return std::int64_t{0};
    const auto found = at->second.find(band);
    return found == at->second.end() ? 0 : found->second;
  };
  one_ += users("0-0");
  two_ += users("1-1");
  three_ += users("2-");
  all_ += people.n;
  ++centres_;
}

Bracket BracketSum::bracket() const {
  const std::int64_t unknown = all_ - one_ - two_ - three_;
  if (centres_ <= 1) return {all_, all_, all_, unknown, centres_};
  const std::int64_t sixths = 6 * (one_ + unknown) + 3 * two_ + 2 * three_;
  return {one_, (sixths + 3) / 6, all_, unknown, centres_};
}

}  // namespace sveiki::region
