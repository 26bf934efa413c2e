// SPDX-License-Identifier: EUPL-1.2
/// Attendance counted the slow and obvious way, from a list of visits in memory: the opinion
/// against which the record's counts are tested. Shares nothing with the store.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/facts.h"

namespace sveiki::test {

struct ModelArrival {
  int person = -1;  ///< -1: a headcount
  int heads = 0;
  CivilDay day;
  Instant at;
  bool undone = false;
  std::map<std::int64_t, std::string> parts;  ///< by id of the participation; gone when undone
  bool in(const std::string& activity) const {
    if (activity.empty()) return true;
    if (activity == "none") return parts.empty();
    for (const auto& part : parts) {
      if (part.second == activity) return true;
    }
    return false;
  }
};

/// Counts of the arrivals whose day satisfies `within`.
template <class Within>
Counts count(const std::vector<ModelArrival>& arrivals, const std::string& activity,
             int newcomers_are_below, Within within) {
  Counts sum;
  std::set<int> people;
  std::map<int, const ModelArrival*> first;
  for (const ModelArrival& arrival : arrivals) {
    if (arrival.undone) continue;
    if (arrival.person >= 0) {
      const ModelArrival*& earliest = first[arrival.person];
      if (!earliest || arrival.at < earliest->at) earliest = &arrival;
    }
    if (!within(arrival.day) || !arrival.in(activity)) continue;
    sum.visits += arrival.person < 0 ? arrival.heads : 1;
    sum.headcount += arrival.heads;
    if (arrival.person >= 0) people.insert(arrival.person);
  }
  sum.people = static_cast<std::int64_t>(people.size());
  for (const auto& [person, visit] : first) {
    if (person < newcomers_are_below && within(visit->day) && visit->in(activity)) ++sum.newcomers;
  }
  return sum;
}

}  // namespace sveiki::test
