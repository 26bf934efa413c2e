// SPDX-License-Identifier: EUPL-1.2
/// Keeps the counts true to the facts, in the fact's own transaction: what somebody contributed
/// before a change is taken away, what they contribute after it is added.
#pragma once

#include <SQLiteCpp/Database.h>

#include <variant>

#include "domain/counting.h"

namespace sveiki::store {

/// Whose contribution a change touches: a person's in the month of `day`, or a headcount's.
struct PersonsDay {
  std::int64_t visitor;
  CivilDay day;
};
struct Heads {
  std::int64_t headcount;
};
using Counted = std::variant<PersonsDay, Heads>;

class CountKeeper {
 public:
  explicit CountKeeper(SQLite::Database& db) : db_(db) {}

  /// Makes the change, and the counts follow it.
  template <class Change>
  void follow(const Counted& whose, Change&& change) {
    const Contribution before = contribution(whose);
    change();
    settle(whose, difference(before, contribution(whose)));
  }

  /// A headcount was recorded.
  void add(const Heads& heads) { settle(heads, difference({}, contribution(heads))); }

 private:
  Contribution contribution(const Counted& whose) const;
  void settle(const Counted& whose, const CountRows& rows);

  SQLite::Database& db_;
};

}  // namespace sveiki::store
