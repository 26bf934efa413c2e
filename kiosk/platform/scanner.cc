// SPDX-License-Identifier: EUPL-1.2
#include "platform/scanner.h"

#include <string_view>
#include <utility>

namespace sveiki::platform {
namespace {

constexpr Millis kScannerPace{40};
// Longer than the slowest frame, during which strokes wait to be taken; shorter than a person
// needs to show a second card.
constexpr Millis kPause{250};
// A finger that slips from a key to Enter makes two quick strokes, not a card.
constexpr std::size_t kShortest = 3;

}  // namespace

char us_character(char cap, bool shifted) {
  constexpr std::string_view kCaps = "`1234567890-=[]\\;',./";
  constexpr std::string_view kShifted = "~!@#$%^&*()_+{}|:\"<>?";
  const auto place = kCaps.find(cap);
  return shifted && place != std::string_view::npos ? kShifted[place] : cap;
}

// The whole code is measured, not each gap: a slow frame delays a few strokes, and cutting the code
// there would make another card of its end.
bool ScannerReader::fast(Moment end) const {
  return end - first_ <= kScannerPace * static_cast<int>(code_.size());
}

std::optional<Input> ScannerReader::stroke(Stroke stroke) {
  if (stroke.at - last_ > kPause) {
    code_.clear();
    done_ = false;
  }
  last_ = stroke.at;
  if (stroke.character == '\n') return enter(stroke.at);
  if (code_.empty()) first_ = stroke.at;
  if (code_.size() < kLongest) {
    code_ += stroke.character;
  } else if (!done_ && fast(stroke.at)) {
    done_ = true;
    return Scan{"", true};
  }
  return std::nullopt;
}

std::optional<Input> ScannerReader::enter(Moment at) {
  const bool scanned = code_.size() >= kShortest && fast(at);
  const std::string code = std::exchange(code_, {});
  if (done_) return std::nullopt;
  if (!scanned) return Key::kSelect;
  done_ = true;
  return Scan{code, false};
}

}  // namespace sveiki::platform
