// SPDX-License-Identifier: EUPL-1.2
#include "region/server_target.h"

#include <algorithm>

namespace sveiki::region {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' || c == 0x7f;
}

enum class Part { kPath, kQuery };

/// "%C4%81" as the bytes it stands for; in a query "+" is a space (forms write it so).
std::optional<std::string> decode(std::string_view text, Part part) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      if (part == Part::kPath && c == '/') return std::nullopt;
      i += 2;
    } else if (c == '+' && part == Part::kQuery) {
      c = ' ';
    }
    if (is_control(c) || (part == Part::kPath && c == '\\')) return std::nullopt;
    decoded += c;
  }
  return decoded;
}

/// What stands before the next `mark`; `rest` goes on after it.
std::string_view take_until(char mark, std::string_view& rest) {
  const auto end = std::min(rest.find(mark), rest.size());
  const auto piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

bool has_odd_step(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);  // the "/"
    const auto step = path.substr(0, path.find('/'));
    path.remove_prefix(step.size());
    if (step == "." || step == ".." || (step.empty() && !path.empty())) return true;
  }
  return false;
}

}  // namespace

std::optional<Target> read_target(std::string_view text) {
  if (!text.starts_with('/')) return std::nullopt;
  if (!std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '#'; }))
    return std::nullopt;
  const auto path = decode(take_until('?', text), Part::kPath);
  if (!path || has_odd_step(*path)) return std::nullopt;
  Target target{*path, {}};
  while (!text.empty()) {
    std::string_view value = take_until('&', text);
    const auto name = decode(take_until('=', value), Part::kQuery);
    const auto decoded = decode(value, Part::kQuery);
    if (!name || !decoded) return std::nullopt;
    if (!name->empty()) target.query.try_emplace(*name, *decoded);
  }
  return target;
}

}  // namespace sveiki::region
