// SPDX-License-Identifier: EUPL-1.2
#include "region/gaps.h"

#include <map>
#include <set>

#include "region/database_values.h"
#include "region/log.h"

namespace sveiki::region {
namespace {

const std::string kMarked =
    "SELECT DISTINCT g.centre, g.day FROM gap g JOIN sheet s ON s.centre = g.centre"
    " AND s.kind = 'day' AND s.period = g.day AND s.life = g.life"
    " WHERE g.settled = 0 AND NOT EXISTS (SELECT 1 FROM withdrawn w"
    " WHERE w.centre = g.centre AND w.life = g.life)";
const std::string kMarkedBetween =
    kMarked + " AND g.day BETWEEN $1 AND $2 ORDER BY g.centre, g.day";
const std::string kMarkedOfCentre = kMarked + " AND g.centre = $1 ORDER BY g.centre, g.day";

constexpr const char* kHeld =
    "SELECT settled FROM gap WHERE centre = $1 AND life = $2 AND day = $3";
constexpr const char* kKeep =
    "INSERT INTO gap (centre, life, day, settled) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (centre, life, day) DO UPDATE SET settled = excluded.settled";

constexpr const char* kLost = msg("The kiosk of {centre} has lost days: {days}.");
constexpr const char* kSettled = msg("Settled lost days of {centre}: {days}.");

void log_days(Database& db, std::string_view by, const char* sentence, const std::string& centre,
              std::size_t days, Instant now) {
  if (days == 0) return;
  write_log(db, by, {sentence, {{"centre", centre}, {"days", std::to_string(days)}}}, now);
}

}  // namespace

void note_gaps(Database& db, const sync::GapReport& report, Instant now) {
  // In one order, whoever says it: PostgreSQL locks row after row.
  std::map<std::pair<std::string, std::string>, bool> said;  // life and day: settled
  for (const auto& [life, day, settled] : report.gaps) said[{life, day}] = settled;
  std::vector<Values> asked, rows;
  for (const auto& [gap, settled] : said) {
    asked.push_back({report.centre, gap.first, gap.second});
    rows.push_back({report.centre, gap.first, gap.second, std::int64_t{settled}});
  }
  const auto held = db.query_each(kHeld, asked);
  std::set<std::string> lost, settled_days;  // by this report
  auto before = held.begin();
  for (const auto& [gap, settled] : said) {
    const bool was_lost = !before->empty() && number(before->front()[0]) == 0;
    if (was_lost == settled) (settled ? settled_days : lost).insert(gap.second);
    ++before;
  }
  db.run_each(kKeep, rows);
  log_days(db, report.device, kLost, report.centre, lost.size(), now);
  log_days(db, report.device, kSettled, report.centre, settled_days.size(), now);
}

void settle_gaps(Database& db, const std::string& centre, std::string_view by, Instant now) {
  const auto days = db.query(kMarkedOfCentre, {centre});
  if (days.empty()) throw Refusal("no day of " + centre + " waits to be settled");
  db.query("UPDATE gap SET settled = 1 WHERE centre = $1", {centre});
  log_days(db, by, kSettled, centre, days.size(), now);
}

std::vector<std::pair<std::string, CivilDay>> days_in_gap(Database& db,
                                                          const std::string& from_month,
                                                          const std::string& to_month) {
  std::vector<std::pair<std::string, CivilDay>> days;
  for (const Values& row : db.query(kMarkedBetween, {from_month + "-01", to_month + "-31"}))
    days.emplace_back(text(row[0]), CivilDay::parse(text(row[1])).value());
  return days;
}

}  // namespace sveiki::region
