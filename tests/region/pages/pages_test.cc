// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "region/pages/office.h"
#include "region/pages/routes.h"
#include "region/sheets_text.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

constexpr auto kAutumn = "?from=2026-08&to=2026-10";

/// What a reader of English sees.
std::string seen(Office& office, const std::string& login, const std::string& target) {
  Browser browser(office);
  browser.cookies["language"] = "en";
  return text_of(browser.as(login).get(target).body);
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::size_t place_of(const std::string& words, const std::string& text) {
  INFO(words);
  REQUIRE(text.find(words) != std::string::npos);
  return text.find(words);
}

}  // namespace

TEST_CASE("The overview says what is complete before it says how many") {
  Office office;
  const std::string text = seen(office, "coordinator", std::string{"/"} + kAutumn);
  const auto complete = place_of("October 2026 : 4 of 5 centres complete.", text);
  const auto missing = place_of("Bēnes dienas aprūpes centrs : misses 4 to 6 October", text);
  const auto people = place_of("Different people", text);
  const auto visits = place_of("Visits", text);
  CHECK(complete < missing);
  CHECK(missing < people);
  CHECK(people < visits);
}

TEST_CASE("People of several months are not added up") {
  Office office;
  const std::string text = seen(office, "coordinator", std::string{"/"} + kAutumn);
  CHECK(has(text, "Different people cannot be added up over months."));
  const std::string quarter = seen(office, "coordinator", "/?from=2026-10&to=2026-12");
  CHECK(has(quarter, "How people are counted"));
  CHECK(has(quarter, "People known to use one centre only."));
}

TEST_CASE("Zero, closed and not reported look and read differently") {
  Office office;
  Browser browser(office);
  browser.cookies["language"] = "en";
  browser.as("coordinator");
  // Salantai had nobody in September; Bēne was closed in July; a kiosk is silent since October.
  const std::string html = browser.get("/?from=2026-07&to=2026-11").body;
  CHECK(has(html, "<td class=\"month closed\">"));
  CHECK(has(html, "<td class=\"month not-reported\">"));
  CHECK(has(html, "<span class=\"zero\">0</span>"));
  CHECK(has(text_of(html), "closed"));
  CHECK(has(text_of(html), "not reported"));
  const std::string centre =
      browser.get("/centres/" + office.year().salantai + "?from=2026-09&to=2026-11").body;
  CHECK(has(centre, "closed</span></span></td><td class=\"n\">–</td>"));
  CHECK(has(centre, "not reported</span></span></td><td class=\"n\">–</td>"));
  CHECK(has(centre, "data-value=\"0\""));
}

TEST_CASE("A number below five is grey, says so and stays out of copies") {
  Office office;
  Browser browser(office);
  browser.cookies["language"] = "en";
  browser.as("coordinator");
  const std::string html =
      browser.get("/centres/" + office.year().salantai + "?from=2026-10&to=2026-10").body;
  CHECK(has(html,
            "<span class=\"few\"><span class=\"number\">4</span> "
            "<span class=\"why\">below 5</span></span>"));
  CHECK(has(html, "Grey numbers are below five. They are left out of copies."));
  // Nor does a script find one: the line of days has a gap there.
  const std::string days = html.substr(place_of("<table id=\"days\"", html));
  CHECK(has(days, "data-value=\"0\""));
  CHECK(has(days, "<td class=\"n\"><span class=\"few\">"));
  for (const std::string small : {"1", "2", "3", "4"})
    CHECK_FALSE(has(days, "data-value=\"" + small + "\""));
  CHECK(has(read_file(std::string{SVEIKI_SHARE_DIR} + "/region/region.css"),
            ".few, .chart .few { -webkit-user-select: none; user-select: none; }"));
}

TEST_CASE("A region without centres says so and shows no numbers") {
  Office office;
  Browser browser(office);
  browser.cookies["language"] = "en";
  // Before the first centre began.
  const std::string text = text_of(browser.as("coordinator").get("/?from=2025-01&to=2025-03").body);
  CHECK(has(text, "There is no centre yet."));
  CHECK_FALSE(has(text, "Different people"));
}

TEST_CASE("Visits that nobody told are not known and not zero") {
  Office office;
  const std::string none = seen(office, "coordinator", "/months/2026-12");
  CHECK(has(none, "Visits not known"));
  const std::string some = seen(office, "coordinator", "/months/2026-10");
  CHECK_FALSE(has(some, "Visits not known"));
}

TEST_CASE("A target shows lower, estimate, upper, target and date") {
  Office office;
  const std::string text = seen(office, "auditor", "/indicators");
  for (const std::string words : {"1000 people reached", "Lowest", "Estimate", "Highest", "Target",
                                  "Due 31 January 2027", "1 January 2026 to 31 December 2026"})
    CHECK(has(text, words));
  // 1534 in all, but only 1193 are known to use one centre only.
  CHECK(has(text, "Reached: the lowest number passes the target."));
}

TEST_CASE("A silent kiosk and corrected days are told on the first page") {
  Office office;
  const std::string text = seen(office, "coordinator", std::string{"/"} + kAutumn);
  CHECK(place_of("Salantų padalinys : last heard of", text) > place_of("Silent centres", text));
  CHECK(place_of("\"Baltā māja\" : 7 October", text) > place_of("Corrected later", text));
}

TEST_CASE("An entered month is shown back before it is kept") {
  Office office;
  Browser browser(office);
  browser.cookies["language"] = "en";
  browser.as("partner");
  Browser::Form form{{"centre", office.year().vigante},
                     {"month", "2026-09"},
                     {"visits", "40"},
                     {"groups", "5"},
                     {"people", "12"},
                     {"new", "3"},
                     {"services", "0"}};
  CHECK(has(text_of(browser.post("/months/enter", form).body), "Is this right?"));
  const auto visits = [&] {
    std::int64_t sum = 0;
    for (const region::Total& total : office.storage().months("2026-09", "2026-09"))
      if (total.centre == office.year().vigante) sum += region::total_values(total.rows)[kVisits];
    return sum;
  };
  CHECK(visits() == 0);
  form["sure"] = "yes";
  CHECK(browser.post("/months/enter", form).status == 303);
  CHECK(visits() == 40);
  const auto refused = [&](const std::string& name, const std::string& value) {
    Browser::Form wrong = form;
    wrong[name] = value;
    return browser.post("/months/enter", wrong).status == 422;
  };
  CHECK(refused("visits", "forty"));
  CHECK(refused("visits", "-1"));
  CHECK(refused("visits", ""));
  CHECK(refused("people", "41"));
  CHECK(refused("new", "13"));
  CHECK(visits() == 40);
}

TEST_CASE("A kiosk is revoked only after a second yes") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  const std::string device = office.year().device_of_auce;
  CHECK(browser.post("/devices", {{"device", device}}).status == 200);
  CHECK_FALSE(office.storage().device(device)->revoked);
  CHECK(browser.post("/devices", {{"device", device}, {"sure", "yes"}}).status == 303);
  CHECK(office.storage().device(device)->revoked);
}

TEST_CASE("Pages speak the language that was chosen, else the browser's, else Latvian") {
  Office office;
  Browser browser(office);
  CHECK(has(browser.get("/login").body, "<html lang=\"lv\">"));
  browser.headers["accept-language"] = "de-DE,de;q=0.9,lt-LT;q=0.8,en;q=0.7";
  CHECK(has(browser.get("/login").body, "<html lang=\"lt\">"));
  const region::Response chosen = browser.get("/login?language=en");
  CHECK(chosen.status == 303);
  CHECK(chosen.headers.at("Location") == "/login");
  CHECK(has(browser.get("/login").body, "<html lang=\"en\">"));
  browser.get("/login?language=xx");
  CHECK(has(browser.get("/login").body, "<html lang=\"en\">"));
}

TEST_CASE("Choosing a language keeps the page and its months, and nothing that was made up") {
  Office office;
  Browser browser(office);
  const auto to = [&](const std::string& target) {
    return browser.get(target).headers.at("Location");
  };
  CHECK(to("/centres/ce_12345678?language=lt&from=2026-01&to=2026-03") ==
        "/centres/ce_12345678?from=2026-01&to=2026-03");
  CHECK(to("/health?language=lt&from=x&to=y") == "/health");
  CHECK(to("/centres/a\r\nb?language=lt") == "/login");
  CHECK(to("//elsewhere.example?language=lt") == "/login");
}

TEST_CASE("Pages are kept by nobody and load nothing from elsewhere") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  for (const std::string page : {"/", "/users", "/health", "/no-such-page"}) {
    const region::Response response = browser.get(page);
    CHECK(response.headers.at("Cache-Control") == "no-store");
    CHECK(has(response.headers.at("Content-Security-Policy"), "default-src 'none'"));
    CHECK(response.body.find("style=") == std::string::npos);
    CHECK(response.body.find("http://") == std::string::npos);
    CHECK(response.body.find("https://") == std::string::npos);
    CHECK(response.body.find("<script>") == std::string::npos);
  }
  CHECK(browser.get("/no-such-page").status == 404);
  const region::Response style = browser.get("/static/region.css");
  CHECK(style.status == 200);
  CHECK(style.type == "text/css; charset=utf-8");
  browser.headers["if-none-match"] = style.headers.at("ETag");
  CHECK(browser.get("/static/region.css").status == 304);
  CHECK(browser.get("/static/no-such-file").status == 404);
}

TEST_CASE("Months that are no months show the quarter of the last month") {
  Office office;
  const std::string text = seen(office, "coordinator", "/?from=2026-13&to=x");
  CHECK(has(text, "October 2026 to December 2026"));
  CHECK(has(text, "to come"));
}
