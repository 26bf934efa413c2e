// SPDX-License-Identifier: EUPL-1.2
#include "region/json_report.h"

#include <nlohmann/json.hpp>

#include "region/disclosure.h"

namespace sveiki::region {
namespace {

using Json = nlohmann::ordered_json;

class Writer {
 public:
  Writer(const Report& report, Purpose purpose) : report_(report), purpose_(purpose) {}

  Json write(const ActivityNames& names) const {
    Json json{
        {"sveiki_report", kJsonReportVersion},
        {"from", report_.from_month},
        {"to", report_.to_month},
        {"as_of", day(report_.as_of)},
        {"made", iso_utc(report_.made)},
        {"people_period", report_.people_period.empty() ? Json{} : Json(report_.people_period)},
        {"counts", is_counted(report_) ? counts(report_.counts) : Json{}},
        {"people", bracket(report_.people)}};
    json["months"] = list(report_.by_month, [&](const RegionMonth& month) {
      Json states = Json::object();
      for (const auto& [state, centres] : month.centres) states[name(state)] = centres;
      return Json{{"month", month.month},
                  {"centres", states},
                  {"counts", is_counted(month) ? counts(month.counts) : Json{}},
                  {"people", bracket(month.people)}};
    });
    json["indicators"] = list(report_.indicators, [&](const IndicatorReport& it) {
      return Json{{"period", it.indicator.period},
                  {"name", it.indicator.name},
                  {"version", it.indicator.version},
                  {"from", it.indicator.from.iso()},
                  {"to", it.indicator.to.iso()},
                  {"target", it.indicator.target},
                  {"due", it.indicator.due.iso()},
                  {"people", bracket(it.people)},
                  {"reached", it.people ? Json(it.reached()) : Json{}}};
    });
    json["organisations"] = list(report_.organisations, [&](const Place& place) {
      return Json{{"id", place.id}, {"name", place.name}, {"parent", place.parent}};
    });
    json["centres"] = list(report_.centres, [&](const CentreReport& it) { return centre(it); });
    json["activities"] = report_.activity_codes;
    // A pack that was made before there were names is written again as it was.
    if (!names.empty()) json["activity_names"] = names;
    return json;
  }

 private:
  template <typename T, typename F>
  static Json list(const std::vector<T>& items, F&& one) {
    Json list = Json::array();
    for (const T& item : items) list.push_back(one(item));
    return list;
  }

  static Json day(const std::optional<CivilDay>& day) { return day ? Json(day->iso()) : Json{}; }
  static Json days(const std::vector<CivilDay>& days) {
    return list(days, [](CivilDay each) { return Json(each.iso()); });
  }
  static std::string name(MonthState state) { return std::string{month_state_name(state)}; }

  Json count(std::int64_t count) const {
    if (purpose_ == Purpose::kCopy && is_small(count)) return "<5";
    return count;
  }

  Json values(const RowValues& values) const {
    Json json = Json::object();
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool few = i == kMinutes && purpose_ == Purpose::kCopy && is_small(values[kVisits]);
      const std::string column{i == kPeople ? "people_days" : column_names(SheetKind::kDay)[i]};
      json[column] = few ? Json{} : i == kMinutes ? Json(values[i]) : count(values[i]);
    }
    return json;
  }

  Json counts(const Counts& counts) const {
    Json json = values(counts.total);
    json["activities"] = Json::object();
    for (const auto& [id, some] : counts.activities) json["activities"][id] = values(some);
    return json;
  }

  Json bracket(const std::optional<Bracket>& people) const {
    if (!people) return {};
    return {{"lower", count(people->lower)},
            {"estimate", count(people->estimate)},
            {"upper", count(people->upper)},
            {"unknown", count(people->unknown)},
            {"centres", people->centres}};
  }

  Json people(const std::optional<People>& people) const {
    if (!people) return {};
    Json json{{"n", count(people->n)},
              {"at_most", count(people->n + people->more)},
              {"newcomers", count(people->newcomers)}};
    for (const auto& [type, keys] : people->by) {
      Json& by = json[std::string(1, type)] = Json::object();
      for (const auto& [key, n] : keys) by[key] = count(n);
    }
    return json;
  }

  Json centre(const CentreReport& it) const {
    Json json{{"id", it.place.id},
              {"name", it.place.name},
              {"organisation", it.organisation},
              {"parent", it.place.parent},
              {"country", it.place.country},
              {"counts", is_counted(it) ? counts(it.counts) : Json{}},
              {"people", people(it.people)},
              {"last_seen", it.last_seen ? Json(iso_utc(*it.last_seen)) : Json{}},
              {"silent", it.silent}};
    json["months"] = list(it.months, [&](const CentreMonth& month) {
      return Json{{"month", month.month},
                  {"state", name(month.state)},
                  {"open", month.open},
                  {"closed", month.closed},
                  {"missing", days(month.missing)},
                  {"corrected", days(month.corrected)},
                  {"withdrawn", days(month.withdrawn)},
                  {"in_gap", days(month.in_gap)},
                  {"counts", is_counted(month.state) ? counts(month.counts) : Json{}},
                  {"people", people(month.people)}};
    });
    return json;
  }

  const Report& report_;
  Purpose purpose_;
};

}  // namespace

std::string json_report(const Report& report, Purpose purpose, const ActivityNames& names) {
  return Writer(report, purpose).write(names).dump(1) + "\n";
}

}  // namespace sveiki::region
