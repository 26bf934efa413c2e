// SPDX-License-Identifier: EUPL-1.2
#include <sstream>
#include <thread>

#include "glass.h"
#include "platform/surface.h"
#include "support/catch.h"
#include "xvfb.h"

namespace sveiki::platform {
namespace {

using testing::Hands;
using testing::Xvfb;

std::string in_words(const std::vector<Input>& inputs) {
  std::ostringstream out;
  for (const Input& input : inputs) {
    if (const auto* finger = std::get_if<Finger>(&input)) {
      static const char* const kKinds[] = {"down", "move", "up"};
      out << kKinds[static_cast<int>(finger->kind)] << " " << finger->x << "," << finger->y << "; ";
    } else if (const auto* key = std::get_if<Key>(&input)) {
      static const char* const kKeys[] = {"Up", "Down", "Select", "Back", "Help"};
      out << kKeys[static_cast<int>(*key)] << "; ";
    } else if (const auto* scan = std::get_if<Scan>(&input)) {
      out << "scan " << (scan->too_long ? "too long" : scan->code) << "; ";
    }
  }
  return out.str();
}

/// Everything that arrives within a moment.
std::string heard(Surface& surface) {
  std::vector<Input> all;
  for (int quiet = 0; quiet < 3;) {
    const auto some = surface.wait(Millis{20});
    quiet = some.empty() ? quiet + 1 : 0;
    all.insert(all.end(), some.begin(), some.end());
  }
  return in_words(all);
}

TEST_CASE("Thirteen quick taps are thirteen taps, each where it happened") {
  const Xvfb server("400x300x24");
  const auto surface = open_window({true});
  heard(*surface);
  Hands hands;
  std::string expected;
  for (int i = 0; i < 13; ++i) {
    hands.tap(20 * i + 10, 50 + i);
    const std::string place = std::to_string(20 * i + 10) + "," + std::to_string(50 + i) + "; ";
    expected += "down " + place + "up " + place;
  }
  CHECK(heard(*surface) == expected);
}

TEST_CASE("The five keys and what an ordinary keyboard has for them arrive in order") {
  const Xvfb server("400x300x24");
  const auto surface = open_window({true});
  heard(*surface);
  Hands hands;
  for (const char* key : {"Down", "Tab", "Up", "Return", "Escape", "F1"}) hands.press(key);
  CHECK(heard(*surface) == "Down; Down; Up; Select; Back; Help; ");
}

TEST_CASE("A card is read by its keys, whatever language the keyboard has") {
  const Xvfb server("400x300x24");
  Hands hands;
  hands.use_layout("lt");
  const auto surface = open_window({true});
  heard(*surface);
  for (const char* key : {"1", "2", "3", "8", "A", "minus", "Return"}) hands.press(key);
  CHECK(heard(*surface) == "scan 1238A-; ");
}

TEST_CASE("Another thread can end the waiting") {
  const Xvfb server("400x300x24");
  const auto surface = open_window({true});
  heard(*surface);
  std::thread clerk([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    surface->wake();
  });
  CHECK(surface->wait(std::nullopt).empty());
  clerk.join();
}

}  // namespace
}  // namespace sveiki::platform
