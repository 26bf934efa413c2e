// SPDX-License-Identifier: EUPL-1.2
/// One SQL for two engines: SQLite by default, PostgreSQL when a region grows. Statements use $1,
/// $2, … and what both understand (INSERT … ON CONFLICT … DO UPDATE … WHERE, RETURNING).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sveiki::region {

using Value = std::variant<std::monostate, std::int64_t, std::string>;
using Values = std::vector<Value>;

/// The database cannot be used now (away, full, locked): try again later. Nothing was changed, but
/// for a transaction whose commit was not answered any more: it may stand.
struct DatabaseAway : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One connection, one thread at a time. Outside of `transaction` only questions are asked: a lost
/// connection is made anew and the question put again.
class Database {
 public:
  virtual ~Database() = default;
  /// All rows of the answer.
  std::vector<Values> query(std::string_view sql, const Values& values = {}) {
    std::vector<Values> rows;
    read(sql, values, [&](Values& row) { rows.push_back(std::move(row)); });
    return rows;
  }
  /// The same one by one, for answers of many thousands: `row` may take the values, and asks the
  /// database nothing meanwhile.
  virtual void read(std::string_view sql, const Values& values,
                    const std::function<void(Values&)>& row) = 0;
  /// The same statement for many rows of values at once (a pipeline on PostgreSQL): the answer to
  /// each, in their order.
  virtual std::vector<std::vector<Values>> query_each(std::string_view sql,
                                                      const std::vector<Values>& rows) = 0;
  /// The same for a statement that answers nothing; how many rows it changed.
  virtual std::int64_t run_each(std::string_view sql, const std::vector<Values>& rows) = 0;
  /// All of it or nothing, on what stood when it began; durable when it returns. Runs again where
  /// the engine asks for it, so `work` must not change anything but the database.
  virtual void transaction(const std::function<void()>& work) = 0;
  /// Whatever `work` asks is answered as it stood at its first question, while others write. It
  /// changes nothing.
  virtual void snapshot(const std::function<void()>& work) = 0;
};

/// FILE is made if it is not there. WAL, synchronous=FULL.
std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file);
/// "postgresql://…"; synchronous_commit as the server has it, never off. Connects anew when the
/// connection was lost.
std::unique_ptr<Database> open_postgres(const std::string& uri);
/// The file in a region's data directory.
inline std::filesystem::path database_file(const std::filesystem::path& dir) {
  return dir / "region.db";
}
/// PostgreSQL where an URI is given, otherwise DIR/region.db, made where it is not there.
std::unique_ptr<Database> open_database(const std::filesystem::path& dir,
                                        const std::string& postgres);

}  // namespace sveiki::region
