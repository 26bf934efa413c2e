// SPDX-License-Identifier: EUPL-1.2
#include "store/days.h"

#include <algorithm>

#include "store/sql.h"

namespace sveiki::store {
namespace {

// A clock that was years wrong must not fill the table.
constexpr int kLongestPause = 366;

constexpr std::int64_t kDaysToBeSure = 5;

}  // namespace

void Days::note_running(CivilDay today) {
  const bool planned = planned_open(centre_, today);
  if (number(db_, "SELECT 1 FROM day WHERE civil_day = ? AND ran = 1 AND planned = ?", today,
             planned))
    return;
  const auto last = number(
      db_,
      "SELECT ifnull((SELECT max(civil_day) FROM day WHERE civil_day <= ?), began_day) FROM centre",
      today);
  const CivilDay seen = CivilDay::from_number(static_cast<int>(*last));
  for (CivilDay day = std::max(seen, today.next(-kLongestPause)); day < today; day = day.next()) {
    const bool to_open = planned_open(centre_, day);
    const int fresh = run(db_,
                          "INSERT INTO day (civil_day, planned, ran, settled) VALUES (?, ?, 0, 1)"
                          " ON CONFLICT DO NOTHING",
                          day, to_open);
    if (fresh > 0 && !to_open) sheets_.speak_of(day);
  }
  run(db_,
      "INSERT INTO day (civil_day, planned, ran) VALUES (?, ?, 1)"
      " ON CONFLICT DO UPDATE SET planned = excluded.planned, ran = 1",
      today, planned);
  sheets_.speak_of(today);
}

void Days::note_fact(Instant at) {
  const CivilDay day = of(at);
  const auto from = number(db_, "SELECT visits_from FROM centre WHERE visits_from > ?", day);
  if (from) {
    throw RecordFault{Fault::kOther,
                      "of days before " + CivilDay::from_number(static_cast<int>(*from)).iso() +
                          " only counts are kept: nothing can be entered there any more"};
  }
  note_running(day);
  run(db_, "UPDATE day SET newest = max(ifnull(newest, ?1), ?1), settled = 0 WHERE civil_day = ?2",
      at, day);
}

std::optional<Instant> Days::newest_fact() {
  const auto newest = number(db_, "SELECT max(newest) FROM day");
  if (!newest) return std::nullopt;
  return Instant{*newest};
}

std::optional<CivilDay> Days::lately(CivilDay today) {
  const auto day = number(db_,
                          "SELECT period FROM counts WHERE activity = '' AND visits > 0"
                          " AND period BETWEEN 1000000 AND ? ORDER BY period DESC LIMIT 1 OFFSET ?",
                          today, kDaysToBeSure - 1);
  if (!day) return std::nullopt;
  return CivilDay::from_number(static_cast<int>(*day));
}

std::vector<CivilDay> Days::unsettled(CivilDay today) {
  SQLite::Statement row = query(
      db_, "SELECT civil_day FROM day WHERE settled = 0 AND civil_day <= ? ORDER BY civil_day",
      today);
  std::vector<CivilDay> days;
  while (row.executeStep()) days.push_back(CivilDay::from_number(row.getColumn(0).getInt()));
  return days;
}

void Days::set_settled(CivilDay day, bool settled) {
  run(db_, "UPDATE day SET settled = ? WHERE civil_day = ?", settled, day);
}

}  // namespace sveiki::store
