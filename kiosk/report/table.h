// SPDX-License-Identifier: EUPL-1.2
/// A report before it has a format: columns and rows. CSV and every later format are written from
/// this.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sveiki::report {

/// Nothing, a whole number, or text. Nothing is not zero.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

}  // namespace sveiki::report
