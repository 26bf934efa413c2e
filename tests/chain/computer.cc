// SPDX-License-Identifier: EUPL-1.2
#include <regex>

#include "chain/chain.h"
#include "chain/csv.h"
#include "support/catch.h"

namespace sveiki::test {
namespace {

namespace fs = std::filesystem;

/// Kretinga, if it were open at weekends too: it can be tested any day.
std::string open_every_day() {
  return std::regex_replace(kretinga(), std::regex{"(sat|sun) = \"closed\""},
                            "$1 = \"8.00-17.00\"");
}

void copy_whole(const fs::path& from, const fs::path& to) {
  fs::copy(from, to, fs::copy_options::recursive);
}

}  // namespace

Computer::Computer(With with) {
  fs::create_directories(dir_ / "keys");
  if (with == With::kPeople) {
    const KioskData made(open_every_day(), data_);
    return;
  }
  write_file(dir_ / "centre.toml", open_every_day());
  told("sveiki-kiosk", {"setup", "--data", data_, "--centre", dir_ / "centre.toml", "--demo"});
}

Computer::Computer(const fs::path& data) {
  fs::create_directories(dir_ / "keys");
  copy_whole(data, data_);
}

void Computer::connect(const Region& region) const {
  told("sveiki-kiosk",
       {"region", "connect", "--data", data_, "--region", region.url(), "--code", region.code()});
  sync();
}

std::vector<std::string> Computer::sync_words(std::vector<std::string> more) const {
  more.insert(more.end(),
              {"--outbox", data_ / "outbox/outbox.db", "--key", dir_ / "keys/device.key"});
  return more;
}

std::string Computer::sync(int code) const {
  Program courier("sveiki-sync", sync_words({"--once"}));
  const int ended = courier.end();
  std::string said = courier.out() + courier.err();
  INFO(said);
  CHECK(ended == code);
  return said;
}

std::string Computer::status() const {
  return told("sveiki-kiosk", {"region", "status", "--data", data_});
}

std::vector<std::string> Computer::gaps() const {
  std::vector<std::string> lives;
  const std::string status = this->status();
  static const std::regex kept{"region settle (--all|[0-9a-f]{16}) keep"};
  for (std::sregex_iterator it{status.begin(), status.end(), kept}; it != std::sregex_iterator{};
       ++it)
    lives.push_back((*it)[1]);
  return lives;
}

void Computer::settle(const std::string& life, const std::string& how) const {
  told("sveiki-kiosk", {"region", "settle", life, how, "--data", data_});
}

void Computer::check_in(const std::vector<int>& people, const std::string& time) const {
  Driven kiosk(data_);
  kiosk.go({at(time), "wait"});
  for (const int person : people)
    kiosk.go({"scan " + KioskData::card(person), "wait", "tap purpose.clay", "wait", "tap done"});
  kiosk.go({"clock +PT61S", "wait"});
  CHECK(kiosk.end() == 0);
}

void Computer::count(int people, int days_before) const {
  told("sveiki-kiosk", {"count", "--data", data_, "--people", std::to_string(people), "--at",
                        day(days_before).iso() + "T10:00"});
}

Counts Computer::counts() const {
  Counts counts;
  const std::string csv =
      told("sveiki-kiosk", {"export", "attendance", "--data", data_, "--from", day(60).iso(),
                            "--to", day().iso(), "--by", "month"});
  for (const Row& row : rows_of_csv(csv)) {
    if (row.at("period") == "total" || row.at("visits").empty()) continue;
    counts += row.at("period") + ": " + row.at("visits") + " visits, " + row.at("people") +
              " people, " + row.at("newcomers") + " new, " + row.at("headcount") + " in groups\n";
  }
  return counts;
}

std::string Computer::check() const {
  const Ran ran = run_kiosk({"check", "--data", data_});
  return ran.code == 0 ? ran.out.substr(0, ran.out.find(':')) : ran.out + ran.err;
}

void Computer::back_up(const fs::path& to) const {
  copy_whole(data_, to);
}

void Computer::restore(const fs::path& from) const {
  fs::remove_all(data_);
  copy_whole(from, data_);
}

}  // namespace sveiki::test
