// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/words.h"

#include "support/catch.h"

using namespace sveiki;
using region::pages::Words;

namespace {

Words words(const std::string& language) {
  return {language, std::string{SVEIKI_SHARE_DIR} + "/locale/region"};
}

}  // namespace

TEST_CASE("Days that follow each other are told as one stretch") {
  const auto day = [](unsigned d) { return CivilDay(2026, 3, d); };
  CHECK(words("en").days({day(4), day(5), day(6)}) == "4 to 6 March");
  CHECK(words("en").days({day(1), day(4), day(5), CivilDay(2026, 4, 1)}) ==
        "1 March, 4 to 5 March, 1 April");
  CHECK(words("lv").days({day(4), day(5), day(6)}) == "4.–6. marts");
  CHECK(words("lt").days({day(4), day(5), day(6)}) == "kovo 4–6 d.");
  CHECK(words("en").days({CivilDay(2026, 3, 31), CivilDay(2026, 4, 1)}) == "31 March to 1 April");
}

TEST_CASE("Months and numbers read as they are written in each language") {
  CHECK(words("lv").month("2026-11") == "2026. gada novembris");
  CHECK(words("lt").month("2026-11") == "2026 m. lapkritis");
  CHECK(words("en").month("2026-11") == "November 2026");
  CHECK(words("en").number(0) == "0");
  CHECK(words("en").number(999) == "999");
  CHECK(words("en").number(1234567) == "1\u202f234\u202f567");
  CHECK(words("en").number(-1234) == "\u22121\u202f234");
  CHECK(words("lv").count("{n} hour ago", "{n} hours ago", 21) == "pirms 21 stundas");
  CHECK(words("lt").count("{n} hour ago", "{n} hours ago", 12) == "prieš 12 valandų");
}
