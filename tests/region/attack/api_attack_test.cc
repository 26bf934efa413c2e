// SPDX-License-Identifier: EUPL-1.2
// Bodies that mean harm, sent to the whole collector.
#include <zlib.h>

#include <thread>

#include "support/an_api.h"
#include "support/catch.h"
#include "support/raw_client.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

/// `megabytes` of spaces as gzip: a thousandth of that.
std::string bomb(int megabytes) {
  z_stream zip{};
  deflateInit2(&zip, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string spaces(1 << 20, ' '), packed(static_cast<std::size_t>(megabytes) << 12, '\0');
  zip.next_out = reinterpret_cast<Bytef*>(packed.data());
  zip.avail_out = static_cast<uInt>(packed.size());
  for (int i = 1; i <= megabytes; ++i) {
    zip.next_in = reinterpret_cast<Bytef*>(spaces.data());
    zip.avail_in = static_cast<uInt>(spaces.size());
    deflate(&zip, i < megabytes ? Z_NO_FLUSH : Z_FINISH);
  }
  packed.resize(zip.total_out);
  deflateEnd(&zip);
  return packed;
}

std::string headers(const AnApi& api, const std::string& body) {
  const auto seal = AnApi::seal("POST /v1/sheets", body, api.device);
  return "Sveiki-Device: " + seal.at("sveiki-device") +
         "\r\nSveiki-Signature: " + seal.at("sveiki-signature") + "\r\n";
}

}  // namespace

TEST_CASE("Gzip bombs are refused at the limit, and cost no memory") {
  AnApi api;
  const region::Server server({}, api.handler());
  const std::string packed = bomb(200);
  const std::string request = http_request("POST", "/v1/sheets", packed,
                                           headers(api, packed) + "Content-Encoding: gzip\r\n");
  const auto before = region::resident_bytes();
  std::vector<std::thread> bombers;
  std::atomic<int> refused = 0;
  for (int i = 0; i < 20; ++i)
    bombers.emplace_back([&] {
      if (RawClient(server.port()).ask(request).status == 413) ++refused;
    });
  for (std::thread& bomber : bombers) bomber.join();
  CHECK(refused == 20);
  CHECK(region::resident_bytes() - before < 64 << 20);
  const std::string good = api.upload_of({a_day_sheet(20)});
  CHECK(RawClient(server.port())
            .ask(http_request("POST", "/v1/sheets", good, headers(api, good)))
            .status == 200);
}

TEST_CASE("A kiosk that went mad is refused, however it signs") {
  AnApi api;
  const region::Server server({}, api.handler());
  RawClient client(server.port());
  const auto status = [&](const std::string& body) {
    return client.ask(http_request("POST", "/v1/sheets", body, headers(api, body))).status;
  };
  const std::string good = api.upload_of({a_day_sheet(20)});
  CHECK(status(std::string(500'000, '[')) / 100 == 4);
  CHECK(status("{\"v\":" + std::string(500'000, '9') + "}") / 100 == 4);
  CHECK(status('"' + std::string(500'000, 'a')) / 100 == 4);
  CHECK(status(std::string(900'000, '\0')) / 100 == 4);
  CHECK(status("{\"v\":1," + good.substr(1)) / 100 == 4);  // one key twice
  CHECK(status(good + good) / 100 == 4);
  CHECK(status(good) == 200);
}
