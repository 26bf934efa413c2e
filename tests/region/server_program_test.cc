// SPDX-License-Identifier: EUPL-1.2
// The real sveiki-region, from outside.
#include "support/catch.h"
#include "support/raw_client.h"
#include "support/running_collector.h"
#include "support/temporary_dir.h"
#include "support/tls_client.h"

using namespace sveiki::test;

TEST_CASE("The collector says where it listens, serves, and ends when it is told to") {
  const TemporaryDir dir;
  RunningCollector collector({"--data", (dir / "region").string()});
  REQUIRE(collector.said() ==
          "listening on http://127.0.0.1:" + std::to_string(collector.port()) + "\n");
  RawClient client(collector.port());
  CHECK(client.ask(http_request("GET", "/healthz")).body == "well\n");
  CHECK(client.ask(http_request("GET", "/v1/catalogue")).status == 200);
  CHECK(client.ask(http_request("GET", "/metrics")).body.find("sveiki_connections 1\n") !=
        std::string::npos);
  CHECK(collector.end() == 0);
  CHECK(client.ends());
}

TEST_CASE("The collector serves over TLS with its own certificate") {
  const TemporaryDir dir;
  const TlsFiles files;
  RunningCollector collector({"--data", dir.path().string(), "--tls-cert",
                              files.certificate().string(), "--tls-key", files.key().string()});
  CHECK(collector.said().starts_with("listening on https://127.0.0.1:"));
  TlsClient client(collector.port());
  REQUIRE(client.shakes_hands());
  const std::string answer = client.ask(http_request("GET", "/healthz"));
  CHECK(answer.ends_with("well\n"));
  CHECK(answer.find("Strict-Transport-Security: ") != std::string::npos);
  CHECK(collector.end() == 0);
}

TEST_CASE("What the collector cannot do is an exit code") {
  const TemporaryDir dir;
  const std::string data = dir.path().string();
  CHECK(RunningCollector({"--data", data, "--listen", "0.0.0.0:0"}).end(0) == 1);
  CHECK(RunningCollector({"--data", data, "--tls-cert", "x"}).end(0) == 2);
  CHECK(RunningCollector({}).end(0) == 2);
  CHECK(RunningCollector({"--data", data, "--postgres", "postgresql://nowhere"}).end(0) == 2);
}
