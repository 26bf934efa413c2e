// SPDX-License-Identifier: EUPL-1.2
// The real sveiki-sync, against a collector on a real socket.
#include "support/program.h"

#include <chrono>
#include <csignal>
#include <ctime>
#include <thread>

#include "courier/curl_carrier.h"
#include "outbox/outbox.h"
#include "support/a_sheet.h"
#include "support/catch.h"
#include "support/fake_collector.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

const std::string kWith = "catalogue 3, program 0.1.0";

std::vector<Sheet> days(int count) {
  std::vector<Sheet> sheets;
  const CivilDay first{2025, 1, 1};
  for (int i = 0; i < count; ++i) sheets.push_back(a_day(first.next(i).iso(), 1, i + 1));
  return sheets;
}

/// A centre's computer: its outbox, its key, and the program that carries.
struct Computer {
  TemporaryDir dir;
  std::filesystem::path file = dir / "data/outbox/outbox.db";
  std::filesystem::path key = dir / "keys/device.key";
  Outbox outbox{file};
  std::vector<std::string> options;  // for every call
  std::vector<std::string> environment;

  Computer() { std::filesystem::create_directories(key.parent_path()); }

  std::vector<std::string> words(std::vector<std::string> more) const {
    std::vector<std::string> all{"--outbox", file, "--key", key};
    all.insert(all.end(), options.begin(), options.end());
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  int code = -1;
  std::string said;
  int run(std::vector<std::string> more) {
    Program program("sveiki-sync", words(std::move(more)), environment);
    code = program.end();
    said = program.out() + program.err();
    return code;
  }
  int once() { return run({"--once"}); }
  int enrol(const FakeCollector& at) {
    return run({"enrol", "--region", at.url(), "--code", at.region.code});
  }
  int pending() { return outbox.state().pending; }
  std::string trouble() { return outbox.state().trouble; }
};

/// What happens soon; false if it does not.
template <class Condition>
bool soon(Condition&& condition) {
  for (int i = 0; i < 1000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

/// Holds what the region got, sheet by sheet, against what was laid in.
bool has_exactly(FakeCollector& collector, const std::vector<Sheet>& sheets) {
  const std::lock_guard lock(collector.region.mutex);
  if (collector.region.held.size() != sheets.size()) return false;
  return std::ranges::all_of(sheets, [&](const Sheet& sheet) {
    const auto held = collector.region.held.find(sheet.id);
    return held != collector.region.held.end() && held->second == sheet;
  });
}

}  // namespace

TEST_CASE("A computer is connected with a code, and everything is acknowledged") {
  FakeCollector collector;
  Computer computer;
  computer.outbox.put(days(500));
  REQUIRE(computer.enrol(collector) == 0);
  INFO(computer.said);
  CHECK(computer.once() == 0);
  CHECK(computer.pending() == 0);
  CHECK(has_exactly(collector, days(500)));
  CHECK(collector.region.wrong_signatures == 0);
  CHECK(collector.bytes().find("User-Agent: sveiki-sync/") != std::string::npos);
}

TEST_CASE("A misspelt outbox is refused by its name, and nothing is made of it") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  computer.file = computer.dir / "dota/outbox/outbox.db";
  write_file(computer.dir / "receipt", "{}");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--once"},
                                                {},
                                                {"status"},
                                                {"export-envelope", "-o", computer.dir / "sheets"},
                                                {"import-receipt", computer.dir / "receipt"}}) {
    CHECK(computer.run(words) == 1);
    CHECK(computer.said.find("no outbox " + computer.file.string()) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(computer.dir / "dota"));
  }
  CHECK(computer.enrol(collector) == 1);  // the code is used, but the kiosk need not have run
  CHECK(computer.said.find("code") != std::string::npos);
}

TEST_CASE("A computer that is not connected says so, and so does a code with a mistake") {
  FakeCollector collector;
  Computer computer;
  CHECK(computer.once() == 1);
  CHECK(computer.said.find("enrol") != std::string::npos);
  std::string mistyped = collector.region.code;
  mistyped[3] = mistyped[3] == '7' ? '8' : '7';
  CHECK(computer.run({"enrol", "--region", collector.url(), "--code", mistyped}) == 1);
  CHECK(computer.run(
            {"enrol", "--region", "http://region.example", "--code", collector.region.code}) == 1);
  CHECK(computer.run({"enrol", "--code", collector.region.code}) == 2);
  CHECK(collector.connections() == 0);
}

TEST_CASE("Over TLS, with the region's own authority") {
  FakeCollector collector(FakeCollector::Tls::kYes);
  Computer computer;
  write_file(computer.dir / "ca.pem", collector.certificate());
  computer.options = {"--ca", computer.dir / "ca.pem"};
  computer.outbox.put(days(3));
  REQUIRE(computer.enrol(collector) == 0);
  CHECK(computer.once() == 0);
  CHECK(has_exactly(collector, days(3)));
}

TEST_CASE("A certificate of somebody else gets nothing") {
  FakeCollector collector(FakeCollector::Tls::kYes), other(FakeCollector::Tls::kYes);
  Computer computer;
  computer.outbox.put(days(3));
  write_file(computer.dir / "ca.pem", other.certificate());
  computer.options = {"--ca", computer.dir / "ca.pem"};
  CHECK(computer.enrol(collector) == 1);
  CHECK(computer.trouble() == "not-trusted");
  computer.options.clear();
  CHECK(computer.once() == 1);
  CHECK(computer.trouble() == "not-trusted");
  CHECK(computer.said.find("--ca FILE") != std::string::npos);
  CHECK(collector.bytes().empty());
  CHECK(computer.pending() == 3);
}

TEST_CASE("A file of authorities that holds none is said to be the trouble") {
  FakeCollector collector(FakeCollector::Tls::kYes);
  Computer computer;
  write_file(computer.dir / "ca.pem", "no certificate");
  computer.options = {"--ca", computer.dir / "ca.pem"};
  CHECK(computer.enrol(collector) == 1);
  CHECK(computer.trouble() == "no-authority");
  CHECK(computer.said.find("--ca cannot be read") != std::string::npos);
}

TEST_CASE("The network goes away and comes back, and nothing was lost") {
  Computer computer;
  int port = 0;
  sync::PublicKey key;
  {
    FakeCollector collector;
    REQUIRE(computer.enrol(collector) == 0);
    port = collector.port();
    key = *collector.region.key;
  }
  computer.outbox.put(days(3));
  CHECK(computer.once() == 1);
  CHECK(computer.trouble() == "no-network");
  CHECK(computer.pending() == 3);
  FakeCollector collector(FakeCollector::Tls::kNo, port);
  collector.region.key = key;
  CHECK(computer.once() == 0);
  CHECK(computer.trouble().empty());
  CHECK(has_exactly(collector, days(3)));
}

TEST_CASE("Also where nothing waits, it is said to have been sent only once the region answered") {
  Computer computer;
  {
    FakeCollector collector;
    REQUIRE(computer.enrol(collector) == 0);
    CHECK(computer.once() == 0);
    CHECK(computer.said.find("reached") != std::string::npos);
    collector.region.script = {problem(401)};
    CHECK(computer.once() == 1);
    CHECK(computer.said.find("does not know this computer") != std::string::npos);
  }
  CHECK(computer.once() == 1);
  CHECK(computer.trouble() == "no-network");
}

TEST_CASE("A captive portal, an answer cut off and a receipt for other sheets count as nothing") {
  const sync::Receipt wrong{"5d41402abc4b2a76",
                            Instant{1'795'000'000'000},
                            900,
                            3,
                            1,
                            {{a_day("2026-11-20").id, 1, Verdict::kStored, ""}}};
  Says cut{200, sync::write_receipt(wrong)};
  cut.cut = 20;
  const std::vector<std::pair<Says, std::string>> answers{
      {{200, "<html>Log in</html>", "text/html"}, "not-the-region"},
      {{302, "", "text/html", {{"Location", "https://login.example/"}}}, "not-the-region"},
      {{200, std::string(3 << 20, ' ')}, "not-the-region"},
      {{200, sync::write_receipt(wrong)}, "not-the-region"},
      {cut, "no-network"},
      {problem(401), "not-known"},
      {problem(503), "busy"},
  };
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  computer.outbox.put(days(3));
  for (const auto& [says, trouble] : answers) {
    {
      const std::lock_guard lock(collector.region.mutex);
      collector.region.script = {says};
    }
    INFO(says.status << " " << says.body.substr(0, 40));
    CHECK(computer.once() == 1);
    CHECK(computer.trouble() == trouble);
    CHECK(computer.pending() == 3);
  }
  CHECK(computer.once() == 0);
  CHECK(has_exactly(collector, days(3)));
}

TEST_CASE("The service goes by itself, waits as long as it is told, and ends when it is told") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  computer.outbox.put(days(3));
  Says busy = problem(503);
  busy.headers["Retry-After"] = "3600";
  collector.region.script = {busy};
  Program service("sveiki-sync", computer.words({}));
  CHECK(soon([&] { return computer.trouble() == "busy"; }));
  const int connections = collector.connections();
  std::this_thread::sleep_for(200ms);
  CHECK(collector.connections() == connections);
  service.signal(SIGTERM);
  CHECK(service.end() == 0);
  CHECK(service.err().find("busy") != std::string::npos);

  Program again("sveiki-sync", computer.words({}));
  CHECK(soon([&] { return computer.pending() == 0; }));
  again.signal(SIGTERM);
  CHECK(again.end() == 0);
  CHECK(has_exactly(collector, days(3)));
}

TEST_CASE("A time to come back may be said in seconds or as a date") {
  FakeCollector collector;
  courier::CurlCarrier carrier("test", {});
  const auto in_two_minutes = std::chrono::system_clock::to_time_t(
      std::chrono::system_clock::now() + std::chrono::minutes{2});
  char date[64];
  std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", std::gmtime(&in_two_minutes));
  for (const std::string& text : {std::string{"120"}, std::string{date}}) {
    Says busy = problem(503);
    busy.headers["Retry-After"] = text;
    collector.region.script = {busy};
    const auto came = carrier.carry({"GET", collector.url() + "/v1/catalogue"});
    REQUIRE(std::holds_alternative<courier::Answer>(came));
    const int seconds = std::stoi(std::get<courier::Answer>(came).headers.at("retry-after"));
    INFO(text);
    CHECK(110 < seconds);
    CHECK(seconds <= 120);
  }
}

TEST_CASE("What staff ask for at the kiosk, the service does by itself") {
  FakeCollector collector;
  Computer computer;
  computer.outbox.put(days(3));
  Program service("sveiki-sync", computer.words({}));
  std::this_thread::sleep_for(100ms);
  computer.outbox.ask_to_enrol({collector.url(), collector.region.code});
  CHECK(soon([&] { return computer.outbox.device().has_value(); }));
  CHECK(soon([&] { return computer.pending() == 0; }));
}

TEST_CASE("When the day is over the service goes at once, and once for a wish") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  computer.outbox.put(days(1));
  Program service("sveiki-sync", computer.words({}));
  REQUIRE(soon([&] { return computer.pending() == 0; }));
  computer.outbox.put({a_day("2026-11-20")});
  computer.outbox.ask_to_send();
  CHECK(soon([&] { return computer.pending() == 0; }));
  CHECK_FALSE(computer.outbox.send_wish());
}

TEST_CASE("The way goes through the proxy that the environment names, and it sees nothing") {
  FakeCollector proxy;
  Computer computer;
  computer.outbox.put(days(3));
  computer.environment = {"https_proxy=" + proxy.url(), "HTTPS_PROXY=" + proxy.url(),
                          "no_proxy=", "NO_PROXY="};
  CHECK(computer.run(
            {"enrol", "--region", "https://region.invalid", "--code", proxy.region.code}) == 1);
  CHECK(proxy.bytes().starts_with("CONNECT region.invalid:443 "));
  CHECK(proxy.bytes().find(proxy.region.code) == std::string::npos);
  CHECK(computer.outbox.enrol_wish());
}

TEST_CASE("The service ends at once also while the region is slow") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  computer.outbox.put(days(3));
  std::atomic<bool> asked{false}, enough{false};
  Says slow = problem(503);
  slow.before = [&] {
    asked = true;
    soon([&] { return enough.load(); });
  };
  collector.region.script = {slow};
  Program service("sveiki-sync", computer.words({}));
  CHECK(soon([&] { return asked.load(); }));
  const auto began = std::chrono::steady_clock::now();
  service.signal(SIGTERM);
  CHECK(service.end() == 0);
  CHECK(std::chrono::steady_clock::now() - began < 2s);
  enough = true;
  CHECK(computer.pending() == 3);
}

TEST_CASE("Killed at any moment and started again, it ends with everything there once") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  const auto sheets = days(450);
  computer.outbox.put(sheets);
  collector.region.most_sheets = 40;
  for (int i = 0; i < 12; ++i) {
    Program service("sveiki-sync", computer.words({"--once"}));
    std::this_thread::sleep_for(std::chrono::milliseconds{3 + i * 5});
    service.signal(SIGKILL);
    service.end();
    CHECK(computer.outbox.state().refused.empty());
  }
  CHECK(computer.once() == 0);
  CHECK(computer.pending() == 0);
  CHECK(has_exactly(collector, sheets));
}

TEST_CASE("The outbox is taken away under the service, and it stays connected") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  std::filesystem::remove_all(computer.file.parent_path());
  computer.outbox.put(days(3));
  CHECK(computer.once() == 0);
  CHECK(has_exactly(collector, days(3)));
  CHECK(computer.outbox.device()->centre == collector.region.centre);
}

TEST_CASE("On a USB stick: nothing counts as sent until the receipt is back") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  computer.outbox.put(days(401));
  const auto stick = computer.dir / "sheets.sveiki";
  REQUIRE(computer.run({"export-envelope", "-o", stick}) == 0);
  CHECK(computer.said.find("401 sheets.") != std::string::npos);
  CHECK(computer.pending() == 401);
  sync::Receipt receipt{collector.region.collector, Instant{1'795'000'000'000}, 900, 3, 1, {}};
  for (const char* name : {"sheets.sveiki", "sheets-2.sveiki"}) {
    const auto envelope = sync::read_envelope(read_file(computer.dir / name));
    REQUIRE(envelope);
    CHECK(envelope->what == "POST /v1/sheets");
    CHECK(sync::verify(*collector.region.key, envelope->what, envelope->body, envelope->signature));
    const auto upload = std::get<sync::Upload>(sync::read_upload(envelope->body));
    receipt.sheets.clear();
    for (const Sheet& sheet : upload.sheets)
      receipt.sheets.push_back({sheet.id, sheet.revision, Verdict::kStored, ""});
    write_file(computer.dir / "receipt", sync::write_receipt(receipt));
    CHECK(computer.run({"import-receipt", computer.dir / "receipt"}) == 0);
  }
  CHECK(computer.pending() == 0);
  CHECK(computer.run({"export-envelope", "-o", stick}) == 1);
  receipt.collector = "7d793037a0760186";
  write_file(computer.dir / "receipt", sync::write_receipt(receipt));
  CHECK(computer.run({"import-receipt", computer.dir / "receipt"}) == 1);
  write_file(computer.dir / "receipt", "<html>");
  CHECK(computer.run({"import-receipt", computer.dir / "receipt"}) == 1);
}

TEST_CASE("On a stick come also the activities and indicators, and only from one's own region") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  computer.outbox.put(days(1));
  const auto stick = computer.dir / "receipt";
  const auto bring = [&](const std::string& bytes) {
    write_file(stick, bytes);
    return computer.run({"import-receipt", stick});
  };
  sync::Receipt receipt{collector.region.collector, Instant{1'795'000'000'000}, 900, 5, 1, {}};
  const sync::Catalogue now{
      5, {{"ac_7F3K9QWX", "clay"}}, {{"P:SOC1000", {2026, 1, 1}, {2027, 12, 31}}}};
  sync::Catalogue before = now;
  before.version = 4;
  const auto written = [&] { return sync::write_receipt(receipt) + "\n"; };
  const std::string set = sync::write_catalogue(now) + "\n";
  const auto had = computer.outbox.catalogue();

  receipt.sheets = {{a_day("2025-01-01", 1, 3, kLostLife).id, 1, Verdict::kStored, ""}};
  CHECK(bring(written() + set) == 1);
  CHECK(computer.said.find("receipt of another centre") != std::string::npos);
  receipt.sheets = {{days(1)[0].id, 1, Verdict::kStored, ""}};
  for (const std::string& bad :
       {set, written() + set + set, set + written(), written() + "<html>\n", written() + set + "\n",
        written() + sync::write_catalogue(before) + "\n"})
    CHECK(bring(bad) == 1);
  CHECK(computer.pending() == 1);
  CHECK(computer.outbox.catalogue() == had);

  CHECK(bring(written() + set) == 0);
  CHECK(computer.pending() == 0);
  CHECK(computer.outbox.catalogue() == now);
  receipt.catalogue = 4;
  CHECK(bring(written() + sync::write_catalogue(before) + "\n") == 0);  // an older stick
  CHECK(computer.outbox.catalogue() == now);
}

TEST_CASE("On a USB stick more lives are withdrawn than one envelope holds") {
  FakeCollector collector;
  Computer computer;
  REQUIRE(computer.enrol(collector) == 0);
  for (int i = 1000; i <= 1400; ++i)
    computer.outbox.settle("000000000000" + std::to_string(i), Outbox::Settle::kWithdraw);
  REQUIRE(computer.run({"export-envelope", "-o", computer.dir / "lives.sveiki"}) == 0);
  CHECK(computer.said.find("there is no receipt for it.") != std::string::npos);
  std::size_t lives = 0;
  for (const char* name : {"lives.sveiki", "lives-2.sveiki"}) {
    const auto envelope = sync::read_envelope(read_file(computer.dir / name));
    REQUIRE(envelope);
    const auto read = sync::read_withdrawal(envelope->body);
    const auto* withdrawal = std::get_if<sync::Withdrawal>(&read);
    REQUIRE(withdrawal);
    lives += withdrawal->lives.size();
  }
  CHECK(lives == 401);
}

TEST_CASE("Staff read in plain words how it stands") {
  FakeCollector collector;
  Computer computer;
  CHECK(computer.run({"status"}) == 0);
  CHECK(computer.said.find("not connected") != std::string::npos);
  REQUIRE(computer.enrol(collector) == 0);
  collector.region.refuses["2025-01-02"] = "activity";
  collector.region.received_at = Instant{0};
  computer.outbox.put(days(3));
  CHECK(computer.once() == 1);
  CHECK(computer.said.find("Sheets refused: 1.") != std::string::npos);
  CHECK(computer.run({"status"}) == 0);
  for (const char* words : {"Waiting to be sent: 0", "Refused, day 2025-01-02", "minutes ahead of"})
    CHECK(computer.said.find(words) != std::string::npos);
}

TEST_CASE("The key must not lie with the data, and is nobody else's to read") {
  FakeCollector collector;
  Computer computer;
  computer.key = computer.dir / "data/device.key";
  CHECK(computer.enrol(collector) == 1);
  CHECK_FALSE(std::filesystem::exists(computer.key));
  computer.key = computer.dir / "keys/device.key";
  REQUIRE(computer.enrol(collector) == 0);
  std::filesystem::permissions(computer.key, std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  CHECK(computer.once() == 1);
  CHECK(computer.said.find("key") != std::string::npos);
}
