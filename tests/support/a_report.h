// SPDX-License-Identifier: EUPL-1.2
/// A small region as reports see it: Auce in Latvia, Kretinga in Lithuania with its branch in
/// Salantai.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/period.h"
#include "region/report.h"
#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::test {

inline region::Place a_place(const std::string& id, const std::string& parent,
                             const std::string& name, region::Place::Kind kind) {
  region::Place place;
  place.id = id;
  place.kind = kind;
  place.parent = parent;
  place.name = name;
  place.zone = "Europe/Riga";
  place.from = CivilDay(2025, 1, 1);
  return place;
}

inline region::ReportInput a_region(const std::string& from = "2026-01",
                                    const std::string& to = "2026-01") {
  using Kind = region::Place::Kind;
  region::ReportInput input;
  input.from_month = from;
  input.to_month = to;
  input.made = instant_of({2026, 11, 22}, 12 * 60, "Europe/Riga");
  input.places = {a_place("or_latvijaa", "", "A Latvija", Kind::kOrganisation),
                  a_place("or_lietuvaa", "", "B Lietuva", Kind::kOrganisation),
                  a_place("ce_aaaaaaaa", "or_latvijaa", "Auce", Kind::kCentre),
                  a_place("ce_bbbbbbbb", "or_lietuvaa", "Kretinga", Kind::kCentre),
                  a_place("ce_cccccccc", "ce_bbbbbbbb", "Salantai", Kind::kBranch)};
  input.activity_codes["ac_clayclay"] = "clay";
  return input;
}

/// A month of which every day was reported, and nothing counted.
inline region::Total whole_month(const std::string& centre, const std::string& month, bool open) {
  const Period days = *calendar_period(month);
  const auto count = static_cast<std::size_t>((days.to.days() - days.from.days()).count() + 1);
  return {centre, month, {}, std::string(count, open ? region::kOpen : region::kClosed), {}, false};
}

/// One row of a total.
inline region::Total a_row(const std::string& centre, const std::string& period, const RowKey& key,
                           const RowValues& values) {
  return {centre, period, region::write_rows({{key, values}}), {}, {}, false};
}

inline void add_people(region::ReportInput& input, const std::string& centre,
                       const std::string& period, std::int64_t n,
                       const std::vector<std::pair<std::string, std::int64_t>>& other_centres) {
  input.people.push_back(a_row(centre, period, {'T', ""}, {n}));
  for (const auto& [band, count] : other_centres)
    input.people.push_back(a_row(centre, period, {'O', band}, {count}));
}

inline region::Indicator an_indicator(const std::string& period, const std::string& from,
                                      const std::string& to, std::int64_t target) {
  return {period,
          "People",
          calendar_period(from)->from,
          calendar_period(to)->to,
          target,
          calendar_period(to)->to,
          1};
}

}  // namespace sveiki::test
