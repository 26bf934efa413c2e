// SPDX-License-Identifier: EUPL-1.2
#include "sync/region_url.h"

#include "support/catch.h"

using sveiki::sync::region_url;

TEST_CASE("The address of a region is taken as staff write it") {
  CHECK(region_url("https://region.example") == "https://region.example");
  CHECK(region_url("https://region.example/") == "https://region.example");
  CHECK(region_url("https://region.example:8443/sveiki/") == "https://region.example:8443/sveiki");
  CHECK(region_url("http://127.0.0.1:8080/v1/sheets") == "http://127.0.0.1:8080/v1/sheets");
  CHECK(region_url("http://localhost:8080") == "http://localhost:8080");
  CHECK(region_url("http://[::1]:8080") == "http://[::1]:8080");
}

TEST_CASE("Nothing goes out unprotected, or to an address that hides another") {
  for (const char* typed :
       {"http://region.example", "region.example", "", "https://", "file:///etc/passwd",
        "http://localhost.example", "http://127.0.0.1.example", "http://127.0.0.1@region.example",
        "https://region.example@other.example", "https://region.example?to=x",
        "https://region.example#x", "https://region example", "https://region.example\r\nHost: x",
        "https://region.example:x", "ftp://127.0.0.1"}) {
    INFO(typed);
    CHECK_FALSE(region_url(typed));
  }
}
