// SPDX-License-Identifier: EUPL-1.2
#include "domain/announcement.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <tuple>

namespace sveiki {
namespace {

constexpr int kMostWords = 10;

auto all_but_text(const Announcement& a) {
  return std::tie(a.id, a.symbol, a.from, a.to, a.closes, a.uid, a.sequence);
}

}  // namespace

bool Announcement::operator==(const Announcement& other) const {
  return all_but_text(*this) == all_but_text(other) &&
         std::ranges::all_of(kLanguages, [&](std::string_view language) {
           return text.in(language) == other.text.in(language);
         });
}

bool fits_the_wall(const std::string& sentence) {
  std::istringstream words(sentence);
  return std::distance(std::istream_iterator<std::string>{words}, {}) <= kMostWords;
}

std::vector<Closure> closed_days(const Centre& centre, const std::vector<Announcement>& posted) {
  std::vector<Closure> closures = centre.closures;
  for (const Announcement& said : posted)
    if (said.closes) closures.push_back({said.from, said.to, said.text});
  return closures;
}

}  // namespace sveiki
