// SPDX-License-Identifier: EUPL-1.2
/// Which tokens are still to be had: each symbol once in each flock, and the order in which they
/// are given out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/token.h"

namespace sveiki::store {

class TokenSupply {
 public:
  using Pair = std::pair<std::string, Flock>;

  explicit TokenSupply(const std::vector<Token>& in_use = {});

  /// False if somebody has it already.
  bool take(const Pair& pair) { return taken_.insert(pair).second; }

  /// Takes the next free one, of this symbol and this flock if they are given; nothing if there is
  /// none left. Flocks take turns, and a symbol is used again only when all have been.
  std::optional<Pair> take_next(const std::string& symbol = {}, std::optional<Flock> flock = {});

 private:
  std::set<Pair> taken_;
};

}  // namespace sveiki::store
