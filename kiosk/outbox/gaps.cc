// SPDX-License-Identifier: EUPL-1.2
// What the region has and the kiosk has not, and the other way round.
#include <map>

#include "outbox/parts.h"

namespace sveiki {

using tray::instant_at;
using tray::kind_text;
using tray::query;
using tray::run;

namespace {

/// The kiosk said since its last start that it has this sheet at this revision or a newer one.
bool is_known(const SQLite::Database& db, const sync::IndexEntry& entry) {
  return query(db,
               "SELECT 1 FROM sheet, desk WHERE kind = ? AND period = ? AND life = ?"
               " AND known >= ? AND laid >= starts",
               kind_text(entry.id.kind), entry.id.period, entry.id.life, entry.revision)
      .executeStep();
}

void note_withdrawn(const SQLite::Database& db, const std::string& life) {
  run(db,
      "INSERT INTO withdrawal (life, confirmed) VALUES (?, 1)"
      " ON CONFLICT DO UPDATE SET confirmed = 1",
      life);
}

/// What the region had of the gap the last time, settled by staff or not.
using Noted = std::map<SheetId, std::int64_t>;

Noted noted_gaps(const SQLite::Database& db) {
  Noted noted;
  SQLite::Statement row = query(db,
                                "SELECT life, kind, period, revision FROM gap"
                                " WHERE settled <> 'known' ORDER BY life, kind, period");
  while (row.executeStep())
    noted[{row.getColumn(0), sheet_kind_named(row.getColumn(1).getString()).value(),
           row.getColumn(2)}] = row.getColumn(3);
  return noted;
}

void note_gap(const SQLite::Database& db, const sync::IndexEntry& entry, const Noted& noted) {
  const auto before = noted.find(entry.id);
  const bool grew = before != noted.end() && before->second < entry.revision;
  // What staff settled stays settled, until the region has more of it than they saw.
  run(db,
      "INSERT INTO gap (life, kind, period, revision, grew) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT DO UPDATE SET revision = excluded.revision, settled = '', grew = excluded.grew"
      " WHERE excluded.revision > gap.revision OR gap.settled = 'known'",
      entry.id.life, kind_text(entry.id.kind), entry.id.period, entry.revision, grew ? 1 : 0);
}

}  // namespace

void Outbox::reconcile(const sync::Index& index, Instant at) {
  parts_->file.change([&](SQLite::Database& db) {
    db.exec(
        "CREATE TEMP TABLE IF NOT EXISTS held"
        " (kind TEXT, period TEXT, life TEXT, revision INTEGER,"
        " PRIMARY KEY (kind, period, life)) WITHOUT ROWID");
    db.exec("DELETE FROM held");
    for (const sync::IndexEntry& entry : index.sheets) {
      run(db, "INSERT OR REPLACE INTO held (kind, period, life, revision) VALUES (?, ?, ?, ?)",
          kind_text(entry.id.kind), entry.id.period, entry.id.life, entry.revision);
    }
    db.exec(
        "UPDATE sheet SET acked = coalesce((SELECT revision FROM held WHERE"
        " held.kind = sheet.kind AND held.period = sheet.period AND held.life = sheet.life), 0)"
        " WHERE acked > coalesce((SELECT revision FROM held WHERE"
        " held.kind = sheet.kind AND held.period = sheet.period AND held.life = sheet.life), 0)");

    // A region that was set back has forgotten withdrawals and gaps too: it is told again.
    db.exec("UPDATE withdrawal SET confirmed = 0");
    db.exec("UPDATE gap SET told = 0");
    const Noted noted = noted_gaps(db);
    db.exec("UPDATE gap SET settled = 'known' WHERE settled = ''");
    // The lives that the kiosk said it has, the first first; empty: it said nothing yet.
    const std::string record =
        db.execAndGet("SELECT lives FROM desk").getString().substr(0, kRecordDigits);
    const auto of_this_record = [&](const sync::IndexEntry& entry) {
      return !record.empty() && entry.id.life.starts_with(record);
    };
    for (const sync::IndexEntry& entry : index.sheets) {
      if (entry.withdrawn) {
        note_withdrawn(db, entry.id.life);
      } else if (of_this_record(entry) && !is_known(db, entry)) {
        note_gap(db, entry, noted);
      }
    }
    run(db, "UPDATE desk SET compared = ?", at.ms);
  });
}

std::optional<Instant> Outbox::compared() {
  return parts_->file.with_database(
      [](SQLite::Database& db) { return instant_at(db.execAndGet("SELECT compared FROM desk")); });
}

void Outbox::settle(const std::string& life, Settle how) {
  const bool withdraw = how == Settle::kWithdraw;
  parts_->file.change([&](SQLite::Database& db) {
    run(db, "UPDATE gap SET settled = ?, told = 0 WHERE life = ?",
        std::string{withdraw ? "withdraw" : "keep"}, life);
    if (withdraw) run(db, "INSERT OR IGNORE INTO withdrawal (life) VALUES (?)", life);
  });
}

std::vector<sync::Gap> Outbox::untold_gaps() {
  return parts_->file.with_database([](SQLite::Database& db) {
    // A withdrawal says by itself that nothing of the life is left to settle.
    SQLite::Statement row = query(db,
                                  "SELECT life, period, settled FROM gap WHERE kind = ?"
                                  " AND told = 0 AND settled <> 'withdraw' ORDER BY life, period",
                                  kind_text(SheetKind::kDay));
    std::vector<sync::Gap> gaps;
    while (row.executeStep())
      gaps.push_back({row.getColumn(0), row.getColumn(1), !row.getColumn(2).getString().empty()});
    return gaps;
  });
}

void Outbox::set_told(const std::vector<sync::Gap>& gaps) {
  parts_->file.change([&](SQLite::Database& db) {
    // One that staff have settled meanwhile is to be told again.
    for (const auto& [life, day, settled] : gaps)
      run(db,
          "UPDATE gap SET told = 1 WHERE life = ? AND kind = ? AND period = ?"
          " AND (settled <> '') = ?",
          life, kind_text(SheetKind::kDay), day, settled ? 1 : 0);
  });
}

std::vector<std::string> Outbox::withdrawals() {
  return parts_->file.with_database([](SQLite::Database& db) {
    SQLite::Statement row =
        query(db, "SELECT life FROM withdrawal WHERE confirmed = 0 ORDER BY life");
    std::vector<std::string> lives;
    while (row.executeStep()) lives.push_back(row.getColumn(0));
    return lives;
  });
}

void Outbox::set_withdrawn(const std::vector<std::string>& lives) {
  parts_->file.change([&](SQLite::Database& db) {
    for (const std::string& life : lives) note_withdrawn(db, life);
  });
}

std::vector<std::string> Outbox::withdrawn() {
  return parts_->file.with_database([](SQLite::Database& db) {
    SQLite::Statement row = query(db, "SELECT life FROM withdrawal ORDER BY life");
    std::vector<std::string> lives;
    while (row.executeStep()) lives.push_back(row.getColumn(0));
    return lives;
  });
}

}  // namespace sveiki
