// SPDX-License-Identifier: EUPL-1.2
#include "region/server.h"

#include <future>
#include <thread>

#include "support/catch.h"
#include "support/raw_client.h"
#include "support/temporary_dir.h"
#include "support/tls_client.h"

using namespace sveiki::region;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

Response echo(const Request& request) {
  if (request.path == "/throws") throw std::runtime_error("a bug");
  if (request.path == "/splits")
    return {200, "text/plain", "x", {{"Location", "/\r\nSet-Cookie: a"}}};
  if (request.path == "/unchanged") return {304, "", "", {{"ETag", "\"1\""}}};
  std::string all = request.method + " " + request.path + " from " + request.address + "\n";
  for (const auto& [name, value] : request.query) all += name + "=" + value + "\n";
  if (request.headers.contains("sveiki-device")) all += request.headers.at("sveiki-device") + "\n";
  return {200, "text/plain; charset=utf-8", all + request.body, {}};
}

/// Why a server did not begin.
std::string refusal_of(const ServerOptions& options) {
  try {
    const Server server(options, echo);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A question is answered with the safe headers") {
  const Server server({}, echo);
  RawClient client(server.port());
  const RawAnswer answer = client.ask(http_request("GET", "/a?b=1", {}, "Sveiki-Device: dv_1\r\n"));
  CHECK(answer.status == 200);
  CHECK(answer.body == "GET /a from 127.0.0.1\nb=1\ndv_1\n");
  CHECK(answer.has("X-Content-Type-Options: nosniff\r\n"));
  CHECK(answer.has("Cache-Control: no-store\r\n"));
  CHECK(answer.has(" GMT\r\n"));
  CHECK_FALSE(answer.has("Server:"));
}

TEST_CASE("One connection carries many questions, also sent at once") {
  const Server server({}, echo);
  RawClient client(server.port());
  std::string many;
  for (int i = 0; i < 20; ++i) many += http_request("POST", "/" + std::to_string(i), "body");
  REQUIRE(client.send(many));
  for (int i = 0; i < 20; ++i)
    CHECK(client.answer().body == "POST /" + std::to_string(i) + " from 127.0.0.1\nbody");
  CHECK(client.ask(http_request("GET", "/last", {}, "Connection: close\r\n"))
            .has("Connection: close"));
  CHECK(client.ends());
}

TEST_CASE("A body in pieces arrives whole") {
  const Server server({}, echo);
  RawClient client(server.port());
  const auto answer = client.ask(
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
      "chunked\r\n\r\n4\r\nLabd\r\n3\r\nien\r\n0\r\n\r\n");
  CHECK(answer.body == "POST /a from 127.0.0.1\nLabdien");
}

TEST_CASE("Who asks whether to send a body is told to go on") {
  const Server server({}, echo);
  RawClient client(server.port());
  client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.answer().status == 100);
  CHECK(client.ask("abc").body == "POST /a from 127.0.0.1\nabc");
}

TEST_CASE("HEAD answers as GET does, without the body") {
  const Server server({}, echo);
  RawClient client(server.port());
  client.send(http_request("HEAD", "/a"));
  const RawAnswer head = client.answer(true);
  CHECK(head.status == 200);
  CHECK(head.has("Content-Length: 23\r\n"));
  CHECK(client.ask(http_request("GET", "/a")).body.size() == 22);
}

TEST_CASE("An answer without a body has none") {
  const Server server({}, echo);
  RawClient client(server.port());
  const RawAnswer unchanged = client.ask(http_request("GET", "/unchanged"));
  CHECK(unchanged.status == 304);
  CHECK(unchanged.has("ETag: \"1\""));
  CHECK(client.ask(http_request("GET", "/a")).status == 200);
}

TEST_CASE("Other methods are refused") {
  const Server server({}, echo);
  for (const char* method : {"PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "BREW"}) {
    RawClient client(server.port());
    const RawAnswer answer = client.ask(http_request(method, "/a"));
    CHECK(answer.status == 405);
    CHECK(answer.has("Allow: GET, HEAD, POST"));
    CHECK(client.ends());
  }
}

TEST_CASE("An error inside is a 500 and a line in the log, and the next question is answered") {
  ServerOptions options;
  std::promise<std::string> logged;
  options.log = [&](std::string_view line) { logged.set_value(std::string(line)); };
  const Server server(options, echo);
  RawClient client(server.port());
  const RawAnswer answer = client.ask(http_request("GET", "/throws"));
  CHECK(answer.status == 500);
  CHECK(answer.body.find("bug") == std::string::npos);
  CHECK(logged.get_future().get() == "a request could not be answered: a bug");
  CHECK(client.ask(http_request("GET", "/a")).status == 200);
}

TEST_CASE("A header that would become two is not sent") {
  const Server server({}, echo);
  const RawAnswer answer = RawClient(server.port()).ask(http_request("GET", "/splits"));
  CHECK(answer.status == 500);
  CHECK_FALSE(answer.has("Set-Cookie"));
}

TEST_CASE("A slow page does not hold up the others") {
  std::promise<void> release;
  const auto released = release.get_future().share();
  const Server server({}, [&](const Request& request) {
    if (request.path == "/slow") released.wait();
    return Response{};
  });
  RawClient slow(server.port());
  slow.send(http_request("GET", "/slow"));
  CHECK(RawClient(server.port()).ask(http_request("GET", "/quick")).status == 200);
  release.set_value();
  CHECK(slow.answer().status == 200);
}

TEST_CASE("Too many questions at once are told when to come back") {
  std::promise<void> release;
  const auto released = release.get_future().share();
  ServerOptions options;
  options.max_in_flight = 2;
  options.load = std::make_shared<Load>();
  const Server server(options, [&](const Request&) {
    released.wait();
    return Response{};
  });
  RawClient first(server.port()), second(server.port()), third(server.port());
  first.send(http_request("GET", "/"));
  second.send(http_request("GET", "/"));
  while (options.load->in_flight < 2) std::this_thread::sleep_for(1ms);
  const RawAnswer refused = third.ask(http_request("GET", "/"));
  CHECK(refused.status == 503);
  CHECK(refused.has("Retry-After: 15\r\n"));
  release.set_value();
  CHECK(first.answer().status == 200);
  CHECK(second.answer().status == 200);
  CHECK(third.ask(http_request("GET", "/")).status == 200);
  CHECK(options.load->turned_away == 1);
}

TEST_CASE("A server that ends answers what it has begun") {
  std::promise<void> begun;
  auto server = std::make_unique<Server>(ServerOptions{}, [&](const Request&) {
    begun.set_value();
    std::this_thread::sleep_for(50ms);
    return Response{200, "text/plain", "done", {}};
  });
  RawClient idle(server->port()), client(server->port());
  client.send(http_request("GET", "/"));
  begun.get_future().wait();
  server.reset();
  CHECK(client.answer().body == "done");
  CHECK(idle.ends());
}

TEST_CASE("A server ends at once, also when it has just answered or somebody has just come") {
  ServerOptions options;
  options.threads = 1;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) {
    auto server = std::make_unique<Server>(options, echo);
    RawClient client(server->port());
    if (i % 2 == 0) CHECK(client.ask(http_request("GET", "/")).status == 200);
    server.reset();
  }
  CHECK(std::chrono::steady_clock::now() - begin < 8s);
}

TEST_CASE("Behind a proxy the sender is whom the proxy saw, whatever the sender claims") {
  const std::string claims =
      "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-For: 10.0.0.2, 203.0.113.7\r\n";
  const auto sender = [](bool behind_proxy, const std::string& headers) {
    ServerOptions options;
    options.behind_proxy = behind_proxy;
    const Server server(options, echo);
    const auto answer = RawClient(server.port()).ask(http_request("GET", "/", {}, headers));
    return answer.body.substr(answer.body.find("from "));
  };
  CHECK(sender(true, claims) == "from 203.0.113.7\n");
  CHECK(sender(true, "X-Forwarded-For: 2001:db8::7\r\n") == "from 2001:db8::7\n");
  CHECK(sender(true, "X-Forwarded-For: <b>\r\n") == "from 127.0.0.1\n");
  CHECK(sender(true, "") == "from 127.0.0.1\n");
  CHECK(sender(false, claims) == "from 127.0.0.1\n");
}

TEST_CASE("What came to the proxy over TLS is answered as TLS, and nothing else is") {
  const auto answer = [](bool behind_proxy, const std::string& headers) {
    ServerOptions options;
    options.behind_proxy = behind_proxy;
    const Server server(options, [](const Request& request) {
      return Response{200, "text/plain", request.tls ? "encrypted" : "plain", {}};
    });
    return RawClient(server.port()).ask(http_request("GET", "/", {}, headers));
  };
  const std::string hsts = "Strict-Transport-Security: max-age=31536000\r\n";
  const RawAnswer secure = answer(true, "X-Forwarded-Proto: https\r\n");
  CHECK(secure.body == "encrypted");
  CHECK(secure.has(hsts));
  for (const RawAnswer& plain : {answer(true, "X-Forwarded-Proto: http\r\n"), answer(true, ""),
                                 answer(false, "X-Forwarded-Proto: https\r\n")}) {
    CHECK(plain.body == "plain");
    CHECK_FALSE(plain.has(hsts));
  }
}

TEST_CASE("Without a certificate nobody from outside may connect") {
  ServerOptions options;
  options.host = "0.0.0.0";
  CHECK(refusal_of(options).find("not a loopback address") != std::string::npos);
}

TEST_CASE("An address that is taken is said") {
  const Server first({}, echo);
  ServerOptions options;
  options.port = first.port();
  CHECK(refusal_of(options).find("cannot listen") != std::string::npos);
}

TEST_CASE("A certificate that cannot be read is said") {
  ServerOptions options;
  options.tls = ServerOptions::Tls{"/nowhere.pem", "/nowhere.key"};
  CHECK(refusal_of(options).find("certificate /nowhere.pem") != std::string::npos);
}

TEST_CASE("Over TLS it is the same, and old versions of it are refused") {
  const TlsFiles files;
  ServerOptions options;
  options.tls = ServerOptions::Tls{files.certificate(), files.key()};
  const Server server(options, echo);
  TlsClient client(server.port());
  REQUIRE(client.shakes_hands());
  CHECK(client.ask(http_request("POST", "/a", "x")).find("POST /a from 127.0.0.1\nx") !=
        std::string::npos);
  CHECK(client.ask(http_request("GET", "/b", {}, "Connection: close\r\n"))
            .starts_with("HTTP/1.1 200"));
  CHECK(client.says_goodbye());
  CHECK_FALSE(TlsClient(server.port(), TLS1_1_VERSION).shakes_hands());
}
