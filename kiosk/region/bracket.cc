// SPDX-License-Identifier: EUPL-1.2
#include "region/bracket.h"

#include <algorithm>

namespace sveiki::region {

People maybe_the_same(const std::vector<People>& counts) {
  if (counts.empty()) return {};
  const auto largest = std::ranges::max_element(counts, {}, &People::n);
  People people = *largest;
  for (auto count = counts.begin(); count != counts.end(); ++count)
    if (count != largest) people.more += std::max<std::int64_t>(0, count->n) + count->more;
  return people;
}

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
  all_ += left + people.more;
  std::int64_t others = left;
  for (const auto& [sum, band] :
       {std::pair{&three_, "2-"}, std::pair{&two_, "1-1"}, std::pair{&one_, "0-0"}}) {
    const std::int64_t these = std::min(left, users(band));
    *sum += these;
    left -= these;
    if (sum == &one_) others -= these;
  }
  unknown_ += left;
  most_others_ = std::max(most_others_, others);
  ++centres_;
}

std::optional<Bracket> BracketSum::bracket() const {
  if (centres_ == 0) return std::nullopt;
  const std::int64_t lower = one_ + most_others_;
  const std::int64_t sixths = 6 * (one_ + unknown_) + 3 * two_ + 2 * three_;
  return Bracket{lower, std::clamp((sixths + 3) / 6, lower, all_), all_, unknown_, centres_};
}

}  // namespace sveiki::region
