// SPDX-License-Identifier: EUPL-1.2
#include "region/schema.h"

#include <array>
#include <span>

#include "base/id.h"
#include "region/database_values.h"

namespace sveiki::region {
namespace {

// `at` and its like are UTC milliseconds, days are YYYYMMDD, periods and months as domain/period.h
// names them; keys, signatures and hashes are base64.
constexpr std::array kVersion1{
    // The random id of this database: one row.
    "CREATE TABLE collector (one BIGINT PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL)",

    // A place as it stood from one day to another. A change is a new row; only to_day and
    // successor of the row before are set.
    "CREATE TABLE place (id TEXT NOT NULL, version BIGINT NOT NULL, kind BIGINT NOT NULL,"
    " parent TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, zone TEXT NOT NULL,"
    " kiosk BIGINT NOT NULL, from_day BIGINT NOT NULL, to_day BIGINT, successor TEXT NOT NULL,"
    " PRIMARY KEY (id, version))",

    "CREATE TABLE device (id TEXT PRIMARY KEY, centre TEXT NOT NULL, public_key TEXT NOT NULL,"
    " enrolled BIGINT NOT NULL, revoked BIGINT, last_seen BIGINT, skew_ms BIGINT NOT NULL)",
    "CREATE INDEX device_of_centre ON device (centre)",
    // device: the one that used it.
    "CREATE TABLE code (hash TEXT PRIMARY KEY, centre TEXT NOT NULL, expires BIGINT NOT NULL,"
    " device TEXT)",
    "CREATE TABLE wrong_try (address TEXT NOT NULL, at BIGINT NOT NULL)",
    "CREATE INDEX wrong_try_of_address ON wrong_try (address, at)",

    "CREATE TABLE activity (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE)",
    "CREATE TABLE indicator (period TEXT NOT NULL, version BIGINT NOT NULL, name TEXT NOT NULL,"
    " from_day BIGINT NOT NULL, to_day BIGINT NOT NULL, target BIGINT NOT NULL,"
    " due BIGINT NOT NULL, PRIMARY KEY (period, version))",

    // Signed bodies as they came: the evidence. The id grows with the time of arrival.
    "CREATE TABLE delivery (id TEXT PRIMARY KEY, what TEXT NOT NULL, device TEXT NOT NULL,"
    " received BIGINT NOT NULL, body TEXT NOT NULL, signature TEXT NOT NULL)",
    // The sheets that stand: the highest revision of each.
    "CREATE TABLE sheet (centre TEXT NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL,"
    " life TEXT NOT NULL, revision BIGINT NOT NULL, state TEXT NOT NULL, zone TEXT NOT NULL,"
    " counts TEXT NOT NULL, delivery TEXT NOT NULL, PRIMARY KEY (centre, kind, period, life))",
    "CREATE TABLE withdrawn (centre TEXT NOT NULL, life TEXT NOT NULL, delivery TEXT NOT NULL,"
    " PRIMARY KEY (centre, life))",
    // A period's counts changed after it was over and reported. replaced: the delivery of the sheet
    // that stood before, if it was the same life's.
    "CREATE TABLE correction (centre TEXT NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL,"
    " at BIGINT NOT NULL, delivery TEXT NOT NULL, replaced TEXT)",
    "CREATE INDEX correction_of_period ON correction (kind, period)",
    "CREATE INDEX correction_at ON correction (at)",
    // Months as somebody counted them: the highest revision stands.
    "CREATE TABLE month_entry (centre TEXT NOT NULL, month TEXT NOT NULL, revision BIGINT NOT NULL,"
    " counts TEXT NOT NULL, by TEXT NOT NULL, at BIGINT NOT NULL,"
    " PRIMARY KEY (centre, month, revision))",
    // Kept up with every sheet and entry. kind day: a month of day sheets, with a mark for each of
    // its days; kind people: a people period.
    "CREATE TABLE total (kind TEXT NOT NULL, period TEXT NOT NULL, centre TEXT NOT NULL,"
    " counts TEXT NOT NULL, days TEXT NOT NULL, PRIMARY KEY (kind, period, centre))",
    "CREATE INDEX total_of_centre ON total (centre)",

    "CREATE TABLE login (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role BIGINT NOT NULL,"
    " organisation TEXT NOT NULL, password_hash TEXT NOT NULL, disabled BIGINT NOT NULL)",
    // hash: of what the browser holds.
    "CREATE TABLE session (hash TEXT PRIMARY KEY, login TEXT NOT NULL, begun BIGINT NOT NULL,"
    " seen BIGINT NOT NULL)",
    "CREATE TABLE audit (at BIGINT NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL)",
    "CREATE INDEX audit_at ON audit (at)",
};

constexpr std::array kVersion2{
    // Reports as they were given to a funder, written once. report: JSON.
    "CREATE TABLE submission (id TEXT PRIMARY KEY, name TEXT NOT NULL, from_month TEXT NOT NULL,"
    " to_month TEXT NOT NULL, at BIGINT NOT NULL, by TEXT NOT NULL, sha256 TEXT NOT NULL,"
    " report TEXT NOT NULL)",
    // The newest refusal of each sheet that nothing has settled since.
    "CREATE TABLE refused_sheet (centre TEXT NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL,"
    " life TEXT NOT NULL, revision BIGINT NOT NULL, why TEXT NOT NULL, at BIGINT NOT NULL,"
    " PRIMARY KEY (centre, kind, period, life))",
};

constexpr std::array kVersion3{
    // How many a device has sent: where it falls, the database was put back to a backup.
    "ALTER TABLE device ADD COLUMN uploads BIGINT NOT NULL DEFAULT 0",
    // language: "lv", "lt", "en". Where there is none the activity's code stands.
    "CREATE TABLE activity_name (activity TEXT NOT NULL, language TEXT NOT NULL,"
    " name TEXT NOT NULL, PRIMARY KEY (activity, language))",
    // What retention asks of each device, and of its centre.
    "CREATE INDEX delivery_of_device ON delivery (device, received)",
    "CREATE INDEX correction_of_centre ON correction (centre)",
};

constexpr std::array kVersion4{
    // gaps: JSON, what stands in each {gap} of the sentence `what`.
    "ALTER TABLE audit ADD COLUMN gaps TEXT NOT NULL DEFAULT '{}'",
};

constexpr std::array kVersion5{
    // Whose people sheets there are, of each centre: two records may have counted the same people.
    "CREATE TABLE recorder (centre TEXT NOT NULL, record TEXT NOT NULL,"
    " PRIMARY KEY (centre, record))",
    "INSERT INTO recorder (centre, record) SELECT DISTINCT centre, substr(life, 1, 8) FROM sheet"
    " WHERE kind = 'people'",
    // counted: 0 of a life that was withdrawn before. No count changed, but open data may have told
    // of what it replaced.
    "ALTER TABLE correction ADD COLUMN counted BIGINT NOT NULL DEFAULT 1",
};

constexpr std::array kVersion6{
    // Days of a life that the centre's record has lost, as the centre said last.
    "CREATE TABLE gap (centre TEXT NOT NULL, life TEXT NOT NULL, day TEXT NOT NULL,"
    " settled BIGINT NOT NULL, PRIMARY KEY (centre, life, day))",
};

constexpr std::array<std::span<const char* const>, 6> kMigrations{kVersion1, kVersion2, kVersion3,
                                                                  kVersion4, kVersion5, kVersion6};

}  // namespace

void migrate(Database& db) {
  db.transaction([&] {
    db.query("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)");
    const auto held = db.query("SELECT version FROM schema_version");
    const std::size_t version = held.empty() ? 0 : static_cast<std::size_t>(number(held[0][0]));
    if (version > kMigrations.size())
      throw std::runtime_error("the database is of version " + std::to_string(version) +
                               ", and this program knows up to " +
                               std::to_string(kMigrations.size()) + ": update this program");
    if (version == kMigrations.size()) return;
    for (const auto& migration : std::span{kMigrations}.subspan(version))
      for (const char* statement : migration) db.query(statement);
    db.query("DELETE FROM schema_version");
    db.query("INSERT INTO schema_version (version) VALUES ($1)",
             {static_cast<std::int64_t>(kMigrations.size())});
    if (version == 0) db.query("INSERT INTO collector (one, id) VALUES (1, $1)", {random_life()});
  });
}

}  // namespace sveiki::region
