// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>
#include <regex>

#include "chain/chain.h"
#include "chain/csv.h"
#include "support/raw_client.h"

namespace sveiki::test {
namespace {

constexpr const char* kPassword = "long+enough+for+all";

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// `user add` reads the password from standard input.
void add_coordinator(const std::filesystem::path& data) {
  const std::string command =
      SVEIKI_BIN_DIR "/sveiki-region user add anna --role coordinator --data " + data.string();
  std::FILE* in = ::popen(command.c_str(), "w");
  std::fputs("long enough for all\n", in);
  if (::pclose(in) != 0) throw std::runtime_error("no coordinator");
}

std::string found(const std::string& text, const std::string& pattern) {
  std::smatch match;
  if (!std::regex_search(text, match, std::regex{pattern}))
    throw std::runtime_error("no " + pattern + " in " + text.substr(0, 500));
  return match[1];
}

std::string month_of(CivilDay day) {
  return day.iso().substr(0, 7);
}

}  // namespace

CivilDay day(int days_before) {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return CivilDay{today}.next(1 - days_before);
}

std::string at(const std::string& time) {
  return "clock " + day().iso() + "T" + time;
}

std::string told(const std::string& name, const std::vector<std::string>& arguments) {
  Program program(name, arguments);
  if (program.end() != 0) throw std::runtime_error(name + ": " + program.err());
  return program.out();
}

Region::Region() {
  const std::string from = std::to_string(day().year() - 1) + "-01-01";
  centre_ = first_line(told({"centre", "add", "Kretinga", "--country", "LT", "--zone",
                             "Europe/Vilnius", "--from", from}));
  told({"activity", "add", "clay"});
  add_coordinator(dir_.path());
  serve();
}

std::string Region::code() const {
  return first_line(told({"enrol-code", centre_}));
}

std::string Region::told(std::vector<std::string> words) const {
  words.insert(words.end(), {"--data", dir_.path()});
  return test::told("sveiki-region", words);
}

std::string Region::exported(const std::string& format) const {
  const auto file = dir_ / "exported";
  std::vector<std::string> words{
      "export", "--from", month_of(day(60)), "--to", month_of(day()), "--format", format,
      "-o",     file};
  if (format == "csv") words.insert(words.end(), {"--purpose", "audit"});
  told(words);
  return read_file(file);
}

Counts Region::counts() const {
  Counts counts;
  for (const Row& row : rows_of_csv(exported("csv"))) {
    if (!row.at("activity").empty() || row.at("visits").empty()) continue;
    counts += row.at("month") + ": " + row.at("visits") + " visits, " + row.at("people") +
              " people, " + row.at("people_new") + " new, " + row.at("headcount") + " in groups\n";
  }
  return counts;
}

std::string Region::page(const std::string& target) const {
  RawClient browser(port_);
  const RawAnswer form = browser.ask(http_request("GET", "/login"));
  const std::string body = "form=" + found(form.body, "name=\"form\" value=\"([0-9a-f]+)\"") +
                           "&login=anna&password=" + kPassword;
  std::string cookie = "Cookie: " + found(form.head, "Set-Cookie: ([^;]+)") + "\r\n";
  const RawAnswer in = browser.ask(http_request(
      "POST", "/login", body, cookie + "Content-Type: application/x-www-form-urlencoded\r\n"));
  cookie = "Cookie: " + found(in.head, "Set-Cookie: (session=[^;]+)") + "\r\n";
  const RawAnswer page = browser.ask(http_request("GET", target, {}, cookie));
  if (page.status != 200) throw std::runtime_error(target + ": " + page.head);
  return std::regex_replace(std::regex_replace(page.body, std::regex{"<[^>]*>"}, " "),
                            std::regex{"[ \n]+"}, " ");
}

void Region::stop(int signal) {
  collector_->end(signal);
  collector_.reset();
}

void Region::serve() {
  collector_ = std::make_unique<RunningCollector>(std::vector<std::string>{
      "--data", dir_.path(), "--listen", "127.0.0.1:" + std::to_string(port_)});
  port_ = collector_->port();
  if (port_ == 0) throw std::runtime_error("the collector does not serve");
}

void Region::put_back(const std::filesystem::path& database) {
  for (const char* name : {"region.db", "region.db-wal", "region.db-shm"})
    std::filesystem::remove(dir_ / name);
  std::filesystem::copy_file(database, dir_ / "region.db");
}

}  // namespace sveiki::test
