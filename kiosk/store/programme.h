// SPDX-License-Identifier: EUPL-1.2
/// The tables of what is posted: series with their extra dates and exceptions, and announcements.
/// Only ever added to; the newest revision of a series stands, and the newest announcements.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/announcement.h"
#include "store/posting.h"

namespace sveiki::store {

class Programme {
 public:
  explicit Programme(SQLite::Database& db) : db_(db) {}

  /// Grows whenever something is posted or withdrawn.
  std::int64_t revision() const;

  /// What stands, by id; without series whose rule this program cannot read.
  std::vector<Posted> series() const;
  /// What stands, closed days too, by the day from which on.
  std::vector<Announcement> announcements() const;
  /// Of the newest revision, withdrawn or not; nothing if there never was such a series.
  std::optional<std::string> activity_of(std::string_view series) const;

  /// An act of posting, which what follows belongs to. With announcements: these stand, no others.
  std::int64_t begin(std::string_view by, Instant now,
                     const std::optional<std::vector<Announcement>>& announcements);
  void post(std::int64_t posting, const Posted& posted);
  void withdraw(std::int64_t posting, std::string_view series);

 private:
  SQLite::Database& db_;
};

}  // namespace sveiki::store
