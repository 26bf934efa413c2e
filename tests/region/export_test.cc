// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "region/data_package.h"
#include "region/json_report.h"
#include "region/open_data.h"
#include "region/workbook.h"
#include "region/zip.h"
#include "report/csv.h"
#include "support/a_report.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::region;
using namespace sveiki::test;

namespace {

/// Auce had a good quarter, Kretinga a small one with a closed month, Salantai said nothing.
ReportInput known_of_a_quarter() {
  ReportInput input = a_region("2026-01", "2026-03");
  for (const std::string month : {"2026-01", "2026-02", "2026-03"}) {
    input.months.push_back(whole_month("ce_aaaaaaaa", month, true));
    input.months.push_back(whole_month("ce_bbbbbbbb", month, month != "2026-02"));
    input.months.push_back(a_row("ce_aaaaaaaa", month, {'T', ""}, {143, 20, 100, 7, 3, 2000, 60}));
    input.months.push_back(
        a_row("ce_aaaaaaaa", month, {'A', "ac_clayclay"}, {2, 0, 2, 0, 0, 61, 0}));
    add_people(input, "ce_aaaaaaaa", month, 51, {{"0-0", 50}, {"1-1", 1}});
  }
  input.months.push_back(a_row("ce_bbbbbbbb", "2026-01", {'T', ""}, {3, 0, 3, 1, 0, 90, 0}));
  add_people(input, "ce_bbbbbbbb", "2026-01", 3, {{"0-0", 3}});
  input.indicators = {an_indicator("P:SOC1000", "2026-01", "2026-12", 1000)};
  return input;
}

Report a_quarter() {
  return make_report(known_of_a_quarter());
}

std::string part(const std::vector<ZipEntry>& files, const std::string& name) {
  const auto at = std::ranges::find(files, name, &ZipEntry::name);
  return at == files.end() ? "" : at->bytes;
}

std::vector<std::string> column(const report::Table& table, const std::string& name) {
  const auto at = std::ranges::find(table.columns, name) - table.columns.begin();
  std::vector<std::string> texts;
  for (const auto& row : table.rows) {
    const report::Cell& cell = row.at(static_cast<std::size_t>(at));
    if (const auto* number = std::get_if<std::int64_t>(&cell))
      texts.push_back(std::to_string(*number));
    else
      texts.push_back(std::holds_alternative<std::string>(cell) ? std::get<std::string>(cell) : "");
  }
  return texts;
}

}  // namespace

TEST_CASE("A zip is read as it was written, and nothing is read from a broken one") {
  const std::vector<ZipEntry> files{{"a.txt", "one"}, {"b/ā.txt", std::string(100'000, 'x')}};
  const std::string zip = write_zip(files);
  CHECK((read_zip(zip, 1 << 20) == files));
  CHECK(write_zip(files) == zip);
  CHECK_FALSE(read_zip(zip, 1000));
  CHECK_FALSE(read_zip(zip.substr(0, zip.size() / 2), 1 << 20));
  CHECK_FALSE(read_zip("no zip", 1 << 20));
}

TEST_CASE("In a copy counts below five are left out and named, for an audit they stand") {
  const Report report = a_quarter();
  const report::Table copy = months_table(report, Purpose::kCopy);
  const report::Table audit = months_table(report, Purpose::kAudit);
  const auto state = column(copy, "state");
  // Auce has a row for the clay in each month.
  CHECK(column(copy, "visits") ==
        std::vector<std::string>{"143", "", "143", "", "143", "", "", "0", "0", "", "", ""});
  CHECK(column(audit, "visits") ==
        std::vector<std::string>{"143", "2", "143", "2", "143", "2", "3", "0", "0", "", "", ""});
  CHECK(column(copy, "minutes")[1].empty());
  CHECK(column(copy, "small")[6] == "visits people_days newcomers people");
  CHECK(column(audit, "small")[6].empty());
  CHECK(state[7] == "closed");
  CHECK(state[9] == "not-reported");
}

TEST_CASE("A workbook has four sheets in each language and the same bytes every time") {
  const Report report = a_quarter();
  for (const Language language : {Language::kLatvian, Language::kLithuanian, Language::kEnglish}) {
    const std::string bytes = workbook(report, Purpose::kCopy, language);
    CHECK(bytes == workbook(report, Purpose::kCopy, language));
    const auto files = read_zip(bytes, 1 << 24).value();
    const std::string book = part(files, "xl/workbook.xml");
    for (const char* sheet : {"Indicators", "Months and centres", "Data", "Explanation"})
      CHECK(book.find("name=\"" + say(language, sheet) + "\"") != std::string::npos);
    const std::string months = part(files, "xl/worksheets/sheet2.xml");
    CHECK(months.find("<v>143</v>") != std::string::npos);
    CHECK(months.find("state=\"frozen\"") != std::string::npos);
    CHECK(months.find("<v>3</v></c><c r=\"D3\"") == std::string::npos);
  }
}

TEST_CASE("A data package describes every column of every file") {
  const ActivityNames names{{"ac_clayclay", {{"lv", "Māls"}}}};
  const std::string bytes = data_package(a_quarter(), Purpose::kCopy, names);
  CHECK(bytes == data_package(a_quarter(), Purpose::kCopy, names));
  const auto files = read_zip(bytes, 1 << 24).value();
  const auto package = nlohmann::json::parse(part(files, "datapackage.json"));
  CHECK(package.at("resources").size() == files.size() - 1);
  for (const auto& resource : package.at("resources")) {
    const auto rows = report::read_csv(part(files, resource.at("path"))).rows;
    const auto& fields = resource.at("schema").at("fields");
    REQUIRE(rows.at(0).cells.size() == fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      CHECK(fields[i].at("name") == rows[0].cells[i]);
      if (fields[i].at("type") != "integer") continue;
      for (std::size_t row = 1; row < rows.size(); ++row)
        CHECK(rows[row].cells[i].find_first_not_of("-0123456789") == std::string::npos);
    }
  }
}

TEST_CASE("The report as JSON says its version, what is small, and what is not known") {
  const auto copy = nlohmann::json::parse(json_report(a_quarter(), Purpose::kCopy));
  CHECK(copy.at("sveiki_report") == kJsonReportVersion);
  CHECK(copy.at("/centres/1/months/0/counts/visits"_json_pointer) == "<5");
  CHECK(copy.at("/centres/1/months/1/counts/visits"_json_pointer) == 0);
  CHECK(copy.at("/centres/2/months/0/counts"_json_pointer).is_null());
  CHECK(copy.at("people").is_null());
  const auto audit = nlohmann::json::parse(json_report(a_quarter(), Purpose::kAudit));
  CHECK(audit.at("/centres/1/months/0/counts/visits"_json_pointer) == 3);
}

TEST_CASE("Activities are called by their names in the reader's language, else by their code") {
  const Report report = a_quarter();
  const ActivityNames names{{"ac_clayclay", {{"lv", "Māls"}, {"lt", "Molis"}}}};
  const auto called = [&](std::string_view language) {
    const auto in_language = activity_names_in(language, names, report);
    return column(months_table(report, Purpose::kAudit, in_language), "activity_name").at(1);
  };
  CHECK(called("lv") == "Māls");
  CHECK(called("lt") == "Molis");
  CHECK(called("en") == "clay");
  CHECK(column(months_table(report, Purpose::kAudit), "activity").at(1) == "clay");
  // What is too small is still named by its own column.
  const auto copy = months_table(report, Purpose::kCopy, activity_names_in("lv", names, report));
  CHECK(column(copy, "small")[6] == "visits people_days newcomers people");

  const auto json = nlohmann::json::parse(json_report(report, Purpose::kCopy, names));
  CHECK(json.at("/activity_names/ac_clayclay/lv"_json_pointer) == "Māls");
  const auto book =
      read_zip(workbook(report, Purpose::kCopy, Language::kLithuanian, names), 1 << 24).value();
  CHECK(part(book, "xl/sharedStrings.xml").find("Molis") != std::string::npos);
  const auto package = read_zip(data_package(report, Purpose::kCopy, names), 1 << 24).value();
  CHECK(part(package, "activities.csv").find("clay;Māls;Molis;\n") != std::string::npos);
}

TEST_CASE("Open data holds nothing but nothing, fewer than five, and multiples of five") {
  const report::Table table = open_data(known_of_a_quarter());
  CHECK(column(table, "visits")[0] == "145");
  for (const char* name : {"visits", "people"}) {
    for (const std::string& text : column(table, name)) {
      INFO(text);
      const bool rounded =
          text.empty() || text == "<5" || (std::stoi(text) % 5 == 0 && text[0] != '-');
      CHECK(rounded);
    }
  }
  const auto places = column(table, "place");
  CHECK(std::ranges::count(places, "region") == 5);  // three months, the quarter, the clay
}

TEST_CASE("A sum of what nobody reported is not zero in any export") {
  const ReportInput known = a_region("2026-01", "2026-06");
  const Report report = make_report(known);
  for (const std::string& visits : column(open_data(known), "visits")) CHECK(visits.empty());
  const auto json = nlohmann::json::parse(json_report(report, Purpose::kAudit));
  for (const char* at : {"/counts", "/months/0/counts", "/centres/0/counts"})
    CHECK(json.at(nlohmann::json::json_pointer(at)).is_null());
  const auto book =
      read_zip(workbook(report, Purpose::kAudit, Language::kEnglish), 1 << 24).value();
  // A cell of text has t="s" before its value, one of a number has not.
  const std::string months = part(book, "xl/worksheets/sheet2.xml");
  for (const char* number : {"<c r=\"C2\"><v>", "<c r=\"O2\"><v>", "<c r=\"O5\" s=\"1\"><v>"})
    CHECK(months.find(number) == std::string::npos);
}

TEST_CASE("What was not reported is empty in open data, not zero") {
  const report::Table table = open_data(known_of_a_quarter());
  const auto states = column(table, "state"), visits = column(table, "visits");
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] == "not-reported") CHECK(visits[i].empty());
    if (states[i] == "closed") CHECK(visits[i] == "0");
  }
}
