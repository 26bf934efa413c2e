// SPDX-License-Identifier: EUPL-1.2
/// What staff forget by hand while no kiosk records there: old visits now rather than some day
/// soon, or a person who asks for it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/token.h"
#include "store/forget.h"

namespace sveiki::store {

class Forgetting {
 public:
  /// Takes the recorder's lock. Throws RecordFault as Record does.
  explicit Forgetting(const std::filesystem::path& dir);
  ~Forgetting();
  Forgetting(const Forgetting&) = delete;
  Forgetting& operator=(const Forgetting&) = delete;

  Facts before(CivilDay day);
  void forget_before(CivilDay day, std::string_view by, Instant now);

  struct Person {
    std::int64_t visitor = 0;
    std::string symbol;
    Flock flock = Flock::kGreen;
    std::string alias;  ///< may be empty
    Facts facts;
  };
  std::optional<Person> by_sign(std::string_view symbol, Flock flock);
  std::optional<Person> by_card(std::string_view code);
  void forget(const Person& person, CivilDay today, std::string_view by, Instant now);

  /// Whether what was forgotten is gone from the file and its journal, too (sweep.h).
  bool sweep();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::store
