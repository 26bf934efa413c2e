// SPDX-License-Identifier: EUPL-1.2
// Figures of the store: store_bench [VISITS] makes a record of so many visits (1,000,000) and
// prints how long it takes to open it, to export a year of it, and to record one arrival or sign-up
// more.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "registers/attendance.h"
#include "report/csv.h"
#include "store/a_timetable.h"
#include "store/batch.h"
#include "store/recount.h"
#include "store/schema.h"
#include "support/a_centre.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

constexpr int kKnown = 300;  // a token each: six flocks of sixty symbols have room for 360
constexpr int kArrivals = 1000;

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

void print(const char* what, std::vector<double> ms) {
  std::ranges::sort(ms);
  std::printf("%-44s median %8.2f ms   p99 %8.2f ms   worst %8.2f ms\n", what, ms[ms.size() / 2],
              ms[ms.size() * 99 / 100], ms.back());
}

/// Ten years up to October 2026, a hundred visits a second apart each hour of each day, by raw SQL:
/// what is measured is the reading, not the filling.
void fill(const std::filesystem::path& dir, int visits) {
  SQLite::Database db((dir / "centre.db").string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
  SQLite::Transaction transaction(db);
  const int days = 3650;
  const std::string n = std::to_string(visits);
  const std::string per_day = std::to_string(std::max(1, visits / days));
  db.exec("INSERT INTO life VALUES (1, 'bench', 0, 7200000)");
  db.exec(
      "CREATE TEMP TABLE made AS WITH RECURSIVE i (n) AS"
      " (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n + 1 < " +
      n +
      "),"
      " t (n, at) AS (SELECT n, (unixepoch('2026-10-31') - (" +
      per_day + " + " + n + " - n) / " + per_day + " * 86400 + 32400 + n % " + per_day +
      " * 60) * 1000 FROM i)"
      " SELECT n + 1 AS id, at, CAST(strftime('%Y%m%d', at / 1000, 'unixepoch') AS INTEGER) AS day,"
      " 1 + n % " +
      std::to_string(kKnown) + " AS visitor FROM t");
  db.exec(
      "INSERT INTO visit (id, life, civil_day, at, visitor, how)"
      " SELECT id, 1, day, at, visitor, 'token' FROM made");
  db.exec(
      "INSERT INTO participation (id, life, civil_day, at, visit, headcount, activity) SELECT id, "
      "1, day, at, id, NULL,"
      " CASE id % 3 WHEN 0 THEN 'clay' WHEN 1 THEN 'wood' ELSE 'gymnastics' END FROM made");
  db.exec("INSERT INTO day SELECT day, 1, 1, max(at), 1 FROM made GROUP BY day");
  db.exec(std::string{"INSERT INTO visitor_month "} + store::kRecountTallies);
  store::count_from_facts(db);
  transaction.commit();
}

/// A kiosk that is switched on each morning for three years, and thirty people a day.
void three_years() {
  constexpr int kDays = 1095;
  ACentre centre(100, 100);
  for (int day = 0; day < kDays; ++day) {
    const Instant morning = november(2, 8) + std::chrono::days{day};
    auto record = centre.open(morning);
    store::Batch batch(record);
    record.keep_day(morning);
    const auto tokens = record.tokens();
    for (int i = 0; i < 30; ++i) {
      const auto person = static_cast<std::size_t>(day * 7 + i * i) % tokens.size();
      record.arrive(tokens[person].id, How::kToken, morning + std::chrono::minutes{10 * i},
                    i % 2 == 0 ? "clay" : "wood");
    }
    batch.commit();
  }
  const Instant after = november(2, 8) + std::chrono::days{kDays};
  std::vector<double> opening;
  for (int i = 0; i < 20; ++i) opening.push_back(milliseconds([&] { centre.open(after); }));
  print("three years, a life a day: open", opening);
  auto record = centre.open(after);
  std::size_t sheets = 0;
  std::printf("%-44s %.1f ms\n", "  all sheets",
              milliseconds([&] { sheets = record.sheets().size(); }));
  std::printf("%-44s %.1f ms\n", "  a catalogue comes: every day is said anew", milliseconds([&] {
                record.follow_region({{{"clay", "ac_CLAY0000"}}, {}});
              }));
  std::printf("%-44s %zu\n", "  of so many sheets", sheets);
  std::vector<double> arrivals;
  for (int i = 0; i < 300; ++i) {
    const std::string token = token_of(record, i % 60);
    const Instant now = after + std::chrono::minutes{3 * i};
    arrivals.push_back(milliseconds([&] { record.arrive(token, How::kToken, now); }));
  }
  print("  arrive, durably", arrivals);
  std::printf("%-44s %.1f ms\n", "  the first look at a month's profiles",
              milliseconds([&] { record.keep_day(after + std::chrono::days{31}); }));
}

}  // namespace

int main(int argc, char** argv) {
  const int visits = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
  ACentre centre(kKnown, kKnown);
  std::printf("%d visits made in %.0f ms\n", visits,
              milliseconds([&] { fill(centre.dir.path(), visits); }));
  std::printf("%-44s %.0f MB\n", "size of the record",
              static_cast<double>(std::filesystem::file_size(centre.dir / "centre.db")) / 1e6);

  std::vector<double> opening;
  for (int i = 0; i < 20; ++i) {
    opening.push_back(milliseconds([&] { centre.open(november(2, 8)); }));
  }
  print("open (Record)", opening);

  std::vector<double> year;
  std::vector<double> cut_year;
  std::size_t bytes = 0;
  const auto export_csv = [&](CivilDay from, CivilDay to) {
    const auto table = registers::attendance(store::CountsQuery(centre.dir.path()), centre.centre,
                                             {from, to}, *registers::parse_rows("month,activity"));
    bytes = report::to_csv(table).size();
  };
  for (int i = 0; i < 20; ++i) {
    year.push_back(milliseconds([&] { export_csv({2025, 1, 1}, {2025, 12, 31}); }));
    cut_year.push_back(milliseconds([&] { export_csv({2025, 1, 15}, {2026, 1, 14}); }));
  }
  print("export a year by month and activity", year);
  print("the same from 15 January to 14 January", cut_year);
  std::printf("%-44s %zu bytes\n", "  of CSV", bytes);

  auto record = centre.open(november(2, 8));
  const auto tokens = record.tokens();
  std::vector<double> arrivals;
  std::vector<double> parts;
  for (int i = 0; i < kArrivals; ++i) {
    const Instant now = november(2, 8) + std::chrono::minutes{i};
    ArrivalOutcome outcome;
    const auto& token = tokens[static_cast<std::size_t>(i) % tokens.size()].id;
    arrivals.push_back(milliseconds([&] { outcome = record.arrive(token, How::kToken, now); }));
    const auto& begun = std::get<VisitBegun>(outcome);
    parts.push_back(milliseconds([&] { record.take_part(begun.visit, "clay", now); }));
  }
  print("arrive, durably", arrivals);
  print("take part, durably", parts);

  // Two hundred series with places, a year of each; everybody signs up here and there.
  store::Posting::Change programme;
  for (int i = 0; i < 200; ++i) {
    programme.post.push_back(daily("clay-" + std::to_string(i), 8));
    programme.post.back().series.rule = Rule::parse("FREQ=DAILY;COUNT=365");
  }
  store::Posting(centre.dir.path()).apply(programme, "bench", november(2, 8));
  const CivilDay first{2026, 11, 2};
  std::printf("%-44s %.1f ms\n", "the wall of a week, after it was posted",
              milliseconds([&] { record.wall(first, first.next(6)); }));
  std::vector<double> sign_ups;
  std::vector<double> fills;
  std::vector<double> given_back;
  for (int i = 0; i < kArrivals; ++i) {
    const auto& token = tokens[static_cast<std::size_t>(i) % tokens.size()].id;
    const SessionRef session = session_on(3 + i % 9, "clay-" + std::to_string(i % 20));
    const Instant now = november(2, 8);
    sign_ups.push_back(milliseconds([&] { record.sign_up(token, session, now); }));
    fills.push_back(milliseconds([&] { record.fills(first, first.next(6)); }));
    if (i % 3 > 0) continue;
    given_back.push_back(milliseconds([&] { record.give_back(token, session, now); }));
  }
  print("sign up, durably", sign_ups);
  print("give back, durably", given_back);
  print("how full the sessions of a week are", fills);
  std::vector<double> minutes;
  for (int i = 0; i < 60; ++i) {
    minutes.push_back(milliseconds([&] { record.keep_day(november(3, 10, i)); }));
  }
  print("keep the day (each minute), with no-shows", minutes);
  three_years();
  return 0;
}
