// SPDX-License-Identifier: EUPL-1.2
#include "report/utf8.h"

#include "support/catch.h"

using namespace sveiki::report;

TEST_CASE("Text is told from bytes that are none") {
  CHECK_FALSE(first_not_utf8("Sveiki, ąčę, žalias 🦔"));
  CHECK(first_not_utf8("\xff") == 0U);
  CHECK(first_not_utf8("ab\x80") == 2U);
  CHECK(first_not_utf8("\xed\xa0\x80") == 0U);      // half of a surrogate pair
  CHECK(first_not_utf8("\xf4\x90\x80\x80") == 0U);  // beyond the last character
  CHECK(first_not_utf8("\xe0\x80\x80") == 0U);      // not the shortest form
  CHECK(characters("žaļš🦔") == 5);
}
