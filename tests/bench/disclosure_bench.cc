// SPDX-License-Identifier: EUPL-1.2
// How long it takes to decide what may be published of 1000 centres and three years.
#include <chrono>
#include <cstdio>
#include <random>

#include "region/disclosure.h"

using namespace sveiki::region;

namespace {

NestedTable a_year(std::mt19937& random, int most) {
  NestedTable table;
  for (std::size_t month = 0; month < 12; ++month) table.group.push_back(month / 3);
  for (int centre = 0; centre < 1000; ++centre) {
    auto& cells = table.cells.emplace_back();
    for (int month = 0; month < 12; ++month)
      cells.push_back(static_cast<std::int64_t>(random()) % most);
  }
  return table;
}

int told(const std::vector<NestedSums::Sum>& sums) {
  int count = 0;
  for (const auto& sum : sums) count += sum ? 1 : 0;
  return count;
}

}  // namespace

int main() {
  for (const int most : {8, 60, 300}) {
    std::mt19937 random(1);
    int quarters = 0, years = 0, months = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (int year = 0; year < 3; ++year) {
      const NestedSums sums = publishable_sums(a_year(random, most));
      for (const auto& row : sums.by_row_and_group) quarters += told(row);
      years += told(sums.by_row);
      months += told(sums.by_column);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf(
        "visits below %3d: %5.2f s; told %d of 36 months, %d of 12000 quarters and %d of"
        " 3000 years of a centre\n",
        most, took.count(), months, quarters, years);
  }
}
