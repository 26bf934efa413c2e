// SPDX-License-Identifier: EUPL-1.2
/// Places as a tree in time: which version of a centre stood when, under which organisation, and
/// who carries on with its work.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "region/storage.h"

namespace sveiki::region {

class PlacesInTime {
 public:
  /// Versions in any order; they must outlive this.
  explicit PlacesInTime(const std::vector<Place>& places);

  /// The newest version that stood on one of these days.
  const Place* standing(const std::string& id, CivilDay from, CivilDay to) const;
  /// Who does its work on that day: itself, its successor, the successor's successor. The last of
  /// the line if none stands any more; null for an id that nobody knows.
  const Place* heir(const std::string& id, CivilDay day) const;
  /// The first and, once it is closed, the last day of a place that is known.
  std::pair<CivilDay, std::optional<CivilDay>> life(const std::string& id) const;
  /// The nearest organisation above it in those days; empty: none.
  std::string organisation_of(const Place& place, CivilDay from, CivilDay to) const;
  bool is_below(const Place& place, const std::string& organisation, CivilDay from,
                CivilDay to) const;
  /// The ids of all centres and branches, in order.
  std::vector<std::string> centres() const;

 private:
  /// The places above it, the nearest first.
  std::vector<const Place*> above(const Place& place, CivilDay from, CivilDay to) const;

  std::unordered_map<std::string, std::vector<const Place*>> versions_;  // the oldest first
};

}  // namespace sveiki::region
