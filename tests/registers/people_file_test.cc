// SPDX-License-Identifier: EUPL-1.2
#include "registers/people_file.h"

#include <algorithm>

#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::registers;

namespace {

PeopleFile read(std::string_view bytes) {
  Token taken;
  taken.symbol = "hedgehog";
  taken.flock = Flock::kGreen;
  return read_people(bytes, {{taken}, {"SV-1001"}, {"lt", "en"}, CivilDay{2026, 11, 23}});
}

}  // namespace

TEST_CASE("A right list gives its people") {
  const auto file = read(
      "alias;symbol;colour;birth_year;gender;language;card;group;other_centres;since;picture\n"
      "Rūta;fox;orange;1998;f;lt;SV-1;youth;2+;2026-11-23;sun\n"
      "Ona;;;;;;;;;;\n");
  CHECK(file.wrong == std::vector<std::string>{});
  REQUIRE(file.people.size() == 2);
  const auto& ruta = file.people[0];
  CHECK(ruta.alias == "Rūta");
  CHECK(ruta.symbol == "fox");
  CHECK(ruta.flock == Flock::kOrange);
  CHECK(ruta.birth_year == 1998);
  CHECK(ruta.gender == "f");
  CHECK(ruta.language == "lt");
  CHECK(ruta.card == "SV-1");
  CHECK(ruta.target_group == "youth");
  CHECK(ruta.other_centres == 2);
  CHECK(ruta.since == CivilDay{2026, 11, 23});
  CHECK(ruta.picture == "sun");
  CHECK(file.people[1].picture.empty());
  CHECK(file.people[1].gender == "unknown");
  CHECK(file.people[1].target_group == "unknown");
  CHECK_FALSE(file.people[1].birth_year);
}

TEST_CASE("Who has no symbol gets the next free one, and never one that a later line asks for") {
  const auto file =
      read("alias,symbol,colour\nA,,\nB,frog,\nC,,green\nD,frog,green\nE,fox,orange\n");
  REQUIRE(file.wrong == std::vector<std::string>{});
  std::vector<std::pair<std::string, Flock>> tokens{{"hedgehog", Flock::kGreen}};
  for (const auto& person : file.people) {
    CHECK(symbol_exists(person.symbol));
    CHECK(std::ranges::count(tokens, std::pair{person.symbol, person.flock}) == 0);
    tokens.emplace_back(person.symbol, person.flock);
  }
  CHECK(file.people[1].symbol == "frog");
  CHECK(file.people[1].flock != Flock::kGreen);
  CHECK(file.people[2].flock == Flock::kGreen);
}

TEST_CASE("When all tokens are given out, the list says so") {
  std::string bytes = "alias\n";
  for (int i = 0; i < 360; ++i) bytes += "Ona\n";
  const auto file = read(bytes);
  REQUIRE(file.wrong.size() == 1);
  CHECK(file.wrong[0] == "line 361, symbol: no such token is left");
  CHECK(file.people.empty());
}

TEST_CASE("Each mistake in a list is named by line and column, and nobody is taken from it") {
  struct Mistake {
    const char* bytes;
    const char* said;
  };
  const Mistake mistake = GENERATE(values<Mistake>({
      {"", "the file is empty"},
      {"alias\n", "there is nobody in the file"},
      {"symbol\nfox\n", "line 1: the column \"alias\" is missing"},
      {"alias;phone\nA;1\n", "line 1: there is no column \"phone\""},
      {"alias;alias\nA;B\n", "line 1: the column \"alias\" is there twice"},
      {"alias;card\nA;1;2\n", "line 2: it has 3 cells, but there are 2 columns"},
      {"alias;card\n;1\n", "line 2, alias: it is empty"},
      {"alias;card\n\"A\tB\";1\n", "line 2, alias: write at most 40 letters"},
      {"alias\n12345678901234567890123456789012345678901\n", "line 2, alias: write at most 40"},
      {"alias;symbol\nA;unicorn\n", "line 2, symbol: there is no symbol \"unicorn\""},
      {"alias;colour\nA;pink\n", "line 2, colour: there is no colour \"pink\". Colours are green,"},
      {"alias;symbol;colour\nA;hedgehog;green\n", "line 2, symbol: the green hedgehog is somebody"},
      {"alias;symbol;colour\nA;fox;red\nB;fox;red\n", "line 3, symbol: the red fox is somebody"},
      {"alias;card\nA;SV-1001\n", "line 2, card: \"SV-1001\" is somebody else's already"},
      {"alias;card\nA;1\n\nB;1\n", "line 4, card: \"1\" is somebody else's already"},
      {"alias;birth_year\nA;98\n", "line 2, birth_year: \"98\" is not a year of birth"},
      {"alias;birth_year\nA;2027\n", "line 2, birth_year: \"2027\" is not"},
      {"alias;birth_year\nA;-998\n", "line 2, birth_year: \"-998\" is not"},
      {"alias;birth_year\nA;19980\n", "line 2, birth_year: \"19980\" is not"},
      {"alias;gender\nA;woman\n", "line 2, gender: \"woman\" is not one of f, m, x, unknown"},
      {"alias;group\nA;ill\n", "line 2, group: \"ill\" is not one of child, youth, disability,"},
      {"alias;language\nA;de\n",
       "line 2, language: \"de\" is not a language of this centre: lt, en"},
      {"alias;other_centres\nA;3\n", "line 2, other_centres: \"3\" is not one of 0, 1, 2+"},
      {"alias;picture\nA;unicorn\n",
       "line 2, picture: \"unicorn\" is not a picture to choose from: "},
      {"alias;since\nA;23.11.2026\n", "line 2, since: \"23.11.2026\" is not a date"},
      {"alias;since\nA;2026-02-30\n", "line 2, since: \"2026-02-30\" is not a date"},
      {"alias;since\nA;2026-11-24\n", "line 2, since: 2026-11-24 lies in the future"},
      {"alias\n\"A\n", "line 2: a quote (\") is opened and never closed"},
      {"alias\nA\xe2\x82\n", "the file is not UTF-8 text (byte 8 "},
      {"alias\n\xc0\xaf\n", "the file is not UTF-8 text (byte 7 "},
      {"\xff\xfe"
       "a",
       "the file is not UTF-8 text (byte 1 "},
  }));
  INFO(mistake.bytes);
  const auto file = read(mistake.bytes);
  REQUIRE_FALSE(file.wrong.empty());
  INFO(file.wrong[0]);
  CHECK(file.wrong[0].find(mistake.said) == 0);
  CHECK(file.people.empty());
}

TEST_CASE("All mistakes of a list are named at once") {
  const auto file = read("alias;birth_year;gender\nA;98;f\nB;1998;w\n;1998;m\n");
  CHECK(file.wrong.size() == 3);
}

TEST_CASE("A list with surnames is refused whole, in any of the region's languages") {
  const std::string column =
      GENERATE(as<std::string>{}, "surname", "Surname", "Last name", "uzvārds", "UZVĀRDS",
               "Pavardė", "pavarde", "Family-Name", "фамилия");
  const auto file = read("alias;" + column + "\nRūta;X\n;\n");
  REQUIRE(file.wrong.size() == 1);
  CHECK(file.wrong[0].find("surnames") != std::string::npos);
  CHECK(file.people.empty());
}

TEST_CASE("A file that is far too large is not read") {
  CHECK(read("alias\n" + std::string(2'000'000, 'a')).wrong.size() == 1);
}
