// SPDX-License-Identifier: EUPL-1.2
/// Wall times as tests write and read them: "2026-11-23 14:00".
#pragma once

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/rule.h"

namespace sveiki::test {

inline WallTime wall(const std::string& text) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0;
  if (std::sscanf(text.c_str(), "%d-%d-%d %d:%d", &year, &month, &day, &hour, &minute) != 5)
    throw std::logic_error("not a wall time: " + text);
  return {CivilDay{year, static_cast<unsigned>(month), static_cast<unsigned>(day)},
          hour * 60 + minute};
}

inline std::string written(WallTime time) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), " %02d:%02d", time.minutes / 60 % 100, time.minutes % 60);
  return time.date.iso() + text.data();
}

inline std::vector<std::string> written(const std::vector<WallTime>& times) {
  std::vector<std::string> all;
  for (const WallTime time : times) all.push_back(written(time));
  return all;
}

}  // namespace sveiki::test
