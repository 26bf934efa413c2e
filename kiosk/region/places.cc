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

constexpr const char* kStanding =
    "SELECT id, kind, parent, name, country, zone, kiosk, from_day, to_day, successor"
    // What changed twice on one day has a version that stood on none.
    " FROM place WHERE from_day <= $2"
    " AND (to_day IS NULL OR (to_day >= $1 AND to_day >= from_day))"
    " ORDER BY id, from_day, version";
constexpr const char* kStandingOne =
    "SELECT id, kind, parent, name, country, zone, kiosk, from_day, to_day, successor"
    " FROM place WHERE id = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day >= $2)";
constexpr const char* kLastRow =
    "SELECT id, kind, parent, name, country, zone, kiosk, from_day, to_day, successor"
    " FROM place WHERE id = $1 ORDER BY from_day DESC, version DESC LIMIT 1";
constexpr const char* kEndRow =
    "UPDATE place SET to_day = $2, successor = $3"
    " WHERE id = $1 AND from_day <= $4 AND (to_day IS NULL OR to_day >= $4)";

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
  for (int steps = 0; place.country.empty() && steps < kDeepest; ++steps) {
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
  insert(place);
  write_log(
      db_, by,
      {msg("Added {place} from {day}."), {{"place", named(place)}, {"day", place.from.iso()}}},
      now);
  return place;
}

void Places::rename(const std::string& id, const std::string& name, CivilDay from,
                    std::string_view by, Instant now) {
  must_be_name(name);
  Place place = open(id, from);
  const std::string before = named(place);
  place.name = name;
  place.from = from;
  change(place, now);
  write_log(db_, by,
            {msg("Renamed {place} to \"{name}\" from {day}."),
             {{"place", before}, {"name", name}, {"day", from.iso()}}},
            now);
}

void Places::move(const std::string& id, const std::string& parent, CivilDay from,
                  std::string_view by, Instant now) {
  Place place = open(id, from);
  place.parent = parent;
  place.from = from;
  must_fit_under_parent(place);
  change(place, now);
  write_log(db_, by,
            {parent.empty() ? msg("Moved {place} to the region from {day}.")
                            : msg("Moved {place} to {parent} from {day}."),
             {{"place", named(place)}, {"parent", parent}, {"day", from.iso()}}},
            now);
}

void Places::close(const std::string& id, CivilDay last, const std::string& successor,
                   std::string_view by, Instant now) {
  const Place place = open(id, last);
  must_be_newer(last, place, now);
  if (successor == id) throw Refusal(named(place) + " cannot go on with its own work");
  if (!successor.empty() && (open(successor, last.next()).kind == Place::Kind::kOrganisation) !=
                                (place.kind == Place::Kind::kOrganisation))
    throw Refusal("an organisation is followed by an organisation, a centre by a centre");
  for (const Place& child : standing(last.next(), last.next()))
    if (child.parent == id) throw Refusal("move or close " + named(child) + " first");
  end_row(id, last, last, successor);
  write_log(db_, by,
            {successor.empty() ? msg("Closed {place} after {day}.")
                               : msg("Closed {place} after {day}, followed by {successor}."),
             {{"place", named(place)}, {"day", last.iso()}, {"successor", successor}}},
            now);
}

void Places::reopen(const std::string& id, CivilDay from, std::string_view by, Instant now) {
  Place place = last_row(id);
  if (!place.to) throw Refusal(named(place) + " is not closed");
  const CivilDay last = *place.to;
  place.from = std::max(from, last.next());
  place.to.reset();
  place.successor.clear();
  must_fit_under_parent(place);
  if (from <= last.next())
    db_.query("UPDATE place SET to_day = NULL, successor = '' WHERE id = $1 AND to_day = $2",
              {id, value(last)});
  else
    insert(place);
  write_log(
      db_, by,
      {msg("Reopened {place} from {day}."), {{"place", named(place)}, {"day", place.from.iso()}}},
      now);
}

void Places::drop_plans(const std::string& id, std::string_view by, Instant now) {
  const Place last = last_row(id);
  const auto planned = db_.query(
      "SELECT from_day FROM place WHERE id = $1 AND from_day > $2"
      // How it begins is no change of it.
      " AND from_day > (SELECT min(from_day) FROM place WHERE id = $1)"
      " ORDER BY from_day LIMIT 1",
      {id, value(day_of(now))});
  if (planned.empty()) throw Refusal("nothing is planned for " + named(last));
  const CivilDay first = day(planned[0][0]);
  db_.query("DELETE FROM place WHERE id = $1 AND from_day >= $2", {id, value(first)});
  db_.query("UPDATE place SET to_day = NULL WHERE id = $1 AND to_day = $2",
            {id, value(first.next(-1))});
  write_log(db_, by,
            {msg("Dropped what was planned for {place} from {day}."),
             {{"place", named(last_row(id))}, {"day", first.iso()}}},
            now);
}

void Places::add_kiosk(const std::string& id, CivilDay from) {
  auto place = standing(id, from);
  if (place && place->from < from && !place->kiosk) {
    end_row(id, from.next(-1), from);
    place->from = from;
    insert(*place);
  }
  db_.query("UPDATE place SET kiosk = 1 WHERE id = $1 AND from_day >= $2", {id, value(from)});
}

std::vector<Place> Places::standing(CivilDay from, CivilDay to) {
  std::vector<Place> places;
  db_.read(kStanding, {value(from), value(to)},
           [&](const Values& row) { places.push_back(place_of(row)); });
  std::multimap<std::string, Place*> by_id;
  for (Place& place : places) by_id.emplace(place.id, &place);
  for (Place& place : places) inherit_country(place, by_id, std::max(place.from, from));
  return places;
}

std::optional<Place> Places::standing(const std::string& id, CivilDay day) {
  const auto rows = db_.query(kStandingOne, {id, value(day)});
  if (rows.empty()) return std::nullopt;
  return place_of(rows[0]);
}

Place Places::last_row(const std::string& id) {
  const auto rows = db_.query(kLastRow, {id});
  if (rows.empty()) throw Refusal("there is no place \"" + id + "\"");
  return place_of(rows[0]);
}

Place Places::open(const std::string& id, CivilDay day) {
  Place place = last_row(id);
  if (place.to && *place.to < day)
    throw Refusal(named(place) + " has " + place.to->iso() +
                  " as its last day: \"centre reopen\" opens it again");
  return place;
}

void Places::must_be_newer(CivilDay day, const Place& last_row, Instant now) {
  if (day >= last_row.from) return;
  const std::string name = named(standing(last_row.id, day).value_or(last_row));
  if (last_row.from > day_of(now))
    throw Refusal(name + " has a change planned from " + last_row.from.iso() +
                  ": drop it first, with \"centre drop-plans\"");
  throw Refusal(name + " changed on " + last_row.from.iso() + ": nothing can change before");
}

void Places::change(const Place& place, Instant now) {
  must_be_newer(place.from, last_row(place.id), now);
  end_row(place.id, place.from.next(-1), place.from);
  insert(place);
}

void Places::end_row(const std::string& id, CivilDay last, CivilDay standing_on,
                     const std::string& successor) {
  db_.query(kEndRow, {id, value(last), successor, value(standing_on)});
}

void Places::insert(const Place& place) {
  const auto versions =
      db_.query("SELECT coalesce(max(version), 0) + 1 FROM place WHERE id = $1", {place.id});
  db_.query(
      "INSERT INTO place (id, version, kind, parent, name, country, zone, kiosk, from_day,"
      " to_day, successor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      {place.id, versions[0][0], static_cast<std::int64_t>(place.kind), place.parent, place.name,
       place.country, place.zone, std::int64_t{place.kiosk}, value(place.from),
       place.to ? value(*place.to) : Value{}, place.successor});
}

void Places::must_fit_under_parent(const Place& place) {
  if (place.parent.empty()) {
    if (place.kind == Place::Kind::kBranch) throw Refusal("a branch belongs to a centre");
    return;
  }
  const auto places = standing(place.from, place.from);
  const auto above = std::ranges::find(places, place.parent, &Place::id);
  if (above == places.end())
    throw Refusal("there is no place \"" + place.parent + "\" on " + place.from.iso());
  const bool under_centre = above->kind == Place::Kind::kCentre;
  const bool under_organisation = above->kind == Place::Kind::kOrganisation;
  if (place.kind == Place::Kind::kBranch ? !under_centre : !under_organisation)
    throw Refusal("a branch belongs to a centre, everything else to an organisation");
  must_not_be_part_of_itself(place);
}

void Places::must_not_be_part_of_itself(const Place& place) {
  // Those above it may have plans.
  std::vector<CivilDay> days{place.from};
  for (const Values& row :
       db_.query("SELECT DISTINCT from_day FROM place WHERE from_day > $1 ORDER BY from_day",
                 {value(place.from)}))
    days.push_back(day(row[0]));
  for (const CivilDay each : days) {
    std::map<std::string, std::string> parents;
    for (const Place& it : standing(each, each)) parents[it.id] = it.parent;
    std::string above = place.parent;
    for (int steps = 0; !above.empty() && steps < kDeepest; ++steps) {
      if (above == place.id) throw Refusal(named(place) + " cannot be a part of itself");
      const auto next = parents.find(above);
      above = next == parents.end() ? "" : next->second;
    }
  }
}

}  // namespace sveiki::region
