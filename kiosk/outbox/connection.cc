// SPDX-License-Identifier: EUPL-1.2
// Which region this computer belongs to, and what staff read of it all.
#include "outbox/parts.h"

namespace sveiki {

using tray::instant_at;
using tray::query;
using tray::run;

void Outbox::ask_to_enrol(const EnrolWish& wish) {
  parts_->file.with_database([&](SQLite::Database& db) {
    run(db, "UPDATE desk SET wish_region = ?, wish_code = ?, enrol_refused = ''", wish.region,
        wish.code);
  });
}

std::optional<Outbox::EnrolWish> Outbox::enrol_wish() {
  return parts_->file.with_database([](SQLite::Database& db) -> std::optional<EnrolWish> {
    SQLite::Statement row =
        query(db, "SELECT wish_region, wish_code FROM desk WHERE wish_code <> ''");
    if (!row.executeStep()) return std::nullopt;
    return EnrolWish{row.getColumn(0), row.getColumn(1)};
  });
}

void Outbox::set_device(const Device& device) {
  parts_->file.change([&](SQLite::Database& db) {
    // Another region, or another centre in it, has nothing of this yet.
    const int moved =
        run(db, "UPDATE desk SET centre = ?1, region = ?2 WHERE centre <> ?1 OR region <> ?2",
            device.centre, device.region);
    if (moved > 0) {
      db.exec("UPDATE sheet SET acked = 0, agreed = '[]', refused = '', refused_with = ''");
      db.exec("DELETE FROM gap");
      db.exec("UPDATE desk SET compared = NULL, catalogue = ''");
    }
    run(db,
        "UPDATE desk SET uploads = CASE device WHEN ?1 THEN uploads ELSE 0 END, device = ?1,"
        " collector = ?2, wish_region = '', wish_code = '', enrol_refused = ''",
        device.device, device.collector);
  });
}

void Outbox::set_collector(const Collector& collector) {
  parts_->file.with_database([&](SQLite::Database& db) {
    run(db,
        "UPDATE desk SET compared = CASE WHEN collector <> ?1 OR uploads >= ?2 THEN NULL"
        " ELSE compared END, collector = ?1, uploads = ?2",
        collector.id, collector.uploads);
  });
}

Outbox::Collector Outbox::collector() {
  return parts_->file.with_database([](SQLite::Database& db) {
    SQLite::Statement row = query(db, "SELECT collector, uploads FROM desk");
    row.executeStep();
    return Collector{row.getColumn(0), row.getColumn(1)};
  });
}

void Outbox::set_enrol_refused(std::string_view why) {
  parts_->file.with_database([&](SQLite::Database& db) {
    run(db, "UPDATE desk SET wish_region = '', wish_code = '', enrol_refused = ?",
        std::string{why});
  });
}

std::optional<Outbox::Device> Outbox::device() {
  return parts_->file.with_database([](SQLite::Database& db) -> std::optional<Device> {
    SQLite::Statement row =
        query(db, "SELECT region, device, centre, collector FROM desk WHERE device <> ''");
    if (!row.executeStep()) return std::nullopt;
    return Device{row.getColumn(0), row.getColumn(1), row.getColumn(2), row.getColumn(3)};
  });
}

Outbox::State Outbox::state() {
  State state;
  state.device = device();
  parts_->file.with_database([&](SQLite::Database& db) {
    SQLite::Statement desk =
        query(db,
              "SELECT enrol_refused, last_sent, trouble, skew_ms,"
              " (SELECT count(*) FROM sheet WHERE acked < revision AND refused = '') FROM desk");
    desk.executeStep();
    state.enrol_refused = desk.getColumn(0).getString();
    state.last_sent = instant_at(desk.getColumn(1));
    state.trouble = desk.getColumn(2).getString();
    state.skew_ms = desk.getColumn(3);
    state.pending = desk.getColumn(4);

    // That a day which is still to come will be closed is no trouble.
    SQLite::Statement refused =
        query(db,
              "SELECT life, kind, period, refused FROM sheet"
              " WHERE acked < revision AND refused NOT IN ('', 'taken back')"
              " AND NOT (refused = 'clock' AND state = 'closed' AND rows = '[]')"
              " ORDER BY kind, period, life");
    while (refused.executeStep()) {
      state.refused.push_back(
          {{refused.getColumn(0), sheet_kind_named(refused.getColumn(1).getString()).value(),
            refused.getColumn(2)},
           refused.getColumn(3)});
    }

    SQLite::Statement gap = query(
        db, "SELECT life, period, grew FROM gap WHERE settled = '' ORDER BY life, kind, period");
    while (gap.executeStep()) {
      const std::string life = gap.getColumn(0);
      if (state.gaps.empty() || state.gaps.back().life != life)
        state.gaps.push_back({life, {}, false});
      state.gaps.back().periods.push_back(gap.getColumn(1));
      state.gaps.back().grows |= gap.getColumn(2).getInt() != 0;
    }
  });
  return state;
}

}  // namespace sveiki
