// SPDX-License-Identifier: EUPL-1.2
// Clients that mean harm, or whose network does. Each case ends with a proof that others are
// served.
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <future>
#include <thread>
#include <vector>

#include "region/server.h"
#include "support/catch.h"
#include "support/raw_client.h"
#include "support/tls_client.h"

using namespace sveiki::region;
using namespace sveiki::test;
using namespace std::chrono_literals;

namespace {

/// A server with the limits of the real one, but little patience.
ServerOptions impatient() {
  ServerOptions options;
  options.read_deadline = 300ms;
  options.idle_deadline = 300ms;
  options.write_deadline = 300ms;
  options.load = std::make_shared<Load>();
  return options;
}

/// True once nobody is connected any more: soon after the deadlines, on a busy machine too.
bool is_left_alone(const Load& load) {
  const auto until = std::chrono::steady_clock::now() + 3s;
  while (load.connections > 0 && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(5ms);
  return load.connections == 0;
}

struct Target {
  explicit Target(ServerOptions its_options = impatient())
      : options(std::move(its_options)), server(options, [this](const Request& request) {
          ++answered;
          return Response{200, "text/plain", std::to_string(request.body.size()), {}};
        }) {}

  RawClient client() const { return RawClient(server.port()); }
  bool serves_others() const { return client().ask(http_request("POST", "/", "abc")).body == "3"; }

  std::atomic<int> answered = 0;
  ServerOptions options;
  Server server;
};

/// Of this process, in MB.
double resident() {
  long pages = 0, in_memory = 0;
  std::ifstream("/proc/self/statm") >> pages >> in_memory;
  return static_cast<double>(in_memory * ::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// A request that the server must refuse with `status`, or by closing, and never answer.
void refused(const std::string& bytes, int status) {
  INFO(bytes.substr(0, 120));
  Target target;
  RawClient client = target.client();
  client.send(bytes);
  CHECK(client.answer().status == status);
  CHECK(client.ends());
  CHECK(target.answered == 0);
  CHECK(target.serves_others());
}

std::string chunked(const std::string& chunks) {
  return "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

std::string with_header(const std::string& header) {
  return "POST / HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\nabc";
}

}  // namespace

TEST_CASE("Pieces of a body that lie about their size are refused") {
  refused(chunked("-1\r\nabc\r\n0\r\n\r\n"), 400);
  refused(chunked("zz\r\nabc\r\n0\r\n\r\n"), 400);
  refused(chunked("0x3\r\nabc\r\n0\r\n\r\n"), 400);
  refused(chunked("3\r\nabcd\r\n0\r\n\r\n"), 400);
  refused(chunked("ffffffffffffffff\r\nabc\r\n"), 413);
  refused(chunked("fffffffffffffffff\r\nabc\r\n"), 400);
  refused(chunked("100001\r\nabc\r\n"), 413);
  refused(chunked("3;" + std::string(70'000, 'x') + "\r\nabc\r\n0\r\n\r\n"), 431);
}

TEST_CASE("Pieces without end are refused at the limit, and cost no memory") {
  Target target;
  const double before = resident();
  RawClient client = target.client();
  client.send(chunked(""));
  const std::string piece = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  int sent = 0;
  while (sent < 1000 && client.send(piece)) ++sent;
  CHECK(sent < 500);
  CHECK(target.answered == 0);
  CHECK(resident() - before < 16);
  CHECK(target.serves_others());
}

TEST_CASE("A body that two readers could end in two places is refused") {
  refused(with_header("Content-Length: 3\r\nTransfer-Encoding: chunked"), 400);
  refused(with_header("Transfer-Encoding: chunked\r\nContent-Length: 3"), 400);
  refused(with_header("Content-Length: 3\r\nContent-Length: 4"), 400);
  refused(with_header("Content-Length: 3, 4"), 400);
  refused(with_header("Content-Length: -3"), 400);
  refused(with_header("Content-Length: +3"), 400);
  refused(with_header("Content-Length : 3"), 400);
  refused(with_header("Content-Length: 99999999999999999999999"), 400);
  refused(with_header("Transfer-Encoding: gzip, chunked"), 400);
  refused(with_header("Transfer-Encoding: chunked, gzip"), 400);
  refused(with_header("Transfer-Encoding: identity\r\nContent-Length: 3"), 400);
  refused(with_header("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), 400);
  refused(with_header("Transfer-Encoding: \x0b"
                      "chunked"),
          400);
  refused("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 400);
  refused("POST / HTTP/1.1\nHost: x\nContent-Length: 3\n\nabc", 400);
}

TEST_CASE("A request without one host, or of no version we know, is refused") {
  refused("GET / HTTP/1.1\r\n\r\n", 400);
  refused("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
  refused("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400);
  refused("GET /\r\n\r\n", 400);
  refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
  refused(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + "\r\n\r\n", 400);
  refused(
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01"
      "b\r\n\r\n",
      400);
}

TEST_CASE("An address with tricks never reaches a page") {
  for (const char* odd :
       {"/..%2f..%2fetc/passwd", "/%2e%2e/region.db", "/a%00.html", "/%", "/a/../b",
        "http://elsewhere/", "*", "/x%0d%0aSet-Cookie:%20a=b", "//elsewhere/"})
    refused(http_request("GET", odd), 400);
  refused(std::string("GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n", 31), 400);
}

TEST_CASE("A flood of headers is refused") {
  std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 3000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  refused(many + "\r\n", 431);
  refused("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", 431);
  refused("GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431);
}

TEST_CASE("A giant body is refused before it comes, and nothing is kept free for it") {
  const double before = resident();
  refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n", 413);
  refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 18446744073709551615\r\n\r\n", 413);
  CHECK(resident() - before < 8);
}

TEST_CASE("Who sends too much still reads why it was refused") {
  Target target;
  RawClient client = target.client();
  client.send(http_request("POST", "/", std::string(2 << 20, 'x')));
  CHECK(client.answer().status == 413);
}

TEST_CASE("The largest body that is allowed is taken") {
  Target target;
  CHECK(target.client().ask(http_request("POST", "/", std::string(1 << 20, 'x'))).body ==
        "1048576");
}

TEST_CASE("Who drips is shown out in time, however lively it drips") {
  Target target;
  std::vector<RawClient> drips;
  for (int i = 0; i < 100; ++i) drips.push_back(target.client());
  const std::string request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n";
  const auto begin = std::chrono::steady_clock::now();
  std::size_t at = 0;
  // Half of them drip a header, half a body.
  for (std::size_t i = 50; i < drips.size(); ++i) drips[i].send(request);
  while (std::chrono::steady_clock::now() < begin + 600ms) {
    for (std::size_t i = 0; i < drips.size(); ++i)
      drips[i].send(i < 50 ? request.substr(at % request.size(), 1) : "x");
    ++at;
    std::this_thread::sleep_for(20ms);
  }
  CHECK(is_left_alone(*target.options.load));
  CHECK(target.answered == 0);
  CHECK(target.serves_others());
}

TEST_CASE("Who never reads its answers is shown out in time") {
  ServerOptions options = impatient();
  std::promise<void> asked;
  Server server(options, [&](const Request&) {
    asked.set_value();
    return Response{200, "text/plain", std::string(16 << 20, 'x'), {}};
  });
  RawClient client(server.port());
  client.send(http_request("GET", "/"));
  asked.get_future().wait();
  CHECK(is_left_alone(*options.load));
}

TEST_CASE("300 silent connections do not hinder 50 senders") {
  ServerOptions options = impatient();
  options.idle_deadline = 20s;
  Target target(options);
  std::vector<RawClient> silent;
  for (int i = 0; i < 300; ++i) silent.push_back(target.client());
  std::atomic<int> served = 0;
  std::vector<std::thread> senders;
  for (int i = 0; i < 50; ++i)
    senders.emplace_back([&] {
      RawClient client = target.client();
      for (int n = 0; n < 20; ++n)
        if (client.ask(http_request("POST", "/", "abc")).body == "3") ++served;
    });
  for (std::thread& sender : senders) sender.join();
  CHECK(served == 1000);
  CHECK(options.load->connections >= 300);
}

TEST_CASE("When there are too many connections the one that waits longest makes room") {
  ServerOptions options = impatient();
  options.idle_deadline = 20s;
  options.max_connections = 8;
  Target target(options);
  std::vector<RawClient> silent;
  for (int i = 0; i < 8; ++i) silent.push_back(target.client());
  while (options.load->connections < 8) std::this_thread::sleep_for(1ms);
  // The first is heard of again, so the second has waited longest.
  REQUIRE(silent[0].ask(http_request("GET", "/")).status == 200);
  RawClient newcomer = target.client();
  CHECK(newcomer.ask(http_request("GET", "/")).status == 200);
  CHECK(silent[1].ends());
  CHECK(silent[0].ask(http_request("GET", "/")).status == 200);
}

TEST_CASE("A crowd of newcomers at once ends with a server that serves") {
  ServerOptions options = impatient();
  options.max_connections = 32;
  Target target(options);
  {
    std::vector<RawClient> crowd;
    for (int i = 0; i < 400; ++i) crowd.push_back(target.client());
    CHECK(target.serves_others());
    CHECK(options.load->connections <= 40);
  }
  CHECK(is_left_alone(*target.options.load));
}

TEST_CASE("Many large bodies at once cannot fill the memory") {
  ServerOptions options = impatient();
  options.max_large = 4;
  options.read_deadline = 5s;
  Target target(options);
  const std::string large =
      http_request("POST", "/", {}, "Content-Length: 1000000\r\nExpect: 100-continue\r\n");
  std::vector<RawClient> heavy;
  for (int i = 0; i < 4; ++i) {
    heavy.push_back(target.client());
    REQUIRE(heavy.back().ask(large).status == 100);
  }
  const RawAnswer refusal = target.client().ask(large);
  CHECK(refusal.status == 503);
  CHECK(refusal.has("Retry-After: "));
  CHECK(target.client().ask(chunked("3\r\nabc\r\n0\r\n\r\n")).status == 503);
  CHECK(target.serves_others());
  CHECK(heavy[0].ask(std::string(1'000'000, 'x')).body == "1000000");
  CHECK(target.client().ask(large).status == 100);
}

TEST_CASE("Who has said all and waits for its answer gets it") {
  Target target;
  RawClient client = target.client();
  client.send(http_request("POST", "/", "abc"));
  client.half_close();
  CHECK(client.answer().body == "3");
  CHECK(client.ends());
}

TEST_CASE("A body that is cut off is never taken for a whole one") {
  Target target;
  for (const std::string& cut :
       {http_request("POST", "/", {}, "Content-Length: 100\r\n") + "abc", chunked("3\r\nabc\r\n"),
        chunked("3\r\nabc\r\n0\r\n"), std::string("POST / HTTP/1.1\r\nHo")}) {
    RawClient client = target.client();
    client.send(cut);
    client.half_close();
    CHECK(client.ends());
  }
  CHECK(target.answered == 0);
  CHECK(target.serves_others());
}

TEST_CASE("A request hidden in another one's body is part of that body") {
  Target target;
  RawClient client = target.client();
  const std::string hidden = http_request("GET", "/hidden");
  CHECK(client.ask(http_request("POST", "/", hidden)).body == std::to_string(hidden.size()));
  CHECK(client.ask(http_request("POST", "/", "abc")).body == "3");
  CHECK(target.answered == 2);
}

TEST_CASE("Who asks a thousand times without reading is stopped") {
  Target target;
  RawClient client = target.client();
  std::string many;
  for (int i = 0; i < 1000; ++i) many += http_request("POST", "/", "abc");
  const double before = resident();
  int sent = 0;
  while (sent < 1000 && client.send(many)) ++sent;
  CHECK(sent < 1000);
  CHECK(resident() - before < 16);
  CHECK(target.serves_others());
}

TEST_CASE("A handshake that never ends is cut off, and others shake hands meanwhile") {
  const TlsFiles files;
  ServerOptions options = impatient();
  options.tls = ServerOptions::Tls{files.certificate(), files.key()};
  Target target(options);
  std::vector<RawClient> stuck;
  for (int i = 0; i < 50; ++i) {
    stuck.push_back(target.client());
    stuck.back().send(i % 2 == 0 ? std::string_view("\x16\x03\x01\x02\x00\x01", 6) : "");
  }
  TlsClient client(target.server.port());
  REQUIRE(client.shakes_hands());
  CHECK(client.ask(http_request("POST", "/", "abc")).ends_with("\r\n\r\n3"));
  for (RawClient& one : stuck) CHECK(one.ends());
}

TEST_CASE("Plain words on the port of TLS get no answer") {
  const TlsFiles files;
  ServerOptions options = impatient();
  options.tls = ServerOptions::Tls{files.certificate(), files.key()};
  Target target(options);
  RawClient client = target.client();
  client.send(http_request("GET", "/"));
  CHECK(client.ends());
  CHECK(target.answered == 0);
}
