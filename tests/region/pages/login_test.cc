// SPDX-License-Identifier: EUPL-1.2
#include <chrono>

#include "region/logins.h"
#include "region/pages/office.h"
#include "region/secrets.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

/// The new password that a page tells.
std::string told_password(const std::string& html) {
  const auto at = html.find("<code>") + 6;
  return html.substr(at, html.find("</code>") - at);
}

}  // namespace

TEST_CASE("The right password opens the pages and logging out closes them") {
  Office office;
  Browser browser(office);
  const region::Response in = browser.log_in("coordinator", Office::kPassword);
  CHECK(in.status == 303);
  CHECK(in.headers.at("Location") == "/");
  CHECK(browser.get("/").status == 200);
  Browser thief(office);
  thief.cookies = browser.cookies;
  browser.get("/account");
  CHECK(browser.post("/logout", {}).status == 303);
  CHECK(browser.get("/").status == 303);
  CHECK(thief.get("/").status == 303);
}

TEST_CASE("A wrong password and an unknown login are answered alike") {
  Office office;
  Browser browser(office);
  const auto shown = [&](const std::string& login) {
    const region::Response response = browser.log_in(login, "not this one");
    CHECK(response.status == 403);
    CHECK(browser.get("/").status == 303);
    std::string text = text_of(response.body);
    return text;
  };
  CHECK(shown("coordinator") == shown("nobody-of-this-name"));
}

TEST_CASE("An unknown login takes as long as a known one") {
  Office office;
  region::Logins logins;
  const auto took = [&](const std::string& login) {
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(logins.check(office.storage(), login, "wrong", "192.0.2.1", office.now()).user);
    return std::chrono::steady_clock::now() - begin;
  };
  const auto known = std::min(took("auditor"), took("auditor"));
  const auto unknown = std::min(took("nobody"), took("nobody"));
  // Hashing takes tens of milliseconds; without it the answer would be there in one.
  CHECK(unknown > known / 3);
  CHECK(known > unknown / 3);
}

TEST_CASE("Wrong tries have to wait longer each time") {
  Office office;
  Browser browser(office);
  for (int i = 0; i < 3; ++i) CHECK(browser.log_in("auditor", "wrong").status == 403);
  const region::Response waits = browser.log_in("auditor", Office::kPassword);
  CHECK(waits.status == 429);
  CHECK(waits.headers.at("Retry-After") == "2");
  office.wait(2s);
  CHECK(browser.log_in("auditor", "wrong").status == 403);
  CHECK(browser.log_in("auditor", "wrong").headers.at("Retry-After") == "4");
  // Somebody else at the same address gets in all the same.
  Browser colleague(office);
  CHECK(colleague.log_in("partner", Office::kPassword).status == 303);
  office.wait(4s);
  CHECK(browser.log_in("auditor", Office::kPassword).status == 303);
}

TEST_CASE("Trying many logins from one address has to wait too") {
  Office office;
  Browser browser(office);
  for (int i = 0; i < 12; ++i)
    CHECK(browser.log_in("guess" + std::to_string(i), "wrong").status == 403);
  CHECK(browser.log_in("auditor", Office::kPassword).status == 429);
  Browser elsewhere(office, "198.51.100.4");
  CHECK(elsewhere.log_in("auditor", Office::kPassword).status == 303);
}

TEST_CASE("Whoever has a whole network of addresses waits as with one") {
  Office office;
  region::Logins logins;
  const auto wait = [&](const std::string& address) {
    return logins.check(office.storage(), "nobody", "wrong", address, office.now()).wait;
  };
  for (int i = 0; i < 12; ++i) {
    CHECK(wait("2001:db8:0:1:" + std::to_string(i) + "::7") == 0s);
    office.wait(15min);
  }
  CHECK(wait("2001:db8:0:1::beef") == 0s);
  office.wait(2s);
  CHECK(logins.check(office.storage(), "another", "wrong", "2001:db8:0:1:9::", office.now()).wait >
        0s);
  CHECK(logins.check(office.storage(), "another", "wrong", "2001:db8:0:2:9::", office.now()).wait ==
        0s);
}

TEST_CASE("A login that is longer than any can be is not remembered") {
  Office office;
  region::Logins logins;
  const auto wait = [&](std::size_t length, int tried) {
    const std::string address = "192.0.2." + std::to_string(tried);
    return logins.check(office.storage(), std::string(length, 'a'), "wrong", address, office.now())
        .wait;
  };
  for (int i = 0; i < 5; ++i) CHECK(wait(41, i) == 0s);
  for (int i = 0; i < 3; ++i) CHECK(wait(40, i) == 0s);
  CHECK(wait(40, 9) > 0s);
}

TEST_CASE("Nobody waits longer than a quarter of an hour, and a right password ends it") {
  region::Patience patience(3);
  Instant now{1'000'000};
  for (int i = 0; i < 60; ++i) patience.wrong("a", now);
  CHECK(patience.wait("a", now) == 15min);
  CHECK(patience.wait("a", now + 15min) == 0min);
  CHECK(patience.wait("b", now) == 0min);
  patience.right("a");
  CHECK(patience.wait("a", now) == 0min);
}

TEST_CASE("A session lasts an hour without a touch and twelve hours at most") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  office.wait(59min);
  CHECK(browser.get("/").status == 200);
  office.wait(59min);
  CHECK(browser.get("/").status == 200);
  office.wait(60min);
  CHECK(browser.get("/").status == 303);
  browser.as("coordinator");
  for (int i = 0; i < 23; ++i) {
    office.wait(30min);
    CHECK(browser.get("/").status == 200);
  }
  office.wait(30min);
  CHECK(browser.get("/").status == 303);
}

TEST_CASE("A restart logs nobody out and the database holds no secret") {
  Office office;
  Browser browser(office);
  browser.as("auditor");
  office.restart();
  CHECK(browser.get("/").status == 200);
  const std::string secret = browser.cookies.at("session");
  CHECK(secret.size() == 64);
  CHECK(office.storage().session(region::session_key(secret), office.now()));
  CHECK_FALSE(office.storage().session(secret, office.now()));
  CHECK(region::session_key(secret) != region::form_token(secret));
}

TEST_CASE("Logging in gives a new cookie, so that nobody can prepare one") {
  Office office;
  Browser browser(office);
  browser.cookies["session"] = "prepared";
  browser.as("auditor");
  CHECK(browser.cookies.at("session") != "prepared");
}

TEST_CASE("Cookies go to no script, no other site and over TLS alone") {
  Office office(true);
  Browser browser(office);
  const region::Response page = browser.get("/login");
  for (const std::string part :
       {"__Host-login=", "; HttpOnly", "; SameSite=Strict", "; Secure", "; Path=/"})
    CHECK(page.headers.at("Set-Cookie").find(part) != std::string::npos);
  const region::Response in =
      browser.post("/login", {{"login", "auditor"}, {"password", Office::kPassword}});
  for (const std::string part :
       {"__Host-session=", "; HttpOnly", "; SameSite=Strict", "; Secure", "; Max-Age=43200"})
    CHECK(in.headers.at("Set-Cookie").find(part) != std::string::npos);
}

TEST_CASE("A login is disabled and let in again when the coordinator is sure") {
  Office office;
  Browser partner(office), coordinator(office);
  partner.as("partner");
  coordinator.as("coordinator");
  const auto change = [&](const char* what, const char* sure) {
    return coordinator.post("/users", {{"what", what}, {"login", "partner"}, {"sure", sure}});
  };
  for (const char* what : {"disable", "password", "enable"}) {
    CHECK(change(what, "").status == 200);
    CHECK(partner.get("/").status == 200);
  }
  CHECK(change("disable", "yes").status == 303);
  CHECK(partner.get("/").status == 303);
  CHECK(partner.log_in("partner", Office::kPassword).status == 403);

  const std::string password = told_password(change("enable", "yes").body);
  CHECK(partner.log_in("partner", Office::kPassword).status == 403);
  CHECK(partner.log_in("partner", password).status == 303);
  CHECK(partner.get("/").status == 200);
}

TEST_CASE("A changed password ends every session of that login") {
  Office office;
  Browser here(office), there(office);
  here.as("auditor");
  there.as("auditor");
  const std::string fresh = "five words in a row";
  const auto change = [&](const std::string& now, const std::string& one, const std::string& two) {
    return here.post("/account", {{"now", now}, {"new", one}, {"again", two}}).status;
  };
  CHECK(change("wrong", fresh, fresh) == 422);
  CHECK(change(Office::kPassword, "short", "short") == 422);
  CHECK(change(Office::kPassword, fresh, "another one in a row") == 422);
  CHECK(here.get("/").status == 200);
  CHECK(change(Office::kPassword, fresh, fresh) == 303);
  CHECK(here.get("/").status == 303);
  CHECK(there.get("/").status == 303);
  CHECK(here.log_in("auditor", Office::kPassword).status == 403);
  CHECK(here.log_in("auditor", fresh).status == 303);
}

TEST_CASE("A coordinator adds a login whose password is shown once") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  const region::Response told = browser.post(
      "/users", {{"what", "add"}, {"login", "anna"}, {"role", "auditor"}, {"organisation", ""}});
  CHECK(told.status == 200);
  const std::string password = told_password(told.body);
  CHECK(password.size() == 19);
  Browser anna(office);
  CHECK(anna.log_in("anna", password).status == 303);
  CHECK(anna.get("/users").status == 403);
  CHECK(browser.get("/users").body.find(password) == std::string::npos);
  for (const region::AuditEntry& entry : office.storage().audit(100))
    CHECK(in_english(entry.what).find(password) == std::string::npos);
  CHECK(browser.post("/users", {{"what", "add"}, {"login", "anna"}, {"role", "auditor"}}).status ==
        422);
  CHECK(browser.post("/users", {{"what", "add"}, {"login", "eve"}, {"role", "owner"}}).status ==
        400);
  CHECK_FALSE(office.storage().user("eve"));
  CHECK(browser.post("/users", {{"what", "add"}, {"login", "eve"}, {"role", "partner"}}).status ==
        422);
  // Nobody locks themselves out.
  CHECK(browser.post("/users", {{"what", "disable"}, {"login", "coordinator"}, {"sure", "yes"}})
            .status == 303);
  CHECK(browser.get("/").status == 200);
}

TEST_CASE("Every change stands in the log with who made it") {
  Office office;
  Browser browser(office);
  office.wait(1s);
  browser.as("coordinator");
  browser.post("/devices", {{"device", office.year().device_of_auce}, {"sure", "yes"}});
  browser.post("/users", {{"what", "password"}, {"login", "partner"}, {"sure", "yes"}});
  browser.post("/months/enter", {{"centre", office.year().vigante},
                                 {"month", "2026-09"},
                                 {"visits", "40"},
                                 {"groups", "0"},
                                 {"people", "12"},
                                 {"new", "0"},
                                 {"services", "0"},
                                 {"sure", "yes"}});
  browser.post("/logout", {});
  int by_coordinator = 0;
  for (const region::AuditEntry& entry : office.storage().audit(5))
    if (entry.by == "coordinator") ++by_coordinator;
  CHECK(by_coordinator == 5);
  CHECK(office.storage().device(office.year().device_of_auce)->revoked);
}

TEST_CASE("The log is told in the reader's language, with the names of places") {
  Office office;
  Browser browser(office);
  browser.as("coordinator");
  browser.post("/devices", {{"device", office.year().device_of_auce}, {"sure", "yes"}});
  office.storage().note("command line", {"Left from before {this} had gaps.", {}}, office.now());
  const auto log_in = [&](const std::string& language) {
    browser.cookies["language"] = language;
    return text_of(browser.get("/audit").body);
  };
  const std::string lv = log_in("lv"), lt = log_in("lt"), en = log_in("en");
  const std::string device = office.year().device_of_auce;
  CHECK(en.find("Revoked " + device + " of \"Auce") != std::string::npos);
  CHECK(lv.find("Atvienots kiosks " + device + ": \"Auce") != std::string::npos);
  CHECK(lt.find("Atjungtas kioskas " + device + ": \"Auce") != std::string::npos);
  CHECK(lv.find("komandrinda") != std::string::npos);
  CHECK(lt.find("Left from before {this} had gaps.") != std::string::npos);
}
