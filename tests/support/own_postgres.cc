// SPDX-License-Identifier: EUPL-1.2
#include "support/own_postgres.h"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <vector>

namespace sveiki::test {
namespace {

namespace fs = std::filesystem;

/// Debian keeps one folder for each version.
fs::path programs() {
  fs::path newest;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", none))
    if (fs::exists(entry.path() / "bin" / "initdb") && entry.path() > newest) newest = entry.path();
  return newest / "bin";
}

/// PostgreSQL refuses to be root.
const passwd* other_user() {
  return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

[[noreturn]] void become(const std::vector<std::string>& command, const fs::path& log) {
  if (const passwd* user = other_user()) {
    if (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)
      ::_exit(126);
  }
  // After the change of user, which would clear it.
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  ::_exit(127);
}

pid_t run(const std::vector<std::string>& command, const fs::path& log) {
  const pid_t child = ::fork();
  if (child == 0) become(command, log);
  return child;
}

}  // namespace

bool OwnPostgres::installed() {
  return fs::exists(programs() / "initdb") && (::geteuid() != 0 || other_user() != nullptr);
}

OwnPostgres::OwnPostgres(bool durable) : durable_(durable) {
  if (const passwd* user = other_user())
    if (::chown(dir_.path().c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("the folder cannot be given away");
  const pid_t initdb = run({programs() / "initdb", "-D", dir_ / "data", "-A", "trust", "-U",
                            "sveiki", "-E", "UTF8", "--locale=C", "--no-sync"},
                           dir_ / "log");
  int status = 0;
  if (::waitpid(initdb, &status, 0) != initdb || status != 0)
    throw std::runtime_error("initdb: " + read_file(dir_ / "log"));
  start();
}

OwnPostgres::~OwnPostgres() {
  stop();
}

void OwnPostgres::start() {
  const std::string disk = durable_ ? "on" : "off";
  server_ = run({programs() / "postgres", "-D", dir_ / "data", "-k", dir_.path(), "-h", "", "-c",
                 "fsync=" + disk},
                dir_ / "log");
  using namespace std::chrono_literals;
  for (int i = 0; i < 600; ++i) {
    if (PQping(uri_of("postgres").c_str()) == PQPING_OK) return;
    std::this_thread::sleep_for(20ms);
  }
  throw std::runtime_error("PostgreSQL does not start: " + read_file(dir_ / "log"));
}

void OwnPostgres::stop() {
  if (server_ < 0) return;
  ::kill(server_, SIGINT);
  ::waitpid(server_, nullptr, 0);
  server_ = -1;
}

std::string OwnPostgres::new_database() {
  const std::string name = "region" + std::to_string(++databases_);
  PGconn* connection = PQconnectdb(uri_of("postgres").c_str());
  PGresult* result = PQexec(connection, ("CREATE DATABASE " + name).c_str());
  const bool made = PQresultStatus(result) == PGRES_COMMAND_OK;
  PQclear(result);
  PQfinish(connection);
  if (!made) throw std::runtime_error("no new database: " + read_file(dir_ / "log"));
  return uri_of(name);
}

std::string OwnPostgres::uri_of(const std::string& database) const {
  return "postgresql:///" + database + "?user=sveiki&host=" + dir_.path().string();
}

}  // namespace sveiki::test
