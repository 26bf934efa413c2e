// SPDX-License-Identifier: EUPL-1.2
// Who gets what, walked over the table of routes, so that no page can be forgotten.
#include <algorithm>
#include <set>

#include "region/pages/office.h"
#include "region/pages/routes.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using region::pages::Route;
using region::pages::routes;

namespace {

/// A path of this route that exists.
std::string path_of(const Route& route, const AYear& year) {
  std::string path{route.path};
  if (path == "/v1/report") return path + "?from=2026-09&to=2026-10";
  if (!path.ends_with('*')) return path;
  path.pop_back();
  if (path == "/months/") return path + "2026-10";
  return path + (path == "/submissions/" ? year.submission : year.auce);
}

}  // namespace

TEST_CASE("Each login opens its own pages and no other") {
  Office office;
  const std::set<std::string> for_partner{
      "/",       "/centres/*", "/months/*", "/activities",   "/indicators",
      "/health", "/exports",   "/account",  "/months/enter", "/v1/report"};
  const std::set<std::string> for_auditor{
      "/",        "/centres/*", "/months/*", "/activities",  "/indicators",    "/health",
      "/exports", "/account",   "/audit",    "/submissions", "/submissions/*", "/v1/report"};
  std::set<std::string> all;
  for (const Route& route : routes()) all.insert(std::string{route.path});
  CHECK(all.size() == 15);
  const std::map<std::string, std::set<std::string>> opens{
      {"coordinator", all}, {"partner", for_partner}, {"auditor", for_auditor}};
  for (const auto& [login, pages] : opens) {
    Browser browser(office);
    browser.as(login);
    for (const Route& route : routes()) {
      INFO(login << ' ' << route.method << ' ' << route.path);
      const bool reads_only = login == "auditor" && route.path == "/submissions";
      const bool may =
          pages.contains(std::string{route.path}) && !(reads_only && route.method == "POST");
      const std::string path = path_of(route, office.year());
      const int status =
          route.method == "GET" ? browser.get(path).status : browser.post(path, {}).status;
      if (route.method == "GET")
        CHECK(status == (may ? 200 : 403));
      else
        CHECK((status == 403) == (!may || path == "/months/enter"));
    }
  }
}

TEST_CASE("Nobody sees anything before logging in") {
  Office office;
  Browser browser(office);
  for (const Route& route : routes()) {
    INFO(route.method << ' ' << route.path);
    const std::string path = path_of(route, office.year());
    const region::Response got = browser.get(path);
    if (path.starts_with("/v1/")) {
      CHECK(got.status == 401);
      CHECK(got.type == "application/problem+json");
    } else {
      CHECK(got.status == 303);
      CHECK(got.headers.at("Location").starts_with("/login"));
      CHECK(got.body.empty());
    }
    CHECK(browser.post(path, {}).status == 400);
  }
}

TEST_CASE("No form does anything without the token of its session") {
  Office office;
  for (const std::string login : {"coordinator", "partner", "auditor"}) {
    Browser browser(office);
    browser.as(login);
    Browser other(office);
    other.as("coordinator");
    const std::string foreign = other.token();
    const auto before = office.storage().audit(1000).size();
    for (const Route& route : routes()) {
      if (route.method != "POST") continue;
      INFO(login << ' ' << route.path);
      const std::string path = path_of(route, office.year());
      CHECK(browser.post(path, {{"form", ""}}).status == 400);
      CHECK(browser.post(path, {{"form", foreign}}).status == 400);
    }
    CHECK(browser.post("/logout", {{"form", ""}}).status == 400);
    CHECK(browser.post("/login", {{"form", foreign}}).status == 400);
    CHECK(browser.get("/").status == 200);
    CHECK(office.storage().audit(1000).size() == before);
  }
}

TEST_CASE("Every form of every page carries the token and goes to a page of ours") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  int forms = 0;
  for (const Route& route : routes()) {
    if (route.method != "GET") continue;
    const std::string html = browser.get(path_of(route, office.year())).body;
    INFO(route.path);
    for (auto at = html.find("method=\"post\""); at != std::string::npos;
         at = html.find("method=\"post\"", at + 1)) {
      ++forms;
      const std::string form = html.substr(at, html.find("</form>", at) - at);
      CHECK(form.find("name=\"form\" value=\"" + browser.token() + "\"") != std::string::npos);
      CHECK(form.find("action=\"/") != std::string::npos);
    }
  }
  CHECK(forms > 15);
}

TEST_CASE("A form that another site sends is not done") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  const Browser::Form form{{"what", "disable"}, {"login", "partner"}, {"sure", "yes"}};
  browser.headers = {{"origin", "https://elsewhere.example"}};
  CHECK(browser.post("/users", form).status == 400);
  browser.headers = {{"origin", "null"}};
  CHECK(browser.post("/users", form).status == 400);
  browser.headers = {{"sec-fetch-site", "cross-site"}};
  CHECK(browser.post("/users", form).status == 400);
  CHECK_FALSE(office.storage().user("partner")->disabled);
  browser.headers = {{"origin", "https://region.example"}, {"sec-fetch-site", "same-origin"}};
  CHECK(browser.post("/users", form).status == 303);
  CHECK(office.storage().user("partner")->disabled);
}

TEST_CASE("A partner sees its own centres on every page and no other") {
  Office office;
  Browser browser(office);
  browser.as("partner");
  for (const Route& route : routes()) {
    if (route.method != "GET" || !route.partner) continue;
    const std::string html = browser.get(path_of(route, office.year())).body;
    INFO(route.path);
    CHECK(html.find("Kreting") == std::string::npos);
    CHECK(html.find(office.year().kretinga) == std::string::npos);
    for (const std::string& link : links(html))
      if (link.starts_with("/centres/")) CHECK(browser.get(link).status == 200);
  }
  CHECK(browser.get("/centres/" + office.year().kretinga).status == 403);
  CHECK(browser.get("/centres/" + office.year().salantai).status == 403);
  CHECK(browser.get("/centres/ce_00000000").status == 404);
  CHECK(browser.get("/centres/" + office.year().auce_town).status == 404);
  CHECK(browser
            .post("/months/enter", {{"centre", office.year().kretinga},
                                    {"month", "2026-10"},
                                    {"visits", "1"},
                                    {"sure", "yes"}})
            .status == 403);
}

TEST_CASE("A partner sees no day and no submitted number of a centre while it was another's") {
  Office office;
  const std::string kretinga = office.year().kretinga;
  office.storage().move_place(kretinga, office.year().auce_town, {2026, 11, 1}, "test",
                              office.now());
  Browser browser(office);
  browser.cookies["language"] = "en";
  browser.as("partner");
  const std::string days = browser.get("/centres/" + kretinga + "?from=2026-10&to=2026-11").body;
  CHECK(days.find("data-day=\"2026-10-31\"") == std::string::npos);
  CHECK(days.find("data-day=\"2026-11-02\"") != std::string::npos);
  // October is in the report that was submitted.
  const std::string since = browser.get("/?from=2026-10&to=2026-12").body;
  const auto begin = since.find("Since the last report"), end = since.find("Corrected later");
  REQUIRE(begin < end);
  CHECK(since.substr(begin, end - begin).find(kretinga) == std::string::npos);
}

TEST_CASE("A partner whose organisation is not said sees nothing") {
  Office office;
  const region::pages::Words words("en", "");
  const region::Request request;
  region::pages::View view{
      request, office.storage(), words, *office.storage().user("partner"), {}, {}, {}, {}};
  view.user.organisation.clear();
  CHECK(region::pages::report_for(view).centres.empty());
}

TEST_CASE("No link leads nowhere and every page can be reached") {
  Office office;
  for (const std::string login : {"coordinator", "partner", "auditor"}) {
    Browser browser(office);
    browser.as(login);
    std::set<std::string> seen{"/"}, next{"/"};
    while (!next.empty()) {
      std::set<std::string> found;
      for (const std::string& page : next) {
        if (page == "/login" || page == "/logout") continue;
        const region::Response response = browser.get(page);
        INFO(login << ' ' << page);
        CHECK(response.status == 200);
        for (const std::string& link : links(response.body))
          if (seen.insert(link).second) found.insert(link);
      }
      next = found;
    }
    for (const Route& route : routes()) {
      INFO(login << ' ' << route.path);
      const bool open =
          login == "coordinator" || (login == "partner" ? route.partner : route.auditor);
      const bool for_programs = route.path.starts_with("/v1/");
      CHECK((seen.contains(path_of(route, office.year())) || !open || for_programs ||
             route.path == "/months/*" || route.path == "/centres/*"));
    }
  }
}
