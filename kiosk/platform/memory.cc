// SPDX-License-Identifier: EUPL-1.2
#include "platform/memory.h"

#include <malloc.h>
#include <sys/mman.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

namespace sveiki::platform {

void release_unused() {
  constexpr std::uintptr_t kLarge = 4 << 20;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t from = 0;
    std::uintptr_t to = 0;
    std::array<char, 5> access{};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, access.data()) != 3) continue;
    // Only code: what the linker wrote into other pages would be lost.
    const bool code = std::string_view{access.data()} == "r-xp";
    const bool of_a_file = line.find('/') != std::string::npos;
    if (code && of_a_file && to - from >= kLarge)
      madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
  }
  malloc_trim(0);
}

}  // namespace sveiki::platform
