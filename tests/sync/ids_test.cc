// SPDX-License-Identifier: EUPL-1.2
#include "sync/ids.h"

#include <set>

#include "support/catch.h"

using namespace sveiki::sync;

namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

}  // namespace

TEST_CASE("An id says what it is of and nothing else") {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = new_id("ce");
    CHECK(is_id("ce", id));
    CHECK_FALSE(is_id("dv", id));
    seen.insert(id);
  }
  CHECK(seen.size() == 1000);
  CHECK(is_id("dv", "dv_7F3K9QWX"));
  for (const char* const wrong :
       {"", "dv", "dv_", "dv_7F3K9QW", "dv_7F3K9QWXX", "dv_7f3k9qwx", "dv-7F3K9QWX", "dv_7F3K9QWU",
        "dv_7F3K9QWI", "dv_7F3K9QWL", "dv_7F3K9QWO", "dv_7F3K9QW ", "Jonas Petraitis"})
    CHECK_FALSE(is_id("dv", wrong));
  CHECK_FALSE(is_id("dv", std::string_view{"dv_7F3K9Q\0X", 11}));
}

TEST_CASE("A new code is read as it is typed") {
  for (int i = 0; i < 1000; ++i) {
    const std::string code = new_code();
    REQUIRE(code.size() == 14);
    CHECK(code[4] == '-');
    CHECK(code[9] == '-');
    const auto read = read_code(code);
    REQUIRE(read);
    CHECK(*read == code.substr(0, 4) + code.substr(5, 4) + code.substr(10));
    CHECK(read_code(*read) == read);
  }
  CHECK(read_code("7F3K9QWX2MPR") == "7F3K9QWX2MPR");
  CHECK(read_code(" 7f3k 9qwx-2mpr ") == "7F3K9QWX2MPR");
  CHECK(read_code("oOiI-lL00-00o0") == read_code("001111000000"));
  CHECK(read_code("oooooooooooo") == "000000000000");
}

TEST_CASE("What is no code is not read") {
  for (const char* const wrong :
       {"", "7F3K9QWX2MP", "7F3K9QWX2MPRR", "7F3K9QWX2MPU", "7F3K9QWX2MP*", "7F3K9QWX2MP$",
        "7F3K9QWX2MPā", "Jonas", "7F3K_9QWX_2MPR"})
    CHECK_FALSE(read_code(wrong));
}

TEST_CASE("One wrong character in a code is always noticed") {
  for (int i = 0; i < 50; ++i) {
    const std::string code = *read_code(new_code());
    for (std::size_t at = 0; at < code.size(); ++at) {
      for (const char symbol : kSymbols) {
        std::string wrong = code;
        wrong[at] = symbol;
        if (symbol != code[at]) CHECK_FALSE(read_code(wrong));
      }
    }
  }
}

TEST_CASE("Two neighbours of a code that were swapped are always noticed") {
  // Every two symbols at every place, in codes that end as they must.
  int swapped = 0;
  for (std::size_t at = 0; at + 1 < 12; ++at) {
    for (const char first : kSymbols) {
      for (const char second : kSymbols) {
        std::string code = "7F3K9QWX2MPR";
        code[at] = first;
        code[at + 1] = second;
        const auto correct = [&]() -> std::optional<std::string> {
          if (at + 1 == 11) return read_code(code);
          for (const char check : kSymbols) {
            code.back() = check;
            if (auto read = read_code(code)) return read;
          }
          return std::nullopt;
        }();
        if (!correct || first == second) continue;
        std::string wrong = *correct;
        std::swap(wrong[at], wrong[at + 1]);
        CHECK_FALSE(read_code(wrong));
        ++swapped;
      }
    }
  }
  CHECK(swapped > 8'000);
}

TEST_CASE("The same name has the same id in every region") {
  // printf clay | sha256sum: its first 40 bits, five at a time.
  CHECK(id_of("ac", "clay") == "ac_0RV3AN85");
  CHECK(id_of("ac", "wood") != id_of("ac", "clay"));
  CHECK(is_id("ac", id_of("ac", "")));
}
