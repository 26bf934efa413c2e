// SPDX-License-Identifier: EUPL-1.2
/// Tells a card scanner from a hand on the same keyboard: a scanner types a character every 40 ms
/// or faster and ends with Enter. Physical keys, so that a Lithuanian layout does not turn digits
/// into letters. Pure.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "platform/input.h"

namespace sveiki::platform {

/// What a US keyboard types with the key whose cap says `cap` ('A', '7', '-'). Letters are always
/// capitals: a card must not depend on Caps Lock.
char us_character(char cap, bool shifted);

/// One key pressed: `character` as on a US keyboard ('7', 'A', '-'), or '\n' for Enter.
struct Stroke {
  char character = 0;
  Moment at;
};

class ScannerReader {
 public:
  /// The longest code a card may have.
  static constexpr std::size_t kLongest = 64;

  /// Takes a stroke; answers the scan, when this stroke ended one, or Key::kSelect for the Enter
  /// of a hand. A code too long is answered once, at once; the rest of it is swallowed.
  std::optional<Input> stroke(Stroke stroke);

 private:
  bool fast(Moment end) const;
  std::optional<Input> enter(Moment at);

  std::string code_;
  Moment first_;
  Moment last_;
  bool done_ = false;  ///< the scan was answered: its last strokes may still come
};

}  // namespace sveiki::platform
