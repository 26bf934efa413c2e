// SPDX-License-Identifier: EUPL-1.2
#include "domain/config_values.h"

#include <regex>

namespace sveiki {
namespace {

constexpr std::size_t kLongestId = 40;
constexpr int kMidnight = 24 * 60;

}  // namespace

std::string in_quotes(std::string_view text) {
  return '"' + std::string{text} + '"';
}

std::optional<OpenHours> time_span(const std::string& text) {
  const std::regex pattern{R"((\d\d?)\.([0-5]\d)-(\d\d?)\.([0-5]\d))"};
  std::smatch part;
  if (!std::regex_match(text, part, pattern)) return std::nullopt;
  const int from = std::stoi(part[1]) * 60 + std::stoi(part[2]);
  const int to = std::stoi(part[3]) * 60 + std::stoi(part[4]);
  if (from >= kMidnight || to > kMidnight) return std::nullopt;
  return OpenHours{from, to > from ? to : to + kMidnight};
}

std::string read_id(ConfigTable& table, std::string_view key, std::string_view example) {
  table.need(key, std::string{key} + " = " + in_quotes(example));
  std::string id = table.text(key).value_or("");
  const bool fits = id.size() <= kLongestId && std::ranges::all_of(id, [](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                    });
  if (!fits)
    table.refuse(key, in_quotes(id) +
                          " is not an id. Use up to 40 of the letters a to z, digits and "
                          "hyphens, for example " +
                          in_quotes(example) + '.');
  return id;
}

int read_whole(ConfigTable& table, std::string_view key, int least, int most, int usual) {
  const std::int64_t number = table.whole(key).value_or(usual);
  if (number >= least && number <= most) return static_cast<int>(number);
  table.refuse(key, "must be from " + std::to_string(least) + " to " + std::to_string(most) +
                        ". Usual is " + std::to_string(usual) + '.');
  return usual;
}

std::string read_room(ConfigTable& table, const Centre& centre) {
  std::string room = table.text("room").value_or("");
  if (room.empty() || centre.room(room)) return room;
  std::vector<std::string> rooms;
  for (const Room& known : centre.rooms) rooms.push_back(known.id);
  table.refuse("room",
               in_quotes(room) + " is not a room of this centre" +
                   (rooms.empty() ? ". It has none." : ". Its rooms are " + list(rooms) + '.'));
  return room;
}

LocalText read_local_text(ConfigTable& parent, std::string_view key,
                          const std::vector<std::string>& languages) {
  std::map<std::string, std::string, std::less<>> texts;
  parent.table(key, [&](ConfigTable& table) {
    for (const std::string_view language : kLanguages) {
      if (one_of(language, languages)) table.need(language, std::string{language} + R"( = "...")");
      if (auto text = table.text(language)) texts.emplace(language, std::move(*text));
    }
  });
  return LocalText{std::move(texts)};
}

Days read_days(ConfigTable& table) {
  table.need("from", "from = 2026-12-23");
  const CivilDay from = table.day("from").value_or(CivilDay{});
  const CivilDay to = table.day("to").value_or(from);
  if (to < from) table.refuse("to", to.iso() + " is before " + from.iso() + ". Write a later day.");
  return {from, to};
}

}  // namespace sveiki
