// SPDX-License-Identifier: EUPL-1.2
#include <SQLiteCpp/Database.h>

#include "store/a_timetable.h"
#include "store/counts_query.h"
#include "store/power_cut_vfs.h"
#include "store/said.h"
#include "store/schema.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

const int kNewest = static_cast<int>(store::migrations().size());

/// A record as version 1 of the program left it: one newcomer, who came and did clay.
class VersionOne {
 public:
  VersionOne() {
    SQLite::Database db((dir / "centre.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA application_id = " + std::to_string(store::kApplicationId));
    db.exec(store::migrations().front());
    db.exec(R"sql(
      PRAGMA user_version = 1;
      INSERT INTO centre VALUES (1, 'kretinga', 'Europe/Vilnius', 1793595600000, 20261102, 0);
      INSERT INTO life VALUES (1, '0123456789abcdef', 1793595600000, 7200000);
      INSERT INTO visitor (id, added, newcomer, birth_year) VALUES (1, 1793595600000, 1, 1998);
      INSERT INTO token VALUES (1, 'tk_7F3K9QWX', 1, 'fox', 'orange', NULL);
      INSERT INTO card VALUES (1, 'SV-1', 1, NULL);
      INSERT INTO visit (id, life, civil_day, at, visitor, how)
        VALUES (1, 1, 20261102, 1793602800000, 1, 'token');
      INSERT INTO participation VALUES (1, 1, 20261102, 1793602800000, 1, NULL, 'clay');
      INSERT INTO day VALUES (20261102, 1, 1, 1793602800000, 0);
      INSERT INTO counts VALUES (20261102, '', 1, 1, 1, 0), (202611, '', 1, 1, 1, 0),
        (20261102, 'clay', 1, 1, 1, 0), (202611, 'clay', 1, 1, 1, 0);
      INSERT INTO visitor_month VALUES ('', 202611, 1, 1), ('clay', 202611, 1, 1);)sql");
  }

  store::Record open() { return {dir.path(), a_centre(), november(3, 8)}; }
  int version() const {
    return SQLite::Database((dir / "centre.db").string()).execAndGet("PRAGMA user_version");
  }
  /// What is called version 1 has nothing newer in it; what is called the newest has all of it.
  bool whole() const {
    SQLite::Database db((dir / "centre.db").string());
    const int tables = db.execAndGet(
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('sign_up', 'told', 'told_stays', "
        "'sheet')");
    return tables == (version() == 1 ? 0 : 4);
  }

  TemporaryDir dir;
};

/// A record as version 4 left it, of seven people: its life had told the region of each as they
/// came, and one never answered. The month's profile was told, too.
class VersionFour {
 public:
  VersionFour() {
    SQLite::Database db((dir / "centre.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA application_id = " + std::to_string(store::kApplicationId));
    for (const char* migration : store::migrations().first(4)) db.exec(migration);
    db.exec(R"sql(
      PRAGMA user_version = 4;
      INSERT INTO centre VALUES (1, 'kretinga', 'Europe/Vilnius', 1793595600000, 20261102, 0);
      INSERT INTO life VALUES (1, '0123456789abcdef', 1793595600000, 7200000);
      INSERT INTO day VALUES (20261102, 1, 1, 1793602800000, 0);
      WITH n (i) AS (VALUES (1), (2), (3), (4), (5), (6), (7))
        INSERT INTO visitor (id, added, newcomer, birth_year, other_centres)
          SELECT i, 1793595600000, 0, 2010, nullif(i % 4, 3) FROM n;
      INSERT INTO token SELECT id, 'tk_000' || id, id, 'sign' || id, 'green', NULL FROM visitor;
      INSERT INTO visit (id, life, civil_day, at, visitor, how)
        SELECT id, 1, 20261102, 1793602800000, id, 'token' FROM visitor;
      INSERT INTO counts (period, activity, visits, people, newcomers, headcount)
        VALUES (20261102, '', 7, 7, 0, 0), (202611, '', 7, 7, 0, 0),
               (20261102, 'none', 7, 7, 0, 0), (202611, 'none', 7, 7, 0, 0);
      INSERT INTO visitor_month SELECT activity, 202611, visitor.id, 1
        FROM visitor, (SELECT '' AS activity UNION SELECT 'none');
      WITH period (name) AS (VALUES ('2026-11'), ('2026-Q4'), ('2026-H2'), ('2026')),
        line (type, key, n) AS (VALUES ('T', '', 7), ('F', '1-1', 7), ('O', '0-0', 1),
          ('O', '1-1', 2), ('O', '2-', 2), ('O', 'unknown', 2))
        INSERT INTO people_count SELECT name, type, key, n, 0 FROM period, line;
      INSERT INTO sheet SELECT 'people', period, 1, 1, row_number() OVER (ORDER BY period), NULL,
          group_concat(type || key || ':' || n || ',0' || char(10), '')
        FROM (SELECT * FROM people_count ORDER BY period, type, key) GROUP BY period;
      INSERT INTO sheet VALUES ('day', '2026-11-02', 1, 1, 9, 'open', 'T:7,0,7,0,0,0,0' || char(10));
      )sql");
  }
  store::Record open() { return {dir.path(), a_centre(), november(3, 8)}; }

  TemporaryDir dir;
};

}  // namespace

TEST_CASE("A record of the first version goes on as one of the newest, with all that is in it") {
  VersionOne old;
  CHECK_THROWS_AS(store::check_record(old.dir.path()), RecordFault);
  CHECK(old.version() == 1);
  {
    auto record = old.open();
    CHECK(record.tokens().at(0).symbol == "fox");
    CHECK_FALSE(record.tokens().at(0).has_picture);
    CHECK(record.newest_fact() == november(2, 9));
    store::Posting(old.dir.path()).apply({{daily("clay", 1)}, {}, {}}, "staff", november(3, 8));
    CHECK(record.sign_up("tk_7F3K9QWX", session_on(3), november(3, 9)).index() == 0);
    const auto arrived = record.arrive_by_card("SV-1", november(3, 9));
    record.take_part(std::get<VisitBegun>(arrived).visit, session_on(3), november(3, 9));
  }
  CHECK(old.version() == static_cast<int>(store::migrations().size()));
  const auto report = store::check_record(old.dir.path());
  CHECK(report.wrong == std::vector<std::string>{});
  CHECK(report.visits == 2);
  const store::CountsQuery counts(old.dir.path());
  CHECK(counts.by_day({{2026, 11, 2}, {2026, 11, 2}}).at({20261102, "clay"}) == Counts{1, 1, 1, 0});
}

TEST_CASE("Answers that an older program told one by one stay as told, and go on in batches") {
  VersionFour old;
  auto record = old.open();
  CHECK(said_people(record, "2026", {'O', "1-1"}) == 2);
  CHECK(said_people(record, "2026", {'O', "unknown"}) == 0);
  CHECK(store::check_record(old.dir.path()).wrong == std::vector<std::string>{});
  const SheetRows told = said(record, SheetKind::kPeople, "2026");
  record.keep_day(november(3, 9));
  CHECK(said(record, SheetKind::kPeople, "2026") == told);
}

TEST_CASE("The first life on the newest version says all that an old record counts, once") {
  VersionOne old;
  {
    auto record = old.open();
    CHECK(said_of_day(record, "2026-11-02") == RowValues{1, 0, 1, 1});
    CHECK(said_people(record, "2026-H2", {'F', "1-1"}) == 1);
    CHECK(record.sheets().size() == 5);
    for (const Sheet& sheet : record.sheets()) CHECK(sheet.id.life == record.lives().back());
  }
  auto record = old.open();
  CHECK(record.sheets().size() == 5);
  CHECK(store::check_record(old.dir.path()).wrong == std::vector<std::string>{});
}

TEST_CASE("Staff's program may be the first to bring an old record up to date") {
  VersionOne old;
  store::Posting(old.dir.path()).apply({{daily("clay", 1)}, {}, {}}, "staff", november(3, 8));
  CHECK(old.version() == static_cast<int>(store::migrations().size()));
  CHECK(old.open().tokens().size() == 1);
}

TEST_CASE("On a full disk a record stays of the first version, and goes up when there is room") {
  PowerCutVfs disk(1);
  VersionOne old;
  disk.set_full(true);
  CHECK_THROWS_AS(old.open(), RecordFault);
  disk.set_full(false);
  CHECK(old.version() == 1);
  CHECK(old.whole());
  CHECK(old.open().tokens().size() == 1);
  CHECK(store::check_record(old.dir.path()).wrong.empty());
}

TEST_CASE("Wherever the power goes while a record is brought up to date, it is of one version") {
  int first = 0;
  int second = 0;
  for (int steps = 1; steps < 200; ++steps) {
    PowerCutVfs power(static_cast<unsigned>(steps));
    VersionOne old;
    power.cut_after(steps);
    try {
      old.open();
    } catch (const RecordFault&) {
      // The power went.
    }
    if (!power.cut()) break;
    power.restore();
    INFO("after step " << steps);
    CHECK(old.whole());
    ++(old.version() == 1 ? first : second);
    CHECK(old.open().newest_fact() == november(2, 9));
    CHECK(store::check_record(old.dir.path()).wrong == std::vector<std::string>{});
  }
  CHECK(first > 0);
  CHECK(second > 0);
}
