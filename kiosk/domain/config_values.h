// SPDX-License-Identifier: EUPL-1.2
/// The values that a centre's files have in common: ids, choices, days of the week, times of the
/// day, and texts in several languages.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/centre.h"
#include "domain/config_table.h"

namespace sveiki {

/// Monday first.
inline constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu",
                                                       "fri", "sat", "sun"};

bool one_of(const auto& word, const auto& words) {
  return std::ranges::find(words, word) != std::ranges::end(words);
}

/// "clay", "wood"
std::string list(const auto& words) {
  std::string all;
  for (const auto& word : words) all.append(all.empty() ? "\"" : ", \"").append(word).append("\"");
  return all;
}

std::string in_quotes(std::string_view text);

/// "18.00-02.00": from 18.00 to 26.00.
std::optional<OpenHours> time_span(const std::string& text);

std::string read_id(ConfigTable& table, std::string_view key, std::string_view example);

std::string read_choice(ConfigTable& table, std::string_view key, const auto& choices) {
  std::string word = table.text(key).value_or("");
  if (!word.empty() && !one_of(word, choices))
    table.refuse(key, in_quotes(word) + " is not possible. Write one of " + list(choices) + '.');
  return word;
}

/// A whole number from `least` to `most`; `usual` if there is none.
int read_whole(ConfigTable& table, std::string_view key, int least, int most, int usual);

/// The id of a room of the centre; empty if there is none.
std::string read_room(ConfigTable& table, const Centre& centre);

LocalText read_local_text(ConfigTable& parent, std::string_view key,
                          const std::vector<std::string>& languages);

/// The days `from` and `to`; one day if there is no `to`.
struct Days {
  CivilDay from;
  CivilDay to;
};
Days read_days(ConfigTable& table);

}  // namespace sveiki
