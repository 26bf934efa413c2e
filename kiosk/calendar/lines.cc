// SPDX-License-Identifier: EUPL-1.2
#include "calendar/lines.h"

#include <algorithm>

#include "calendar/scan.h"

namespace sveiki::calendar {
namespace {

constexpr int kEnd = -1;

bool in_a_name(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// "DTSTART;..." and "SUMMARY:..." begin a property; what does not goes on with the line before,
/// with a blank in front as it should be, or without.
bool begins_property(const std::string& text) {
  const auto name_end = std::ranges::find_if_not(text, in_a_name);
  return name_end != text.begin() && name_end != text.end() &&
         (*name_end == ':' || *name_end == ';');
}

}  // namespace

int Lines::byte() {
  if (at_ == end_) {
    in_.read(buffer_.data(), buffer_.size());
    at_ = 0;
    end_ = static_cast<std::size_t>(in_.gcount());
    if (end_ == 0) return kEnd;
    if (end_ > left_)
      throw CalendarError("is larger than 20 MB. Export fewer years, or fewer calendars at once.");
    left_ -= end_;
  }
  return static_cast<unsigned char>(buffer_[at_++]);
}

/// Up to a line feed, a carriage return, or both.
std::optional<Line> Lines::physical() {
  Line line{.number = ++number_};
  int c = byte();
  if (c == kEnd) return std::nullopt;
  for (; c != kEnd && c != '\n' && c != '\r'; c = byte()) {
    if (line.text.size() < longest_)
      line.text += static_cast<char>(c);
    else
      line.cut = true;
  }
  if (c == '\r') {
    // Some write CR CR LF.
    while ((c = byte()) == '\r') {
    }
    if (c != '\n' && c != kEnd) --at_;
  }
  return line;
}

std::optional<Line> Lines::next() {
  std::optional<Line> line = ahead_ ? std::move(ahead_) : physical();
  ahead_.reset();
  while (line && (ahead_ = physical())) {
    const std::string& more = ahead_->text;
    const bool folded = more.starts_with(' ') || more.starts_with('\t');
    if (!folded && begins_property(more)) break;
    const std::size_t fits = std::min(more.size() - folded, longest_ - line->text.size());
    line->text.append(more, folded, fits);
    line->cut = line->cut || ahead_->cut || fits + folded < more.size();
    ahead_.reset();
  }
  return line;
}

}  // namespace sveiki::calendar
