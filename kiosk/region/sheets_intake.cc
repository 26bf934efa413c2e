// SPDX-License-Identifier: EUPL-1.2
#include "region/sheets_intake.h"

#include "region/database_values.h"
#include "region/sheets.h"
#include "region/sheets_text.h"

namespace sveiki::region {
namespace {

using namespace std::chrono_literals;

constexpr const char* kHeld =
    "SELECT revision, state, zone, counts, delivery FROM sheet"
    " WHERE centre = $1 AND kind = $2 AND period = $3 AND life = $4";
constexpr const char* kWithdrawnLives =
    "SELECT life FROM withdrawn WHERE centre = $1 ORDER BY life";
constexpr const char* kKeepBody =
    "INSERT INTO delivery (id, what, device, received, body, signature)"
    " VALUES ($1, 'POST /v1/sheets', $2, $3, $4, $5)";
constexpr const char* kKeepSheet =
    "INSERT INTO sheet (centre, kind, period, life, revision, state, zone, counts, delivery)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    " ON CONFLICT (centre, kind, period, life) DO UPDATE SET revision = excluded.revision,"
    " state = excluded.state, zone = excluded.zone, counts = excluded.counts,"
    " delivery = excluded.delivery WHERE sheet.revision < excluded.revision";
constexpr const char* kKeepRecorder =
    "INSERT INTO recorder (centre, record) VALUES ($1, $2) ON CONFLICT DO NOTHING";
constexpr const char* kKeepCorrection =
    "INSERT INTO correction (centre, kind, period, at, delivery, replaced, counted)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
// Written for every delivery: a withdrawal writes the same rows, so that PostgreSQL lets neither
// pass over the other.
constexpr const char* kSeen =
    "UPDATE device SET last_seen = COALESCE($2, last_seen), skew_ms = COALESCE($3, skew_ms),"
    " uploads = uploads + $4 WHERE id = $1 RETURNING uploads";

std::string state_text(const Sheet& sheet) {
  return sheet.state ? std::string{day_state_name(*sheet.state)} : "";
}

std::set<std::string> centres_of(std::span<const Delivery> deliveries) {
  std::set<std::string> centres;
  for (const Delivery& delivery : deliveries) centres.insert(delivery.upload.centre);
  return centres;
}

/// More than a day after the period's last night.
bool is_late(const Period& period, Instant received) {
  const auto over = std::chrono::sys_time<Millis>{period.to.next().days()} + 4h;
  return received.ms > (over + 24h).time_since_epoch().count();
}

bool says_the_same(const Sheet& a, const Sheet& b) {
  return a.rows == b.rows && a.state == b.state;
}

}  // namespace

SheetIntake::SheetIntake(Database& db, std::span<const Delivery> deliveries)
    : db_(db),
      deliveries_(deliveries),
      centres_(centres_of(deliveries)),
      rules_(db, centres_),
      totals_(db),
      refused_(db) {
  read_held();
  read_withdrawn();
  refused_.read(centres_);
}

std::vector<Taken> SheetIntake::run() {
  std::vector<Taken> taken;
  for (const Delivery& delivery : deliveries_) {
    const std::string& centre = delivery.upload.centre;
    const std::string id = new_delivery_id(delivery.received);
    reported_before_.clear();
    bool keep = false;
    auto& answer = taken.emplace_back().sheets;
    for (const Sheet& sheet : delivery.upload.sheets) {
      const std::string_view why = rules_.refusal(centre, sheet, delivery.received);
      const Verdict verdict = why.empty() ? take(delivery, id, sheet) : Verdict::kRefused;
      keep |= verdict == Verdict::kStored;
      answer.push_back({sheet.id, sheet.revision, verdict, std::string{why}});
      note_refusal(delivery, sheet, answer.back());
    }
    if (keep)
      bodies_.push_back({id, delivery.upload.device, delivery.received.ms, delivery.body,
                         sync::text_of(delivery.signature)});
    Values& seen = devices_[delivery.upload.device];
    if (seen.empty()) seen = {delivery.upload.device, {}, {}, std::int64_t{0}};
    if (!delivery.carried) {
      seen[1] = delivery.received.ms;
      seen[2] = (delivery.upload.sent_at - delivery.received).count();
    }
    seen[3] = number(seen[3]) + 1;
  }
  write();
  count_uploads(taken);
  return taken;
}

void SheetIntake::read_held() {
  std::set<Totals::Key> totals;
  for (const Delivery& delivery : deliveries_) {
    for (const Sheet& sheet : delivery.upload.sheets) {
      const std::string& centre = delivery.upload.centre;
      held_.try_emplace({centre, sheet.id});
      totals.insert(Totals::key_of(centre, sheet.id.kind, sheet.id.period));
    }
  }
  std::vector<Values> asked;
  for (const auto& [key, held] : held_)
    asked.push_back({key.first, std::string{sheet_kind_name(key.second.kind)}, key.second.period,
                     key.second.life});
  const auto answers = db_.query_each(kHeld, asked);
  auto answer = answers.begin();
  for (auto& [key, held] : held_) {
    if (!answer->empty()) {
      const Values& row = answer->front();
      held.sheet = Sheet{key.second, number(row[0]), read_rows(text(row[3])),
                         day_state_named(text(row[1])), text(row[2])};
      held.delivery = text(row[4]);
    }
    ++answer;
  }
  totals_.read(totals);
}

void SheetIntake::read_withdrawn() {
  std::vector<Values> asked;
  for (const std::string& centre : centres_) asked.push_back({centre});
  const auto answers = db_.query_each(kWithdrawnLives, asked);
  auto answer = answers.begin();
  for (const std::string& centre : centres_)
    for (const Values& row : *answer++) withdrawn_.emplace(centre, text(row[0]));
}

void SheetIntake::note_refusal(const Delivery& delivery, const Sheet& sheet,
                               const sync::SheetAnswer& answer) {
  const std::string& centre = delivery.upload.centre;
  if (answer.verdict == Verdict::kStored) refused_.settle(centre, sheet);
  // Something later stands already.
  const auto& held = held_.at({centre, sheet.id}).sheet;
  const bool refused =
      answer.verdict == Verdict::kRefused && !(held && held->revision >= sheet.revision);
  if (refused || answer.verdict == Verdict::kConflict)
    refused_.note(centre, sheet, answer.why, delivery.received);
}

Verdict SheetIntake::take(const Delivery& delivery, const std::string& delivery_id,
                          const Sheet& sheet) {
  Held& held = held_.at({delivery.upload.centre, sheet.id});
  const Verdict verdict = join(held.sheet ? &*held.sheet : nullptr, sheet);
  if (verdict != Verdict::kStored) return verdict;
  count(delivery, delivery_id, sheet, held);
  if (!held.sheet && sheet.id.kind == SheetKind::kPeople)
    recorders_.emplace(delivery.upload.centre, sheet.id.life.substr(0, kRecordDigits));
  // What says the same again is proved by what said it first, and was known since then.
  held = {sheet, held.sheet && says_the_same(*held.sheet, sheet) ? held.delivery : delivery_id,
          true};
  return verdict;
}

void SheetIntake::count(const Delivery& delivery, const std::string& delivery_id,
                        const Sheet& sheet, const Held& held) {
  const std::string& centre = delivery.upload.centre;
  const bool is_day = sheet.id.kind == SheetKind::kDay;
  if (withdrawn_.contains({centre, sheet.id.life})) {
    if (is_day) mark_anew_.emplace(centre, sheet.id.period);
    if (held.sheet && !says_the_same(*held.sheet, sheet))
      keep_correction(delivery, delivery_id, sheet, held, Counted::kNo);
    return;
  }
  note_correction(delivery, delivery_id, sheet, held);
  totals_.change(Totals::key_of(centre, sheet.id.kind, sheet.id.period),
                 held.sheet ? held.sheet->rows : SheetRows{}, sheet.rows);
  if (!is_day) return;
  // Only one that is not open leaves it to the other lives to say.
  if (sheet.state == DayState::kOpen) {
    totals_.set_mark(centre, sheet.id.period, kOpen);
  } else {
    mark_anew_.emplace(centre, sheet.id.period);
  }
}

void SheetIntake::note_correction(const Delivery& delivery, const std::string& delivery_id,
                                  const Sheet& sheet, const Held& held) {
  const std::string& centre = delivery.upload.centre;
  SheetId any_life = sheet.id;
  any_life.life.clear();
  // What comes in one delivery is one report, of however many lives.
  const auto [reported, first] = reported_before_.try_emplace({centre, any_life});
  if (first) reported->second = held.sheet || is_reported(centre, sheet.id);
  const bool same = held.sheet ? says_the_same(*held.sheet, sheet) : sheet.rows.empty();
  if (reported->second && !same) keep_correction(delivery, delivery_id, sheet, held, Counted::kYes);
}

void SheetIntake::keep_correction(const Delivery& delivery, const std::string& delivery_id,
                                  const Sheet& sheet, const Held& held, Counted counted) {
  if (!is_late(rules_.period(sheet.id.kind, sheet.id.period).value(), delivery.received)) return;
  corrections_.push_back({delivery.upload.centre, std::string{sheet_kind_name(sheet.id.kind)},
                          sheet.id.period, delivery.received.ms, delivery_id,
                          held.sheet ? Value{held.delivery} : Value{},
                          std::int64_t{counted == Counted::kYes}});
}

bool SheetIntake::is_reported(const std::string& centre, const SheetId& id) {
  if (id.kind == SheetKind::kPeople)
    return !totals_.rows(Totals::key_of(centre, id.kind, id.period)).empty();
  return totals_.mark(centre, id.period) != kNotReported;
}

void SheetIntake::write() {
  std::vector<Values> sheets;
  for (const auto& [key, held] : held_) {
    if (!held.fresh) continue;
    const auto& [centre, id] = key;
    sheets.push_back({centre, std::string{sheet_kind_name(id.kind)}, id.period, id.life,
                      held.sheet->revision, state_text(*held.sheet), held.sheet->zone,
                      write_rows(held.sheet->rows), held.delivery});
  }
  if (!sheets.empty()) {
    db_.run_each(kKeepBody, bodies_);
    db_.run_each(kKeepSheet, sheets);
    db_.run_each(kKeepCorrection, corrections_);
    std::vector<Values> recorders;
    for (const auto& [centre, record] : recorders_) recorders.push_back({centre, record});
    db_.run_each(kKeepRecorder, recorders);
    totals_.mark_anew(mark_anew_);
    totals_.write();
  }
  refused_.write();
}

void SheetIntake::count_uploads(std::vector<Taken>& taken) {
  std::vector<Values> seen;
  for (const auto& [device, values] : devices_) seen.push_back(values);
  const auto counted = db_.query_each(kSeen, seen);
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const auto device = devices_.find(deliveries_[i].upload.device);
    const auto& rows = counted[static_cast<std::size_t>(std::distance(devices_.begin(), device))];
    if (!rows.empty()) taken[i].uploads = number(rows[0][0]);
  }
}

}  // namespace sveiki::region
