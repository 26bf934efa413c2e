// SPDX-License-Identifier: EUPL-1.2
#include "region/deed.h"

#include "support/catch.h"

using namespace sveiki::region;

TEST_CASE("Gaps of a sentence are filled, and what stands in them is not looked at again") {
  CHECK(in_english({"Added {place} from {day}.", {{"place", "{day}"}, {"day", "2026-01-01"}}}) ==
        "Added {day} from 2026-01-01.");
  CHECK(fill("{a}{a}", {{"a", ""}}).empty());
  CHECK(fill("{unknown} {a} }{ {a", {{"a", "1"}}) == "{unknown} 1 }{ {a");
  CHECK(fill("", {{"a", "1"}}).empty());
}
