// SPDX-License-Identifier: EUPL-1.2
#include "outbox/file.h"

#include <sqlite3.h>
#include <sys/stat.h>

namespace sveiki::tray {
namespace {

namespace fs = std::filesystem;

// "Svek": no other database, the centre's own among them, is ever taken for an outbox.
constexpr int kApplicationId = 0x5376656b;
constexpr int kVersion = 5;

// Transactions here take milliseconds; a person may be waiting behind the clerk.
constexpr int kBusyTimeoutMs = 500;

// A revision is what the kiosk said last, also where an older one was put after it: `known` is what
// its database holds, `laid` counts the kiosk's starts. A day is a civil day, `at` milliseconds.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE desk (
  one           INTEGER PRIMARY KEY CHECK (one = 1),
  region        TEXT    NOT NULL DEFAULT '',
  device        TEXT    NOT NULL DEFAULT '',
  centre        TEXT    NOT NULL DEFAULT '',
  collector     TEXT    NOT NULL DEFAULT '',
  wish_region   TEXT    NOT NULL DEFAULT '',
  wish_code     TEXT    NOT NULL DEFAULT '',
  enrol_refused TEXT    NOT NULL DEFAULT '',
  catalogue     TEXT    NOT NULL DEFAULT '',
  lives         TEXT    NOT NULL DEFAULT '',
  starts        INTEGER NOT NULL DEFAULT 0,
  compared      INTEGER,
  last_sent     INTEGER,
  trouble       TEXT    NOT NULL DEFAULT '',
  skew_ms       INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO desk (one) VALUES (1);

CREATE TABLE sheet (
  kind         TEXT    NOT NULL CHECK (kind IN ('day', 'people')),
  period       TEXT    NOT NULL,
  life         TEXT    NOT NULL,
  revision     INTEGER NOT NULL,
  rows         TEXT    NOT NULL,
  state        TEXT    NOT NULL,
  zone         TEXT    NOT NULL,
  known        INTEGER NOT NULL,
  laid         INTEGER NOT NULL,
  acked        INTEGER NOT NULL DEFAULT 0,
  refused      TEXT    NOT NULL DEFAULT '',
  refused_with TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (kind, period, life)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_pending ON sheet (kind, period, life) WHERE acked < revision;

-- What the region has and the kiosk has not; settled is '', 'keep', 'withdraw', or 'known' where
-- the kiosk has it again.
CREATE TABLE gap (
  life     TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  period   TEXT    NOT NULL,
  revision INTEGER NOT NULL,
  settled  TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (life, kind, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawal (
  life      TEXT    PRIMARY KEY,
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;
)sql";

// uploads: of this device that the collector has seen. grew: the region has more of it than the
// last time, so another computer goes on with it.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE desk ADD COLUMN uploads INTEGER NOT NULL DEFAULT 0;
ALTER TABLE gap ADD COLUMN grew INTEGER NOT NULL DEFAULT 0 CHECK (grew IN (0, 1));
)sql";

// send_now: the kiosk says that it should not wait for its time.
constexpr const char* kVersion3 = R"sql(
ALTER TABLE desk ADD COLUMN send_now INTEGER NOT NULL DEFAULT 0 CHECK (send_now IN (0, 1));
)sql";

// agreed: rows of the last revision that the region took as it was said here.
constexpr const char* kVersion4 = R"sql(
ALTER TABLE sheet ADD COLUMN agreed TEXT NOT NULL DEFAULT '[]';
UPDATE sheet SET agreed = rows WHERE acked = revision;
)sql";

// told: the region knows of the day as it stands here.
constexpr const char* kVersion5 = R"sql(
ALTER TABLE gap ADD COLUMN told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1));
)sql";

int number(SQLite::Database& db, const char* sql) {
  return db.execAndGet(sql).getInt();
}

ino_t inode_of(const fs::path& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 ? found.st_ino : 0;
}

// Kiosk and courier may be two users of one group, and either may make what the other works with.
// Who cannot change it did not make it.
constexpr fs::perms kFileOfGroup =
    fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::group_write;
constexpr fs::perms kFolderOfGroup =
    fs::perms::set_gid | fs::perms::owner_all | fs::perms::group_all;

void make_folder(const fs::path& folder) {
  std::error_code ignored;  // opening the file in it says it better
  if (fs::create_directories(folder, ignored)) fs::permissions(folder, kFolderOfGroup, ignored);
}

/// Nothing but an outbox, or a database with nothing in it yet, is touched.
void make_or_check(SQLite::Database& db, const fs::path& path) {
  const int id = number(db, "PRAGMA application_id");
  if (id != kApplicationId && (id != 0 || number(db, "SELECT count(*) FROM sqlite_schema") != 0)) {
    throw RecordFault{Fault::kOther, path.string() + " is not an outbox of Sveiki"};
  }
  std::error_code ignored;
  fs::permissions(path, kFileOfGroup, ignored);  // SQLite gives its journal the same
  db.exec("PRAGMA journal_mode = WAL");
  // Not FULL: a commit that a power cut takes away is laid in, or sent, once more.
  db.exec("PRAGMA synchronous = NORMAL");
  if (id == kApplicationId && number(db, "PRAGMA user_version") == kVersion) return;
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  // Read again: the other program may have made it a moment ago.
  const int version = number(db, "PRAGMA user_version");
  if (version > kVersion) {
    throw RecordFault{Fault::kNewer, path.string() + " is of a newer program"};
  }
  if (version < 1) {
    db.exec(kVersion1);
    db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  }
  if (version < 2) db.exec(kVersion2);
  if (version < 3) db.exec(kVersion3);
  if (version < 4) db.exec(kVersion4);
  if (version < 5) db.exec(kVersion5);
  db.exec("PRAGMA user_version = " + std::to_string(kVersion));
  transaction.commit();
}

std::unique_ptr<SQLite::Database> opened(const fs::path& path) {
  auto db = std::make_unique<SQLite::Database>(
      path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs);
  make_or_check(*db, path);
  return db;
}

}  // namespace

RecordFault fault_of(const SQLite::Exception& error) {
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Fault::kBusy, error.what()};
    case SQLITE_FULL:
      return {Fault::kFull, error.what()};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {Fault::kReadOnly, error.what()};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Fault::kBroken, error.what()};
    default:
      return {Fault::kOther, error.what()};
  }
}

File::File(fs::path path) : path_(std::move(path)) {
  database();
}

SQLite::Database& File::database() {
  // Whoever took the file away took nothing that is not laid in again.
  if (!db_ || inode_of(path_) != inode_) open();
  return *db_;
}

void File::open() try {
  make_folder(path_.parent_path());
  db_.reset();
  try {
    db_ = opened(path_);
  } catch (const SQLite::Exception& error) {
    if (fault_of(error).fault != Fault::kBroken) throw;
    put_aside();
    db_ = opened(path_);
  }
  inode_ = inode_of(path_);
} catch (const SQLite::Exception& error) {
  throw fault_of(error);
}

void File::give_up(const RecordFault& fault) {
  if (fault.fault == Fault::kBroken) put_aside();
  throw fault;
}

/// The next who comes makes a new one: what lay in it is laid in again at the kiosk's next start.
void File::put_aside() {
  db_.reset();
  std::error_code ignored;
  fs::rename(path_, path_.string() + ".damaged", ignored);
  for (const char* part : {"-wal", "-shm"}) fs::remove(path_.string() + part, ignored);
}

}  // namespace sveiki::tray
