// SPDX-License-Identifier: EUPL-1.2
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <random>
#include <thread>

#include "region/database.h"

namespace sveiki::region {
namespace {

// Two collectors that meet on one centre settle within a few tries.
constexpr int kTries = 20;
// What is sent before answers are read stays within the sockets' buffers.
constexpr std::size_t kPipeline = 128;

struct Close {
  void operator()(PGconn* connection) const { PQfinish(connection); }
  void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Close>;
using Result = std::unique_ptr<PGresult, Close>;

/// The connection is gone: who has nothing under way asks again on another.
struct ConnectionLost : DatabaseAway {
  using DatabaseAway::DatabaseAway;
};
/// Another transaction was there first: the engine asks to run this one again.
struct RunAgain : DatabaseAway {
  using DatabaseAway::DatabaseAway;
};

std::string first_line(const char* message) {
  const std::string_view all{message};
  return std::string{all.substr(0, all.find('\n'))};
}

/// Settings that the URI may overrule; a stand-by is no use, and a dead machine is noticed soon.
Connection connect(const std::string& uri) {
  constexpr std::array<const char*, 6> kNames{"application_name", "client_encoding",
                                              "connect_timeout",  "tcp_user_timeout",
                                              "dbname",           nullptr};
  const std::array<const char*, 6> settings{"sveiki-region", "UTF8",      "5",
                                            "10000",         uri.c_str(), nullptr};
  Connection connection{PQconnectdbParams(kNames.data(), settings.data(), 1)};
  if (PQstatus(connection.get()) != CONNECTION_OK)
    throw DatabaseAway("the database cannot be reached: " +
                       first_line(PQerrorMessage(connection.get())));
  PQsetNoticeProcessor(
      connection.get(), [](void*, const char*) {}, nullptr);
  // A lock that is never given back must not hold the fleet.
  const Result set{PQexec(connection.get(), "SET lock_timeout = '5s'")};
  return connection;
}

/// Values as libpq takes them.
class Parameters {
 public:
  explicit Parameters(const Values& values) {
    numbers_.reserve(values.size());
    for (const Value& value : values) {
      if (const auto* text = std::get_if<std::string>(&value)) {
        pointers_.push_back(text->c_str());
      } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        pointers_.push_back(numbers_.emplace_back(std::to_string(*number)).c_str());
      } else {
        pointers_.push_back(nullptr);
      }
    }
  }
  int count() const { return static_cast<int>(pointers_.size()); }
  const char* const* pointers() const { return pointers_.data(); }

 private:
  std::vector<std::string> numbers_;
  std::vector<const char*> pointers_;
};

Value value_at(const PGresult* result, int row, int column) {
  constexpr std::array<Oid, 3> kIntegers{20, 21, 23};  // int8, int2, int4 in pg_type.dat
  if (PQgetisnull(result, row, column)) return {};
  const char* bytes = PQgetvalue(result, row, column);
  if (std::ranges::count(kIntegers, PQftype(result, column)) != 0)
    return std::int64_t{std::stoll(bytes)};
  return std::string(bytes, static_cast<std::size_t>(PQgetlength(result, row, column)));
}

template <class Row>
void read_rows(const PGresult* result, Row&& row) {
  Values values;
  for (int r = 0; r < PQntuples(result); ++r) {
    values.resize(static_cast<std::size_t>(PQnfields(result)));
    for (std::size_t c = 0; c < values.size(); ++c)
      values[c] = value_at(result, r, static_cast<int>(c));
    row(values);
  }
}

std::vector<Values> rows_of(const PGresult* result) {
  std::vector<Values> rows;
  rows.reserve(static_cast<std::size_t>(PQntuples(result)));
  read_rows(result, [&](Values& row) { rows.push_back(std::move(row)); });
  return rows;
}

class Postgres final : public Database {
 public:
  explicit Postgres(std::string uri) : uri_(std::move(uri)) { connection(); }

  void read(std::string_view sql, const Values& values,
            const std::function<void(Values&)>& row) override {
    // Whole before any of it is told: a lost connection may cut it off.
    Result whole;
    ask([&] { each(sql, {values}, [&](Result result) { whole = std::move(result); }); });
    read_rows(whole.get(), row);
  }

  std::vector<std::vector<Values>> query_each(std::string_view sql,
                                              const std::vector<Values>& rows) override {
    std::vector<std::vector<Values>> answers;
    ask([&] {
      answers.clear();
      answers.reserve(rows.size());
      each(sql, rows, [&](const Result& result) { answers.push_back(rows_of(result.get())); });
    });
    return answers;
  }

  std::int64_t run_each(std::string_view sql, const std::vector<Values>& rows) override {
    std::int64_t changed = 0;
    each(sql, rows,
         [&](const Result& result) { changed += std::stoll(PQcmdTuples(result.get())); });
    return changed;
  }

  void transaction(const std::function<void()>& work) override {
    for (int tries = 1;; ++tries) {
      try {
        // What was read stands until the end, or the engine asks to run again.
        from_begin_to_commit("BEGIN ISOLATION LEVEL REPEATABLE READ", work);
        return;
      } catch (const RunAgain&) {
        if (tries == kTries) throw;
        pause(tries);
      }
    }
  }

  void snapshot(const std::function<void()>& work) override {
    from_begin_to_commit("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
  }

 private:
  void from_begin_to_commit(const char* begin, const std::function<void()>& work) {
    with_new_connection_if_lost([&] { command(begin); });
    in_transaction_ = true;
    try {
      work();
      command("COMMIT");
      in_transaction_ = false;
    } catch (...) {
      in_transaction_ = false;
      // Where even this fails, the server ends the transaction with the connection.
      const Result end{PQexec(connection_.get(), "ROLLBACK")};
      if (PQresultStatus(end.get()) != PGRES_COMMAND_OK) drop();
      throw;
    }
  }

  /// A question that nothing depends on yet may be put again.
  template <class Question>
  void ask(Question&& question) {
    if (in_transaction_) {
      question();
    } else {
      with_new_connection_if_lost(question);
    }
  }

  void command(const char* sql) { check(Result{PQexec(connection(), sql)}.get()); }

  template <class Work>
  void with_new_connection_if_lost(Work&& work) {
    try {
      work();
    } catch (const ConnectionLost&) {
      drop();
      work();
    }
  }

  /// Sends all, then reads all, in strides: one round trip for each stride.
  template <class Take>
  void each(std::string_view sql, const std::vector<Values>& rows, Take&& take) {
    if (rows.empty()) return;
    const std::string& name = prepared(sql);
    for (std::size_t from = 0; from < rows.size(); from += kPipeline) {
      const std::size_t to = std::min(rows.size(), from + kPipeline);
      if (PQenterPipelineMode(connection()) != 1) lost();
      for (std::size_t i = from; i < to; ++i) send(name, rows[i]);
      if (PQpipelineSync(connection_.get()) != 1) lost();
      for (std::size_t i = from; i < to; ++i) {
        Result result{PQgetResult(connection_.get())};
        check_in_pipeline(result.get());
        take(std::move(result));
        Result{PQgetResult(connection_.get())};  // nothing: the end of this answer
      }
      leave_pipeline();
    }
  }

  void send(const std::string& name, const Values& values) {
    const Parameters parameters(values);
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), parameters.count(),
                            parameters.pointers(), nullptr, nullptr, 0) != 1)
      lost();
  }

  void check_in_pipeline(const PGresult* result) {
    try {
      check(result);
    } catch (const ConnectionLost&) {
      throw;
    } catch (...) {
      leave_pipeline();
      throw;
    }
  }

  /// Reads up to the sync that ends it.
  void leave_pipeline() {
    while (true) {
      const Result result{PQgetResult(connection_.get())};
      if (PQstatus(connection_.get()) != CONNECTION_OK) lost();
      if (result && PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) break;
    }
    if (PQexitPipelineMode(connection_.get()) != 1) lost();
  }

  const std::string& prepared(std::string_view sql) {
    PGconn* live = connection();
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    std::string name = "s" + std::to_string(statements_.size());
    check(Result{PQprepare(live, name.c_str(), std::string{sql}.c_str(), 0, nullptr)}.get());
    return statements_.emplace(sql, std::move(name)).first->second;
  }

  PGconn* connection() {
    if (!connection_) connection_ = connect(uri_);
    return connection_.get();
  }

  void drop() {
    connection_.reset();
    statements_.clear();
  }

  [[noreturn]] void lost() {
    const std::string why = first_line(PQerrorMessage(connection_.get()));
    drop();
    throw ConnectionLost("the database went away: " + why);
  }

  /// SQLSTATE classes: https://www.postgresql.org/docs/15/errcodes-appendix.html
  void check(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    if (PQstatus(connection_.get()) != CONNECTION_OK) lost();
    const char* field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view state = field ? field : "";
    const char* message = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const std::string why = message ? message : first_line(PQerrorMessage(connection_.get()));
    // 40: another transaction was first; 23505, 42P07: another collector made the same row or
    // table.
    if (state.starts_with("40") || state == "23505" || state == "42P07")
      throw RunAgain("the database is busy: " + why);
    // 57: the server stops or starts.
    if (state.starts_with("57") || state.starts_with("08")) lost();
    throw DatabaseAway("the database refuses: " + why);
  }

  static void pause(int tries) {
    std::random_device dice;
    const auto most = static_cast<unsigned>(4 * tries);
    std::this_thread::sleep_for(std::chrono::milliseconds{1 + dice() % most});
  }

  std::string uri_;
  Connection connection_;
  std::map<std::string, std::string, std::less<>> statements_;
  bool in_transaction_ = false;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& uri) {
  return std::make_unique<Postgres>(uri);
}

}  // namespace sveiki::region
