// SPDX-License-Identifier: EUPL-1.2
#include "store/check.h"

#include <set>

#include "store/database.h"
#include "store/faults.h"
#include "store/people.h"
#include "store/programme.h"
#include "store/recount.h"
#include "store/sheet_table.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

/// What must never be: `sql` gives one word for each place where it is.
struct Never {
  const char* wrong;
  std::string sql;
};

/// The rows that only one of the two has: `table`, or `recount`.
std::string differ(const std::string& columns, const std::string& table,
                   const std::string& recount) {
  return "SELECT " + columns + " FROM (SELECT " + columns + ", 1 AS side FROM " + table +
         " UNION ALL SELECT " + columns + ", -1 FROM (" + recount + ")) GROUP BY " + columns +
         " HAVING sum(side) <> 0";
}

std::vector<Never> rules() {
  return {
      {"counts do not agree with the visits",
       "SELECT DISTINCT trim(period || ' ' || activity) FROM (" +
           differ("period, activity, visits, people, newcomers, headcount, sign_ups, minutes",
                  "counts",
                  "SELECT period, activity, sum(visits) AS visits, sum(people) AS people,"
                  " sum(newcomers) AS newcomers, sum(headcount) AS headcount,"
                  " sum(sign_ups) AS sign_ups, sum(minutes) AS minutes"
                  " FROM (SELECT * FROM counts_base UNION ALL SELECT * FROM (" +
                      std::string{kRecount} + ")) GROUP BY 1, 2") +
           ") WHERE visits <> 0 OR people <> 0 OR newcomers <> 0 OR headcount <> 0"
           " OR sign_ups <> 0 OR minutes <> 0 ORDER BY 1"},
      {"monthly tallies of people do not agree with the visits",
       "SELECT DISTINCT month || ' visitor ' || visitor FROM (" +
           differ("activity, month, visitor, visits", "visitor_month", kRecountTallies) +
           ") WHERE visits <> 0 AND month >= (SELECT visits_from FROM centre) / 100 ORDER BY 1"},
      {"counts of different people do not agree with the tallies",
       "SELECT DISTINCT period FROM (" +
           differ("period, type, key, n, newcomers", "people_count",
                  "SELECT period, type, key, sum(n) AS n, sum(newcomers) AS newcomers"
                  " FROM (SELECT * FROM people_base WHERE type IN ('T', 'F')"
                  " UNION ALL SELECT * FROM (" +
                      std::string{kRecountPeople} + ")) GROUP BY 1, 2, 3") +
           ") WHERE n <> 0 OR newcomers <> 0 ORDER BY 1"},
      {"visits of one person are closer together than a visit may be",
       "SELECT 'visit ' || id FROM (SELECT v.id, at - lag(at) OVER w AS apart,"
       " min(v.id, lag(v.id) OVER w) AS earlier,"
       " min(visit_gap_ms, lag(visit_gap_ms) OVER w) AS gap"
       " FROM (SELECT v.*, visit_gap_ms FROM live_visit v JOIN life ON number = life) AS v"
       " WINDOW w AS (PARTITION BY visitor ORDER BY at, v.id))"
       " WHERE apart < gap AND NOT EXISTS"
       " (SELECT 1 FROM leave WHERE visit = earlier AND automatic = 0) ORDER BY id"},
      {"people left before they came",
       "SELECT 'leave ' || leave.id FROM leave JOIN visit ON visit.id = visit"
       " WHERE leave.at < visit.at ORDER BY leave.id"},
      {"visits were left twice",
       "SELECT 'visit ' || visit FROM live_leave GROUP BY visit HAVING count(*) > 1 ORDER BY "
       "visit"},
      {"participations stand twice",
       "SELECT 'participation ' || max(id) FROM live_participation"
       " GROUP BY visit, headcount, activity, series, original_day, original_minute"
       " HAVING count(*) > 1 ORDER BY 1"},
      {"participations are of a session that was never posted, or of another activity",
       "SELECT 'participation ' || id FROM participation AS p WHERE series IS NOT NULL"
       " AND NOT EXISTS (SELECT 1 FROM series_revision AS r"
       " WHERE r.series = p.series AND r.activity = p.activity) ORDER BY id"},
      {"people stand twice in line for one session",
       "SELECT 'sign-up ' || max(id) FROM live_sign_up"
       " GROUP BY visitor, series, original_day, original_minute HAVING count(*) > 1 ORDER BY 1"},
      {"people signed up for a series that was never posted",
       "SELECT 'sign-up ' || id FROM sign_up"
       " WHERE series NOT IN (SELECT series FROM series_revision) ORDER BY id"},
      {"people were told that they have a place for which they never waited",
       "SELECT 'sign-up ' || id FROM sign_up JOIN told ON told.sign_up = id WHERE waited = 0"
       " ORDER BY id"},
      {"facts stand although what they belong to was undone",
       "SELECT 'participation ' || p.id FROM live_participation p JOIN correction c ON"
       " (c.kind = 'visit' AND c.fact = p.visit) OR (c.kind = 'headcount' AND c.fact = p.headcount)"
       " UNION SELECT 'leave ' || l.id FROM live_leave l JOIN correction c"
       " ON c.kind = 'visit' AND c.fact = l.visit ORDER BY 1"},
      {"corrections are of something that was never recorded",
       "SELECT 'correction ' || id FROM correction WHERE NOT EXISTS"
       " (SELECT 1 FROM visit WHERE kind = 'visit' AND visit.id = fact) AND NOT EXISTS"
       " (SELECT 1 FROM leave WHERE kind = 'leave' AND leave.id = fact) AND NOT EXISTS"
       " (SELECT 1 FROM participation p WHERE kind = 'participation' AND p.id = fact) AND NOT "
       "EXISTS"
       " (SELECT 1 FROM headcount h WHERE kind = 'headcount' AND h.id = fact) ORDER BY id"},
      {"days have facts but are not written down as days",
       "SELECT DISTINCT civil_day FROM (SELECT civil_day FROM visit"
       " UNION SELECT civil_day FROM headcount UNION SELECT civil_day FROM sign_up) WHERE "
       "civil_day NOT IN"
       " (SELECT civil_day FROM day) ORDER BY 1"},
      {"facts are still there although their days were forgotten",
       "SELECT what || ' ' || id FROM"
       " (SELECT 'visit' AS what, id, civil_day FROM visit"
       "  UNION ALL SELECT 'headcount', id, civil_day FROM headcount"
       "  UNION ALL SELECT 'sign-up', id, original_day FROM sign_up"
       "  UNION ALL SELECT 'day', civil_day, civil_day FROM day WHERE newest % 86400000 <> 0)"
       " WHERE civil_day < (SELECT visits_from FROM centre) ORDER BY 1"},
      {"facts were left half forgotten", "SELECT kind || ' ' || fact FROM forgetting ORDER BY 1"},
      {"rows belong to something that is not there",
       "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check ORDER BY 1"},
  };
}

/// "3 counts do not agree with the visits (the first: 20261103 clay)"
void apply(const SQLite::Database& db, const Never& rule, std::vector<std::string>& wrong) {
  SQLite::Statement row = query(db, rule.sql.c_str());
  std::string first;
  int places = 0;
  while (row.executeStep()) {
    if (places++ == 0) first = row.getColumn(0).getString();
  }
  if (places == 0) return;
  wrong.push_back(std::to_string(places) + " " + rule.wrong + " (the first: " + first + ")");
}

void check_civil_days(const SQLite::Database& db, std::vector<std::string>& wrong) {
  const std::string zone = text(db, "SELECT zone FROM centre").value_or("");
  if (!zone_exists(zone)) {
    wrong.push_back("the record's time zone \"" + zone + "\" is not known here");
    return;
  }
  for (const char* table :
       {"visit", "leave", "headcount", "participation", "correction", "sign_up"}) {
    const std::string sql =
        std::string{"SELECT id, civil_day, at FROM "} + table + " ORDER BY civil_day, at";
    SQLite::Statement row = query(db, sql.c_str());
    while (row.executeStep()) {
      const Instant at{row.getColumn(2)};
      if (civil_day(at, zone).number() == row.getColumn(1).getInt()) continue;
      wrong.push_back(std::string{table} + " " + row.getColumn(0).getString() + " of " +
                      iso_utc(at) + " stands on the wrong day, " + row.getColumn(1).getString());
      break;
    }
  }
}

std::string quoted(const std::string& id) {
  return '"' + id + '"';
}

/// A series stays posted when what it needs is taken out of the centre's file.
void note_what_is_missing(SQLite::Database& db, const Centre& centre,
                          std::vector<std::string>& notes) {
  for (const auto& [series, uid, sequence] : Programme(db).series()) {
    const std::string which = "the series " + quoted(series.id);
    if (!centre.activity(series.activity)) {
      notes.push_back(which + " is not shown: the centre has no activity " +
                      quoted(series.activity));
      continue;
    }
    std::set<std::string> rooms{series.room};
    for (const Exception& other : series.exceptions) rooms.insert(other.room);
    for (const std::string& room : rooms) {
      if (room.empty() || centre.room(room)) continue;
      notes.push_back(which + " is shown without a room: the centre has no room " + quoted(room));
    }
  }
}

void note_unreadable_rules(const SQLite::Database& db, std::vector<std::string>& notes) {
  SQLite::Statement row =
      query(db, "SELECT series, rule FROM standing_series WHERE rule <> '' ORDER BY series");
  while (row.executeStep()) {
    try {
      Rule::parse(row.getColumn(1).getString());
    } catch (const RuleError& error) {
      notes.push_back("the series " + quoted(row.getColumn(0)) + " is not shown: " + error.what());
    }
  }
}

void note_what_was_forgotten(const SQLite::Database& db, std::vector<std::string>& notes) {
  if (number(db, "SELECT unswept FROM centre") == 1)
    notes.emplace_back(
        "what was forgotten is not overwritten in the file yet: the kiosk does it once a day, and"
        " needs room on the disk for a second copy");
  SQLite::Statement row =
      query(db, "SELECT period FROM region_period WHERE counted = 0 ORDER BY period");
  while (row.executeStep())
    notes.push_back(
        "the region's period " + row.getColumn(0).getString() +
        " is not counted: people who came in it were forgotten before it was asked for");
}

/// Of a record that was brought up to date and did not run yet, no life has said anything.
void check_sheets(const SQLite::Database& db, std::vector<std::string>& wrong) {
  if (!number(db, "SELECT 1 FROM sheet")) return;
  const std::vector<About> all = unsaid(db);
  if (all.empty()) return;
  wrong.push_back(std::to_string(all.size()) +
                  " sheets for the region do not say what the counts say (the first: " +
                  all.front().period + ")");
}

void check_file(const SQLite::Database& db, std::vector<std::string>& wrong) {
  SQLite::Statement row = query(db, "PRAGMA integrity_check(3)");
  while (row.executeStep()) {
    const std::string said = row.getColumn(0);
    if (said != "ok") wrong.push_back("the file is damaged: " + said);
  }
}

std::int64_t count(const SQLite::Database& db, const char* sql) {
  return number(db, sql).value_or(0);
}

}  // namespace

CheckReport check_record(const std::filesystem::path& dir, const Centre* centre) {
  SQLite::Database db = open_to_read(dir);
  CheckReport report;
  try {
    // One moment's truth, also while a kiosk records.
    db.exec("BEGIN");
    check_file(db, report.wrong);
    for (const Never& rule : rules()) apply(db, rule, report.wrong);
    check_civil_days(db, report.wrong);
    check_sheets(db, report.wrong);
    if (centre) note_what_is_missing(db, *centre, report.notes);
    note_unreadable_rules(db, report.notes);
    note_what_was_forgotten(db, report.notes);
    People(db).tokens();
    // From the counts, which agree with the facts: some of those were forgotten.
    report.visits = count(db,
                          "SELECT sum(visits - headcount) FROM counts"
                          " WHERE period > 1000000 AND activity = ''");
    report.headcount = count(db,
                             "SELECT sum(headcount) FROM counts"
                             " WHERE period > 1000000 AND activity = ''");
    report.visitors = count(db, "SELECT count(*) FROM visitor");
    report.days = count(db,
                        "SELECT count(*) FROM counts WHERE period > 1000000 AND activity = ''"
                        " AND visits > 0");
  } catch (const SQLite::Exception& error) {
    report.wrong.push_back(std::string{"the file cannot be read to its end: "} + error.what());
  } catch (const RecordFault& fault) {
    report.wrong.push_back(fault.what());
  }
  return report;
}

}  // namespace sveiki::store
