// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/connection.h"

#include <algorithm>

#include "region/pages/charts.h"
#include "region/pages/figures.h"
#include "region/report_tables.h"

namespace sveiki::region::pages {
namespace {

/// A clock that is off by more is worth a telephone call.
constexpr Millis kSkewShown = std::chrono::minutes{5};

Html clock_words(const View& view, const Device& device) {
  const Millis skew{device.skew_ms};
  if (!device.last_seen) return "–";
  if (skew < kSkewShown && skew > -kSkewShown) return view.tr("right");
  const std::int64_t minutes = std::chrono::duration_cast<std::chrono::minutes>(skew).count();
  return tag("strong", minutes > 0 ? view.count("{n} minute fast", "{n} minutes fast", minutes)
                                   : view.count("{n} minute slow", "{n} minutes slow", -minutes));
}

}  // namespace

std::string ago(const View& view, Instant at) {
  const std::int64_t minutes =
      std::max<std::int64_t>(0, (view.request.at - at) / std::chrono::minutes{1});
  if (minutes < 2) return view.tr("just now");
  if (minutes < 120) return view.count("{n} minute ago", "{n} minutes ago", minutes);
  const std::int64_t hours = minutes / 60;
  if (hours < 48) return view.count("{n} hour ago", "{n} hours ago", hours);
  return view.count("{n} day ago", "{n} days ago", hours / 24);
}

std::vector<Html> device_cells(const View& view, const Device& device) {
  return {
      device.last_seen ? tag("span", view.words.moment(*device.last_seen, kZone),
                             tag("span", {{"class", "unit"}}, " ", ago(view, *device.last_seen)))
                       : Html(view.tr("never heard of")),
      clock_words(view, device),
      device.revoked ? view.tr("revoked on {day}",
                               {{"day", view.words.full_day(civil_day(*device.revoked, kZone))}})
                     : view.tr("connected")};
}

Html connection(const View& view, const CentreReport& centre) {
  if (!centre.place.kiosk)
    return section(
        view.tr("Connection"),
        {tag("p", view.tr("This centre has no kiosk. Its months are entered by hand."))});
  std::vector<std::vector<Html>> devices;
  for (const Device& device : view.storage.devices()) {
    if (device.centre != centre.place.id) continue;
    auto& cells = devices.emplace_back(device_cells(view, device));
    cells.insert(cells.begin(), device.id);
  }
  return section(
      view.tr("Connection"),
      {centre.silent ? notice(view.tr("Nothing was heard of it in three days."), false) : Html{},
       devices.empty() ? tag("p", view.tr("No kiosk is connected yet."))
                       : records(view.tr("The kiosks of this centre"),
                                 {view.tr("Kiosk"), view.tr("Last heard of"), view.tr("Clock"),
                                  view.tr("State")},
                                 devices)});
}

Html activity_table(const View& view, const Report& report, const Counts& counts) {
  std::vector<std::pair<std::string, RowValues>> sorted(counts.activities.begin(),
                                                        counts.activities.end());
  std::ranges::stable_sort(sorted, std::greater{},
                           [](const auto& each) { return each.second[kVisits]; });
  auto names = activity_names_in(view.words.language(), view.storage.activity_names(), report);
  if (names.empty()) names = report.activity_codes;
  names[""] = view.tr("Other activities");
  std::vector<Html> rows;
  for (const auto& [id, values] : sorted) {
    Html cells = row_head(names.contains(id) ? names[id] : id);
    cells += tag("td", {{"class", "bars"}}, bar(values[kVisits], sorted.front().second[kVisits]));
    for (const DayColumn column : {kVisits, kHeadcount, kSignUps, kServices})
      cells += cell(view, values[column]);
    rows.push_back(tag("tr", cells));
  }
  if (rows.empty())
    return section(view.tr("Activities"), {tag("p", view.tr("No activity was reported."))});
  return section(view.tr("Activities"),
                 {table(view.tr("Visits of each activity"),
                        {view.tr("Activity"), view.tr("Compared"), number_head(view.tr("Visits")),
                         number_head(view.tr("In groups")), number_head(view.tr("Places taken")),
                         number_head(view.tr("Services"))},
                        rows),
                  tag("p", {{"class", "note"}},
                      view.tr("One visit can have several activities. Do not add them up.")),
                  few_note(view)});
}

}  // namespace sveiki::region::pages
