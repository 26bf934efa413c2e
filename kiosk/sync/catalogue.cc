// SPDX-License-Identifier: EUPL-1.2
#include <limits>
#include <set>

#include "domain/period.h"
#include "sync/ids.h"
#include "sync/sheet_id.h"
#include "sync/upload.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMaxEntries = 2000;

CivilDay read_day(const JsonValue& value) {
  if (kind_of(value.text()) != SheetKind::kDay) value.refuse("This is no day.");
  return *CivilDay::parse(value.text());
}

std::vector<Catalogue::Activity> activities_of(const JsonValue& list) {
  std::vector<Catalogue::Activity> activities;
  std::set<std::string> seen;
  const std::size_t length = list.length(0, kMaxEntries);
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue value = list[i];
    value.keys({"id", "code"});
    activities.push_back({value["id"].text(is_activity), value["code"].text(is_activity_code)});
    // No id can be a code.
    if (!seen.insert(activities.back().id).second || !seen.insert(activities.back().code).second)
      value.refuse("This activity stands here twice.");
  }
  return activities;
}

std::vector<Catalogue::Indicator> indicators_of(const JsonValue& list) {
  std::vector<Catalogue::Indicator> indicators;
  std::set<std::string> seen;
  const std::size_t length = list.length(0, kMaxEntries);
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue value = list[i];
    value.keys({"period", "from", "to"});
    const Catalogue::Indicator indicator{value["period"].text(is_indicator_period),
                                         read_day(value["from"]), read_day(value["to"])};
    if (!are_whole_months(indicator.from, indicator.to))
      value.refuse("These are not whole months.");
    if (!seen.insert(indicator.period).second) value.refuse("This indicator stands here twice.");
    indicators.push_back(indicator);
  }
  return indicators;
}

Catalogue of(const JsonValue& value) {
  value.keys({"version", "activities", "indicators"});
  return {static_cast<int>(value["version"].whole(0, std::numeric_limits<int>::max())),
          activities_of(value["activities"]), indicators_of(value["indicators"])};
}

}  // namespace

std::string write_catalogue(const Catalogue& catalogue) {
  ordered_json activities = ordered_json::array();
  for (const Catalogue::Activity& activity : catalogue.activities)
    activities.push_back(ordered_json{{"id", activity.id}, {"code", activity.code}});
  ordered_json indicators = ordered_json::array();
  for (const Catalogue::Indicator& indicator : catalogue.indicators)
    indicators.push_back(ordered_json{
        {"period", indicator.period}, {"from", indicator.from.iso()}, {"to", indicator.to.iso()}});
  return ordered_json{{"v", kSchemaVersion},
                      {"version", catalogue.version},
                      {"activities", std::move(activities)},
                      {"indicators", std::move(indicators)}}
      .dump();
}

std::optional<Catalogue> read_catalogue(std::string_view body) {
  return read_if_right(body, of);
}

}  // namespace sveiki::sync
