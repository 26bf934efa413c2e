// SPDX-License-Identifier: EUPL-1.2
#include "report/output.h"

#include <filesystem>

#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki;
using namespace sveiki::test;

TEST_CASE("A file is written whole or not at all") {
  const TemporaryDir dir;
  report::write_whole(dir / "a.csv", "one");
  report::write_whole(dir / "a.csv", "two");
  CHECK(read_file(dir / "a.csv") == "two");
  CHECK_THROWS(report::write_whole(dir / "nowhere" / "a.csv", "three"));
  std::filesystem::create_directory(dir / "b.csv");
  CHECK_THROWS(report::write_whole(dir / "b.csv", "four"));
  CHECK_FALSE(std::filesystem::exists(dir / "b.csv.new"));
}
