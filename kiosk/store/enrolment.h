// SPDX-License-Identifier: EUPL-1.2
/// How people come into the record while no kiosk records there: the import and the set-up.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/token.h"

namespace sveiki::store {

/// A person whom the centre is to know.
struct NewPerson {
  std::string alias;
  std::string symbol;
  Flock flock = Flock::kGreen;
  std::optional<int> birth_year;
  std::string gender = "unknown";  ///< "f", "m", "x", "unknown"
  /// "child", "youth", "disability", "senior", "other", "unknown": from the service, never asked of
  /// a person at the kiosk.
  std::string target_group = "unknown";
  std::string language;              ///< "lv"; empty: the centre's
  int text_percent = 0;              ///< 0: the centre's
  std::string theme;                 ///< empty: the centre's
  std::string card;                  ///< code; empty: none
  std::string picture;               ///< one of own_pictures(); empty: none
  std::optional<int> other_centres;  ///< 0, 1, 2 (two or more); nothing: not known
  /// Comes here since. From the day the record began on, the first visit is a newcomer's.
  std::optional<CivilDay> since;
};

class Enrolment {
 public:
  /// Takes the recorder's lock. Throws RecordFault as Record does.
  explicit Enrolment(const std::filesystem::path& dir);
  ~Enrolment();
  Enrolment(const Enrolment&) = delete;
  Enrolment& operator=(const Enrolment&) = delete;

  /// Tokens and card codes in use.
  std::vector<Token> tokens();
  std::vector<std::string> cards();

  /// All or none; `by` stands in the audit. The caller has seen to it that no token and no card
  /// is given out twice.
  void add(const std::vector<NewPerson>& people, std::string_view by, Instant now);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::store
