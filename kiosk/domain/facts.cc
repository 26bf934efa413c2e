// SPDX-License-Identifier: EUPL-1.2
#include "domain/facts.h"

#include <algorithm>
#include <array>

namespace sveiki {
namespace {

constexpr std::array<std::string_view, 3> kDayStates{"open", "closed", "not recorded"};

}  // namespace

std::string_view how_name(How how) {
  constexpr std::array<std::string_view, 5> kNames{"token", "card", "guest", "party", "staff"};
  return kNames[static_cast<std::size_t>(how)];
}

std::string_view fault_name(Fault fault) {
  constexpr std::array<std::string_view, 7> kNames{"busy",  "full",  "read-only", "broken",
                                                   "newer", "clock", "other"};
  return kNames[static_cast<std::size_t>(fault)];
}

std::string_view day_state_name(DayState state) {
  return kDayStates[static_cast<std::size_t>(state)];
}

std::optional<DayState> day_state_named(std::string_view name) {
  const auto at = std::ranges::find(kDayStates, name);
  if (at == kDayStates.end()) return std::nullopt;
  return static_cast<DayState>(at - kDayStates.begin());
}

}  // namespace sveiki
