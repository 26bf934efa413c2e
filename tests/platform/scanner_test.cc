// SPDX-License-Identifier: EUPL-1.2
#include "platform/scanner.h"

#include <vector>

#include "support/catch.h"

namespace sveiki::platform {
namespace {

/// A keyboard with something that types on it.
struct Keyboard {
  ScannerReader reader;
  Moment now{5000};
  std::vector<Input> heard;

  void type(const std::string& characters, int pace_ms) {
    for (const char c : characters) {
      now = now + Millis{pace_ms};
      if (auto input = reader.stroke({c, now})) heard.push_back(*input);
    }
  }
  void pause(int ms) { now = now + Millis{ms}; }

  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const Input& input : heard) {
      const auto* scan = std::get_if<Scan>(&input);
      all.push_back(!scan ? "(key)" : scan->too_long ? "(too long)" : scan->code);
    }
    return all;
  }
};

using Codes = std::vector<std::string>;

TEST_CASE("A card shown to the scanner is read whole") {
  Keyboard keyboard;
  keyboard.type("4750123456789\n", 8);
  CHECK(keyboard.codes() == Codes{"4750123456789"});
}

TEST_CASE("Enter pressed by a hand chooses") {
  Keyboard keyboard;
  keyboard.type("\n", 0);
  CHECK(keyboard.heard.size() == 1);
  CHECK(std::get<Key>(keyboard.heard.at(0)) == Key::kSelect);
}

TEST_CASE("A hand that types is not a card") {
  Keyboard keyboard;
  keyboard.type("12345678\n", 120);
  CHECK(keyboard.codes() == Codes{"(key)"});
}

TEST_CASE("A finger that slips from a key to Enter chooses and is not a card") {
  Keyboard keyboard;
  keyboard.type("'\n", 10);
  CHECK(keyboard.codes() == Codes{"(key)"});
}

TEST_CASE("A slow moment of the screen does not cut a card in two") {
  Keyboard keyboard;
  keyboard.type("4750123", 5);
  keyboard.pause(120);
  keyboard.type("456789\n", 0);
  CHECK(keyboard.codes() == Codes{"4750123456789"});
}

TEST_CASE("A stuck scanner is reported once and presses nothing") {
  Keyboard keyboard;
  keyboard.type(std::string(10'000, '7') + "\n", 3);
  CHECK(keyboard.codes() == Codes{"(too long)"});
  keyboard.pause(1000);
  keyboard.type("123456\n", 5);
  CHECK(keyboard.codes() == Codes{"(too long)", "123456"});
}

TEST_CASE("The longest card is read, one character more is too long") {
  Keyboard keyboard;
  keyboard.type(std::string(ScannerReader::kLongest, '1') + "\n", 5);
  keyboard.pause(1000);
  keyboard.type(std::string(ScannerReader::kLongest + 1, '1') + "\n", 5);
  CHECK(keyboard.codes() == Codes{std::string(64, '1'), "(too long)"});
}

TEST_CASE("A scanner that ends with two Enters presses nothing") {
  Keyboard keyboard;
  keyboard.type("123456\n\n", 5);
  CHECK(keyboard.codes() == Codes{"123456"});
  keyboard.pause(400);
  keyboard.type("\n", 0);
  CHECK(keyboard.codes() == Codes{"123456", "(key)"});
}

TEST_CASE("Two cards one after the other are two cards") {
  Keyboard keyboard;
  keyboard.type("111111\n", 5);
  keyboard.pause(300);
  keyboard.type("222222\n", 5);
  CHECK(keyboard.codes() == Codes{"111111", "222222"});
}

TEST_CASE("Characters left from a while ago do not become part of a card") {
  Keyboard keyboard;
  keyboard.type("99", 5);
  keyboard.pause(1000);
  keyboard.type("123456\n", 5);
  CHECK(keyboard.codes() == Codes{"123456"});
}

TEST_CASE("A card reads the same with Shift held for its letters and signs") {
  CHECK(us_character('A', true) == 'A');
  CHECK(us_character('A', false) == 'A');
  CHECK(us_character('-', true) == '_');
  CHECK(us_character(';', true) == ':');
  CHECK(us_character('0', true) == ')');
  CHECK(us_character('/', false) == '/');
}

}  // namespace
}  // namespace sveiki::platform
