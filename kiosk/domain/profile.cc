// SPDX-License-Identifier: EUPL-1.2
#include "domain/profile.h"

#include <algorithm>

namespace sveiki {
namespace {

constexpr std::int64_t kFewestChanges = 5;

/// At least so many people stand in another row than before, or were not there before, or are
/// there no more.
std::int64_t people_changed(const SheetRows& before, SheetRows after) {
  subtract(after, before);
  std::map<char, std::array<std::int64_t, 2>> gone_and_come;
  for (const auto& [key, change] : after)
    gone_and_come[key.type][change[kN] > 0] += std::abs(change[kN]);
  std::int64_t most = 0;
  for (const auto& [type, people] : gone_and_come) most = std::max({most, people[0], people[1]});
  return most;
}

}  // namespace

SheetRows rows_of(const Telling& telling, const SheetRows& rows) {
  SheetRows some = rows;
  std::erase_if(some, [&](const auto& row) {
    return telling.types.find(row.first.type) == std::string_view::npos;
  });
  return some;
}

bool worth_telling(const Telling& telling, const SheetRows& told, const SheetRows& now) {
  if (people_changed({}, now) < telling.fewest) return false;
  return told.empty() || people_changed(told, now) >= kFewestChanges;
}

}  // namespace sveiki
