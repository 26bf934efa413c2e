// SPDX-License-Identifier: EUPL-1.2
#include "region/places.h"

#include <algorithm>
#include <map>

#include "region/database_values.h"
#include "region/log.h"
#include "region/names.h"
#include "sync/ids.h"

namespace sveiki::region {
namespace {

Place place_of(const Values& row) {
  Place place;
  place.id = text(row[0]);
  place.kind = static_cast<Place::Kind>(number(row[1]));
  place.parent = text(row[2]);
  place.name = text(row[3]);
  place.country = text(row[4]);
  place.zone = text(row[5]);
  place.kiosk = number(row[6]) != 0;
  place.from = day(row[7]);
  if (!is_null(row[8])) place.to = day(row[8]);
  place.successor = text(row[9]);
  return place;
}

void must_be_name(const std::string& name) {
  if (!is_name(name, kLongestName))
    throw Refusal("a place needs a name: one line of at most 200 letters");
}

std::string named(const Place& place) {
  return "\"" + place.name + "\" (" + place.id + ")";
}

bool stands(const Place& place, CivilDay day) {
  return place.from <= day && (!place.to || *place.to >= day);
}

/// A place without a country of its own is in its parent's, whose version of that day it is.
void inherit_country(Place& place, const std::multimap<std::string, Place*>& by_id, CivilDay day) {
  std::string parent = place.parent;
  while (place.country.empty()) {
    const auto [begin, end] = by_id.equal_range(parent);
    const auto above =
        std::find_if(begin, end, [&](const auto& it) { return stands(*it.second, day); });
    if (above == end) return;
    place.country = above->second->country;
    parent = above->second->parent;
  }
}

}  // namespace

Place Places::add(Place place, std::string_view by, Instant now) {
  must_be_name(place.name);
  if (!place.country.empty() && place.country != "LV" && place.country != "LT")
    throw Refusal("the country is LV or LT");
  if (place.kind != Place::Kind::kOrganisation && !zone_exists(place.zone))
    throw Refusal("\"" + place.zone + "\" is not a time zone, as Europe/Riga is");
  place.id = sync::new_id(place.kind == Place::Kind::kOrganisation ? "or" : "ce");
  place.to.reset();
  place.successor.clear();
  must_fit_under_parent(place);
  change(place);
  write_log(
      db_, by,
      {msg("Added {place} from {day}."), {{"place", named(place)}, {"day", place.from.iso()}}},
      now);
  return place;
}

void Places::rename(const std::string& id, const std::string& name, CivilDay from,
                    std::string_view by, Instant now) {
  must_be_name(name);
  Place place = open(id);
  const std::string before = named(place);
  place.name = name;
  place.from = from;
  change(place);
  write_log(db_, by,
            {msg("Renamed {place} to \"{name}\" from {day}."),
             {{"place", before}, {"name", name}, {"day", from.iso()}}},
            now);
}

void Places::move(const std::string& id, const std::string& parent, CivilDay from,
                  std::string_view by, Instant now) {
  Place place = open(id);
  place.parent = parent;
  place.from = from;
  must_fit_under_parent(place);
  change(place);
  write_log(db_, by,
            {parent.empty() ? msg("Moved {place} to the region from {day}.")
                            : msg("Moved {place} to {parent} from {day}."),
             {{"place", named(place)}, {"parent", parent}, {"day", from.iso()}}},
            now);
}

void Places::close(const std::string& id, CivilDay last, const std::string& successor,
                   std::string_view by, Instant now) {
  const Place place = open(id);
  if (last < place.from)
    throw Refusal(named(place) + " changed on " + place.from.iso() + ": close it after that");
  if (!successor.empty()) open(successor);
  for (const Place& child : standing(last.next(), last.next()))
    if (child.parent == id) throw Refusal("move or close " + named(child) + " first");
  db_.query("UPDATE place SET to_day = $2, successor = $3 WHERE id = $1 AND to_day IS NULL",
            {id, value(last), successor});
  write_log(db_, by,
            {successor.empty() ? msg("Closed {place} after {day}.")
                               : msg("Closed {place} after {day}, followed by {successor}."),
             {{"place", named(place)}, {"day", last.iso()}, {"successor", successor}}},
            now);
}

std::vector<Place> Places::standing(CivilDay from, CivilDay to) {
  std::vector<Place> places;
  // What changed twice on one day has a version that stood on none.
  db_.read(
      "SELECT id, kind, parent, name, country, zone, kiosk, from_day, to_day, successor"
      " FROM place WHERE from_day <= $2"
      " AND (to_day IS NULL OR (to_day >= $1 AND to_day >= from_day)) ORDER BY id, version",
      {value(from), value(to)}, [&](const Values& row) { places.push_back(place_of(row)); });
  std::multimap<std::string, Place*> by_id;
  for (Place& place : places) by_id.emplace(place.id, &place);
  for (Place& place : places) inherit_country(place, by_id, std::max(place.from, from));
  return places;
}

Place Places::last_row(const std::string& id) {
  const auto rows = db_.query(
      "SELECT id, kind, parent, name, country, zone, kiosk, from_day, to_day, successor"
      " FROM place WHERE id = $1 ORDER BY version DESC LIMIT 1",
      {id});
  if (rows.empty()) throw Refusal("there is no place \"" + id + "\"");
  return place_of(rows[0]);
}

Place Places::open(const std::string& id) {
  const Place place = last_row(id);
  if (place.to) throw Refusal(named(place) + " is closed since " + place.to->iso());
  return place;
}

void Places::change(const Place& place) {
  const auto rows =
      db_.query("SELECT version, from_day FROM place WHERE id = $1 ORDER BY version DESC LIMIT 1",
                {place.id});
  std::int64_t version = 1;
  if (!rows.empty()) {
    version = number(rows[0][0]) + 1;
    const CivilDay since = day(rows[0][1]);
    if (place.from < since)
      throw Refusal(named(place) + " changed on " + since.iso() + ": nothing can change before");
    db_.query("UPDATE place SET to_day = $2 WHERE id = $1 AND to_day IS NULL",
              {place.id, value(place.from.next(-1))});
  }
  db_.query(
      "INSERT INTO place (id, version, kind, parent, name, country, zone, kiosk, from_day,"
      " to_day, successor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, '')",
      {place.id, version, static_cast<std::int64_t>(place.kind), place.parent, place.name,
       place.country, place.zone, std::int64_t{place.kiosk}, value(place.from)});
}

void Places::must_fit_under_parent(const Place& place) {
  if (place.parent.empty()) {
    if (place.kind == Place::Kind::kBranch) throw Refusal("a branch belongs to a centre");
    return;
  }
  const auto places = standing(place.from, place.from);
  const auto find = [&](const std::string& id) {
    return std::ranges::find(places, id, &Place::id);
  };
  auto above = find(place.parent);
  if (above == places.end())
    throw Refusal("there is no place \"" + place.parent + "\" on " + place.from.iso());
  const bool under_centre = above->kind == Place::Kind::kCentre;
  const bool under_organisation = above->kind == Place::Kind::kOrganisation;
  if (place.kind == Place::Kind::kBranch ? !under_centre : !under_organisation)
    throw Refusal("a branch belongs to a centre, everything else to an organisation");
  for (; above != places.end(); above = find(above->parent))
    if (above->id == place.id) throw Refusal(named(place) + " cannot be a part of itself");
}

}  // namespace sveiki::region
