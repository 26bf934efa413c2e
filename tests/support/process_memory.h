// SPDX-License-Identifier: EUPL-1.2
/// How much memory a process of this computer holds.
#pragma once

#include <cstdlib>
#include <fstream>
#include <string>

namespace sveiki::test {

/// In MB: "VmRSS" now, "VmHWM" at most. `process` is its number; 0 if there is none.
inline double process_memory(const std::string& which, const std::string& process = "self") {
  std::ifstream status("/proc/" + process + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(which + ":")) return std::atof(line.c_str() + which.size() + 1) / 1024;
  return 0;
}

}  // namespace sveiki::test
