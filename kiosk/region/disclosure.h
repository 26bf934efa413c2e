// SPDX-License-Identifier: EUPL-1.2
/// What may be published of counts so that no small one can be solved back. 0 stays 0, 1 to 4 is
/// "<5", others go to the nearest 5; a sum is rounded by itself, and left out where it would tell
/// more about any number than that number's own rounding does. A table with its sums is a flow in a
/// network, so each number can be asked for every value that it may still have.
///
/// The attacker knows this program and all that is ever printed of a table, also in pieces: what is
/// told of a month, a quarter or a year depends on nothing outside it, and what was once told is
/// told for ever. He knows that counts are whole and not negative, and which months were not
/// reported. Not covered: one who knows true counts from elsewhere, or who draws conclusions from a
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

/// What the parts of one sum can be together, each within its own print.
class Parts {
 public:
  void add(const Told& part);
  /// One that is not printed: nothing, or up to `most`.
  void add_untold(std::int64_t most) { most_ += most; }
  /// Whether each of them can still be all that it could be when the sum of them is told, and a
  /// small sum as well.
  bool stay_free(const Told& sum) const;

 private:
  std::int64_t least_ = 0, most_ = 0, widest_ = 0;
};

/// Counts of rows (centres) by columns (months), with sums over groups of columns (quarters).
struct NestedTable {
  std::vector<std::vector<std::int64_t>> cells;  ///< by row, then column
  std::vector<std::size_t> group;  ///< of each column: 0, 0, 0, 1, …; never goes back
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
/// Those that may stand beside the cells: of each column, then of each group, then of the whole, as
/// they become known. What comes later takes nothing back. Sums of a row are left out first.
NestedSums publishable_sums(const NestedTable& table);

}  // namespace sveiki::region
