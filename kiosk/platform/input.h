// SPDX-License-Identifier: EUPL-1.2
/// What a person does to the machine, whatever device it came from: the one door for finger,
/// mouse, key, scanner, test and script.
#pragma once

#include <string>
#include <variant>

namespace sveiki::platform {

/// A finger (or a mouse with its button down). Pixels from the top left of the surface.
struct Finger {
  enum class Kind { kDown, kMove, kUp };
  Kind kind = Kind::kDown;
  float x = 0;
  float y = 0;
};

/// The five keys of the EZ Access pattern, and what an ordinary keyboard has for them.
enum class Key { kUp, kDown, kSelect, kBack, kHelp };

/// A card or code that a reader has read, whole. `too_long`: a stuck scanner; the code is empty.
struct Scan {
  std::string code;
  bool too_long = false;
};

/// Somebody asked the window to close (only where there is a window manager).
struct CloseRequest {};

using Input = std::variant<Finger, Key, Scan, CloseRequest>;

}  // namespace sveiki::platform
