// SPDX-License-Identifier: EUPL-1.2
#include "region/sheets_totals.h"

#include "region/database_values.h"
#include "region/sheets_text.h"

namespace sveiki::region {
namespace {

constexpr const char* kRead =
    "SELECT counts, days FROM total WHERE kind = $1 AND period = $2 AND centre = $3";
constexpr const char* kWrite =
    "INSERT INTO total (kind, period, centre, counts, days) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (kind, period, centre) DO UPDATE SET counts = excluded.counts,"
    " days = excluded.days";
constexpr const char* kSheetsOfDay =
    "SELECT s.state, CASE WHEN w.life IS NULL THEN 0 ELSE 1 END FROM sheet s"
    " LEFT JOIN withdrawn w ON w.centre = s.centre AND w.life = s.life"
    " WHERE s.centre = $1 AND s.kind = 'day' AND s.period = $2 ORDER BY s.life";

std::size_t place_in_month(const std::string& day) {
  return static_cast<std::size_t>(std::stoi(day.substr(8)) - 1);
}

}  // namespace

std::vector<CivilDay> days_marked(const std::string& month, std::string_view marks, DayMark mark) {
  std::vector<CivilDay> days;
  std::size_t at = marks.find(mark);
  if (at == marks.npos) return days;
  const CivilDay first = CivilDay::parse(month + "-01").value();
  for (; at != marks.npos; at = marks.find(mark, at + 1))
    days.push_back(first.next(static_cast<int>(at)));
  return days;
}

Totals::Key Totals::key_of(const std::string& centre, SheetKind kind, const std::string& period) {
  return {std::string{sheet_kind_name(kind)},
          kind == SheetKind::kDay ? period.substr(0, 7) : period, centre};
}

void Totals::read(const std::set<Key>& keys) {
  std::vector<Values> asked;
  for (const Key& key : keys) asked.push_back({key.kind, key.period, key.centre});
  const auto answers = db_.query_each(kRead, asked);
  auto answer = answers.begin();
  for (const Key& key : keys) {
    Total& total = totals_[key];
    if (answer->empty()) {
      if (key.kind == sheet_kind_name(SheetKind::kDay)) total.days.assign(31, kNotReported);
    } else {
      total = {read_rows(text(answer->front()[0])), text(answer->front()[1]), false};
    }
    ++answer;
  }
}

void Totals::change(const Key& key, const SheetRows& before, const SheetRows& after) {
  Total& total = totals_.at(key);
  subtract(total.rows, before);
  add(total.rows, after);
  total.changed = true;
}

char Totals::mark(const std::string& centre, const std::string& day) const {
  return totals_.at(key_of(centre, SheetKind::kDay, day)).days.at(place_in_month(day));
}

void Totals::set_mark(const std::string& centre, const std::string& day, char mark) {
  Total& total = totals_.at(key_of(centre, SheetKind::kDay, day));
  total.days.at(place_in_month(day)) = mark;
  total.changed = true;
}

void Totals::mark_anew(const std::set<std::pair<std::string, std::string>>& centres_days) {
  std::vector<Values> asked;
  for (const auto& [centre, day] : centres_days) asked.push_back({centre, day});
  const auto answers = db_.query_each(kSheetsOfDay, asked);
  auto answer = answers.begin();
  for (const auto& [centre, day] : centres_days) {
    DayMarker marker;
    for (const Values& row : *answer++) marker.add(text(row[0]), number(row[1]) != 0);
    set_mark(centre, day, marker.mark());
  }
}

void Totals::write() {
  std::vector<Values> rows;
  for (const auto& [key, total] : totals_)
    if (total.changed)
      rows.push_back({key.kind, key.period, key.centre, write_rows(total.rows), total.days});
  db_.run_each(kWrite, rows);
}

void DayMarker::add(std::string_view state, bool withdrawn) {
  if (withdrawn) {
    if (mark_ == kNotReported) mark_ = kWithdrawn;
  } else if (state == day_state_name(DayState::kOpen)) {
    mark_ = kOpen;
  } else if (state == day_state_name(DayState::kClosed) && mark_ != kOpen) {
    mark_ = kClosed;
  }
}

}  // namespace sveiki::region
