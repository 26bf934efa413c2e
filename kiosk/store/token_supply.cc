// SPDX-License-Identifier: EUPL-1.2
#include "store/token_supply.h"

namespace sveiki::store {

TokenSupply::TokenSupply(const std::vector<Token>& in_use) {
  for (const Token& token : in_use) take({token.symbol, token.flock});
}

std::optional<TokenSupply::Pair> TokenSupply::take_next(const std::string& symbol,
                                                        std::optional<Flock> flock) {
  // The symbols stand in blocks, one for each flock: a green frog before a red one. In round r a
  // flock is given the block r places after its own.
  const std::size_t flocks = kFlocks.size();
  const std::size_t block = symbols().size() / flocks;
  for (std::size_t round = 0; round < flocks; ++round) {
    for (std::size_t i = 0; i < block; ++i) {
      for (std::size_t f = 0; f < flocks; ++f) {
        const Pair pair{symbols()[(f + round) % flocks * block + i], kFlocks[f]};
        if (!symbol.empty() && pair.first != symbol) continue;
        if (flock && pair.second != *flock) continue;
        if (take(pair)) return pair;
      }
    }
  }
  return std::nullopt;
}

}  // namespace sveiki::store
