// SPDX-License-Identifier: EUPL-1.2
/// The whole chain with the real programs, on loopback and in folders of their own: kiosks of one
/// centre, their couriers, and the collector of their region. It is tomorrow there: a kiosk's clock
/// may not show a time before the program was made, and no later day is believed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "support/driven.h"
#include "support/kiosk_data.h"
#include "support/program.h"
#include "support/running_collector.h"

namespace sveiki::test {

/// Tomorrow, or so many days before it.
CivilDay day(int days_before = 0);
/// For `drive`: it is this time of tomorrow.
std::string at(const std::string& time);

/// What a program of ours says; throws where it ends with an error.
std::string told(const std::string& program, const std::vector<std::string>& arguments);

/// "2026-11: 12 visits, 2 people, 0 new, 10 in groups", a line a month: what both ends must agree
/// on.
using Counts = std::string;

/// A region with one centre, and a collector that serves until it is stopped.
class Region {
 public:
  Region();

  const std::string& centre() const { return centre_; }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::string code() const;
  /// `sveiki-region` with these words, on this region's data.
  std::string told(std::vector<std::string> words) const;
  /// The file that `export` makes of the months at hand.
  std::string exported(const std::string& format) const;

  Counts counts() const;
  /// What the coordinator sees at this address, without tags; logs in over the same connection.
  std::string page(const std::string& target) const;

  void stop(int signal = SIGTERM);
  void serve();
  /// Puts this file in the place of the database, as one does with a backup.
  void put_back(const std::filesystem::path& database);

  std::filesystem::path operator/(const char* name) const { return dir_ / name; }

 private:
  TemporaryDir dir_;
  std::string centre_;
  std::uint16_t port_ = 0;
  std::unique_ptr<RunningCollector> collector_;
};

/// A computer in the centre: the kiosk's data folder, and a key outside of it.
class Computer {
 public:
  enum class With { kPeople, kDemo };
  explicit Computer(With with = With::kPeople);
  /// Another computer, to which the data folder was copied.
  explicit Computer(const std::filesystem::path& data);

  const std::filesystem::path& data() const { return data_; }

  /// With a new code; everything that waits is sent.
  void connect(const Region& region) const;
  /// What sveiki-sync says when it goes to the region once; `code` is its exit code.
  std::string sync(int code = 0) const;
  std::vector<std::string> sync_words(std::vector<std::string> more) const;
  std::string status() const;
  /// What the status names as not settled: a life, or "--all".
  std::vector<std::string> gaps() const;
  void settle(const std::string& life, const std::string& how) const;

  /// The kiosk is started, these people check in by card, and it is ended; all is in the outbox.
  void check_in(const std::vector<int>& people, const std::string& time = "10:00") const;
  /// Staff count people of an earlier day.
  void count(int people, int days_before) const;

  Counts counts() const;
  /// "All is well", or what `check` says is wrong.
  std::string check() const;

  /// A copy of the data folder as it lies there now.
  void back_up(const std::filesystem::path& to) const;
  void restore(const std::filesystem::path& from) const;

 private:
  TemporaryDir dir_;
  std::filesystem::path data_ = dir_ / "data";
};

/// What happens soon; false if it does not.
template <class Condition>
bool soon(Condition&& condition) {
  for (int i = 0; i < 200; ++i) {
    if (condition()) return true;
    ::usleep(20'000);
  }
  return false;
}

inline bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace sveiki::test
