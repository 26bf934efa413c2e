// SPDX-License-Identifier: EUPL-1.2
#include "region/sheets.h"

#include <set>

#include "base/id.h"
#include "domain/period.h"
#include "region/database_values.h"
#include "region/log.h"
#include "region/month_entry.h"
#include "region/places.h"
#include "region/refused_sheets.h"
#include "region/sheets_intake.h"
#include "region/sheets_text.h"

namespace sveiki::region {
namespace {

/// Those of them that the region does not know as withdrawn.
std::vector<std::string> still_counted(Database& db, const sync::Withdrawal& withdrawal) {
  std::vector<std::string> lives;
  for (const std::string& life : withdrawal.lives)
    if (db.query("SELECT life FROM withdrawn WHERE centre = $1 AND life = $2",
                 {withdrawal.centre, life})
            .empty())
      lives.push_back(life);
  return lives;
}

/// Takes all that these lives counted out of the totals, and marks their days.
void uncount(Database& db, const std::string& centre, const std::vector<std::string>& lives) {
  std::vector<Values> asked;
  for (const std::string& life : lives) asked.push_back({centre, life});
  std::vector<std::pair<Totals::Key, SheetRows>> counted;
  std::set<Totals::Key> keys;
  std::set<std::pair<std::string, std::string>> days;
  for (const auto& sheets : db.query_each("SELECT kind, period, counts FROM sheet"
                                          " WHERE centre = $1 AND life = $2 ORDER BY kind, period",
                                          asked)) {
    for (const Values& row : sheets) {
      const SheetKind kind = sheet_kind_named(text(row[0])).value();
      if (kind == SheetKind::kDay) days.emplace(centre, text(row[1]));
      counted.emplace_back(Totals::key_of(centre, kind, text(row[1])), read_rows(text(row[2])));
      keys.insert(counted.back().first);
    }
  }
  Totals totals(db);
  totals.read(keys);
  for (const auto& [key, rows] : counted) totals.change(key, rows, {});
  totals.mark_anew(days);
  totals.write();
}

}  // namespace

SheetRows entered_rows(SheetKind kind, const RowValues& values) {
  SheetRows rows;
  RowValues& total = rows[{'T', ""}];
  if (kind == SheetKind::kDay) {
    total = values;
    total[kPeople] = 0;
  } else {
    total[kN] = values[kPeople];
    total[kPeopleNewcomers] = values[kNewcomers];
  }
  return rows;
}

std::string new_delivery_id(Instant received) {
  return std::to_string(received.ms) + "-" + random_life();
}

std::vector<Taken> Sheets::store(std::span<const Delivery> deliveries) {
  return SheetIntake(db_, deliveries).run();
}

void Sheets::withdraw(const sync::Withdrawal& withdrawal, const std::string& body,
                      const sync::Signature& signature, Instant now) {
  // Every store() of the centre writes one of these rows, too: PostgreSQL lets one of both wait.
  if (db_.run_each("UPDATE device SET skew_ms = skew_ms WHERE centre = $1",
                   {{withdrawal.centre}}) == 0)
    throw Refusal("there is no device of " + withdrawal.centre);
  const auto lives = still_counted(db_, withdrawal);
  if (lives.empty()) return;
  const std::string delivery = new_delivery_id(now);
  db_.query(
      "INSERT INTO delivery (id, what, device, received, body, signature)"
      " VALUES ($1, 'POST /v1/withdraw', $2, $3, $4, $5)",
      {delivery, withdrawal.device, now.ms, body, sync::text_of(signature)});
  std::vector<Values> rows;
  for (const std::string& life : lives) rows.push_back({withdrawal.centre, life, delivery});
  db_.run_each("INSERT INTO withdrawn (centre, life, delivery) VALUES ($1, $2, $3)", rows);
  settle_lives(db_, withdrawal.centre, lives);
  uncount(db_, withdrawal.centre, lives);
  write_log(db_, withdrawal.device,
            {msg("Withdrew lives of {centre}: {lives}."),
             {{"centre", withdrawal.centre}, {"lives", std::to_string(lives.size())}}},
            now);
}

void Sheets::enter_month(const std::string& centre, const std::string& month,
                         const RowValues& values, std::string_view by, Instant now,
                         bool added_to_kiosk) {
  if (!month_named(month)) throw Refusal("\"" + month + "\" is not a month, as 2026-11 is");
  if (Places(db_).last_row(centre).kind == Place::Kind::kOrganisation)
    throw Refusal(centre + " is an organisation, not a centre");
  for (const std::int64_t value : values)
    if (value < 0) throw Refusal("a count cannot be less than nothing");
  if (const auto fault = entry_fault(centre, month, values, now)) throw Refusal(in_english(*fault));
  if (!added_to_kiosk && kiosk_told(centre, month))
    throw Refusal(
        "The kiosk has told days of this month. What you enter is added to them: say "
        "--added-to-kiosk if they are to be added up.");
  const auto held = db_.query(
      "SELECT revision, counts FROM month_entry WHERE centre = $1 AND month = $2"
      " ORDER BY revision DESC LIMIT 1",
      {centre, month});
  const RowValues before = held.empty() ? RowValues{} : read_rows(text(held[0][1])).at({'T', ""});
  const std::int64_t revision = held.empty() ? 1 : number(held[0][0]) + 1;
  db_.query(
      "INSERT INTO month_entry (centre, month, revision, counts, by, at)"
      " VALUES ($1, $2, $3, $4, $5, $6)",
      {centre, month, revision, write_rows({{RowKey{'T', ""}, values}}), std::string{by}, now.ms});
  Totals totals(db_);
  for (const SheetKind kind : {SheetKind::kDay, SheetKind::kPeople}) {
    const auto key = Totals::key_of(centre, kind, month);
    totals.read({key});
    totals.change(key, entered_rows(kind, before), entered_rows(kind, values));
  }
  totals.write();
  write_log(db_, by,
            {msg("Entered {month} of {centre} by hand, revision {revision}."),
             {{"month", month}, {"centre", centre}, {"revision", std::to_string(revision)}}},
            now);
}

std::optional<EntryFault> Sheets::entry_fault(const std::string& centre, const std::string& month,
                                              const RowValues& values, Instant now) {
  const Period days = calendar_period(month).value();
  const auto fault =
      fault_in_time(centre, month, Places(db_).standing(days.from, days.to), day_of(now));
  return fault ? fault : fault_in(values);
}

bool Sheets::kiosk_told(const std::string& centre, const std::string& month) {
  const auto key = Totals::key_of(centre, SheetKind::kDay, month);
  const auto held =
      db_.query("SELECT days FROM total WHERE kind = $1 AND period = $2 AND centre = $3",
                {key.kind, key.period, key.centre});
  return !held.empty() && !(days_marked(month, text(held[0][0]), kOpen).empty() &&
                            days_marked(month, text(held[0][0]), kClosed).empty());
}

std::vector<sync::IndexEntry> Sheets::index(const std::string& centre) {
  std::vector<sync::IndexEntry> entries;
  for (const Values& row :
       db_.query("SELECT s.life, s.kind, s.period, s.revision,"
                 " CASE WHEN w.life IS NULL THEN 0 ELSE 1 END FROM sheet s"
                 " LEFT JOIN withdrawn w ON w.centre = s.centre AND w.life = s.life"
                 " WHERE s.centre = $1 ORDER BY s.life, s.kind, s.period",
                 {centre}))
    entries.push_back({{text(row[0]), sheet_kind_named(text(row[1])).value(), text(row[2])},
                       number(row[3]),
                       number(row[4]) != 0});
  return entries;
}

}  // namespace sveiki::region
