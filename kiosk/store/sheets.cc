// SPDX-License-Identifier: EUPL-1.2
#include "store/sheets.h"

#include "base/id.h"
#include "store/sql.h"

namespace sveiki::store {

std::int64_t begin_life(const SQLite::Database& db, Millis visit_gap, Instant now) {
  std::string life = random_life();
  // All lives of one record begin alike: a restored one knows by it which of the region's lives it
  // lost, and does not take those of a second recorder in the house for its own.
  if (const auto first = text(db, "SELECT id FROM life ORDER BY number LIMIT 1"))
    life.replace(0, kRecordDigits, *first, 0, kRecordDigits);
  return insert(db, "INSERT INTO life (id, at, visit_gap_ms) VALUES (?, ?, ?)", life, now,
                visit_gap.count());
}

Sheets::Sheets(SQLite::Database& db, std::int64_t life, std::string zone)
    : db_(db),
      life_(life),
      zone_(std::move(zone)),
      target_(db),
      state_(db,
             "SELECT 1 FROM day LEFT JOIN counts ON period = civil_day AND activity = ''"
             " WHERE civil_day = ? AND (planned = 1 OR visits > 0)"),
      own_(db, "SELECT rows, state FROM sheet WHERE kind = ? AND period = ? AND life = ?"),
      put_(db,
           "INSERT INTO sheet (kind, period, life, revision, changed, state, rows)"
           " VALUES (?, ?, ?, 1, (SELECT ifnull(max(changed), 0) + 1 FROM sheet), ?, ?)"
           " ON CONFLICT DO UPDATE SET revision = revision + 1, changed = excluded.changed,"
           " state = excluded.state, rows = excluded.rows"),
      version_(db, "PRAGMA data_version") {}

const Sheet& Sheets::others(const About& about) {
  auto version = version_.with();
  version->executeStep();
  if (version->getColumn(0).getInt64() != others_version_) others_.clear();
  others_version_ = version->getColumn(0);
  auto found = others_.find(about);
  if (found == others_.end())
    found = others_.emplace(about, said_by_others(db_, about, life_)).first;
  return found->second;
}

/// A day is open if that was the plan, or if somebody came all the same.
DayState Sheets::state_of(const std::string& day) {
  auto open = state_.with(CivilDay::parse(day).value());
  return open->executeStep() ? DayState::kOpen : DayState::kClosed;
}

void Sheets::settle(const About& about, Speak speak) {
  const SheetRows rows = rows_to_say(target_.of(about), {&others(about), 1});
  const std::string_view kind = sheet_kind_name(about.kind);
  auto own = own_.with(kind, about.period, life_);
  const bool said = own->executeStep();
  if (!said && rows.empty() && speak == Speak::kIfNeeded) return;

  std::optional<std::string_view> state;
  if (about.kind == SheetKind::kDay) state = day_state_name(state_of(about.period));
  const std::string text = rows_text(about.kind, rows);
  if (said && own->getColumn(0).getString() == text &&
      own->getColumn(1).getString() == state.value_or(""))
    return;
  own->reset();
  put_.run(kind, about.period, life_, state, text);
}

void Sheets::settle_all() {
  for (const About& about : unsaid(db_)) settle(about, Speak::kIfNeeded);
  // A day on which nobody came has no rows, and still was open or closed.
  SQLite::Statement silent =
      query(db_,
            "SELECT civil_day FROM day WHERE (ran = 1 OR planned = 0) AND NOT EXISTS"
            " (SELECT 1 FROM live_sheet WHERE kind = 'day' AND period = printf('%d-%02d-%02d',"
            "  civil_day / 10000, civil_day / 100 % 100, civil_day % 100)) ORDER BY civil_day");
  std::vector<CivilDay> days;
  while (silent.executeStep()) days.push_back(CivilDay::from_number(silent.getColumn(0)));
  for (const CivilDay day : days) speak_of(day);
}

void Sheets::withdraw(const std::vector<std::string>& lives) {
  int fresh = 0;
  for (const std::string& life : lives) {
    fresh += run(db_,
                 "INSERT INTO withdrawn_life (life) SELECT ?1"
                 " WHERE NOT EXISTS (SELECT 1 FROM life WHERE id = ?1 AND number = ?2)"
                 " ON CONFLICT DO NOTHING",
                 life, life_);
  }
  if (fresh == 0) return;
  others_.clear();
  settle_all();
}

void Sheets::give_way(const std::vector<Sheet>& agreed) {
  for (const Sheet& sheet : agreed) {
    const auto life =
        number(db_, "SELECT number FROM life WHERE id = ? AND number <> ?", sheet.id.life, life_);
    if (!life) continue;
    const About about{sheet.id.kind, sheet.id.period};
    run(db_,
        "UPDATE sheet SET rows = ?1"
        " WHERE kind = ?2 AND period = ?3 AND life = ?4 AND revision = ?5 AND rows <> ?1",
        rows_text(about.kind, sheet.rows), sheet_kind_name(about.kind), about.period, *life,
        sheet.revision);
    others_.clear();
    // Also where nothing is left to say: the region waits for another life to speak of it.
    settle(about, Speak::kAlways);
  }
}

std::vector<Sheet> Sheets::all() {
  return since(0);
}

std::vector<Sheet> Sheets::changed() {
  return since(last_change_);
}

std::vector<Sheet> Sheets::since(std::int64_t change) {
  SQLite::Statement row =
      query(db_,
            "SELECT id, kind, period, revision, state, rows, changed FROM live_sheet"
            " JOIN life ON number = life WHERE changed > ? ORDER BY changed",
            change);
  std::vector<Sheet> sheets;
  while (row.executeStep()) {
    Sheet sheet;
    sheet.id = {row.getColumn(0), SheetKind::kPeople, row.getColumn(2)};
    sheet.revision = row.getColumn(3);
    sheet.rows = rows_of_text(row.getColumn(5).getText());
    if (!row.isColumnNull(4)) {
      sheet.id.kind = SheetKind::kDay;
      sheet.state = day_state_named(row.getColumn(4).getString());
      sheet.zone = zone_;
    }
    last_change_ = row.getColumn(6);
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace sveiki::store
