// SPDX-License-Identifier: EUPL-1.2
/// Writes iCalendar text as RFC 5545 wants it: CRLF, lines of 75 bytes, text escaped.
#pragma once

#include <string>
#include <string_view>

namespace sveiki::calendar {

class Writer {
 public:
  /// `name` with its parameters: "DTSTART;TZID=Europe/Riga". `value` as it shall stand there.
  void line(std::string_view name, std::string_view value);
  /// A value that is text.
  void text(std::string_view name, std::string_view value);

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace sveiki::calendar
