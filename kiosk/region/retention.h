// SPDX-License-Identifier: EUPL-1.2
/// What the collector need not keep goes: signed bodies that newer ones replaced before a period
/// was reported for good, and sessions, codes and wrong tries that are long over. Nothing that a
/// report, a page or an evidence pack says changes by it. Two collectors may do it on one database.
#pragma once

#include <functional>

#include "region/storage.h"

namespace sveiki::region {

/// Long enough to look into a quarrel about what a kiosk sent. What stands, what corrected it and
/// what that replaced, withdrawals, months by hand, submissions and the audit log have no such
/// number: they are kept, since a funder may ask until five years after the last payment.
inline constexpr Millis kReplacedLife = std::chrono::days{60};
/// Who types in a code that is this old hears that there is no such code, not that it is too old.
inline constexpr Millis kCodeMemory = std::chrono::days{60};
inline constexpr Millis kWrongTryLife = std::chrono::days{1};
/// What `go_on` should take where uploads come in: a day of a thousand centres is done in minutes,
/// and nearly all of the time is theirs.
inline constexpr Millis kRetentionPause{100};

class Retention {
 public:
  /// How much went.
  struct Gone {
    std::int64_t bodies = 0, body_bytes = 0, sessions = 0, codes = 0, wrong_tries = 0;
    bool operator==(const Gone&) const = default;
  };

  /// Of a database that Storage has opened once. SQLite fills the room that becomes free with what
  /// comes next: the file does not shrink, and grows no more.
  explicit Retention(Database& db) : db_(db) {}

  /// What let_go would take.
  Gone due(Instant now);
  /// In transactions of milliseconds. Between them it asks `go_on`, which may take its time, so
  /// that uploads have theirs, and which ends it by saying no.
  Gone let_go(Instant now, std::string_view by, const std::function<bool()>& go_on);

 private:
  /// Those of one device; `replaced` says which. False if it is to end.
  bool let_go_bodies(const Values& replaced, Gone& gone, const std::function<bool()>& go_on);

  Database& db_;
};

/// "12 replaced bodies (14 KB), 3 sessions, 0 codes, 2 wrong tries".
std::string in_words(const Retention::Gone& gone);

}  // namespace sveiki::region
