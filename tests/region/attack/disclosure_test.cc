// SPDX-License-Identifier: EUPL-1.2
#include "region/disclosure.h"

#include <random>

#include "support/catch.h"

using namespace sveiki::region;

namespace {

/// Somebody who reads all that is printed and tries every table there could be.
struct Attacker {
  const NestedTable& table;
  const NestedSums& sums;
  std::vector<std::vector<Told>> seen;  ///< the least and the most that each cell can be
  int worlds = 0;                       ///< tables that there could be

  explicit Attacker(const NestedTable& t, const NestedSums& s) : table(t), sums(s) {
    for (const auto& row : table.cells) {
      seen.emplace_back(row.size(), Told{1000, -1});
      guess.insert(guess.end(), row.begin(), row.end());
    }
    try_from(0);
  }

  std::vector<std::int64_t> guess;  ///< row after row

  void try_from(std::size_t at) {
    const std::size_t columns = table.group.size();
    if (at == guess.size()) return look();
    // A row that is full already disagrees with its sums, or not.
    if (at % columns == 0 && at > 0 && !row_agrees(at / columns - 1)) return;
    const Told range = told(table.cells[at / columns][at % columns]);
    for (std::int64_t count = range.least; count <= range.most; ++count) {
      guess[at] = count;
      try_from(at + 1);
    }
  }

  static bool agree(const NestedSums::Sum& sum, std::int64_t count) {
    return !sum || (told(*sum).least <= count && count <= told(*sum).most);
  }
  bool row_agrees(std::size_t row) const {
    std::vector<std::int64_t> groups(table.group.back() + 1);
    std::int64_t all = 0;
    for (std::size_t column = 0; column < table.group.size(); ++column) {
      const std::int64_t count = guess[row * table.group.size() + column];
      groups[table.group[column]] += count;
      all += count;
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
      if (!agree(sums.by_row_and_group[row][group], groups[group])) return false;
    }
    return agree(sums.by_row[row], all);
  }

  void look() {
    const std::size_t columns = table.group.size(), rows = table.cells.size();
    NestedTable world = table;
    for (std::size_t i = 0; i < guess.size(); ++i) world.cells[i / columns][i % columns] = guess[i];
    const NestedSums now = all_sums(world);
    if (!row_agrees(rows - 1) || !agree(sums.all, *now.all)) return;
    for (std::size_t i = 0; i < columns; ++i) {
      if (!agree(sums.by_column[i], *now.by_column[i])) return;
    }
    for (std::size_t i = 0; i < now.by_group.size(); ++i) {
      if (!agree(sums.by_group[i], *now.by_group[i])) return;
    }
    ++worlds;
    for (std::size_t i = 0; i < guess.size(); ++i) {
      Told& cell = seen[i / columns][i % columns];
      cell.least = std::min(cell.least, guess[i]);
      cell.most = std::max(cell.most, guess[i]);
    }
  }

  /// How many cells are known better than their own print tells them.
  int narrowed() const {
    int cells = 0;
    for (std::size_t row = 0; row < seen.size(); ++row) {
      for (std::size_t column = 0; column < seen[row].size(); ++column) {
        if (seen[row][column] != told(table.cells[row][column])) ++cells;
      }
    }
    return cells;
  }
};

NestedTable random_table(std::mt19937& random, std::size_t rows, std::size_t columns) {
  NestedTable table;
  for (std::size_t i = 0; i < columns; ++i) table.group.push_back(i / 2);
  for (std::size_t row = 0; row < rows; ++row) {
    auto& cells = table.cells.emplace_back();
    for (std::size_t i = 0; i < columns; ++i)
      cells.push_back(std::max<std::int64_t>(0, static_cast<std::int64_t>(random() % 9) - 1));
  }
  return table;
}

int sums_in(const NestedSums& sums) {
  int count = sums.all ? 1 : 0;
  const auto look = [&](const std::vector<NestedSums::Sum>& some) {
    for (const auto& sum : some) count += sum ? 1 : 0;
  };
  for (const auto& row : sums.by_row_and_group) look(row);
  look(sums.by_row);
  look(sums.by_column);
  look(sums.by_group);
  return count;
}

}  // namespace

TEST_CASE("A published count is nothing, fewer than five, or a multiple of five") {
  CHECK(printed(0) == "0");
  for (const int count : {1, 2, 3, 4}) CHECK(printed(count) == "<5");
  for (const int count : {5, 6, 7}) CHECK(printed(count) == "5");
  CHECK(printed(8) == "10");
  CHECK(printed(12) == "10");
  CHECK(printed(13) == "15");
  for (std::int64_t count = 0; count < 200; ++count) {
    CHECK(told(count).least <= count);
    CHECK(told(count).most >= count);
    // It tells what everything that is printed alike has in common, and no more.
    CHECK(printed(told(count).least) == printed(count));
    CHECK(printed(told(count).most) == printed(count));
    CHECK(printed(told(count).most + 1) != printed(count));
  }
}

TEST_CASE("Two small counts whose sum is small too are told without the sum") {
  const NestedTable table{{{2, 1}}, {0, 0}};
  CHECK(Attacker(table, all_sums(table)).narrowed() == 2);
  const NestedSums sums = publishable_sums(table);
  CHECK_FALSE(sums.by_row_and_group[0][0]);
  CHECK_FALSE(sums.all);
  CHECK(Attacker(table, sums).narrowed() == 0);
}

TEST_CASE("A sum of many counts is told") {
  NestedTable table{{}, {0, 0, 0, 1, 1, 1}};
  std::mt19937 random(4);
  for (int row = 0; row < 20; ++row) {
    auto& cells = table.cells.emplace_back();
    for (int i = 0; i < 6; ++i) cells.push_back(static_cast<std::int64_t>(random() % 90));
  }
  const NestedSums sums = publishable_sums(table);
  const NestedSums all = all_sums(table);
  CHECK((sums.all == all.all));
  CHECK((sums.by_column == all.by_column));
  CHECK((sums.by_group == all.by_group));
  CHECK((sums.by_row != decltype(sums.by_row)(20)));
}

TEST_CASE("Nobody can solve a small count back from all sums that are printed") {
  std::mt19937 random(20261122);
  int naive = 0, told_sums = 0, tables = 0;
  for (const auto& [rows, columns] : {std::pair{1, 2}, {1, 3}, {2, 2}, {2, 3}, {3, 2}}) {
    for (int i = 0; i < 40; ++i, ++tables) {
      const NestedTable table =
          random_table(random, static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
      const NestedSums sums = publishable_sums(table);
      const Attacker attacker(table, sums);
      REQUIRE(attacker.worlds > 0);
      REQUIRE(attacker.narrowed() == 0);
      told_sums += sums_in(sums);
      naive += Attacker(table, all_sums(table)).narrowed() > 0 ? 1 : 0;
    }
  }
  // The same attacker does solve tables whose sums are only rounded, so that this test can fail,
  // and not every sum is lost to him.
  CHECK(naive > tables / 4);
  CHECK(told_sums > tables / 2);
}
