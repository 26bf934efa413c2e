// SPDX-License-Identifier: EUPL-1.2
/// The lines of a drive script, read: one command each, with its arguments. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sveiki {

struct ScriptLine {
  std::string command;                          ///< "tap"
  std::string argument;                         ///< what follows, for expect: the first word
  std::map<std::string, std::string> expected;  ///< expect ID text=... state=...
};

/// Reads a line; nothing for an empty one and for a comment ("# ..."). The value of `text=` goes
/// on to the end of the line or to ` state=`; it may stand in double quotes.
std::optional<ScriptLine> read_line(std::string_view line);

}  // namespace sveiki
