// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/office.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

bool says(const region::Response& response, const std::string& words) {
  return text_of(response.body).find(words) != std::string::npos;
}

struct EnglishBrowser : Browser {
  explicit EnglishBrowser(Office& office) : Browser(office) { headers["accept-language"] = "en"; }
};

const Browser::Form kReport{{"from", "2026-09"}, {"to", "2026-10"}, {"name", "LIFE & Co"}};

}  // namespace

TEST_CASE("A report is shown back before it is submitted and is then listed") {
  Office office;
  EnglishBrowser browser(office);
  browser.as("coordinator");
  CHECK(says(browser.get("/exports"), "Submitted reports"));
  browser.get("/submissions");
  const auto shown = browser.post("/submissions", kReport);
  CHECK(shown.status == 200);
  CHECK(says(shown, "Is this right?"));
  CHECK(says(shown, "September 2026 to October 2026"));
  CHECK(office.storage().submissions().size() == 1);
  Browser::Form sure = kReport;
  sure["sure"] = "yes";
  CHECK(browser.post("/submissions", sure).status == 303);
  const auto all = office.storage().submissions();
  REQUIRE(all.size() == 2);
  CHECK(all[0].name == "LIFE & Co");
  CHECK(all[0].by == "coordinator");
  CHECK(says(browser.get("/submissions"), all[0].sha256));
}

TEST_CASE(
    "The file of a submitted report is exactly what was submitted and the log says who took it") {
  Office office;
  EnglishBrowser browser(office);
  browser.as("auditor");
  office.wait(std::chrono::seconds{1});
  const std::string& id = office.year().submission;
  const auto file = browser.get("/submissions/" + id);
  CHECK(file.status == 200);
  CHECK(file.body == office.storage().submitted(id));
  CHECK(file.headers.at("Content-Disposition") == "attachment; filename=\"" + id + ".json\"");
  CHECK(in_english(office.storage().audit(1).at(0).what) ==
        "Took the submitted report " + id + ".");
  CHECK(browser.get("/submissions/su_00000000").status == 404);
  CHECK(browser.get("/submissions").body.find("name=\"name\"") == std::string::npos);
}

TEST_CASE("A report that cannot be submitted is refused in words") {
  Office office;
  EnglishBrowser browser(office);
  browser.as("coordinator");
  const auto status = [&](const std::string& field, const std::string& value) {
    Browser::Form form = kReport;
    form["sure"] = "yes";
    form[field] = value;
    return browser.post("/submissions", form).status;
  };
  CHECK(status("name", " ") == 422);
  CHECK(status("name", std::string(201, 'x')) == 422);
  CHECK(status("from", "2026-12") == 422);
  CHECK(status("to", "x") == 422);
  CHECK(status("to", "2027-01") == 422);
  CHECK(office.storage().submissions().size() == 1);
}

TEST_CASE("The overview tells what changed since the last report with the numbers then and now") {
  Office office;
  EnglishBrowser browser(office);
  browser.as("coordinator");
  const auto page = browser.get("/?from=2026-07&to=2026-09");
  CHECK(says(page, "No report of these months was submitted yet."));
  const auto quarter = browser.get("/?from=2026-10&to=2026-12");
  CHECK(says(quarter, "Interreg, submitted on"));
  CHECK(says(quarter, "Visits then"));
  CHECK(says(quarter, "October 2026 7 October"));
  browser.as("partner");
  const auto own = browser.get("/?from=2026-10&to=2026-12");
  CHECK(says(own, "October 2026 7 October"));
}

TEST_CASE("A submitted report that was touched is said on the overview and not given out") {
  Office office;
  EnglishBrowser browser(office);
  browser.as("coordinator");
  office.touch("UPDATE submission SET report = '{}'");
  CHECK(says(browser.get("/?from=2026-10&to=2026-12"), "The numbers do not agree."));
  CHECK(browser.get("/submissions/" + office.year().submission).status == 422);
}

TEST_CASE("Counts that were not taken are told with their centre and the reason in words") {
  Office office;
  EnglishBrowser browser(office);
  browser.as("coordinator");
  CHECK(says(browser.get("/health"), "Every count that came was taken."));
  region::Delivery delivery;
  delivery.upload = {office.year().device_of_auce, office.year().auce, office.now(), "", {}, {}};
  Sheet sheet{
      {"0123456789abcdef", SheetKind::kDay, "2099-01-01"}, 1, {}, DayState::kOpen, "Europe/Riga"};
  delivery.upload.sheets = {sheet};
  delivery.received = office.now();
  office.storage().store(std::array{delivery});
  const auto page = browser.get("/health");
  CHECK(says(page, "\"Baltā māja\" 1 The days are in the future: look at the clock."));
  browser.as("partner");
  CHECK(says(browser.get("/health"), "The days are in the future: look at the clock."));
}
