// SPDX-License-Identifier: EUPL-1.2
#include "region/data_package.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "region/zip.h"
#include "report/csv.h"

namespace sveiki::region {
namespace {

using Json = nlohmann::ordered_json;

// The columns that are not whole numbers.
constexpr std::array<std::string_view, 16> kTexts{
    "centre", "name",     "organisation", "country", "kind",      "month",   "state",   "period",
    "value",  "activity", "dimension",    "small",   "indicator", "name_lv", "name_lt", "name_en"};
constexpr std::array<std::string_view, 3> kDays{"from", "to", "due"};

Json field(const std::string& name) {
  const bool is_day = std::ranges::find(kDays, name) != kDays.end();
  const bool is_text = std::ranges::find(kTexts, name) != kTexts.end();
  return {{"name", name}, {"type", is_day ? "date" : is_text ? "string" : "integer"}};
}

struct Resource {
  std::string name, description;
  report::Table table;
};

}  // namespace

std::string data_package(const Report& report, Purpose purpose, const ActivityNames& names) {
  const std::array<Resource, 5> resources{
      {{"centres", "Centres and branches", centres_table(report)},
       {"months", "Counts by centre, month and activity; empty is not known, never zero",
        months_table(report, purpose)},
       {"activities",
        "Activities by their code, and their names; empty is no name in that language",
        activities_table(report, names)},
       {"people",
        "Different people by centre and period; never add them up over periods; people_at_most: "
        "where "
        "some may have been counted twice",
        people_table(report, purpose)},
       {"indicators", "Indicators with the bracket of people", indicators_table(report, purpose)}}};
  Json package{{"profile", "tabular-data-package"},
               {"name", "sveiki-" + report.from_month + "-" + report.to_month},
               {"title", "Attendance " + report.from_month + " to " + report.to_month},
               {"created", iso_utc(report.made)},
               {"resources", Json::array()}};
  std::vector<ZipEntry> files;
  for (const Resource& resource : resources) {
    Json fields = Json::array();
    for (const std::string& column : resource.table.columns) fields.push_back(field(column));
    Json schema{{"fields", fields}, {"missingValues", {""}}};
    package["resources"].push_back({{"profile", "tabular-data-resource"},
                                    {"name", resource.name},
                                    {"description", resource.description},
                                    {"path", resource.name + ".csv"},
                                    {"encoding", "utf-8"},
                                    {"dialect", {{"delimiter", ";"}, {"lineTerminator", "\n"}}},
                                    {"schema", schema}});
    files.push_back({resource.name + ".csv", report::to_csv(resource.table)});
  }
  files.insert(files.begin(), {"datapackage.json", package.dump(2) + "\n"});
  return write_zip(files);
}

}  // namespace sveiki::region
