// SPDX-License-Identifier: EUPL-1.2
#include "store/database.h"

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/faults.h"
#include "store/lock.h"
#include "store/recount.h"
#include "store/schema.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

namespace fs = std::filesystem;

// A reader's checkpoint can hold the file for a moment; a person waits at the screen meanwhile.
constexpr int kBusyTimeoutMs = 1000;

int newest_version() {
  return static_cast<int>(migrations().size());
}

/// The version of the database, once it is certain that it is one of ours.
int version_of(SQLite::Database& db, const fs::path& file) {
  if (number(db, "PRAGMA application_id") != kApplicationId) {
    throw RecordFault{Fault::kBroken, file.string() + " is not a record of Sveiki"};
  }
  const auto version = static_cast<int>(number(db, "PRAGMA user_version").value_or(0));
  if (version > newest_version()) {
    throw RecordFault{Fault::kNewer, file.string() + " is of version " + std::to_string(version) +
                                         "; this program knows up to " +
                                         std::to_string(newest_version())};
  }
  return version;
}

fs::path record_in(const fs::path& dir) {
  fs::path file = dir / "centre.db";
  if (!fs::exists(file)) {
    throw RecordFault{Fault::kBroken, "there is no record in " + dir.string() +
                                          ": set the centre up, or restore its backup"};
  }
  return file;
}

void migrate(SQLite::Database& db) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  // Read again: another program may have done it a moment ago.
  const auto from = number(db, "PRAGMA user_version").value_or(0);
  const bool counts_people = db.tableExists("people_count");
  for (const char* migration : migrations().subspan(static_cast<std::size_t>(from))) {
    db.exec(migration);
  }
  // Nothing of so old a record was ever purged: its facts are all there.
  if (!counts_people) count_from_facts(db);
  db.exec("PRAGMA user_version = " + std::to_string(newest_version()));
  transaction.commit();
}

/// WAL with FULL: a commit that returned survives a power cut (tests/store/power_cut_test.cc).
void make_durable(SQLite::Database& db) {
  db.setBusyTimeout(kBusyTimeoutMs);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
  // What is forgotten is overwritten at once, also where there is no room yet to sweep (sweep.h).
  db.exec("PRAGMA secure_delete = ON");
}

/// A new name in a directory is durable only once the directory is.
void sync_directory(const fs::path& dir) {
  const int handle = ::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

SQLite::Database open_read_only(const fs::path& file) {
  SQLite::Database db(file.string(), SQLite::OPEN_READONLY, kBusyTimeoutMs);
  try {
    number(db, "PRAGMA schema_version");
    return db;
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    const bool refused = code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
    // Where the journal's index cannot be made, a database without journal can still be read.
    if (!refused || fs::exists(file.string() + "-wal")) throw;
  }
  return {"file:" + file.string() + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI};
}

}  // namespace

SQLite::Database open_to_record(const fs::path& dir) {
  return with_faults([&] {
    const fs::path file = record_in(dir);
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE, kBusyTimeoutMs);
    const int version = version_of(db, file);
    if (sqlite3_db_readonly(db.getHandle(), "main") == 1) {
      throw RecordFault{Fault::kReadOnly, file.string() + " cannot be written"};
    }
    make_durable(db);
    if (version < newest_version()) migrate(db);
    return db;
  });
}

SQLite::Database open_to_read(const fs::path& dir) {
  return with_faults([&] {
    const fs::path file = record_in(dir);
    SQLite::Database db = open_read_only(file);
    if (version_of(db, file) < newest_version()) {
      throw RecordFault{Fault::kOther,
                        file.string() + " is of an older version: start the kiosk once"};
    }
    return db;
  });
}

void create_record(const fs::path& dir, const Centre& centre, Instant now) {
  with_faults([&] {
    fs::create_directories(dir);
    const RecorderLock lock(dir);
    const fs::path file = dir / "centre.db";
    if (fs::exists(file)) {
      throw RecordFault{Fault::kOther, "there is a record in " + dir.string() + " already"};
    }
    // Under another name until it is whole: what is called centre.db is never half made.
    const fs::path fresh = dir / "centre.db.new";
    for (const char* part : {"", "-wal", "-shm"}) fs::remove(fresh.string() + part);
    {
      SQLite::Database db(fresh.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      make_durable(db);
      db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
      migrate(db);
      run(db, "INSERT INTO centre (one, id, zone, began, began_day) VALUES (1, ?, ?, ?, ?)",
          centre.id, centre.zone, now, civil_day(now, centre.zone));
      run(db, "INSERT INTO audit (at, by, what) VALUES (?, 'setup', ?)", now,
          "record of " + centre.id + " begun");
    }
    fs::rename(fresh, file);
    sync_directory(dir);
  });
}

}  // namespace sveiki::store
