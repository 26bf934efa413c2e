// SPDX-License-Identifier: EUPL-1.2
#include "region/http.h"

#include <memory>
#include <vector>

#include "support/catch.h"
#include "support/process_memory.h"

using namespace sveiki::region;
using sveiki::test::process_memory;

// Sanitizers have a heap of their own.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("What an answer needed for its while is given back, though something above it stays") {
  std::unique_ptr<std::string> stays;
  double at_most = 0;
  const Handler large = [&](const Request&) {
    std::vector<std::unique_ptr<std::string>> rows(500'000);
    for (auto& row : rows) row = std::make_unique<std::string>(100, 'x');
    stays = std::make_unique<std::string>(100, 'y');
    at_most = process_memory("VmRSS");
    return Response{};
  };
  const double before = process_memory("VmRSS");
  giving_memory_back(large)({});
  REQUIRE(at_most > before + 50);
  CHECK(process_memory("VmRSS") < before + 15);
}
#endif

TEST_CASE("No more are answered at once than there is room for") {
  int asked = 0;
  Handler one_at_a_time;
  one_at_a_time = at_most(1, [&](const Request& request) {
    ++asked;
    return asked == 1 ? one_at_a_time(request) : Response{};
  });
  CHECK(one_at_a_time({}).status == 503);
  CHECK(asked == 1);
  one_at_a_time({});
  CHECK(asked == 2);
}
