// SPDX-License-Identifier: EUPL-1.2
#include "base/id.h"

#include <set>

#include "support/catch.h"

using namespace sveiki;

TEST_CASE("An id is its prefix and eight symbols that cannot be misread") {
  const std::string id = random_id("tk");
  CHECK(id.substr(0, 3) == "tk_");
  CHECK(id.size() == 11);
  CHECK(id.find_first_of("ILOUilou", 3) == std::string::npos);
}

TEST_CASE("A life is sixteen hexadecimal digits") {
  const std::string life = random_life();
  CHECK(life.size() == 16);
  CHECK(life.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("No two ids and no two lives are the same") {
  std::set<std::string> ids;
  std::set<std::string> lives;
  for (int i = 0; i < 1000; ++i) {
    ids.insert(random_id("tk"));
    lives.insert(random_life());
  }
  CHECK(ids.size() == 1000);
  CHECK(lives.size() == 1000);
}
