// SPDX-License-Identifier: EUPL-1.2
/// The messages of a .po file, for tests that read the words as a person would.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sveiki::test {

struct PoMessage {
  int line = 0;                    ///< of its msgid
  std::string english;             ///< msgid
  std::string plural;              ///< msgid_plural; empty: none
  std::vector<std::string> forms;  ///< msgstr, or all msgstr[n]
};

/// All messages but the header. One string a line, as `msgcat --no-wrap` writes them.
inline std::vector<PoMessage> read_po(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("no such file: " + file);
  std::vector<PoMessage> messages;
  std::string text;
  for (int line = 1; std::getline(in, text); ++line) {
    const auto open = text.find('"');
    if (open == 0 || open == std::string::npos) continue;
    const std::string_view keyword{text.data(), open};
    const std::string value = text.substr(open + 1, text.rfind('"') - open - 1);
    if (keyword == "msgid ") messages.push_back({line, value, "", {}});
    if (keyword == "msgid_plural ") messages.back().plural = value;
    if (keyword.starts_with("msgstr")) messages.back().forms.push_back(value);
  }
  std::erase_if(messages, [](const PoMessage& message) { return message.english.empty(); });
  return messages;
}

}  // namespace sveiki::test
