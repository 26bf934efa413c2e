// SPDX-License-Identifier: EUPL-1.2
#include "region/open_data.h"
#include "region/pages/office.h"
#include "report/csv.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

Browser::Form file(const std::string& format, const std::string& purpose = "copy") {
  return {{"from", "2026-09"}, {"to", "2026-10"}, {"format", format}, {"purpose", purpose}};
}

}  // namespace

TEST_CASE("Each kind of file can be got and is named after its months") {
  Office office;
  Browser browser(office);
  browser.as("auditor");
  for (const std::string format : {"xlsx", "csv", "package", "json", "pack"}) {
    INFO(format);
    const region::Response response = browser.post("/exports", file(format));
    CHECK(response.status == 200);
    CHECK(response.body.size() > 200);
    CHECK(response.headers.at("Content-Disposition").find("sveiki-2026-09-2026-10.") !=
          std::string::npos);
  }
}

TEST_CASE("Open data is the same from the page as from the command, a month after its last one") {
  Office office;
  Browser browser(office);
  browser.as("auditor");
  CHECK(browser.post("/exports", file("open-csv")).status == 422);  // October may still change
  Browser::Form september = file("open-csv");
  september["to"] = "2026-09";
  const region::Response response = browser.post("/exports", september);
  CHECK(response.status == 200);
  CHECK(response.body == report::to_csv(region::publish(office.storage(), {"2026-09", "2026-09"},
                                                        CivilDay(2026, 11, 22), office.now())));
}

TEST_CASE("A program reads the report in JSON with the cookie of a login") {
  Office office;
  Browser browser(office);
  const std::string target = "/v1/report?from=2026-09&to=2026-10";
  CHECK(browser.get(target).status == 401);
  browser.as("auditor");
  const region::Response report = browser.get(target);
  CHECK(report.status == 200);
  CHECK(report.type == "application/json");
  CHECK(report.body == browser.post("/exports", file("json")).body);
  // A copy: what is below five is not told.
  CHECK(report.body.find("\"<5\"") != std::string::npos);
  CHECK(report.body != browser.post("/exports", file("json", "audit")).body);
  for (const std::string wrong : {"", "?from=2026-10&to=2026-09", "?from=x&to=2026-09"})
    CHECK(browser.get("/v1/report" + wrong).status == 422);
  browser.as("partner");
  const std::string own = browser.get(target).body;
  CHECK(own.find(office.year().auce) != std::string::npos);
  CHECK(own.find(office.year().kretinga) == std::string::npos);
}

TEST_CASE("Files of a partner hold its own centres only and nothing of the whole region") {
  Office office;
  Browser browser(office);
  browser.as("partner");
  for (const std::string format : {"csv", "json"}) {
    const std::string bytes = browser.post("/exports", file(format, "audit")).body;
    CHECK(bytes.find(office.year().auce) != std::string::npos);
    CHECK(bytes.find(office.year().kretinga) == std::string::npos);
    CHECK(bytes.find(office.year().salantai) == std::string::npos);
  }
  CHECK(browser.post("/exports", file("pack")).status == 403);
  CHECK(browser.post("/exports", file("open-csv")).status == 403);
  CHECK(browser.get("/exports").body.find("value=\"pack\"") == std::string::npos);
}

TEST_CASE("Who took which file stands in the log") {
  Office office;
  Browser browser(office);
  browser.as("auditor");
  office.wait(std::chrono::seconds{1});
  browser.post("/exports", file("csv", "audit"));
  const auto newest = office.storage().audit(1).at(0);
  CHECK(newest.by == "auditor");
  CHECK(in_english(newest.what) == "Took every number of 2026-09 to 2026-10: csv.");
}

TEST_CASE("A file that cannot be made is refused in words") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  const auto status = [&](const std::string& name, const std::string& value) {
    Browser::Form form = file("open-csv");
    form[name] = value;
    return browser.post("/exports", form).status;
  };
  CHECK(status("format", "exe") == 422);
  CHECK(status("from", "2026-12") == 422);
  CHECK(status("from", "x\r\ny") == 422);
  CHECK(status("to", "2026-11") == 422);  // not over
  CHECK(status("to", "2026-10") == 422);  // over, and may still change
  CHECK(status("to", "2026-09") == 200);
}
