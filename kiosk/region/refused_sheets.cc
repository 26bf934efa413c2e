// SPDX-License-Identifier: EUPL-1.2
#include "region/refused_sheets.h"

#include "region/database_values.h"

namespace sveiki::region {
namespace {

constexpr const char* kOfCentre =
    "SELECT centre, kind, period, life, revision, why, at FROM refused_sheet WHERE centre = $1"
    " ORDER BY kind, period, life";
// A kiosk sends days in the future with every upload: one that it does not repeat was taken back.
constexpr const char* kAll =
    "SELECT centre, kind, period, life, revision, why, at FROM refused_sheet"
    " WHERE why <> 'clock' OR at >= $1 + (SELECT COALESCE(MAX(last_seen), 0) FROM device"
    "  WHERE device.centre = refused_sheet.centre)"
    " ORDER BY centre, why, kind, period, life";
constexpr std::int64_t kRepeatedWithinMs = 24 * 60 * 60 * 1000;
constexpr const char* kKeep =
    "INSERT INTO refused_sheet (centre, kind, period, life, revision, why, at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
    " ON CONFLICT (centre, kind, period, life) DO UPDATE SET revision = excluded.revision,"
    " why = excluded.why, at = excluded.at";
constexpr const char* kForget =
    "DELETE FROM refused_sheet WHERE centre = $1 AND kind = $2 AND period = $3 AND life = $4";
constexpr const char* kForgetLife = "DELETE FROM refused_sheet WHERE centre = $1 AND life = $2";

constexpr std::string_view kConflict = "conflict";

RefusedSheet refused(const Values& row) {
  return {text(row[0]),
          {text(row[3]), sheet_kind_named(text(row[1])).value(), text(row[2])},
          number(row[4]),
          text(row[5]),
          instant(row[6])};
}

}  // namespace

RefusedSheets::Key RefusedSheets::key_of(const std::string& centre, const SheetId& id) {
  return {centre, std::string{sheet_kind_name(id.kind)}, id.period, id.life};
}

void RefusedSheets::read(const std::set<std::string>& centres) {
  std::vector<Values> asked;
  for (const std::string& centre : centres) asked.push_back({centre});
  for (const auto& rows : db_.query_each(kOfCentre, asked)) {
    for (const Values& row : rows) {
      RefusedSheet sheet = refused(row);
      const Key key = key_of(sheet.centre, sheet.id);
      held_[key].sheet = std::move(sheet);
    }
  }
}

void RefusedSheets::note(const std::string& centre, const Sheet& sheet, std::string_view why,
                         Instant at) {
  Held& held = held_[key_of(centre, sheet.id)];
  if (held.sheet && held.sheet->revision > sheet.revision) return;
  held = {RefusedSheet{centre, sheet.id, sheet.revision, std::string{why.empty() ? kConflict : why},
                       at},
          true};
}

void RefusedSheets::settle(const std::string& centre, const Sheet& stored) {
  SheetId any_life = stored.id;
  any_life.life.clear();
  const Key first = key_of(centre, any_life);
  const auto same_period = [&](const Key& key) {
    return std::equal(first.begin(), first.end() - 1, key.begin());
  };
  for (auto at = held_.lower_bound(first); at != held_.end() && same_period(at->first); ++at) {
    auto& [sheet, fresh] = at->second;
    if (!sheet) continue;
    const bool settled =
        sheet->id == stored.id ? sheet->revision <= stored.revision : sheet->why == kConflict;
    if (!settled) continue;
    sheet.reset();
    fresh = true;
  }
}

void RefusedSheets::write() {
  std::vector<Values> kept, forgotten;
  for (const auto& [key, held] : held_) {
    if (!held.fresh) continue;
    Values row(key.begin(), key.end());
    if (!held.sheet) {
      forgotten.push_back(std::move(row));
      continue;
    }
    row.insert(row.end(), {held.sheet->revision, held.sheet->why, held.sheet->at.ms});
    kept.push_back(std::move(row));
  }
  if (!kept.empty()) db_.run_each(kKeep, kept);
  if (!forgotten.empty()) db_.run_each(kForget, forgotten);
}

void settle_lives(Database& db, const std::string& centre, const std::vector<std::string>& lives) {
  std::vector<Values> rows;
  for (const std::string& life : lives) rows.push_back({centre, life});
  db.run_each(kForgetLife, rows);
}

std::vector<RefusedSheet> list_refused(Database& db) {
  std::vector<RefusedSheet> sheets;
  for (const Values& row : db.query(kAll, {-kRepeatedWithinMs})) sheets.push_back(refused(row));
  return sheets;
}

}  // namespace sveiki::region
