// SPDX-License-Identifier: EUPL-1.2
/// Uploads for tests: one with everything that can stand in it, and others by chance.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "domain/period.h"
#include "sync/upload.h"

namespace sveiki::test {

/// Every key, every kind of row and every column.
inline sync::Upload full_upload() {
  Sheet day{{"00000000000000a1", SheetKind::kDay, "2026-11-22"},
            7,
            {},
            DayState::kOpen,
            "Europe/Vilnius"};
  day.rows[{'T', ""}] = {31, 12, 17, 2, 5, 1440, 3};
  day.rows[{'A', ""}] = {4, 0, 4, 0, 0, 90, 0};
  day.rows[{'A', "ac_7F3K9QWX"}] = {-2, 0, -1, 0, 1, -45, 0};
  Sheet month{{"00000000000000a1", SheetKind::kPeople, "2026-11"}, 3, {}, {}, {}};
  const std::vector<RowKey> rows{{'T', ""},    {'F', "2-4"}, {'O', "unknown"},
                                 {'B', "85-"}, {'G', "x"},   {'M', "disability"}};
  for (const RowKey& row : rows) month.rows[row] = {17, 2};
  Sheet indicator{{"00000000000000b2", SheetKind::kPeople, "P:SOC1000"}, 1, {}, {}, {}};
  indicator.rows[{'T', ""}] = {250, 0};
  return {"dv_7F3K9QWX", "ce_2MPNH8ZT", {1'795'000'000'000}, "0.1.0", 3, {day, month, indicator}};
}

/// Uploads by chance, always the same ones.
class Uploads {
 public:
  explicit Uploads(unsigned seed = 20261122) : random_(seed) {}

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
  bool chance(int in) { return below(in) == 0; }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

  sync::Upload next() {
    sync::Upload upload{"dv_0ABCDEFZ", "ce_9HJKMNPT", {below(2'000'000'000) * 1000LL}, "", {}, {}};
    if (chance(2)) upload.app = one_of<std::string>({"0.1.0", "1", "12.0", "1.2.3.4444"});
    if (chance(2)) upload.catalogue = below(1000);
    for (int i = 0, n = 1 + below(8); i < n; ++i) upload.sheets.push_back(sheet(i));
    return upload;
  }

 private:
  /// Its life has `number` in it, so that no sheet comes twice.
  Sheet sheet(int number) {
    Sheet made;
    made.id.life = one_of<std::string>({"00000000000000a", "fedcba987654321"}) +
                   "0123456789abcdef"[number % 16];
    made.revision = chance(4) ? (std::int64_t{1} << 53) - 1 : 1 + below(1000);
    const CivilDay day = CivilDay{2024, 2, 28}.next(below(1000));
    if (chance(2)) {
      made.id.kind = SheetKind::kDay;
      made.id.period = day.iso();
      made.zone = chance(2) ? "Europe/Riga" : "Europe/Vilnius";
      if (chance(2)) made.state = chance(2) ? DayState::kOpen : DayState::kClosed;
    } else {
      made.id.kind = SheetKind::kPeople;
      made.id.period = chance(5) ? "P:A-1" : calendar_periods(day)[below(4)].name;
    }
    for (int i = 0, n = below(6); i < n; ++i) {
      RowValues values{};
      for (std::size_t c = 0; c < column_names(made.id.kind).size(); ++c)
        if (chance(2)) values[c] = below(2'000'001) - 1'000'000;
      if (values != RowValues{}) made.rows[row(made.id.kind)] = values;
    }
    return made;
  }

  RowKey row(SheetKind kind) {
    if (chance(4)) return {'T', ""};
    if (kind == SheetKind::kDay)
      return {'A', one_of<std::string>({"", "ac_00000001", "ac_ZZZZZZZZ", "ac_7F3K9QWX"})};
    switch (below(5)) {
      case 0:
        return {'F', visits_band(1 + below(12))};
      case 1:
        return {'O', other_centres_band(below(4))};
      case 2:
        return {'B', chance(9) ? age_band({}) : age_band(below(105))};
      case 3:
        return {'G', one_of<std::string>({"f", "m", "x", "unknown"})};
      default:
        return {'M', one_of<std::string>({"child", "youth", "senior", "other"})};
    }
  }

  std::mt19937 random_;
};

}  // namespace sveiki::test
