// SPDX-License-Identifier: EUPL-1.2
/// Zip archives in memory, by libzip. The same entries give the same bytes: times are fixed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sveiki::region {

struct ZipEntry {
  std::string name;
  std::string bytes;
  bool operator==(const ZipEntry&) const = default;
};

/// Throws std::runtime_error.
std::string write_zip(const std::vector<ZipEntry>& entries);

/// In the order of the archive. Nothing if it is not a whole zip archive, holds a name twice, or
/// would be more than `most` bytes.
std::optional<std::vector<ZipEntry>> read_zip(std::string_view bytes, std::size_t most);

}  // namespace sveiki::region
