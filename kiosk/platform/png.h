// SPDX-License-Identifier: EUPL-1.2
/// Reads PNG files; `write_png` of surface.h writes them.
#pragma once

#include <string>

#include "platform/surface.h"

namespace sveiki::platform {

/// Colours are not premultiplied. Throws std::runtime_error, naming the file, if it cannot be read.
Pixels read_png(const std::string& file);

}  // namespace sveiki::platform
