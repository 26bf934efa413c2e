// SPDX-License-Identifier: EUPL-1.2
#include "domain/facts.h"

#include <array>

namespace sveiki {

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
  constexpr std::array<std::string_view, 3> kNames{"open", "closed", "not recorded"};
  return kNames[static_cast<std::size_t>(state)];
}

}  // namespace sveiki
