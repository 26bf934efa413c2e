// SPDX-License-Identifier: EUPL-1.2
/// The file outbox.db: opened, made, made anew where it was damaged or taken away, and the few
/// words in which the outbox speaks to SQLite.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>

#include "domain/facts.h"

namespace sveiki::tray {

RecordFault fault_of(const SQLite::Exception& error);

/// `sql` with its `?` filled in by numbers and std::strings, to be stepped through.
template <class... Values>
SQLite::Statement query(const SQLite::Database& db, const char* sql, const Values&... values) {
  SQLite::Statement statement(db, sql);
  int i = 0;
  (statement.bind(++i, values), ...);
  return statement;
}

/// Runs `sql`; answers how many rows it changed.
template <class... Values>
int run(const SQLite::Database& db, const char* sql, const Values&... values) {
  return query(db, sql, values...).exec();
}

class File {
 public:
  /// Throws RecordFault, as do `with_database` and `change`.
  explicit File(std::filesystem::path path);

  /// Runs work(database). Where either finds something that cannot be read, the file is put aside.
  template <class Work>
  auto with_database(Work&& work) {
    try {
      return work(database());
    } catch (const SQLite::Exception& error) {
      give_up(fault_of(error));
    } catch (const RecordFault& fault) {
      give_up(fault);
    }
  }

  /// Runs work(database) in one transaction.
  template <class Work>
  void change(Work&& work) {
    with_database([&](SQLite::Database& db) {
      SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
      work(db);
      transaction.commit();
    });
  }

 private:
  SQLite::Database& database();
  void open();
  void put_aside();
  /// Throws it; a broken file is put aside before.
  [[noreturn]] void give_up(const RecordFault& fault);

  std::filesystem::path path_;
  std::unique_ptr<SQLite::Database> db_;
  ino_t inode_ = 0;  // of the file that is open
};

}  // namespace sveiki::tray
