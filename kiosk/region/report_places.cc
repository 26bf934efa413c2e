// SPDX-License-Identifier: EUPL-1.2
#include "region/report_places.h"

#include <algorithm>
#include <set>

namespace sveiki::region {

PlacesInTime::PlacesInTime(const std::vector<Place>& places) {
  for (const Place& place : places) versions_[place.id].push_back(&place);
  for (auto& [id, versions] : versions_) std::ranges::sort(versions, {}, &Place::from);
}

const Place* PlacesInTime::standing(const std::string& id, CivilDay from, CivilDay to) const {
  const auto found = versions_.find(id);
  if (found == versions_.end()) return nullptr;
  for (auto at = found->second.rbegin(); at != found->second.rend(); ++at) {
    if ((*at)->from <= to && (!(*at)->to || *(*at)->to >= from)) return *at;
  }
  return nullptr;
}

const Place* PlacesInTime::heir(const std::string& id, CivilDay day) const {
  const Place* last = nullptr;
  std::set<std::string> seen;
  for (std::string at = id; seen.insert(at).second;) {
    const auto found = versions_.find(at);
    if (found == versions_.end()) break;
    if (const Place* place = standing(at, day, day)) return place;
    last = found->second.back();
    at = last->successor;
  }
  return last;
}

std::pair<CivilDay, std::optional<CivilDay>> PlacesInTime::life(const std::string& id) const {
  const auto& versions = versions_.at(id);
  return {versions.front()->from, versions.back()->to};
}

std::string PlacesInTime::organisation_of(const Place& place, CivilDay from, CivilDay to) const {
  for (const Place* parent : above(place, from, to)) {
    if (parent->kind == Place::Kind::kOrganisation) return parent->id;
  }
  return {};
}

bool PlacesInTime::is_below(const Place& place, const std::string& organisation, CivilDay from,
                            CivilDay to) const {
  return std::ranges::any_of(above(place, from, to),
                             [&](const Place* parent) { return parent->id == organisation; });
}

std::vector<std::string> PlacesInTime::centres() const {
  std::vector<std::string> ids;
  for (const auto& [id, versions] : versions_) {
    if (versions.back()->kind != Place::Kind::kOrganisation) ids.push_back(id);
  }
  std::ranges::sort(ids);
  return ids;
}

std::vector<const Place*> PlacesInTime::above(const Place& place, CivilDay from,
                                              CivilDay to) const {
  std::vector<const Place*> above;
  const Place* at = &place;
  for (int steps = 0; steps < kDeepest && !at->parent.empty(); ++steps) {
    at = standing(at->parent, from, to);
    if (!at) break;
    above.push_back(at);
  }
  return above;
}

}  // namespace sveiki::region
