// SPDX-License-Identifier: EUPL-1.2
#include "report/csv.h"

#include "support/catch.h"

using namespace sveiki::report;

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> cells_of(std::string_view bytes) {
  std::vector<Cells> all;
  for (const CsvRow& row : read_csv(bytes).rows) all.push_back(row.cells);
  return all;
}

}  // namespace

TEST_CASE("A table is written with semicolons, whole numbers, and quotes only where needed") {
  const Table table{{"a", "b;c", "d"},
                    {{std::int64_t{-7}, std::monostate{}, std::string{"say \"labas\""}},
                     {std::string{"two\nlines"}, std::int64_t{0}, std::string{"Rūta, Ona"}}}};
  CHECK(to_csv(table) == "a;\"b;c\";d\n-7;;\"say \"\"labas\"\"\"\n\"two\nlines\";0;Rūta, Ona\n");
}

TEST_CASE("A list from any spreadsheet is read alike") {
  const std::vector<Cells> expected{{"alias", "card"}, {"Rūta", "1"}, {"Ona", ""}};
  CHECK(cells_of("alias;card\nRūta;1\nOna;\n") == expected);
  CHECK(cells_of("alias,card\r\nRūta,1\r\nOna,\r\n") == expected);
  CHECK(cells_of("\xef\xbb\xbf"
                 "alias;card\n\"Rūta\";\"1\"\n\n;\nOna;") == expected);
}

TEST_CASE("What stands in quotes is one cell, whatever it holds") {
  CHECK(cells_of("\"a;\"\"b\"\"\nc\";d") == std::vector<Cells>{{"a;\"b\"\nc", "d"}});
}

TEST_CASE("A row knows its line, and a quote that is never closed where it began") {
  const auto csv = read_csv("alias\n\n\"Ona\nB\"\n\"Rūta\nJonas\n");
  REQUIRE(csv.rows.size() == 3);
  CHECK(csv.rows[1].line == 3);
  CHECK(csv.rows[2].line == 5);
  CHECK(csv.unclosed == 5);
}

TEST_CASE("Nothing is read from nothing") {
  CHECK(read_csv("").rows.empty());
  CHECK(read_csv("\n\r\n;;\n").rows.empty());
}
