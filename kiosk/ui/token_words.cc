// SPDX-License-Identifier: EUPL-1.2
// The words of a token: its symbol and its flock.
#include <algorithm>
#include <array>

#include "ui/words.h"

namespace sveiki::ui {
namespace {

struct Row {
  std::string_view symbol;
  const char* word;
};

constexpr std::array kWords{
    Row{"airplane", msg("Airplane")},
    Row{"apple", msg("Apple")},
    Row{"balloon", msg("Balloon")},
    Row{"banana", msg("Banana")},
    Row{"basketball", msg("Basketball")},
    Row{"bee", msg("Bee")},
    Row{"bicycle", msg("Bicycle")},
    Row{"blueberry", msg("Blueberry")},
    Row{"bread", msg("Bread")},
    Row{"butterfly", msg("Butterfly")},
    Row{"cactus", msg("Cactus")},
    Row{"car", msg("Car")},
    Row{"carrot", msg("Carrot")},
    Row{"cat", msg("Cat")},
    Row{"cheese", msg("Cheese")},
    Row{"cherry", msg("Cherry")},
    Row{"clover", msg("Clover")},
    Row{"corn", msg("Corn")},
    Row{"crab", msg("Crab")},
    Row{"crocodile", msg("Crocodile")},
    Row{"cucumber", msg("Cucumber")},
    Row{"dolphin", msg("Dolphin")},
    Row{"duck", msg("Duck")},
    Row{"elephant", msg("Elephant")},
    Row{"fish", msg("Fish")},
    Row{"fox", msg("Fox")},
    Row{"frog", msg("Frog")},
    Row{"giraffe", msg("Giraffe")},
    Row{"grapes", msg("Grapes")},
    Row{"guitar", msg("Guitar")},
    Row{"hedgehog", msg("Hedgehog")},
    Row{"horse", msg("Horse")},
    Row{"key", msg("Key")},
    Row{"ladybird", msg("Ladybird")},
    Row{"leaf", msg("Leaf")},
    Row{"lemon", msg("Lemon")},
    Row{"lion", msg("Lion")},
    Row{"mouse", msg("Mouse")},
    Row{"mushroom", msg("Mushroom")},
    Row{"octopus", msg("Octopus")},
    Row{"orange", msg("Orange")},
    Row{"owl", msg("Owl")},
    Row{"penguin", msg("Penguin")},
    Row{"rabbit", msg("Rabbit")},
    Row{"rooster", msg("Rooster")},
    Row{"rose", msg("Rose")},
    Row{"sailboat", msg("Sailboat")},
    Row{"snail", msg("Snail")},
    Row{"snowflake", msg("Snowflake")},
    Row{"squirrel", msg("Squirrel")},
    Row{"strawberry", msg("Strawberry")},
    Row{"sun", msg("Sun")},
    Row{"sunflower", msg("Sunflower")},
    Row{"tiger", msg("Tiger")},
    Row{"tractor", msg("Tractor")},
    Row{"tree", msg("Tree")},
    Row{"tulip", msg("Tulip")},
    Row{"turtle", msg("Turtle")},
    Row{"umbrella", msg("Umbrella")},
    Row{"whale", msg("Whale")},
};

}  // namespace

const char* symbol_word(std::string_view symbol) {
  const auto* const found = std::ranges::find(kWords, symbol, &Row::symbol);
  // A token outlives its symbol when the list changes: it keeps a word.
  return found == kWords.end() ? msg("Sign") : found->word;
}

const char* flock_word(std::string_view flock) {
  if (flock == "green") return msg("The greens");
  if (flock == "orange") return msg("The oranges");
  if (flock == "blue") return msg("The blues");
  if (flock == "yellow") return msg("The yellows");
  if (flock == "violet") return msg("The violets");
  if (flock == "red") return msg("The reds");
  return msg("A group");
}

}  // namespace sveiki::ui
