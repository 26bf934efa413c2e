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

TEST_CASE(
    "Of a year each centre says once what it did not report, and who is silent stands beside it") {
  Office office;
  const std::string text = seen(office, "coordinator", "/?from=2026-01&to=2026-12");
  CHECK(has(text, "2 of 5 centres complete."));
  // Its months are entered by hand: November is not over yet.
  CHECK(has(text, "Dobeles grupu dzīvokļi January 2026 to September 2026: not reported"));
  CHECK(has(text, "Bēnes dienas aprūpes centrs October 2026: misses 4 to 6 October"));
  CHECK(place_of("Salantų padalinys : last heard of", text) < place_of("Different people", text));
}

TEST_CASE("A centre of which nothing is missing says so") {
  Office office;
  CHECK(has(seen(office, "partner", "/centres/" + office.year().auce + "?from=2026-09&to=2026-09"),
            "Nothing is missing."));
  CHECK_FALSE(
      has(seen(office, "partner", "/centres/" + office.year().bene + "?from=2026-10&to=2026-10"),
          "Nothing is missing."));
}

TEST_CASE("People of several months are not added up") {
  Office office;
  const std::string text = seen(office, "coordinator", std::string{"/"} + kAutumn);
  CHECK(has(text, "Different people cannot be added up over months."));
  const std::string quarter = seen(office, "coordinator", "/?from=2026-10&to=2026-12");
  CHECK(has(quarter, "How people are counted"));
  CHECK(has(quarter, "Who uses one centre only. Of the others: the largest centre."));
}

TEST_CASE("Who the people are is told of a month that is over, small numbers out of sight") {
  Office office;
  const std::string all = seen(office, "coordinator", "/?from=2026-10&to=2026-10");
  // 310 of Auce, 33 of Bene, 420 of Kretinga; Salantai has fewer than ten.
  CHECK(has(all,
            "Who the people are Target group Children 113 Young people 228 "
            "People with disabilities 190 Seniors 152 Not known 80"));
  CHECK(has(all, "Age 7–12 90 13 29"));
  CHECK(has(all, "Gender Women and girls 396"));
  CHECK(has(all, "Who uses two centres is in it twice."));
  const std::string bene =
      seen(office, "coordinator", "/centres/" + office.year().bene + "?from=2026-10&to=2026-10");
  CHECK(has(bene, "Age 7–12 3 below 5 13 1 below 5"));
  CHECK_FALSE(has(bene, "Who uses two centres is in it twice."));
  CHECK_FALSE(has(seen(office, "coordinator", "/?from=2026-11&to=2026-11"), "Who the people are"));
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

TEST_CASE("Months before the first centre say so and show no numbers") {
  Office office;
  for (const std::string login : {"coordinator", "auditor"}) {
    const std::string text = seen(office, login, "/?from=2025-01&to=2025-03");
    CHECK(has(text, "There was no centre in these months."));
    CHECK_FALSE(has(text, "Different people"));
  }
  CHECK(
      has(seen(office, "partner", "/?from=2025-01&to=2025-03"),
          "Your organisation had no centre in these months. Is that wrong? Ask the coordinator."));
}

TEST_CASE("A region without a centre says how the first one comes") {
  Office office;
  office.touch("DELETE FROM place");
  const std::string text = seen(office, "coordinator", "/");
  CHECK(has(text, "There is no centre yet."));
  CHECK(has(text, "sveiki-region centre add"));
}

TEST_CASE("Activities are called by their names in the reader's language, else by their code") {
  Office office;
  office.storage().name_activity("wood", {{"lt", ""}}, "test", office.now());
  Browser browser(office);
  browser.as("partner");
  const auto told = [&](const std::string& language, const std::string& page) {
    browser.cookies["language"] = language;
    return text_of(browser.get(page).body);
  };
  const std::string centre = "/centres/" + office.year().auce;
  for (const std::string& page :
       {centre, std::string{"/activities"}, std::string{"/months/2026-10"}}) {
    INFO(page);
    CHECK(has(told("lv", page), "Sensorā istaba"));
    CHECK(has(told("lt", page), "Sensorinis kambarys"));
    CHECK(has(told("lt", page), " wood "));
    CHECK_FALSE(has(told("en", page), "sensory-room"));
  }
}

TEST_CASE("The chosen months stay from page to page") {
  Office office;
  Browser browser(office);
  browser.cookies["language"] = "en";
  browser.as("coordinator");
  for (const std::string page : {"/?from=2026-03&to=2026-03", "/months/2026-03"}) {
    const std::string html = browser.get(page).body;
    for (const std::string link : {"/activities", "/exports", "/submissions"})
      CHECK(has(html, "href=\"" + link + "?from=2026-03&amp;to=2026-03\""));
  }
  const std::string files = browser.get("/exports?from=2026-03&to=2026-03").body;
  CHECK(has(files, "<option value=\"2026-03\" selected>"));
}

TEST_CASE("The months before are one step away, and those after once they have begun") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  const auto steps = [&](const std::string& page, const std::string& to) {
    return has(browser.get(page).body, "href=\"" + to + "\"");
  };
  CHECK(steps("/months/2026-01", "/months/2025-12"));
  CHECK(steps("/months/2026-01", "/months/2026-02"));
  CHECK_FALSE(steps("/months/2026-11", "/months/2026-12"));
  CHECK(steps("/?from=2026-01&to=2026-03", "/?from=2025-10&amp;to=2025-12"));
  CHECK(steps("/?from=2026-01&to=2026-03", "/?from=2026-04&amp;to=2026-06"));
}

TEST_CASE("Who has to log in first comes to the page that was wanted, and to no other place") {
  Office office;
  Browser browser(office);
  const auto wanted = [&](const std::string& target) {
    return browser.get(target).headers.at("Location");
  };
  CHECK(wanted("/months/2026-03") == "/login?then=/months/2026-03");
  CHECK(wanted("/?from=2026-01&to=2026-03") == "/login?then=/&from=2026-01&to=2026-03");
  CHECK(wanted("/no-such-page") == "/login");
  CHECK(wanted("/login?then=/health&language=lt") == "/login?then=/health");
  const auto comes_to = [&](const std::string& then) {
    Browser other(office);
    other.get("/login");
    return other
        .post("/login", {{"login", "auditor"}, {"password", Office::kPassword}, {"then", then}})
        .headers.at("Location");
  };
  CHECK(comes_to("/months/2026-03") == "/months/2026-03");
  for (const std::string elsewhere : {"//elsewhere.example", "https://elsewhere.example/",
                                      "/\\elsewhere.example", "/months/a\r\nb", "/logout"})
    CHECK(comes_to(elsewhere) == "/");
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
  CHECK(has(text, "Reached: the lowest number passes the target."));
}

TEST_CASE("A silent kiosk and corrected days are told on the first page") {
  Office office;
  const std::string text = seen(office, "coordinator", std::string{"/"} + kAutumn);
  CHECK(place_of("Salantų padalinys : last heard of", text) > place_of("Silent centres", text));
  CHECK(place_of("\"Baltā māja\" : 7 October", text) > place_of("Corrected later", text));
}

TEST_CASE("Days that a kiosk has lost are marked wherever they are counted") {
  Office office;
  region::Storage& storage = office.storage();
  const std::string centre = office.year().kretinga;
  const std::string page = "/centres/" + centre + kAutumn;
  const auto read = [&](const std::string& target) { return seen(office, "coordinator", target); };
  CHECK_FALSE(has(read(page), "Days to check"));
  CHECK(has(read("/months/2026-10"), "Kretingos dienos veiklos centras complete"));
  const std::string life = storage.index(centre).sheets.at(0).id.life;
  const auto tell = [&](bool settled) {
    storage.note_gaps(
        {"dv_00000000", centre, {{life, "2026-10-05", settled}, {life, "2026-10-06", settled}}},
        office.now());
  };
  tell(false);
  const std::string text = read(page);
  CHECK(has(text, "August 2026 closed – – – – –"));
  CHECK(has(text, "October 2026: to check: 5 to 6 October"));
  CHECK(has(text, "A kiosk was set back to a backup and has lost these days."));
  CHECK(has(text, "complete, 2 days to check"));
  CHECK(has(text, "5 October 2026 to check"));
  CHECK_FALSE(has(text, "Nothing is missing."));
  CHECK(has(read("/months/2026-10"), "complete, 2 days to check"));
  CHECK(has(read(std::string{"/"} + kAutumn), "to check: 5 to 6 October"));
  tell(true);
  CHECK_FALSE(has(read(page), "to check"));
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
  const auto told = [&](const std::string& name, const std::string& value) {
    Browser::Form wrong = form;
    wrong[name] = value;
    return text_of(browser.post("/months/enter", wrong).body);
  };
  CHECK(has(told("people", "41"),
            "Different people. This is more than in the field “Visits in all”."));
  CHECK(has(told("new", "13"),
            "Of these, for the first time. This is more than in the field “Different people”."));
  CHECK(has(told("services", "x"), "Services given. Please a whole number, 0 or more."));
  // Whoever says no finds the numbers still there.
  form["sure"] = "no";
  CHECK(has(browser.post("/months/enter", form).body,
            "name=\"visits\" type=\"text\" inputmode=\"numeric\" value=\"40\""));
  form["sure"] = "";
  CHECK(has(text_of(browser.post("/months/enter", form).body), "Until now: 40 visits, 12 people."));
  form["sure"] = "yes";
  CHECK(refused("visits", "forty"));
  CHECK(refused("visits", "-1"));
  CHECK(refused("visits", ""));
  CHECK(refused("people", "41"));
  CHECK(refused("new", "13"));
  CHECK(visits() == 40);
}

TEST_CASE("Who enters a month that a kiosk has told is warned that both are added up") {
  Office office;
  Browser browser(office);
  browser.cookies["language"] = "en";
  browser.as("partner");
  Browser::Form form{{"centre", office.year().auce},
                     {"month", "2026-09"},
                     {"visits", "40"},
                     {"groups", "5"},
                     {"people", "12"},
                     {"new", "3"},
                     {"services", "0"}};
  const std::string warning =
      "The kiosk has told days of this month. What you enter is added to them.";
  CHECK(has(text_of(browser.post("/months/enter", form).body), warning));
  // Days that came while somebody looked it over are warned of, too.
  form["sure"] = "yes";
  CHECK(has(text_of(browser.post("/months/enter", form).body), warning));
  form["added-to-kiosk"] = "yes";
  CHECK(browser.post("/months/enter", form).status == 303);
}

TEST_CASE("A month before the centre was there is refused in words") {
  Office office;
  office.touch("UPDATE place SET from_day = 20261001 WHERE id = '" + office.year().vigante + "'");
  Browser browser(office);
  browser.cookies["language"] = "en";
  browser.as("partner");
  const region::Response refused = browser.post("/months/enter", {{"centre", office.year().vigante},
                                                                  {"month", "2026-09"},
                                                                  {"visits", "40"},
                                                                  {"groups", "5"},
                                                                  {"people", "12"},
                                                                  {"new", "3"},
                                                                  {"services", "0"}});
  CHECK(refused.status == 422);
  CHECK(has(text_of(refused.body), "The centre was not there in that month."));
}

TEST_CASE("A month that nobody entered is one step from the form for it") {
  Office office;
  Browser browser(office);
  browser.as("partner");
  const std::string centre = office.year().vigante;
  const std::string link = "/months/enter?centre=" + centre + "&amp;month=2026-09";
  CHECK(has(browser.get("/centres/" + centre + "?from=2026-09&to=2026-09").body, link));
  const std::string form = browser.get("/months/enter?centre=" + centre + "&month=2026-09").body;
  CHECK(has(form, "<option value=\"" + centre + "\" selected>"));
  CHECK(has(form, "<option value=\"2026-09\" selected>"));
  CHECK_FALSE(
      has(browser.as("auditor").get("/centres/" + centre + "?from=2026-09&to=2026-09").body, link));
}

TEST_CASE("A kiosk that a centre got later is among the connections and falls silent") {
  Office office;
  auto& storage = office.storage();
  const std::string code = storage.new_code(office.year().vigante, "test", office.now());
  REQUIRE(storage.enrol(code, {}, "192.0.2.1", office.now()).device);
  office.wait(std::chrono::hours{24 * 4});
  const std::string text = seen(office, "partner", "/health");
  CHECK(has(text, "Dobeles grupu dzīvokļi silent"));
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
  CHECK(has(text, "not over yet"));
}
