// SPDX-License-Identifier: EUPL-1.2
/// Writes a file so that it is either whole or not there: under another name first, then renamed.
#pragma once

#include <filesystem>
#include <string_view>

namespace sveiki::report {

/// Throws std::system_error naming the file; what was there before is then as it was.
void write_whole(const std::filesystem::path& file, std::string_view bytes);

}  // namespace sveiki::report
