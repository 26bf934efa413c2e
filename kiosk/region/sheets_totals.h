// SPDX-License-Identifier: EUPL-1.2
/// The totals that reports read, by month of day sheets and by people period, and whether each day
/// was reported: read for one transaction, changed by the difference of old and new, written at its
/// end.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "base/time.h"
#include "domain/sheet.h"
#include "region/database.h"

namespace sveiki::region {

/// What stands in for a day in a month's 31 letters.
enum DayMark : char { kNotReported = '-', kOpen = 'o', kClosed = 'c', kWithdrawn = 'w' };
/// The days of `month`, "2026-11", that bear this mark.
std::vector<CivilDay> days_marked(const std::string& month, std::string_view marks, DayMark mark);

class Totals {
 public:
  /// One total: a centre's month of day sheets, or its people period.
  struct Key {
    std::string kind, period, centre;
    auto operator<=>(const Key&) const = default;
  };
  static Key key_of(const std::string& centre, SheetKind kind, const std::string& period);

  explicit Totals(Database& db) : db_(db) {}

  void read(const std::set<Key>& keys);
  void change(const Key& key, const SheetRows& before, const SheetRows& after);
  const SheetRows& rows(const Key& key) const { return totals_.at(key).rows; }
  /// `day` is "2026-11-22".
  char mark(const std::string& centre, const std::string& day) const;
  void set_mark(const std::string& centre, const std::string& day, char mark);
  /// Marks these days of centres anew by their sheets in the database: any life that says open
  /// wins.
  void mark_anew(const std::set<std::pair<std::string, std::string>>& centres_days);
  /// Those that changed.
  void write();

 private:
  struct Total {
    SheetRows rows;
    std::string days;
    bool changed = false;
  };
  Database& db_;
  std::map<Key, Total> totals_;
};

/// What the sheets of one day say together; `state` and whether it was withdrawn, of each.
class DayMarker {
 public:
  void add(std::string_view state, bool withdrawn);
  char mark() const { return mark_; }

 private:
  char mark_ = kNotReported;
};

}  // namespace sveiki::region
