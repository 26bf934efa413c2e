// SPDX-License-Identifier: EUPL-1.2
/// Who somebody is, by login and password. Wrong tries make the next one wait, longer each time,
/// per login and per network; whether a login exists cannot be told from the answer or its time.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "region/storage.h"

namespace sveiki::region {

/// Counts wrong tries in memory: a restart forgets them, and each collector counts its own.
class Patience {
 public:
  /// So many wrong tries are free; then one waits 2 s, 4 s, … up to 15 minutes.
  explicit Patience(int free_tries) : free_(free_tries) {}
  /// How long this one has to wait; zero: not at all.
  Millis wait(const std::string& who, Instant now) const;
  void wrong(const std::string& who, Instant now);
  void right(const std::string& who) { tries_.erase(who); }

 private:
  struct Tries {
    int wrong = 0;
    Instant last;
  };
  Millis delay(const Tries& tries) const;

  int free_;
  std::map<std::string, Tries> tries_;
};

/// One object for all threads.
class Logins {
 public:
  Logins();

  struct Outcome {
    std::optional<User> user;  ///< nothing: the login or the password is wrong, or must wait
    Millis wait{0};            ///< more than zero: nothing was looked at
  };
  Outcome check(Storage& storage, const std::string& login, const std::string& password,
                const std::string& address, Instant now);

 private:
  std::string hash_of_nobody_;
  // A hash takes tens of megabytes: one at a time. Tries that come together are counted one after
  // the other.
  std::timed_mutex one_;
  // An office has one address and several people.
  Patience of_login_{3}, of_address_{12};
};

}  // namespace sveiki::region
