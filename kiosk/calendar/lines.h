// SPDX-License-Identifier: EUPL-1.2
/// The logical lines of an iCalendar file: unfolded, also where a mail program has broken the
/// folding. Never holds more than the longest line that is allowed.
#pragma once

#include <array>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace sveiki::calendar {

struct Line {
  int number = 0;  ///< of its first physical line, from 1
  std::string text;
  bool cut = false;  ///< it was longer than allowed; `text` is its beginning
};

class Lines {
 public:
  Lines(std::istream& in, std::size_t longest, std::size_t largest_file)
      : in_(in), longest_(longest), left_(largest_file) {}

  /// Nothing at the end. Throws CalendarError if the file is too large.
  std::optional<Line> next();

 private:
  std::optional<Line> physical();
  int byte();

  std::istream& in_;
  std::size_t longest_;
  std::size_t left_;
  std::array<char, 1 << 16> buffer_{};
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  int number_ = 0;
  std::optional<Line> ahead_;
};

}  // namespace sveiki::calendar
