// SPDX-License-Identifier: EUPL-1.2
#include "region/server_target.h"

#include "support/catch.h"

using namespace sveiki::region;

TEST_CASE("An address with its question is taken apart") {
  const auto target = read_target("/centres/ce_1?from=2026-01&name=%C4%80da+O&from=2027-01&");
  REQUIRE(target);
  CHECK(target->path == "/centres/ce_1");
  CHECK(target->query.at("from") == "2026-01");
  CHECK(target->query.at("name") == "Āda O");
  CHECK(target->query.size() == 2);
  CHECK(read_target("/")->path == "/");
  CHECK(read_target("/a%20b")->path == "/a b");
  CHECK(read_target("/x/")->path == "/x/");
}

TEST_CASE("An address that is written in an odd way is refused") {
  for (const char* odd : {"",
                          "x",
                          "*",
                          "http://elsewhere/x",
                          "//x",
                          "/a//b",
                          "/..",
                          "/a/../b",
                          "/a/%2e%2E/b",
                          "/./a",
                          "/a%2fb",
                          "/a%5cb",
                          "/a\\b",
                          "/a%00",
                          "/a%0d%0aSet-Cookie:x",
                          "/a%7f",
                          "/%",
                          "/%4",
                          "/%zz",
                          "/a#b",
                          "/a b",
                          "/a\tb",
                          "/\xc4\x80",
                          "/a?b=%00",
                          "/a?b=%",
                          "/a?%0a=1"})
    CHECK_FALSE(read_target(odd));
  CHECK_FALSE(read_target(std::string_view("/a\0b", 4)));
}
