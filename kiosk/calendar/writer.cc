// SPDX-License-Identifier: EUPL-1.2
#include "calendar/writer.h"

#include <algorithm>

namespace sveiki::calendar {
namespace {

constexpr std::size_t kLongestLine = 75;

bool within_letter(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

}  // namespace

void Writer::line(std::string_view name, std::string_view value) {
  std::string left{name};
  left.append(":").append(value);
  for (std::size_t most = kLongestLine; left.size() > most; most = kLongestLine - 1) {
    std::size_t end = most;
    while (within_letter(left[end])) --end;
    bytes_.append(left, 0, end).append("\r\n ");
    left.erase(0, end);
  }
  bytes_.append(left).append("\r\n");
}

void Writer::text(std::string_view name, std::string_view value) {
  std::string escaped;
  for (const char c : value) {
    if (c == '\\' || c == ';' || c == ',' || c == '\n') escaped += '\\';
    escaped += c == '\n' ? 'n' : c;
  }
  line(name, escaped);
}

}  // namespace sveiki::calendar
