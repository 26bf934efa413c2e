// SPDX-License-Identifier: EUPL-1.2
/// Organisations, centres and branches as a tree in time: a change is a new row from a day on, so
/// that every report can be read as of then.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

/// The countries of a region share their hour.
inline CivilDay day_of(Instant now) {
  return civil_day(now, "Europe/Riga");
}

class Places {
 public:
  explicit Places(Database& db) : db_(db) {}

  // Each within the caller's transaction.
  Place add(Place place, std::string_view by, Instant now);
  void rename(const std::string& id, const std::string& name, CivilDay from, std::string_view by,
              Instant now);
  void move(const std::string& id, const std::string& parent, CivilDay from, std::string_view by,
            Instant now);
  void close(const std::string& id, CivilDay last, const std::string& successor,
             std::string_view by, Instant now);
  void reopen(const std::string& id, CivilDay from, std::string_view by, Instant now);
  void drop_plans(const std::string& id, std::string_view by, Instant now);
  /// A kiosk stands there from that day on, also in what is planned.
  void add_kiosk(const std::string& id, CivilDay from);

  /// Every version that stood on one of the days, in the order of ids and of time.
  std::vector<Place> standing(CivilDay from, CivilDay to);
  /// Refuses an id that there is not.
  Place last_row(const std::string& id);
  /// Refuses a place that is closed by then, too.
  Place open(const std::string& id, CivilDay day);

 private:
  std::optional<Place> standing(const std::string& id, CivilDay day);
  /// What happened, or is planned, from a day on is not changed before it.
  void must_be_newer(CivilDay day, const Place& last_row, Instant now);
  /// From its first day on it is so; the row before ends the day before.
  void change(const Place& place, Instant now);
  /// Of the row that stands on that day.
  void end_row(const std::string& id, CivilDay last, CivilDay standing_on,
               const std::string& successor = {});
  void insert(const Place& place);
  void must_fit_under_parent(const Place& place);
  void must_not_be_part_of_itself(const Place& place);

  Database& db_;
};

}  // namespace sveiki::region
