// SPDX-License-Identifier: EUPL-1.2
#include <SQLiteCpp/Database.h>
#include <sys/fsuid.h>
#include <unistd.h>

#include <map>
#include <random>

#include "store/a_timetable.h"
#include "store/batch.h"
#include "store/check.h"
#include "store/counts_query.h"
#include "store/power_cut_vfs.h"
#include "support/a_centre.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;
namespace fs = std::filesystem;

namespace {

template <class Work>
std::string fault_in(Work&& work) {
  try {
    work();
    return "none";
  } catch (const RecordFault& fault) {
    return std::string{fault_name(fault.fault)};
  }
}

std::string fault_of_opening(ACentre& centre) {
  return fault_in([&] { centre.open(november(3, 8)); });
}

/// What a folder holds: its files that are not empty, without the journal's index.
std::map<fs::path, std::string> contents(const fs::path& dir) {
  std::map<fs::path, std::string> files;
  for (const auto& entry : fs::directory_iterator(dir)) {
    if (entry.path().extension() != ".db-shm") files[entry.path()] = read_file(entry.path());
  }
  std::erase_if(files, [](const auto& file) { return file.second.empty(); });
  return files;
}

/// Some days of visits and a sign-up, so that the file has more than a few pages.
void fill(ACentre& centre) {
  post(centre, {daily("clay", 2)});
  auto record = centre.open(november(2, 8));
  store::Batch batch(record);
  for (int i = 0; i < 60; ++i) {
    const Instant at = november(2, 8) + std::chrono::minutes{40 * i};
    const auto outcome = record.arrive(token_of(record, i % 6), How::kToken, at);
    record.take_part(std::get<VisitBegun>(outcome).visit, "clay", at);
  }
  record.sign_up(token_of(record, 0), session_on(5), november(4, 8));
  batch.commit();
}

/// A folder that cannot be written, whoever runs the test: root obeys as somebody else.
class ReadOnly {
 public:
  explicit ReadOnly(const fs::path& dir) : dir_(dir) {
    for (const auto& entry : fs::directory_iterator(dir)) {
      fs::permissions(entry.path(), static_cast<fs::perms>(0444));
    }
    fs::permissions(dir, static_cast<fs::perms>(0555));
    if (::geteuid() == 0) ::setfsuid(65534);
  }
  ~ReadOnly() {
    if (::geteuid() == 0) ::setfsuid(0);
    fs::permissions(dir_, static_cast<fs::perms>(0755));
  }
  ReadOnly(const ReadOnly&) = delete;
  ReadOnly& operator=(const ReadOnly&) = delete;

 private:
  fs::path dir_;
};

}  // namespace

TEST_CASE("A second kiosk on the same data is told that it is busy, and the first goes on") {
  ACentre centre;
  auto first = centre.open(november(2, 8));
  CHECK(fault_of_opening(centre) == "busy");
  CHECK(fault_in([&] { store::Enrolment second(centre.dir.path()); }) == "busy");
  CHECK(std::holds_alternative<VisitBegun>(
      first.arrive(token_of(first, 0), How::kToken, november(2, 9))));
}

TEST_CASE("A folder without a record is not silently given an empty one") {
  ACentre centre;
  fs::remove(centre.dir / "centre.db");
  CHECK(fault_of_opening(centre) == "broken");
  CHECK_FALSE(fs::exists(centre.dir / "centre.db"));
}

TEST_CASE("Setting up where there is a record is refused and changes nothing") {
  ACentre centre;
  const auto before = contents(centre.dir.path());
  CHECK(fault_in([&] { store::create_record(centre.dir.path(), centre.centre, november(3, 8)); }) ==
        "other");
  CHECK(contents(centre.dir.path()) == before);
}

TEST_CASE("A record of another centre is refused") {
  ACentre centre;
  centre.centre.id = "salantai";
  CHECK(fault_of_opening(centre) == "other");
}

TEST_CASE("A record of a newer program is refused and not touched") {
  ACentre centre;
  SQLite::Database((centre.dir / "centre.db").string(), SQLite::OPEN_READWRITE)
      .exec("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
  const auto before = contents(centre.dir.path());
  CHECK(fault_of_opening(centre) == "newer");
  CHECK(fault_in([&] { store::check_record(centre.dir.path()); }) == "newer");
  CHECK(contents(centre.dir.path()) == before);
}

TEST_CASE("What is not a record is called broken and not touched") {
  ACentre centre;
  const std::string good = read_file(centre.dir / "centre.db");
  const std::string bad =
      GENERATE_COPY(std::string{}, std::string{"Dear diary"}, std::string(8192, '\0'),
                    good.substr(0, 100), good.substr(0, good.size() / 2),
                    good.substr(0, good.size() - 4096), "sqlite format 3" + good.substr(15));
  write_file(centre.dir / "centre.db", bad);
  const auto before = contents(centre.dir.path());
  CHECK(fault_of_opening(centre) == "broken");
  CHECK(contents(centre.dir.path()) == before);
  CHECK(fault_in([&] { store::check_record(centre.dir.path()); }) == "broken");
}

TEST_CASE("Wherever bytes of the record are damaged, the check says so") {
  const PowerCutVfs quick_disk(1);
  ACentre centre;
  fill(centre);
  const std::string good = read_file(centre.dir / "centre.db");
  REQUIRE(store::check_record(centre.dir.path()).wrong.empty());
  int unseen = 0;
  for (std::size_t page = 1; page < good.size() / 4096; ++page) {
    std::string bad = good;
    for (std::size_t i = 0; i < 64; ++i)
      bad[page * 4096 + i] = static_cast<char>(~bad[page * 4096 + i]);
    write_file(centre.dir / "centre.db", bad);
    const std::string fault =
        fault_in([&] { unseen += store::check_record(centre.dir.path()).wrong.empty(); });
    CHECK((fault == "none" || fault == "broken"));
  }
  CHECK(unseen == 0);
}

TEST_CASE("The check finds a count that somebody has touched") {
  const PowerCutVfs quick_disk(1);
  ACentre centre;
  fill(centre);
  const char* const tampering = GENERATE(
      "UPDATE counts SET visits = visits + 1 WHERE period = 20261102 AND activity = ''",
      "UPDATE counts SET people = 0 WHERE period = 202611 AND activity = 'clay'",
      "DELETE FROM counts WHERE period = 20261103 AND activity = 'clay'",
      "UPDATE visitor_month SET visits = 99 WHERE visitor = 1 AND activity = ''",
      "INSERT INTO visit SELECT 999, life, civil_day, at + 60000, visitor, how, by, helped FROM "
      "visit LIMIT 1",
      "INSERT INTO visit SELECT 999, life, 20261108, at + 9000000000, visitor, how, by, helped "
      "FROM visit "
      "LIMIT 1",
      "INSERT INTO leave SELECT 999, life, civil_day, at - 1, id, 0 FROM visit LIMIT 1",
      "INSERT INTO participation (id, life, civil_day, at, visit, activity)"
      " SELECT 999, life, civil_day, at, visit, activity FROM participation LIMIT 1",
      "INSERT INTO participation SELECT id + 999, life, civil_day, at, visit, headcount, 'wood',"
      " 'clay', 20261102, 600 FROM participation LIMIT 1",
      "INSERT INTO sign_up SELECT 999, life, civil_day, at, visitor, series, original_day,"
      " original_minute, waited FROM sign_up LIMIT 1",
      "INSERT INTO sign_up SELECT 999, life, 20261107, at, 2, series, 20261107, original_minute,"
      " waited FROM sign_up LIMIT 1",
      "INSERT INTO sign_up SELECT 999, life, civil_day, at, visitor, 'painting', original_day,"
      " original_minute, waited FROM sign_up LIMIT 1",
      "INSERT INTO sign_up_end VALUES (999, 1793602800000, 'given back', 'visitor')",
      "INSERT INTO told SELECT id, at FROM sign_up LIMIT 1",
      "INSERT INTO correction VALUES (999, 1, 20261102, 1793602800000, 'leave', 12345, 'staff', "
      "'')",
      "INSERT INTO correction VALUES (999, 1, 20261102, 1793602800000, 'visit', 1, 'staff', '')");
  SQLite::Database((centre.dir / "centre.db").string(), SQLite::OPEN_READWRITE).exec(tampering);
  INFO(tampering);
  CHECK_FALSE(store::check_record(centre.dir.path()).wrong.empty());
}

TEST_CASE("A recorded fact can be neither changed nor deleted") {
  ACentre centre;
  fill(centre);
  SQLite::Database db((centre.dir / "centre.db").string(), SQLite::OPEN_READWRITE);
  for (const char* table : {"visit", "participation", "life", "audit"}) {
    CHECK_THROWS(db.exec(std::string{"DELETE FROM "} + table));
    CHECK_THROWS(db.exec(std::string{"UPDATE "} + table + " SET at = 0"));
  }
}

TEST_CASE("A folder that cannot be written says so, and its counts can still be read and checked") {
  ACentre centre;
  fill(centre);
  const auto before = contents(centre.dir.path());
  {
    const ReadOnly disk(centre.dir.path());
    CHECK(fault_of_opening(centre) == "read-only");
    CHECK(store::check_record(centre.dir.path()).visits == 60);
    CHECK(store::CountsQuery(centre.dir.path())
              .over({CivilDay{2026, 11, 1}, CivilDay{2026, 11, 30}})
              .visits == 60);
  }
  CHECK(contents(centre.dir.path()) == before);
}

TEST_CASE(
    "On a full disk nothing is recorded, nothing is lost, and it goes on when there is room") {
  ACentre centre;
  PowerCutVfs disk(1);
  {
    auto record = centre.open(november(2, 8));
    const auto token = token_of(record, 0);
    record.arrive(token, How::kToken, november(2, 9));
    disk.set_full(true);
    CHECK(fault_in([&] { record.probe(); }) == "full");
    CHECK(fault_in([&] { record.arrive(token_of(record, 1), How::kToken, november(2, 9)); }) ==
          "full");
    CHECK(fault_in([&] { record.count_heads(3, How::kGuest, november(2, 9)); }) == "full");
    CHECK(
        std::holds_alternative<VisitGoesOn>(record.arrive(token, How::kToken, november(2, 9, 5))));
    disk.set_full(false);
    record.probe();
    CHECK(std::holds_alternative<VisitBegun>(
        record.arrive(token_of(record, 1), How::kToken, november(2, 9, 10))));
  }
  const auto report = store::check_record(centre.dir.path());
  CHECK(report.wrong == std::vector<std::string>{});
  CHECK(report.visits == 2);
}

TEST_CASE("A record that goes bad under the kiosk is called broken") {
  ACentre centre;
  fill(centre);
  std::string bytes = read_file(centre.dir / "centre.db");
  // All but the first page, which holds the schema.
  for (std::size_t i = 2 * 4096; i < bytes.size(); ++i) bytes[i] = static_cast<char>(~bytes[i]);
  write_file(centre.dir / "centre.db", bytes);
  CHECK(fault_of_opening(centre) == "broken");
  CHECK(read_file(centre.dir / "centre.db") == bytes);
}
