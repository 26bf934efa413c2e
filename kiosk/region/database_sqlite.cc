// SPDX-License-Identifier: EUPL-1.2
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <map>
#include <optional>

#include "region/database.h"

namespace sveiki::region {
namespace {

namespace fs = std::filesystem;

// Longer than the slowest group commit of another thread.
constexpr int kBusyTimeoutMs = 5000;
constexpr int kApplicationId = 0x53767267;  // "Svrg"

/// What can be done about it, in words.
std::string in_words(const fs::path& file, const SQLite::Exception& error) {
  const std::string name = file.string();
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return name + " is held by another program";
    case SQLITE_FULL:
      return "there is no room left for " + name;
    case SQLITE_READONLY:
      return name + " cannot be written";
    case SQLITE_CANTOPEN:
      return name + " cannot be opened";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return name + " is damaged: restore its backup";
    default:
      return name + ": " + error.what();
  }
}

/// A prepared statement that knows where its $1, $2, … are: SQLite numbers them as they come.
class Prepared {
 public:
  Prepared(const SQLite::Database& db, const std::string& sql) : statement_(db, sql) {}

  template <class Row>
  void run(const Values& values, Row&& row) {
    struct Reset {
      SQLite::Statement& statement;
      ~Reset() { statement.tryReset(); }
    } const reset{statement_};
    for (std::size_t i = 0; i < values.size(); ++i) bind(i, values[i]);
    for (Values answer; statement_.executeStep(); row(answer)) read_row(answer);
  }

 private:
  void bind(std::size_t i, const Value& value) {
    while (places_.size() <= i)
      places_.push_back(statement_.getIndex(("$" + std::to_string(places_.size() + 1)).c_str()));
    if (const auto* text = std::get_if<std::string>(&value)) {
      statement_.bindNoCopy(places_[i], *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      statement_.bind(places_[i], *number);
    } else {
      statement_.bind(places_[i]);
    }
  }

  void read_row(Values& values) {
    values.resize(static_cast<std::size_t>(statement_.getColumnCount()));
    for (int i = 0; i < statement_.getColumnCount(); ++i) {
      const SQLite::Column column = statement_.getColumn(i);
      switch (column.getType()) {
        case SQLITE_INTEGER:
          values[i] = column.getInt64();
          break;
        case SQLITE_NULL:
          values[i] = std::monostate{};
          break;
        default:
          // Into the room that the row before had, if nobody took it.
          if (auto* text = std::get_if<std::string>(&values[i]))
            text->assign(static_cast<const char*>(column.getBlob()),
                         static_cast<std::size_t>(column.getBytes()));
          else
            values[i] = column.getString();
      }
    }
  }

  SQLite::Statement statement_;
  std::vector<int> places_;
};

class Sqlite final : public Database {
 public:
  explicit Sqlite(const fs::path& file) : file_(file) {
    in_words_of_ours([&] {
      const bool fresh = !fs::exists(file);
      // One thread at a time: its own locks, for each column of each row, are a tenth of a report.
      constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
      db_.emplace(file.string(), kFlags, kBusyTimeoutMs);
      // Password hashes are in it.
      if (fresh) fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
      claim();
      db_->exec("PRAGMA journal_mode = WAL");
      db_->exec("PRAGMA synchronous = FULL");
    });
  }

  void read(std::string_view sql, const Values& values,
            const std::function<void(Values&)>& row) override {
    in_words_of_ours([&] { prepared(sql).run(values, row); });
  }

  std::vector<std::vector<Values>> query_each(std::string_view sql,
                                              const std::vector<Values>& rows) override {
    std::vector<std::vector<Values>> answers;
    answers.reserve(rows.size());
    for (const Values& values : rows) answers.push_back(query(sql, values));
    return answers;
  }

  std::int64_t run_each(std::string_view sql, const std::vector<Values>& rows) override {
    std::int64_t changed = 0;
    in_words_of_ours([&] {
      Prepared& statement = prepared(sql);
      for (const Values& values : rows) {
        statement.run(values, [](const Values&) {});
        changed += db_->getChanges();
      }
    });
    return changed;
  }

  void transaction(const std::function<void()>& work) override {
    // At once for writing: a transaction that reads first could not be waited for.
    from_begin_to_commit("BEGIN IMMEDIATE", work);
  }

  void snapshot(const std::function<void()>& work) override {
    from_begin_to_commit("BEGIN DEFERRED", work);
  }

 private:
  void from_begin_to_commit(std::string_view begin, const std::function<void()>& work) {
    query(begin, {});
    try {
      work();
      query("COMMIT", {});
    } catch (...) {
      // On a full disk SQLite has rolled back by itself.
      if (sqlite3_get_autocommit(db_->getHandle()) == 0) db_->tryExec("ROLLBACK");
      throw;
    }
  }

  template <class Work>
  void in_words_of_ours(Work&& work) {
    try {
      work();
    } catch (const SQLite::Exception& error) {
      throw DatabaseAway(in_words(file_, error));
    }
  }

  /// Another program's database is not ours to fill.
  void claim() {
    const int owner = db_->execAndGet("PRAGMA application_id");
    if (owner == kApplicationId) return;
    if (owner != 0 || db_->execAndGet("SELECT count(*) FROM sqlite_master").getInt() != 0)
      throw std::runtime_error(file_.string() + " is not a database of a collector");
    db_->exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  }

  Prepared& prepared(std::string_view sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end())
      found = statements_.try_emplace(std::string{sql}, *db_, std::string{sql}).first;
    return found->second;
  }

  fs::path file_;
  std::optional<SQLite::Database> db_;
  std::map<std::string, Prepared, std::less<>> statements_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const fs::path& file) {
  return std::make_unique<Sqlite>(file);
}

std::unique_ptr<Database> open_database(const fs::path& dir, const std::string& postgres) {
  if (!postgres.empty()) return open_postgres(postgres);
  fs::create_directories(dir);
  return open_sqlite(database_file(dir));
}

}  // namespace sveiki::region
