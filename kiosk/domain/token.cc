// SPDX-License-Identifier: EUPL-1.2
#include "domain/token.h"

#include <algorithm>

namespace sveiki {
namespace {

constexpr std::array<std::string_view, kFlocks.size()> kFlockNames{"green",  "orange", "blue",
                                                                   "yellow", "violet", "red"};

constexpr std::array<std::string_view, 60> kSymbols{
    "hedgehog",  "frog",     "turtle",   "leaf",       "tree",     "cactus",     "crocodile",
    "clover",    "cucumber", "tractor",  "fox",        "cat",      "squirrel",   "tiger",
    "carrot",    "orange",   "lion",     "guitar",     "bread",    "basketball", "whale",
    "dolphin",   "fish",     "elephant", "penguin",    "sailboat", "blueberry",  "umbrella",
    "snowflake", "airplane", "bee",      "duck",       "giraffe",  "sunflower",  "lemon",
    "banana",    "sun",      "cheese",   "corn",       "key",      "butterfly",  "grapes",
    "owl",       "octopus",  "tulip",    "rabbit",     "snail",    "mouse",      "horse",
    "bicycle",   "ladybird", "apple",    "strawberry", "cherry",   "rose",       "rooster",
    "mushroom",  "car",      "balloon",  "crab"};

constexpr std::array<std::string_view, 12> kOwnPictures{"apple", "cat",    "car",      "sun",
                                                        "fish",  "tree",   "balloon",  "bicycle",
                                                        "key",   "rabbit", "umbrella", "guitar"};

}  // namespace

std::string_view flock_name(Flock flock) {
  return kFlockNames[static_cast<std::size_t>(flock)];
}

std::optional<Flock> flock_from_name(std::string_view name) {
  const auto* const found = std::ranges::find(kFlockNames, name);
  if (found == kFlockNames.end()) return std::nullopt;
  return kFlocks[static_cast<std::size_t>(found - kFlockNames.begin())];
}

std::span<const std::string_view> symbols() {
  return kSymbols;
}

std::span<const std::string_view> own_pictures() {
  return kOwnPictures;
}

bool symbol_exists(std::string_view symbol) {
  return std::ranges::find(kSymbols, symbol) != kSymbols.end();
}

}  // namespace sveiki
