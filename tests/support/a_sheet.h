// SPDX-License-Identifier: EUPL-1.2
/// Sheets as tests write them.
#pragma once

#include <string>

#include "domain/sheet.h"

namespace sveiki::test {

inline const std::string kLife = "00000000000000a1";
inline const std::string kLostLife = "00000000000000b2";

/// A day on which so many came.
inline Sheet a_day(const std::string& day, std::int64_t revision = 1, std::int64_t visits = 3,
                   const std::string& life = kLife) {
  Sheet sheet{{life, SheetKind::kDay, day}, revision, {}, DayState::kOpen, "Europe/Vilnius"};
  sheet.rows[{'T', ""}] = {visits, 0, visits, 1, 0, 90, 0};
  sheet.rows[{'A', ""}] = {visits, 0, visits, 1, 0, 90, 0};
  return sheet;
}

inline Sheet a_month(const std::string& period, std::int64_t revision = 1, std::int64_t n = 3,
                     const std::string& life = kLife) {
  Sheet sheet{{life, SheetKind::kPeople, period}, revision, {}, {}, {}};
  sheet.rows[{'T', ""}] = {n, 1};
  sheet.rows[{'F', "2-4"}] = {n, 1};
  return sheet;
}

}  // namespace sveiki::test
