// SPDX-License-Identifier: EUPL-1.2
/// Sheets that came and were not taken, until a later one settles them, so that somebody hears of
/// them. Where nothing was refused, nothing is written.
#pragma once

#include <map>
#include <set>

#include "region/storage.h"

namespace sveiki::region {

/// For one transaction: read, change in memory, write.
class RefusedSheets {
 public:
  explicit RefusedSheets(Database& db) : db_(db) {}

  void read(const std::set<std::string>& centres);
  void note(const std::string& centre, const Sheet& sheet, std::string_view why, Instant at);
  /// The sheet was stored: what it says stands instead of its earlier revisions, and of a conflict,
  /// which a kiosk answers with another life.
  void settle(const std::string& centre, const Sheet& stored);
  void write();

 private:
  // Centre, kind, period, life.
  using Key = std::array<std::string, 4>;
  struct Held {
    std::optional<RefusedSheet> sheet;  // nothing: settled
    bool fresh = false;                 // to be written
  };
  static Key key_of(const std::string& centre, const SheetId& id);

  Database& db_;
  std::map<Key, Held> held_;
};

/// What these lives of the centre were refused is settled: they count no more.
void settle_lives(Database& db, const std::string& centre, const std::vector<std::string>& lives);

std::vector<RefusedSheet> list_refused(Database& db);

}  // namespace sveiki::region
