// SPDX-License-Identifier: EUPL-1.2
// Sheets on their way out, and what the region said of them.
#include "outbox/outbox.h"

#include <algorithm>

#include "outbox/parts.h"
#include "outbox/rows.h"

namespace sveiki {

using tray::kind_text;
using tray::query;
using tray::run;

namespace {

// Words of `refused`: what the region says of a day that is still to come, and ours for what was
// taken back before it came.
constexpr const char* kClock = "clock";
constexpr const char* kTakenBack = "taken back";
constexpr const char* kConflict = "conflict";

SheetId id_of(const SQLite::Column& kind, const SQLite::Column& period,
              const SQLite::Column& life) {
  return {life, sheet_kind_named(kind.getString()).value(), period};
}

std::string state_text(const std::optional<DayState>& state) {
  return state ? std::string{day_state_name(*state)} : "";
}

std::string text_of_lives(const std::vector<std::string>& lives) {
  std::string all;
  for (const std::string& life : lives) all += life + ' ';
  return all;
}

void put_newer(const SQLite::Database& db, const Sheet& sheet) {
  const std::string kind = kind_text(sheet.id.kind);
  // An older one tells what the kiosk knows of; what was said already stands.
  const int stands = run(db,
                         "UPDATE sheet SET known = ?1, laid = (SELECT starts + 1 FROM desk)"
                         " WHERE kind = ?2 AND period = ?3 AND life = ?4 AND revision >= ?1",
                         sheet.revision, kind, sheet.id.period, sheet.id.life);
  if (stands > 0) return;
  run(db,
      "INSERT INTO sheet (revision, kind, period, life, rows, state, zone, known, laid)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?1, (SELECT starts + 1 FROM desk))"
      " ON CONFLICT DO UPDATE SET revision = excluded.revision, rows = excluded.rows,"
      " state = excluded.state, zone = excluded.zone, known = excluded.known,"
      " laid = excluded.laid, refused = '', refused_with = ''",
      sheet.revision, kind, sheet.id.period, sheet.id.life, tray::text_of_rows(sheet.rows),
      state_text(sheet.state), sheet.zone);
  // They count together: what was set aside belongs to the sum that it says.
  run(db, "UPDATE sheet SET refused = '' WHERE kind = ? AND period = ? AND refused = ?", kind,
      sheet.id.period, std::string{kTakenBack});
}

/// A clock that was ahead said something of a period, and what staff took back says the contrary:
/// where the region has neither, there is nothing to wait for.
void set_aside_if_taken_back(const SQLite::Database& db, const std::string& kind,
                             const std::string& period) {
  SQLite::Statement row =
      query(db, "SELECT rows, state, acked, refused FROM sheet WHERE kind = ? AND period = ?", kind,
            period);
  SheetRows sum;
  bool says = false, contrary = kind == kind_text(SheetKind::kPeople);
  while (row.executeStep()) {
    const std::string refused = row.getColumn(3);
    if (row.getColumn(2).getInt64() != 0 || (refused != kClock && refused != kTakenBack)) return;
    const SheetRows rows = tray::rows_of_text(row.getColumn(0));
    const auto state = day_state_named(row.getColumn(1).getString());
    says |= !rows.empty() || state == DayState::kOpen;
    contrary |= state == DayState::kClosed;
    add(sum, rows);
  }
  if (says && contrary && sum.empty())
    run(db, "UPDATE sheet SET refused = ? WHERE kind = ? AND period = ?", std::string{kTakenBack},
        kind, period);
}

}  // namespace

Outbox::Outbox(const std::filesystem::path& file) : parts_(new Parts{tray::File{file}}) {}
Outbox::~Outbox() = default;

void Outbox::put(const std::vector<Sheet>& sheets) {
  // In portions: the courier waits for none of them longer than some 50 ms.
  constexpr std::size_t kPortion = 500;
  for (std::size_t from = 0; from < sheets.size(); from += kPortion) {
    parts_->file.change([&](SQLite::Database& db) {
      const std::size_t to = std::min(from + kPortion, sheets.size());
      for (std::size_t i = from; i < to; ++i) put_newer(db, sheets[i]);
    });
  }
}

void Outbox::set_lives(const std::vector<std::string>& lives) {
  parts_->file.with_database([&](SQLite::Database& db) {
    run(db, "UPDATE desk SET lives = ?1, starts = starts + 1, compared = NULL WHERE lives <> ?1",
        text_of_lives(lives));
  });
}

void Outbox::add_lives(const std::vector<std::string>& lives) {
  parts_->file.change([&](SQLite::Database& db) {
    // An outbox that was made anew does not hold the rest: it says nothing until the next start.
    run(db, "UPDATE desk SET lives = ? WHERE lives <> ''", text_of_lives(lives));
    // What was laid in since this start is no news of the next one.
    db.exec(
        "UPDATE sheet SET laid = (SELECT starts FROM desk) WHERE laid > (SELECT starts FROM desk)");
  });
}

std::vector<Sheet> Outbox::conflicts() {
  return parts_->file.with_database([](SQLite::Database& db) {
    SQLite::Statement row =
        query(db,
              "SELECT kind, period, life, revision, agreed FROM sheet"
              " WHERE acked < revision AND refused = ? ORDER BY kind, period, life",
              std::string{kConflict});
    std::vector<Sheet> sheets;
    while (row.executeStep()) {
      Sheet& sheet = sheets.emplace_back();
      sheet.id = id_of(row.getColumn(0), row.getColumn(1), row.getColumn(2));
      sheet.revision = row.getColumn(3);
      sheet.rows = tray::rows_of_text(row.getColumn(4));
    }
    return sheets;
  });
}

void Outbox::give_way(const std::vector<Sheet>& conflicts) {
  parts_->file.change([&](SQLite::Database& db) {
    for (const auto& [id, revision, rows, state, zone] : conflicts) {
      run(db,
          "UPDATE sheet SET rows = agreed, acked = revision, refused = '', refused_with = ''"
          " WHERE kind = ? AND period = ? AND life = ? AND revision = ? AND refused = ?",
          kind_text(id.kind), id.period, id.life, revision, std::string{kConflict});
    }
  });
}

void Outbox::ask_to_send() {
  parts_->file.with_database([](SQLite::Database& db) { db.exec("UPDATE desk SET send_now = 1"); });
}

bool Outbox::send_wish() {
  return parts_->file.with_database([](SQLite::Database& db) {
    return db.execAndGet("SELECT send_now FROM desk").getInt() != 0;
  });
}

void Outbox::forget_send_wish() {
  parts_->file.with_database(
      [](SQLite::Database& db) { db.exec("UPDATE desk SET send_now = 0 WHERE send_now = 1"); });
}

std::vector<Sheet> Outbox::pending(std::size_t limit, const std::string& with,
                                   const SheetId& after) {
  return parts_->file.with_database([&](SQLite::Database& db) {
    SQLite::Statement row = query(
        db,
        "SELECT kind, period, life, revision, rows, state, zone FROM sheet"
        " WHERE acked < revision AND (kind, period, life) > (?, ?, ?)"
        " AND (refused IN ('', 'clock') OR refused_with <> ?) AND refused <> 'taken back'"
        " ORDER BY kind, period, life LIMIT ?",
        kind_text(after.kind), after.period, after.life, with, static_cast<std::int64_t>(limit));
    std::vector<Sheet> sheets;
    while (row.executeStep()) {
      Sheet& sheet = sheets.emplace_back();
      sheet.id = id_of(row.getColumn(0), row.getColumn(1), row.getColumn(2));
      sheet.revision = row.getColumn(3);
      sheet.rows = tray::rows_of_text(row.getColumn(4));
      sheet.state = day_state_named(row.getColumn(5).getString());
      sheet.zone = row.getColumn(6).getString();
    }
    return sheets;
  });
}

bool Outbox::holds(const SheetId& id, std::int64_t revision) {
  return parts_->file.with_database([&](SQLite::Database& db) {
    return query(db,
                 "SELECT 1 FROM sheet WHERE kind = ? AND period = ? AND life = ? AND revision >= ?",
                 kind_text(id.kind), id.period, id.life, revision)
        .executeStep();
  });
}

void Outbox::acknowledge(const std::vector<sync::SheetAnswer>& answers, Instant at,
                         const std::string& with) {
  parts_->file.change([&](SQLite::Database& db) {
    bool taken = false;
    for (const sync::SheetAnswer& answer : answers) {
      const std::string kind = kind_text(answer.id.kind);
      const bool refused =
          answer.verdict == Verdict::kRefused || answer.verdict == Verdict::kConflict;
      if (refused) {
        const std::string why = answer.verdict == Verdict::kConflict ? kConflict : answer.why;
        // A newer one that was laid in meanwhile was not refused.
        run(db,
            "UPDATE sheet SET refused = ?, refused_with = ?"
            " WHERE kind = ? AND period = ? AND life = ? AND revision = ?",
            why.empty() ? std::string{"unknown"} : why, with, kind, answer.id.period,
            answer.id.life, answer.revision);
        if (why == kClock) set_aside_if_taken_back(db, kind, answer.id.period);
      } else {
        taken = true;
        if (answer.verdict != Verdict::kOlder) {
          run(db,
              "UPDATE sheet SET agreed = rows"
              " WHERE kind = ? AND period = ? AND life = ? AND revision = ?",
              kind, answer.id.period, answer.id.life, answer.revision);
        }
        run(db,
            "UPDATE sheet SET acked = max(acked, ?1), refused = '', refused_with = ''"
            " WHERE kind = ?2 AND period = ?3 AND life = ?4 AND revision >= ?1",
            answer.revision, kind, answer.id.period, answer.id.life);
      }
    }
    if (taken) run(db, "UPDATE desk SET last_sent = ?", at.ms);
  });
}

std::optional<sync::Catalogue> Outbox::catalogue() {
  return parts_->file.with_database([](SQLite::Database& db) {
    return sync::read_catalogue(db.execAndGet("SELECT catalogue FROM desk").getString());
  });
}

void Outbox::set_catalogue(const sync::Catalogue& catalogue) {
  parts_->file.with_database([&](SQLite::Database& db) {
    run(db, "UPDATE desk SET catalogue = ?", sync::write_catalogue(catalogue));
  });
}

void Outbox::set_trouble(std::string_view word) {
  parts_->file.with_database([&](SQLite::Database& db) {
    run(db, "UPDATE desk SET trouble = ?1 WHERE trouble <> ?1", std::string{word});
  });
}

void Outbox::set_skew(std::int64_t ms) {
  parts_->file.with_database(
      [&](SQLite::Database& db) { run(db, "UPDATE desk SET skew_ms = ?", ms); });
}

}  // namespace sveiki
