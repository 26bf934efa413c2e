// SPDX-License-Identifier: EUPL-1.2
// The answer table, row by row: what a kiosk is told, and that nobody else gets in.
#include "support/an_api.h"
#include "support/catch.h"
#include "sync/ids.h"

using namespace sveiki;
using namespace sveiki::region;
using namespace sveiki::test;

namespace {

Verdict verdict_of(const Response& response, std::size_t sheet = 0) {
  REQUIRE(response.status == 200);
  return sync::read_receipt(response.body).value().sheets.at(sheet).verdict;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("What was sent is stored, and the receipt names every sheet") {
  AnApi api;
  const Response response = api.send({a_day_sheet(20), a_day_sheet(21, 7)});
  REQUIRE(response.status == 200);
  CHECK(response.type == "application/json");
  const auto receipt = sync::read_receipt(response.body).value();
  REQUIRE(receipt.sheets.size() == 2);
  CHECK(receipt.sheets[1].id == a_day_sheet(21).id);
  CHECK(receipt.sheets[1].revision == 7);
  CHECK(receipt.sheets[1].verdict == Verdict::kStored);
  CHECK(receipt.received_at == api.now);
  CHECK(receipt.next_s == 900);
  CHECK(receipt.collector == api.storages().borrow()->collector_id());
}

TEST_CASE("When many are here at once kiosks are asked to come later") {
  AnApi api;
  const auto next_s = [&] { return sync::read_receipt(api.send({a_day_sheet(20)}).body)->next_s; };
  CHECK(next_s() == 900);
  api.load().in_flight = 128;
  CHECK(next_s() == 2250);
  api.load().in_flight = 1000;
  CHECK(next_s() == 3600);
}

TEST_CASE("What was sent before is the same, older, or in conflict") {
  AnApi api;
  CHECK(verdict_of(api.send({a_day_sheet(20, 2)})) == Verdict::kStored);
  CHECK(verdict_of(api.send({a_day_sheet(20, 2)})) == Verdict::kSame);
  CHECK(verdict_of(api.send({a_day_sheet(20, 1)})) == Verdict::kOlder);
  CHECK(verdict_of(api.send({a_day_sheet(20, 2, 99)})) == Verdict::kConflict);
  CHECK(verdict_of(api.send({a_day_sheet(20, 3, 99)})) == Verdict::kStored);
}

TEST_CASE("A day in the future is refused, and the other days of the upload are not") {
  AnApi api;
  const Response response = api.send({a_day_sheet(20), a_day_sheet(30)});
  CHECK(verdict_of(response, 0) == Verdict::kStored);
  CHECK(verdict_of(response, 1) == Verdict::kRefused);
  CHECK(sync::read_receipt(response.body)->sheets[1].why == "clock");
}

TEST_CASE("An upload may come gzipped, signed as it was before") {
  AnApi api;
  const std::string body = api.upload_of({a_day_sheet(20)});
  auto headers = AnApi::seal("POST /v1/sheets", body, api.device);
  headers["content-encoding"] = "gzip";
  CHECK(verdict_of(api.ask("POST", "/v1/sheets", sync::gzip(body), headers)) == Verdict::kStored);
}

TEST_CASE("What cannot be read is 400, and what is not our schema 422 with the place") {
  AnApi api;
  const auto send = [&](const std::string& body) {
    return api.ask_signed("POST", "/v1/sheets", body, api.device);
  };
  CHECK(send("").status == 400);
  CHECK(send("{").status == 400);
  const std::string good = api.upload_of({a_day_sheet(20)});
  CHECK(send(good + "x").status == 400);
  const Response wrong = send(changed(good, "2026-11-20", "2026-11-31"));
  CHECK(wrong.status == 422);
  CHECK(wrong.type == "application/problem+json");
  CHECK(holds(wrong.body, "/sheets/0"));
}

TEST_CASE("An upload of another schema version is 415") {
  AnApi api;
  const std::string body = changed(api.upload_of({a_day_sheet(20)}), "\"v\":1", "\"v\":2");
  CHECK(api.ask_signed("POST", "/v1/sheets", body, api.device).status == 415);
}

TEST_CASE("Nobody else can send: unknown device, wrong key, changed body, no signature") {
  AnApi api;
  const std::string body = api.upload_of({a_day_sheet(20)});
  const auto seal = AnApi::seal("POST /v1/sheets", body, api.device);
  const auto status = [&](const std::string& sent, std::map<std::string, std::string> headers) {
    return api.ask("POST", "/v1/sheets", sent, std::move(headers)).status;
  };
  CHECK(status(body, {}) == 401);
  CHECK(status(body, {{"sveiki-device", api.device.id}}) == 401);
  CHECK(status(body, {{"sveiki-signature", seal.at("sveiki-signature")}}) == 401);
  CHECK(status(body, {{"sveiki-device", "dv_00000000"},
                      {"sveiki-signature", seal.at("sveiki-signature")}}) == 401);
  CHECK(status(body, {{"sveiki-device", api.device.id}, {"sveiki-signature", "AAAA"}}) == 401);
  CHECK(status(changed(body, "12", "13"), seal) == 401);
  ADevice stranger = api.add_device(api.add_centre("Cits"));
  stranger.id = api.device.id;
  CHECK(status(body, AnApi::seal("POST /v1/sheets", body, stranger)) == 401);
  CHECK(status(body, AnApi::seal("POST /v1/withdraw", body, api.device)) == 401);
  CHECK(status(body, seal) == 200);
}

TEST_CASE("A body is not looked into before its signature is right") {
  AnApi api;
  CHECK(
      api.ask("POST", "/v1/sheets", "{", AnApi::seal("POST /v1/sheets", "}", api.device)).status ==
      401);
}

TEST_CASE("A computer that was given up is told so") {
  AnApi api;
  api.storages().borrow()->revoke(api.device.id, "test", api.now);
  CHECK(api.send({a_day_sheet(20)}).status == 403);
}

TEST_CASE("A kiosk cannot speak for another centre") {
  AnApi api;
  const ADevice other = api.add_device(api.add_centre("Cits"));
  const std::string body = api.upload_of({a_day_sheet(20)});
  CHECK(api.ask_signed("POST", "/v1/sheets", body, other).status == 403);
  const ADevice second = api.add_device(api.centre);
  CHECK(api.ask_signed("POST", "/v1/sheets", body, second).status == 403);
  const std::string lives =
      sync::write_withdrawal({api.device.id, api.centre, {a_day_sheet(20).id.life}});
  CHECK(api.ask_signed("POST", "/v1/withdraw", lives, other).status == 403);
  const SheetId id = a_day_sheet(20).id;
  const std::string gaps =
      sync::write_gaps({api.device.id, api.centre, {{id.life, id.period, false}}});
  CHECK(api.ask_signed("POST", "/v1/gaps", gaps, other).status == 403);
  CHECK(api.ask_signed("GET", "/v1/centres/" + api.centre + "/index", "", other).status == 403);
}

TEST_CASE("What is too large is 413, also when it was packed small") {
  AnApi api;
  const std::string large(sync::kMaxBody + 1, ' ');
  CHECK(api.ask("POST", "/v1/sheets", large).status == 413);
  CHECK(api.ask("POST", "/v1/sheets", sync::gzip(large), {{"content-encoding", "gzip"}}).status ==
        413);
  CHECK(api.ask("POST", "/v1/sheets", "not gzip", {{"content-encoding", "gzip"}}).status == 400);
  CHECK(api.ask("POST", "/v1/sheets", "x", {{"content-encoding", "br"}}).status == 400);
}

TEST_CASE("When the database is away kiosks are told when to come back") {
  AnApi api;
  REQUIRE(api.send({a_day_sheet(20)}).status == 200);
  REQUIRE(api.ask("GET", "/healthz").status == 200);
  api.away = true;
  const Response response = api.send({a_day_sheet(21)});
  CHECK(response.status == 503);
  CHECK(response.headers.at("Retry-After") == "15");
  CHECK(api.ask("GET", "/healthz").status == 503);
  CHECK(api.ask("GET", "/v1/catalogue").status == 503);
  CHECK(api.ask("GET", "/metrics").status == 200);
  api.away = false;
  CHECK(verdict_of(api.send({a_day_sheet(21)})) == Verdict::kStored);
  CHECK(api.ask("GET", "/healthz").status == 200);
  CHECK(holds(api.ask("GET", "/metrics").body, "sveiki_database_faults_total 4\n"));
}

TEST_CASE("When too many wait kiosks are told when to come back") {
  AnApi api(0);
  const Response response = api.send({a_day_sheet(20)});
  CHECK(response.status == 503);
  CHECK(response.headers.contains("Retry-After"));
}

TEST_CASE("A code enrols one computer, once") {
  AnApi api;
  const std::string code = api.new_code(api.centre);
  CHECK(api.enrol(code, *api.device.key).status == 200);
  // Its answer may have been lost on the way: asked again, it is the same computer.
  CHECK(sync::read_enrolled(api.enrol(code, *api.device.key).body).value().centre == api.centre);
  const Response used = api.enrol(code, *api.add_device(api.centre).key);
  CHECK(used.status == 409);
  CHECK(holds(used.body, "code-used"));
}

TEST_CASE("A code that is too old or does not exist is said to be so") {
  AnApi api;
  const std::string code = api.new_code(api.centre);
  api.now = api.now + std::chrono::hours{49};
  const Response expired = api.enrol(code, *api.device.key);
  CHECK(expired.status == 410);
  CHECK(holds(expired.body, "code-expired"));
  const Response unknown = api.enrol(sync::new_code(), *api.device.key);
  CHECK(unknown.status == 404);
  CHECK(holds(unknown.body, "code-unknown"));
}

TEST_CASE("Who tries codes is stopped, also with a right one") {
  AnApi api;
  const std::string code = api.new_code(api.centre);
  for (int i = 0; i < 5; ++i) api.enrol(sync::new_code(), *api.device.key);
  const Response stopped = api.enrol(code, *api.device.key);
  CHECK(stopped.status == 429);
  CHECK(holds(stopped.body, "too-many-tries"));
  CHECK(stopped.headers.at("Retry-After") == "3600");
}

TEST_CASE("The catalogue is sent once, and then only when it changed") {
  AnApi api;
  const Response first = api.ask("GET", "/v1/catalogue");
  REQUIRE(first.status == 200);
  const std::string tag = first.headers.at("ETag");
  const auto again = [&] { return api.ask("GET", "/v1/catalogue", {}, {{"if-none-match", tag}}); };
  CHECK(again().status == 304);
  CHECK(again().body.empty());
  api.storages().borrow()->add_activity("clay", "test", api.now);
  const Response changed_one = again();
  CHECK(changed_one.status == 200);
  CHECK(sync::read_catalogue(changed_one.body).value().activities.at(0).code == "clay");
}

TEST_CASE("A kiosk reads what the region holds of its centre") {
  AnApi api;
  api.send({a_day_sheet(20, 5)});
  const std::string path = "/v1/centres/" + api.centre + "/index";
  CHECK(api.ask("GET", path).status == 401);
  const auto index = sync::read_index(api.ask_signed("GET", path, "", api.device).body);
  REQUIRE(index);
  CHECK(index->sheets == std::vector<sync::IndexEntry>{{a_day_sheet(20).id, 5, false}});
}

TEST_CASE("Lives that were withdrawn are marked in the index") {
  AnApi api;
  api.send({a_day_sheet(20, 5)});
  const std::string body =
      sync::write_withdrawal({api.device.id, api.centre, {a_day_sheet(20).id.life}});
  CHECK(api.ask("POST", "/v1/withdraw", body).status == 401);
  CHECK(api.ask_signed("POST", "/v1/withdraw", "{}", api.device).status == 422);
  CHECK(api.ask_signed("POST", "/v1/withdraw", body, api.device).status == 204);
  const auto index = sync::read_index(
      api.ask_signed("GET", "/v1/centres/" + api.centre + "/index", "", api.device).body);
  CHECK(index.value().sheets.at(0).withdrawn);
}

TEST_CASE("A centre tells which of its days its kiosk has lost, and nobody else does") {
  AnApi api;
  api.send({a_day_sheet(20, 5)});
  const SheetId id = a_day_sheet(20).id;
  const std::string body =
      sync::write_gaps({api.device.id, api.centre, {{id.life, id.period, false}}});
  const auto in_gap = [&] {
    return api.storages().borrow()->coverage(api.centre, "2026-11", "2026-11").at(0).in_gap;
  };
  CHECK(api.ask("POST", "/v1/gaps", body).status == 401);
  CHECK(api.ask_signed("POST", "/v1/gaps", "{}", api.device).status == 422);
  CHECK(api.ask("GET", "/v1/gaps").status == 405);
  CHECK(in_gap().empty());
  CHECK(api.ask_signed("POST", "/v1/gaps", body, api.device).status == 204);
  CHECK(in_gap() == std::vector{CivilDay::parse(id.period).value()});
}

TEST_CASE("The wrong method is said, and unknown paths are the pages' matter") {
  AnApi api;
  const Response response = api.ask("GET", "/v1/sheets");
  CHECK(response.status == 405);
  CHECK(response.headers.at("Allow") == "POST");
  CHECK(api.ask("HEAD", "/v1/catalogue").status == 200);
  for (const char* path : {"/v1/centres//index", "/v1/centres/a/b/index", "/v1", "/", "/healthz/"})
    CHECK(api.ask("GET", path).status == 404);
}

TEST_CASE("The figures name requests, sheets, silent centres and memory, and no request text") {
  AnApi api;
  api.send({a_day_sheet(20), a_day_sheet(30)});
  api.ask("GET", "/Jonas");
  api.now = api.now + std::chrono::minutes{10};
  const std::string text = api.ask("GET", "/metrics").body;
  CHECK(holds(text, "sveiki_requests_total{path=\"/v1/sheets\",status=\"200\"} 1\n"));
  CHECK(holds(text, "sveiki_requests_total{path=\"pages\",status=\"404\"} 1\n"));
  CHECK(holds(text, "sveiki_sheets_total{verdict=\"stored\"} 1\n"));
  CHECK(holds(text, "sveiki_sheets_total{verdict=\"refused\"} 1\n"));
  CHECK(holds(text, "sveiki_last_upload_age_seconds{centre=\"" + api.centre + "\"} 600\n"));
  CHECK(holds(text, "process_resident_memory_bytes "));
  CHECK_FALSE(holds(text, "Jonas"));
}

TEST_CASE("The figures are for a program on the same computer, and for nobody else") {
  AnApi api;
  const auto status = [&](const std::string& address,
                          const std::map<std::string, std::string>& headers) {
    return api.handler()({"GET", "/metrics", {}, headers, {}, address, api.now}).status;
  };
  for (const char* here : {"127.0.0.1", "127.0.1.1", "::1", "::ffff:127.0.0.1"})
    CHECK(status(here, {}) == 200);
  for (const char* elsewhere :
       {"203.0.113.7", "::ffff:203.0.113.7", "1.127.0.0", "2001:db8::1", ""})
    CHECK(status(elsewhere, {}) == 404);
  // Whom a proxy on the same computer lets in says what it likes in front of what the proxy adds.
  CHECK(status("127.0.0.1", {{"x-forwarded-for", "127.0.0.1, 203.0.113.7"}}) == 404);
  CHECK(status("127.0.0.1", {{"x-forwarded-for", "127.0.0.1"}}) == 404);
  CHECK(status("127.0.0.1", {{"forwarded", "for=203.0.113.7"}}) == 404);
}

TEST_CASE("No refusal repeats what was sent") {
  AnApi api;
  const std::string name = "Jonas Petraitis";
  const std::string good = api.upload_of({a_day_sheet(20)});
  for (const std::string& body :
       {"{\"" + name + "\":1}", '"' + name, changed(good, "Europe/Riga", name),
        changed(good, "2026-11-20", name)}) {
    const Response response = api.ask_signed("POST", "/v1/sheets", body, api.device);
    CHECK(response.status / 100 == 4);
    CHECK_FALSE(holds(response.body, "Jonas"));
    for (const auto& [header, value] : response.headers) CHECK_FALSE(holds(value, "Jonas"));
  }
}
