// SPDX-License-Identifier: EUPL-1.2
#include "region/pack_context.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kLanguages[] = {"lv", "lt", "en"};
constexpr const char* kKinds[] = {"organisation", "centre", "branch"};

template <typename T, typename F>
Json list(const T& items, F&& one) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(one(item));
  return list;
}

template <typename F>
auto read_list(const Json& list, F&& one) {
  std::vector<decltype(one(list))> items;
  for (const Json& item : list) items.push_back(one(item));
  return items;
}

Json day(const std::optional<CivilDay>& day) {
  return day ? Json(day->iso()) : Json{};
}
CivilDay read_day(const Json& json) {
  return CivilDay::parse(json.get<std::string>()).value();
}
std::optional<CivilDay> read_maybe_day(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return read_day(json);
}
Json days(const std::vector<CivilDay>& days) {
  return list(days, [](CivilDay each) { return Json(each.iso()); });
}

template <std::size_t N>
std::size_t one_of(const char* const (&names)[N], const Json& json) {
  for (std::size_t i = 0; i < N; ++i) {
    if (json == names[i]) return i;
  }
  throw std::runtime_error("an unknown word");
}

Json place(const Place& it) {
  return {{"id", it.id},           {"kind", kKinds[static_cast<int>(it.kind)]},
          {"parent", it.parent},   {"name", it.name},
          {"country", it.country}, {"zone", it.zone},
          {"kiosk", it.kiosk},     {"from", it.from.iso()},
          {"to", day(it.to)},      {"successor", it.successor}};
}
Place read_place(const Json& json) {
  Place it;
  it.id = json.at("id");
  it.kind = static_cast<Place::Kind>(one_of(kKinds, json.at("kind")));
  it.parent = json.at("parent");
  it.name = json.at("name");
  it.country = json.at("country");
  it.zone = json.at("zone");
  it.kiosk = json.at("kiosk");
  it.from = read_day(json.at("from"));
  it.to = read_maybe_day(json.at("to"));
  it.successor = json.at("successor");
  return it;
}

/// Row by row.
Json rows(const std::vector<Total>& totals) {
  Json list = Json::array();
  for (const Total& it : totals)
    for (const auto& [row, values] : read_rows(it.rows))
      list.push_back({{"centre", it.centre},
                      {"period", it.period},
                      {"type", std::string(1, row.type)},
                      {"key", row.key},
                      {"values", values}});
  return list;
}
Total read_row(const Json& json) {
  const RowKey row{json.at("type").get<std::string>().at(0), json.at("key")};
  return {json.at("centre"),
          json.at("period"),
          write_rows({{row, json.at("values").get<RowValues>()}}),
          {},
          {},
          false};
}

/// What no sheet proves of a month besides its rows.
Json remarks(const std::vector<Total>& months) {
  Json list = Json::array();
  for (const Total& it : months) {
    const auto withdrawn = days_marked(it.period, it.days, kWithdrawn);
    if (it.manual || !it.corrected.empty() || !withdrawn.empty() || !it.in_gap.empty())
      list.push_back({{"centre", it.centre},
                      {"month", it.period},
                      {"corrected", days(it.corrected)},
                      {"withdrawn", days(withdrawn)},
                      {"in_gap", days(it.in_gap)},
                      {"manual", it.manual}});
  }
  return list;
}
Total read_remark(const Json& json) {
  std::string marks(31, kNotReported);
  for (const CivilDay day : read_list(json.at("withdrawn"), read_day))
    marks[static_cast<unsigned>(day.date().day()) - 1] = kWithdrawn;
  return {.centre = json.at("centre"),
          .period = json.at("month"),
          .days = std::move(marks),
          .corrected = read_list(json.at("corrected"), read_day),
          .manual = json.at("manual"),
          .in_gap = read_list(json.at("in_gap"), read_day)};
}

Json entry(const MonthEntry& it) {
  return {{"centre", it.centre}, {"month", it.month}, {"values", it.values}, {"at", it.at.ms}};
}
MonthEntry read_entry(const Json& json) {
  return {json.at("centre"), json.at("month"), json.at("values").get<RowValues>(),
          Instant{json.at("at")}};
}

Json indicator(const Indicator& it) {
  return {{"period", it.period},  {"name", it.name},     {"from", it.from.iso()},
          {"to", it.to.iso()},    {"target", it.target}, {"due", it.due.iso()},
          {"version", it.version}};
}
Indicator read_indicator(const Json& json) {
  return {json.at("period"),       json.at("name"),   read_day(json.at("from")),
          read_day(json.at("to")), json.at("target"), read_day(json.at("due")),
          json.at("version")};
}

}  // namespace

std::string write_devices(const std::vector<Device>& devices) {
  return list(devices,
              [](const Device& device) {
                return Json{{"id", device.id},
                            {"centre", device.centre},
                            {"key", sync::text_of(device.key)},
                            {"enrolled", device.enrolled.ms},
                            {"revoked", device.revoked ? Json(device.revoked->ms) : Json{}}};
              })
             .dump(1) +
         "\n";
}

std::vector<Device> read_devices(std::string_view json) {
  return read_list(Json::parse(json), [](const Json& it) {
    Device device;
    device.id = it.at("id");
    device.centre = it.at("centre");
    device.key = sync::public_key(it.at("key").get<std::string>()).value();
    device.enrolled = {it.at("enrolled")};
    if (!it.at("revoked").is_null()) device.revoked = Instant{it.at("revoked")};
    return device;
  });
}

std::string write_context(const Evidence& evidence) {
  const ReportInput& input = evidence.input;
  Json json{{"sveiki_pack", 3},
            {"from", input.from_month},
            {"to", input.to_month},
            {"as_of", day(input.as_of)},
            {"organisation", input.organisation},
            {"made", input.made.ms},
            {"language", kLanguages[static_cast<int>(evidence.language)]},
            {"places", list(input.places, place)},
            {"indicators", list(input.indicators, indicator)},
            {"activities", input.activity_codes}};
  if (!evidence.names.empty()) json["activity_names"] = evidence.names;
  json["last_seen"] = Json::object();
  for (const auto& [centre, seen] : input.last_seen) json["last_seen"][centre] = seen.ms;
  json["entered_by_hand"] = {{"months", rows(input.months)},
                             {"people", rows(input.people)},
                             {"entries", list(input.entered, entry)}};
  json["coverage"] = remarks(input.months);
  json["set_aside"] = list(evidence.set_aside, [](const SheetPlace& at) {
    return Json{at.first, at.second};
  });
  return json.dump(1) + "\n";
}

Evidence read_context(std::string_view bytes) {
  const Json json = Json::parse(bytes);
  if (json.at("sveiki_pack") != 3) throw std::runtime_error("another version");
  Evidence evidence;
  ReportInput& input = evidence.input;
  input.from_month = json.at("from");
  input.to_month = json.at("to");
  input.as_of = read_maybe_day(json.at("as_of"));
  input.organisation = json.at("organisation");
  input.made = {json.at("made")};
  evidence.language = static_cast<Language>(one_of(kLanguages, json.at("language")));
  input.places = read_list(json.at("places"), read_place);
  input.indicators = read_list(json.at("indicators"), read_indicator);
  input.activity_codes = json.at("activities").get<std::map<std::string, std::string>>();
  // Packs that are older than the names have none.
  evidence.names = json.value("activity_names", ActivityNames{});
  for (const auto& [centre, seen] : json.at("last_seen").items())
    input.last_seen[centre] = {seen.get<std::int64_t>()};
  input.months = read_list(json.at("coverage"), read_remark);
  for (const Json& row : json.at("entered_by_hand").at("months"))
    input.months.push_back(read_row(row));
  input.people = read_list(json.at("entered_by_hand").at("people"), read_row);
  input.entered = read_list(json.at("entered_by_hand").at("entries"), read_entry);
  for (const Json& at : json.at("set_aside")) evidence.set_aside.emplace(at.at(0), at.at(1));
  if (months_between(input.from_month, input.to_month).empty())
    throw std::runtime_error("no months");
  return evidence;
}

}  // namespace sveiki::region
