// SPDX-License-Identifier: EUPL-1.2
#include "sync/gzip.h"

#include <random>

#include "support/catch.h"

using namespace sveiki::sync;

namespace {

constexpr std::size_t kMost = 1 << 20;

}  // namespace

TEST_CASE("What was packed comes out as it was") {
  std::mt19937 random{1};
  for (const std::size_t size : {0UL, 1UL, 100UL, 16384UL, 16385UL, 300'000UL, kMost}) {
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random() & 0xFF);
    CHECK(gunzip(gzip(bytes), kMost) == bytes);
    CHECK(gunzip(gzip(std::string(size, 'x')), size) == std::string(size, 'x'));
    CHECK(gzip(bytes) == gzip(bytes));
  }
}

TEST_CASE("What would be larger than allowed when unpacked is not unpacked") {
  CHECK_FALSE(gunzip(gzip(std::string(kMost + 1, 'x')), kMost));
  CHECK_FALSE(gunzip(gzip("x"), 0));
  // Twenty megabytes in twenty kilobytes: given up after the first one.
  CHECK_FALSE(gunzip(gzip(std::string(20 << 20, '\0')), kMost));
}

TEST_CASE("A packed file that was cut off or has something after it is not unpacked") {
  const std::string packed = gzip("one sheet and another sheet and another sheet");
  for (std::size_t i = 0; i < packed.size(); ++i) CHECK_FALSE(gunzip(packed.substr(0, i), kMost));
  CHECK_FALSE(gunzip(packed + "x", kMost));
  CHECK_FALSE(gunzip(packed + packed, kMost));
  CHECK_FALSE(gunzip(packed + std::string(1, '\0'), kMost));
}

TEST_CASE("A packed file in which one bit is wrong is not unpacked as something else") {
  const std::string bytes = "one sheet and another sheet and another sheet";
  const std::string packed = gzip(bytes);
  for (std::size_t i = 0; i < packed.size() * 8; ++i) {
    std::string wrong = packed;
    wrong[i / 8] = static_cast<char>(wrong[i / 8] ^ (1 << i % 8));
    // The time and the system that a header tells mean nothing.
    const auto read = gunzip(wrong, kMost);
    CHECK((!read || read == bytes));
  }
}

TEST_CASE("What is not gzip is not unpacked") {
  CHECK_FALSE(gunzip("", kMost));
  CHECK_FALSE(gunzip("{\"v\":1}", kMost));
  // zlib's own wrapping, and none.
  CHECK_FALSE(gunzip(std::string{"\x78\x9c\x4b\x04\x00\x00\x62\x00\x62", 9}, kMost));
  CHECK_FALSE(gunzip(std::string{"\x4b\x04\x00", 3}, kMost));
}
