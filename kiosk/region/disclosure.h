// SPDX-License-Identifier: EUPL-1.2
/// What may be published of counts so that no small one can be solved back. 0 stays 0, 1 to 4 is
/// "<5", others go to the nearest 5; a sum is rounded by itself, and left out where it would tell
/// more about any number than that number's own rounding does. The sums left out are found
/// exactly: a table with its sums is a flow in a network, so each cell can be asked for every value
/// that it may still have.
///
/// An attacker knows all printed numbers of the table and that counts are whole and not negative.
/// Not covered: one who already knows true counts of all others, or who draws conclusions from a
/// sum being left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sveiki::region {

/// The first count that is not small.
inline constexpr std::int64_t kNotSmall = 5;
inline bool is_small(std::int64_t count) {
  return 0 < count && count < kNotSmall;
}

/// What a printed number tells: it was one of these, both ends included.
struct Told {
  std::int64_t least = 0, most = 0;
  auto operator<=>(const Told&) const = default;
};
Told told(std::int64_t count);
std::string printed(std::int64_t count);  ///< "0", "<5", "35"

/// Counts of rows (centres) by columns (months), with sums over groups of columns (quarters).
struct NestedTable {
  /// A cell without a value was not published anywhere, but is in the sums.
  struct Cell {
    std::int64_t count = 0;
    bool hidden = false;
  };
  std::vector<std::vector<Cell>> cells;  ///< by row, then column
  std::vector<std::size_t> group;        ///< of each column: 0, 0, 0, 1, …; never goes back
};

/// Sums of a table. In a published one: what may be printed of them; nothing: left out.
struct NestedSums {
  using Sum = std::optional<std::int64_t>;
  std::vector<std::vector<Sum>> by_row_and_group;
  std::vector<Sum> by_row, by_column, by_group;
  Sum all;
};
/// Every one of them.
NestedSums all_sums(const NestedTable& table);
/// Those that may stand beside the cells. The finest are left out first.
NestedSums publishable_sums(const NestedTable& table);

}  // namespace sveiki::region
