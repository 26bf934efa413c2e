// SPDX-License-Identifier: EUPL-1.2
#include "region/contract/a_region.h"
#include "support/catch.h"
#include "support/small_disk.h"

using namespace sveiki;
using namespace sveiki::test;
namespace fs = std::filesystem;

namespace {

std::string why_not(const std::function<void()>& work) {
  try {
    work();
    return "";
  } catch (const region::DatabaseAway& away) {
    return away.what();
  }
}

std::vector<Sheet> a_week() {
  std::vector<Sheet> sheets;
  for (int day = 2; day <= 8; ++day) sheets.push_back(day_sheet(life(1), day, 1, 10));
  return sheets;
}

}  // namespace

TEST_CASE("What was acknowledged is there when the collector starts anew") {
  ARegion region;
  region.send(a_week(), region.evening(8));
  const auto collector = region.storage().collector_id();
  region.reopen();
  CHECK(region.visits() == 70);
  CHECK(region.storage().collector_id() == collector);
}

TEST_CASE("A collector that was replaced by an empty one is another, and is filled by the kiosks") {
  ARegion lost, fresh;
  lost.send(a_week(), lost.evening(8));
  CHECK(fresh.storage().collector_id() != lost.storage().collector_id());
  CHECK(fresh.storage().index(fresh.centre()).sheets.empty());
  fresh.send(a_week(), fresh.evening(9));
  CHECK(fresh.visits() == 70);
  CHECK(fresh.storage().check() == std::vector<std::string>{});
}

TEST_CASE(
    "A collector restored from last week's backup holds less, and kiosks that send again fill it") {
  if (on_postgres()) return;  // its own tools restore it
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 3), region.evening(2));
  const fs::path backup = region.file().string() + ".backup";
  region.connect()->query("VACUUM INTO $1", {backup.string()});
  region.send(a_week(), region.evening(8));
  const auto newer = day_sheet(life(1), 2, 2, 10);
  region.send(newer, region.evening(8));
  REQUIRE(region.visits() == 70);

  for (const char* part : {"", "-wal", "-shm"}) fs::remove(region.file().string() + part);
  fs::copy(backup, region.file());
  region.reopen();
  CHECK(region.visits() == 3);
  CHECK(region.storage().index(region.centre()).sheets.size() == 1);
  region.send(a_week(), region.evening(9));
  region.send(newer, region.evening(9));
  CHECK(region.visits() == 70);
  CHECK(region.storage().check() == std::vector<std::string>{});
}

TEST_CASE("When the disk is full nothing is half stored, and it goes on when there is room") {
  if (on_postgres()) return;  // its disk is its server's
  SmallDisk disk(700);
  if (!disk.mounted()) {
    std::puts("not tested here: no disk may be mounted");
    return;
  }
  fs::create_directories(disk.data());
  region::Storage storage(region::open_sqlite(disk.data() / "region.db"));
  storage.note("test", {"before", {}}, ARegion::evening(1));
  disk.fill();
  const std::string why = why_not([&] {
    storage.note("test", {std::string(9000, 'x'), {}}, ARegion::evening(2));
  });
  CHECK(why.find("no room") != std::string::npos);
  CHECK(storage.audit(9).size() == 1);
  disk.make_room();
  storage.note("test", {"after", {}}, ARegion::evening(3));
  CHECK(storage.audit(9).size() == 2);
}

TEST_CASE("A database that goes away is named so, and works again once it is back") {
  if (!on_postgres()) return;  // a file does not go away
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 5), region.evening(2));
  own_postgres().stop();
  CHECK(why_not([&] { region.send(day_sheet(life(1), 3, 1, 5), region.evening(3)); }) != "");
  CHECK(why_not([&] { region.visits(); }).find("cannot be reached") != std::string::npos);
  own_postgres().start();
  CHECK(region.visits() == 5);
  region.send(day_sheet(life(1), 3, 1, 5), region.evening(3));
  CHECK(region.visits() == 10);
}

TEST_CASE("A database that came back between two uploads is not noticed by a kiosk") {
  if (!on_postgres()) return;
  ARegion region;
  region.send(day_sheet(life(1), 2, 1, 5), region.evening(2));
  own_postgres().stop();
  own_postgres().start();
  CHECK(region.send(day_sheet(life(1), 3, 1, 5), region.evening(3)) == Verdict::kStored);
  own_postgres().stop();
  own_postgres().start();
  CHECK(region.visits() == 10);
}

TEST_CASE("A database that goes away in the middle of storing leaves nothing half stored") {
  if (!on_postgres()) return;
  ARegion region;
  const auto db = region.connect();
  const std::string why = why_not([&] {
    db->transaction([&] {
      db->query("INSERT INTO audit (at, by, what) VALUES (1, 'test', 'half')");
      own_postgres().stop();
      db->query("INSERT INTO audit (at, by, what) VALUES (2, 'test', 'other half')");
    });
  });
  CHECK_FALSE(why.empty());
  own_postgres().start();
  CHECK(db->query("SELECT what FROM audit WHERE by = $1", {"test"}).empty() == false);
  CHECK(db->query("SELECT what FROM audit WHERE at < 3").empty());
}

TEST_CASE("A transaction that fails changes nothing") {
  ARegion region;
  const auto db = region.connect();
  const auto fail = [&] {
    db->transaction([&] {
      db->query("INSERT INTO audit (at, by, what) VALUES (1, 'test', 'half')");
      throw region::Refusal("no");
    });
  };
  CHECK_THROWS_AS(fail(), region::Refusal);
  CHECK(db->query("SELECT what FROM audit WHERE at = 1").empty());
  CHECK_THROWS_AS(db->query("SELECT nothing FROM nowhere"), region::DatabaseAway);
  CHECK(db->query("SELECT count(*) FROM collector")[0][0] == region::Value{std::int64_t{1}});
}

TEST_CASE("Values come back as they went in, however many") {
  ARegion region;
  const auto db = region.connect();
  std::vector<region::Values> rows, keys;
  for (std::int64_t i = 0; i < 1000; ++i) {
    rows.push_back({"k" + std::to_string(i), i - 500, std::string(i % 7 * 300, 'x') + "ā'\"\\\n"});
    keys.push_back({"k" + std::to_string(i)});
  }
  db->query("CREATE TABLE things (name TEXT PRIMARY KEY, size BIGINT, words TEXT)");
  const auto insert = "INSERT INTO things (words, size, name) VALUES ($3, $2, $1)";
  CHECK(db->run_each(insert, rows) == 1000);
  const auto back = db->query_each("SELECT name, size, words FROM things WHERE name = $1", keys);
  REQUIRE(back.size() == 1000);
  for (std::size_t i = 0; i < rows.size(); ++i)
    CHECK(back[i] == std::vector<region::Values>(1, rows[i]));
  db->run_each(insert, {{"none", {}, {}}});
  CHECK(db->query("SELECT size FROM things WHERE name = 'none'") ==
        std::vector<region::Values>{{region::Value{}}});
}

TEST_CASE("A database of a newer program is refused in words and not touched") {
  ARegion region;
  region.connect()->query("UPDATE schema_version SET version = 99");
  try {
    region.reopen();
    FAIL("it was opened");
  } catch (const std::runtime_error& error) {
    CHECK(std::string{error.what()}.find("update this program") != std::string::npos);
  }
}

TEST_CASE("Another program's database is not taken for the collector's") {
  if (on_postgres()) return;
  const TemporaryDir dir;
  write_file(dir / "region.db",
             "Dear diary, this is longer than a header of a database is, ok?"
             " And it goes on for a while, until there are a hundred bytes.");
  CHECK(why_not([&] { region::open_sqlite(dir / "region.db"); }).find("damaged") !=
        std::string::npos);
  CHECK(why_not([&] {
          region::open_sqlite(dir / "none" / "region.db");
        }).find("cannot be opened") != std::string::npos);
}
