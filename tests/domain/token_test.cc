// SPDX-License-Identifier: EUPL-1.2
#include "domain/token.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "support/catch.h"

using namespace sveiki;

namespace {
const std::filesystem::path kPictograms =
    std::filesystem::path{SVEIKI_SOURCE_DIR} / "assets/pictograms/svg";
}

TEST_CASE("There are enough symbols for a centre, and no two are the same") {
  const std::set<std::string_view> different(symbols().begin(), symbols().end());
  CHECK(different.size() == symbols().size());
  CHECK(symbols().size() * kFlocks.size() >= 300);
}

TEST_CASE("Every symbol is drawn") {
  for (const std::string_view symbol : symbols()) {
    INFO(symbol);
    CHECK(std::filesystem::exists(kPictograms / (std::string{symbol} + ".svg")));
  }
}

TEST_CASE("A symbol is known by its name alone") {
  CHECK(symbol_exists("hedgehog"));
  CHECK_FALSE(symbol_exists("Hedgehog"));
  CHECK_FALSE(symbol_exists(""));
}

TEST_CASE("A flock's name in a file is the flock again") {
  for (const Flock flock : kFlocks) CHECK(flock_from_name(flock_name(flock)) == flock);
  CHECK(flock_name(Flock::kGreen) == "green");
  CHECK_FALSE(flock_from_name("Green"));
  CHECK_FALSE(flock_from_name("pink"));
}
