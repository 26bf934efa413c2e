// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/script.h"

#include <array>

namespace sveiki {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  return std::string{value};
}

/// Cuts " key=value" off the end of `rest`.
void cut_expectation(std::string_view& rest, const std::string& key, ScriptLine& line) {
  const std::string mark = key + "=";
  std::size_t at = rest.rfind(" " + mark);
  if (at == std::string_view::npos) {
    if (!rest.starts_with(mark)) return;
    at = 0;
  } else {
    ++at;
  }
  line.expected[key] = unquoted(rest.substr(at + mark.size()));
  rest = trimmed(rest.substr(0, at));
}

}  // namespace

std::optional<ScriptLine> read_line(std::string_view text) {
  std::string_view rest = trimmed(text);
  if (rest.empty() || rest.front() == '#') return std::nullopt;
  ScriptLine line;
  const std::size_t space = rest.find(' ');
  line.command = std::string{rest.substr(0, space)};
  rest = space == std::string_view::npos ? std::string_view{} : trimmed(rest.substr(space));
  if (line.command == "expect") {
    // The one that stands last is cut first, whatever their order.
    const bool state_last = rest.rfind("state=") != std::string_view::npos &&
                            (rest.rfind("text=") == std::string_view::npos ||
                             rest.rfind("state=") > rest.rfind("text="));
    const std::array<std::string, 2> keys = state_last
                                                ? std::array<std::string, 2>{"state", "text"}
                                                : std::array<std::string, 2>{"text", "state"};
    for (const std::string& key : keys) cut_expectation(rest, key, line);
    cut_expectation(rest, "screen", line);
  }
  line.argument = std::string{rest};
  return line;
}

}  // namespace sveiki
