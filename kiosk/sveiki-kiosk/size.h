// SPDX-License-Identifier: EUPL-1.2
/// A size on the command line: "1920x1080".
#pragma once

#include <cstdio>
#include <stdexcept>
#include <string>

namespace sveiki {

struct Size {
  int width = 0;
  int height = 0;
};

/// Throws std::runtime_error unless both are 320 to 8192.
inline Size read_size(const std::string& text) {
  Size size;
  int read = 0;
  const bool whole =
      std::sscanf(text.c_str(), "%4dx%4d%n", &size.width, &size.height, &read) == 2 &&
      read == static_cast<int>(text.size());
  const auto sane = [](int v) { return v >= 320 && v <= 8192; };
  if (!whole || !sane(size.width) || !sane(size.height))
    throw std::runtime_error("\"" + text + "\" is not a size. Write it as 1920x1080.");
  return size;
}

}  // namespace sveiki
