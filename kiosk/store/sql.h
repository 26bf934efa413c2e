// SPDX-License-Identifier: EUPL-1.2
/// The few words in which the store speaks to SQLite: a statement with its values, run or read.
/// Preparing costs some microseconds, a commit hundreds: only those of each tap are kept.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>

#include "domain/timetable.h"

namespace sveiki::store {

namespace detail {
inline void bind(SQLite::Statement& s, int i, std::int64_t value) {
  s.bind(i, value);
}
inline void bind(SQLite::Statement& s, int i, std::string_view value) {
  s.bind(i, std::string{value});
}
inline void bind(SQLite::Statement& s, int i, Instant value) {
  s.bind(i, value.ms);
}
inline void bind(SQLite::Statement& s, int i, CivilDay value) {
  s.bind(i, value.number());
}
template <class T>
void bind(SQLite::Statement& s, int i, const std::optional<T>& value) {
  if (value) {
    bind(s, i, *value);
  } else {
    s.bind(i);
  }
}
}  // namespace detail

/// `sql` with its `?` filled in, to be stepped through.
template <class... Values>
SQLite::Statement query(const SQLite::Database& db, const char* sql, const Values&... values) {
  SQLite::Statement statement(db, sql);
  int i = 0;
  (detail::bind(statement, ++i, values), ...);
  return statement;
}

/// Runs `sql`; answers how many rows it changed.
template <class... Values>
int run(const SQLite::Database& db, const char* sql, const Values&... values) {
  return query(db, sql, values...).exec();
}

/// Runs an INSERT; answers the new row's id.
template <class... Values>
std::int64_t insert(const SQLite::Database& db, const char* sql, const Values&... values) {
  run(db, sql, values...);
  return db.getLastInsertRowid();
}

/// The first column of the first row as a number; nothing if there is no row, or NULL in it.
template <class... Values>
std::optional<std::int64_t> number(const SQLite::Database& db, const char* sql,
                                   const Values&... values) {
  SQLite::Statement statement = query(db, sql, values...);
  if (!statement.executeStep() || statement.isColumnNull(0)) return std::nullopt;
  return statement.getColumn(0).getInt64();
}

/// The first column of the first row as text; nothing if there is no row.
template <class... Values>
std::optional<std::string> text(const SQLite::Database& db, const char* sql,
                                const Values&... values) {
  SQLite::Statement statement = query(db, sql, values...);
  if (!statement.executeStep()) return std::nullopt;
  return statement.getColumn(0).getString();
}

/// A statement that every tap needs, several times: prepared at its first use.
class Kept {
 public:
  Kept(const SQLite::Database& db, std::string sql) : db_(db), sql_(std::move(sql)) {}

  /// One use of it, to be stepped through. When it is over, nothing of the database is held.
  class Use {
   public:
    explicit Use(SQLite::Statement& statement) : statement_(statement) {}
    ~Use() { statement_.tryReset(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    SQLite::Statement* operator->() { return &statement_; }
    SQLite::Statement& operator*() { return statement_; }

   private:
    SQLite::Statement& statement_;
  };
  template <class... Values>
  Use with(const Values&... values) {
    if (!statement_) statement_.emplace(db_, sql_);
    int i = 0;
    (detail::bind(*statement_, ++i, values), ...);
    return Use(*statement_);
  }
  template <class... Values>
  void run(const Values&... values) {
    with(values...)->exec();
  }

 private:
  const SQLite::Database& db_;
  std::string sql_;
  std::optional<SQLite::Statement> statement_;
};

/// A day and, in the next column, the minutes since its midnight.
inline WallTime wall_time(const SQLite::Statement& row, int column) {
  return {CivilDay::from_number(row.getColumn(column)), row.getColumn(column + 1)};
}

}  // namespace sveiki::store
