// SPDX-License-Identifier: EUPL-1.2
#include "ui/words.h"

#include <unicode/plurrule.h>

#include <map>
#include <set>

#include "domain/centre.h"
#include "domain/token.h"
#include "support/catch.h"

using namespace sveiki;
using ui::Words;

namespace {

const std::string kCatalogues = SVEIKI_BIN_DIR "/../share/sveiki/locale";

Words words(std::string_view language) {
  return {std::string{language}, kCatalogues};
}

const CivilDay kMonday{2026, 11, 23};

}  // namespace

TEST_CASE("Every language that a centre may choose has its words and its own name") {
  std::set<std::string> names;
  for (const std::string_view language : kLanguages) {
    CHECK(words(language).language() == language);
    names.insert(ui::language_name(language));
  }
  CHECK(names == std::set<std::string>{"Latviešu", "Lietuvių", "English"});
}

TEST_CASE("The same question in three languages") {
  CHECK(words("lv").tr("Who are you?") == "Kas tu esi?");
  CHECK(words("lt").tr("Who are you?") == "Kas tu?");
  CHECK(words("en").tr("Who are you?") == "Who are you?");
}

TEST_CASE("A language without a catalogue is refused, not guessed") {
  CHECK_THROWS_AS(words("xx"), std::runtime_error);
}

TEST_CASE("People are counted as the language counts them") {
  const auto people = [](std::string_view language, long n) {
    return words(language).tr("{n} person", "{n} people", n);
  };
  CHECK(people("lv", 1) == "1 cilvēks");
  CHECK(people("lv", 2) == "2 cilvēki");
  CHECK(people("lv", 10) == "10 cilvēku");
  CHECK(people("lv", 21) == "21 cilvēks");
  CHECK(people("lt", 2) == "2 žmonės");
  CHECK(people("lt", 12) == "12 žmonių");
  CHECK(people("lt", 21) == "21 žmogus");
  CHECK(people("en", 1) == "1 person");
  CHECK(people("en", 21) == "21 people");
}

TEST_CASE("Plural forms agree with the world's oracle up to 100 000") {
  for (const std::string language : {"lv", "lt"}) {
    const Words own = words(language);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules{
        icu::PluralRules::forLocale(icu::Locale(language.c_str()), status)};
    REQUIRE(U_SUCCESS(status));
    // The form without its number tells which of the three it is.
    std::map<std::string, std::set<std::string>> forms;
    for (std::int32_t n = 0; n <= 100'000; ++n) {
      std::string keyword;
      rules->select(n).toUTF8String(keyword);
      const std::string text = own.tr("{n} person", "{n} people", n);
      forms[keyword].insert(text.substr(text.find(' ')));
    }
    INFO(language);
    CHECK(forms.size() == 3);
    std::set<std::string> all;
    for (const auto& [keyword, texts] : forms) {
      INFO(keyword);
      CHECK(texts.size() == 1);
      all.insert(texts.begin(), texts.end());
    }
    CHECK(all.size() == 3);
  }
}

TEST_CASE("A clock shows 24 hours and two digits of minutes") {
  CHECK(words("lv").clock(0) == "0.00");
  CHECK(words("lv").clock(9 * 60 + 5) == "9.05");
  CHECK(words("lv").clock(14 * 60 + 30) == "14.30");
  CHECK(words("lv").clock(26 * 60) == "2.00");
}

TEST_CASE("A time within a sentence has the language's own pattern") {
  CHECK(words("lv").at_time(870) == "plkst. 14.30");
  CHECK(words("lt").at_time(870) == "14.30 val.");
  CHECK(words("en").at_time(870) == "14.30");
}

TEST_CASE("A date is said as people say it") {
  CHECK(words("lv").date(kMonday) == "pirmdiena, 23. novembris");
  CHECK(words("lt").date(kMonday) == "pirmadienis, lapkričio 23 d.");
  CHECK(words("en").date(kMonday) == "Monday, 23 November");
  CHECK(words("lv").date(CivilDay{2026, 3, 1}) == "svētdiena, 1. marts");
  CHECK(words("lt").date(CivilDay{2026, 12, 31}) == "ketvirtadienis, gruodžio 31 d.");
}

TEST_CASE("The day on which the centre opens is named from today") {
  const auto seen = [](std::string_view language, int ahead) {
    return words(language).day_seen_from(kMonday.next(ahead), kMonday);
  };
  CHECK(seen("lv", 0) == "šodien");
  CHECK(seen("lv", 1) == "rīt");
  CHECK(seen("lv", 2) == "trešdien");
  CHECK(seen("lt", 6) == "sekmadienį");
  CHECK(seen("en", 5) == "on Saturday");
  CHECK(seen("lv", 7) == "pēc nedēļas, pirmdien");
  CHECK(seen("en", 8) == "Tuesday, 1 December");
}

TEST_CASE("Each part of the day has its word") {
  const Words lv = words("lv");
  CHECK(lv.part_of_day(4 * 60 + 59) == "nakts");
  CHECK(lv.part_of_day(5 * 60) == "rīts");
  CHECK(lv.part_of_day(9 * 60) == "priekšpusdiena");
  CHECK(lv.part_of_day(13 * 60 + 42) == "pēcpusdiena");
  CHECK(lv.part_of_day(17 * 60) == "vakars");
  CHECK(lv.part_of_day(22 * 60) == "nakts");
}

TEST_CASE("A gap in a sentence is filled, wherever it stands and however often") {
  CHECK(ui::fill("{a} and {b} and {a}", "a", "{a}!") == "{a}! and {b} and {a}!");
  CHECK(ui::fill("nothing", "a", "b") == "nothing");
}

TEST_CASE("Every symbol has a word of its own in every language") {
  for (const std::string_view language : kLanguages) {
    const Words own = words(language);
    std::set<std::string> different{own.tr(ui::symbol_word("no such symbol"))};
    for (const std::string_view symbol : symbols())
      different.insert(own.tr(ui::symbol_word(symbol)));
    INFO(language);
    CHECK(different.size() == symbols().size() + 1);
  }
}

TEST_CASE("Every flock has a word of its own") {
  std::set<std::string_view> words{ui::flock_word("pink")};
  for (const Flock flock : kFlocks) words.insert(ui::flock_word(flock_name(flock)));
  CHECK(words.size() == kFlocks.size() + 1);
}

TEST_CASE("Every fault tells the staff something else to do") {
  std::set<std::string_view> words;
  for (const Fault fault : {Fault::kBusy, Fault::kFull, Fault::kReadOnly, Fault::kBroken,
                            Fault::kNewer, Fault::kClock, Fault::kOther})
    words.insert(ui::fault_word(fault));
  CHECK(words.size() == 7);
}

TEST_CASE("What is kept about a person is told in ten sentences") {
  CHECK(ui::privacy_sentences().size() == 10);
}
