// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <regex>

#include "domain/centre.h"
#include "domain/config_table.h"

namespace sveiki {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"day-activity-centre", "youth-centre",
                                                 "day-care-centre", "day-centre"};
constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 4> kWays{"token", "card", "guest", "party"};
constexpr std::size_t kMostActivities = 40;
constexpr std::size_t kLongestId = 40;
// The civil day ends at 4 in the morning: an evening that goes on longer would belong to two.
constexpr int kLatestEnd = 28 * 60;
constexpr int kMidnight = 24 * 60;

bool one_of(const auto& word, const auto& words) {
  return std::ranges::find(words, word) != std::ranges::end(words);
}

std::string list(const auto& words) {
  std::string all;
  for (const auto& word : words) all.append(all.empty() ? "\"" : ", \"").append(word).append("\"");
  return all;
}

std::string in_quotes(std::string_view text) {
  return '"' + std::string{text} + '"';
}

/// "18.00-02.00" as the hours of one opening.
std::optional<OpenHours> open_hours(const std::string& text) {
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

std::string read_choice(ConfigTable& table, std::string_view key, const auto& choices) {
  std::string word = table.text(key).value_or("");
  if (!word.empty() && !one_of(word, choices))
    table.refuse(key, in_quotes(word) + " is not possible. Write one of " + list(choices) + '.');
  return word;
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

std::vector<std::string> read_languages(ConfigTable& file) {
  file.need("languages", R"(languages = ["lv", "lt", "en"])");
  std::vector<std::string> languages;
  for (std::string& language : file.texts("languages")) {
    if (!one_of(language, kLanguages))
      file.refuse("languages", in_quotes(language) + " has no words yet. Possible are " +
                                   list(kLanguages) + '.');
    else if (one_of(language, languages))
      file.refuse("languages", in_quotes(language) + " stands there twice. Write each once.");
    else
      languages.push_back(std::move(language));
  }
  return languages;
}

std::vector<OpenHours> read_day(ConfigTable& hours, std::string_view day) {
  hours.need(day, std::string{day} + R"( = "10.00-17.00")");
  const std::vector<std::string> texts = hours.texts(day);
  std::vector<OpenHours> openings;
  if (texts == std::vector<std::string>{"closed"}) return openings;
  for (const std::string& text : texts) {
    const auto opening = open_hours(text);
    if (!opening)
      hours.refuse(
          day, in_quotes(text) + R"( is not an opening time. Write "10.00-17.00", or "closed".)");
    else if (opening->to > kLatestEnd)
      hours.refuse(day,
                   in_quotes(text) + " ends after 4.00 of the next day. Write an earlier end.");
    else if (!openings.empty() && opening->from <= openings.back().to)
      hours.refuse(day, in_quotes(text) +
                            " does not come after the one before it. Write openings "
                            "in order, with a gap between them.");
    else
      openings.push_back(*opening);
  }
  return openings;
}

void read_hours(ConfigTable& file, Centre& centre) {
  file.need("hours", R"([hours] mon = "10.00-17.00")");
  file.table("hours", [&](ConfigTable& hours) {
    for (std::size_t i = 0; i < kDays.size(); ++i) centre.hours[i] = read_day(hours, kDays[i]);
    for (std::size_t i = 0; i < kDays.size(); ++i) {
      const auto& next = centre.hours[(i + 1) % kDays.size()];
      if (!centre.hours[i].empty() && !next.empty() &&
          centre.hours[i].back().to - kMidnight > next.front().from)
        hours.refuse(kDays[i], "ends after " + std::string{kDays[(i + 1) % kDays.size()]} +
                                   " has begun. Write an earlier end.");
    }
  });
}

void read_rooms(ConfigTable& file, Centre& centre) {
  file.tables("rooms", [&](ConfigTable& table) {
    Room room;
    room.id = read_id(table, "id", "hall");
    if (!room.id.empty() && centre.room(room.id))
      table.refuse("id", in_quotes(room.id) + " is already another room.");
    table.need("name", R"(name = { lv = "Zāle", lt = "Salė", en = "Hall" })");
    room.name = read_local_text(table, "name", centre.languages);
    centre.rooms.push_back(std::move(room));
  });
}

void read_activities(ConfigTable& file, Centre& centre) {
  file.need("activities", R"([[activities]] id = "clay")");
  file.tables("activities", [&](ConfigTable& table) {
    Activity activity;
    activity.id = read_id(table, "id", "clay");
    if (!activity.id.empty() && centre.activity(activity.id))
      table.refuse("id", in_quotes(activity.id) + " is already another activity.");
    if (activity.id == "none")
      table.refuse("id", "\"none\" stands for visits in no activity. Choose another id.");
    activity.symbol = read_id(table, "symbol", "clay");
    table.need("name", R"(name = { lv = "Māls", lt = "Molis", en = "Clay" })");
    activity.name = read_local_text(table, "name", centre.languages);
    activity.spoken = read_local_text(table, "spoken", centre.languages);
    if (activity.spoken.empty()) activity.spoken = activity.name;
    // Who hears a name must find it on the screen (WCAG 2.5.3).
    for (const std::string& language : centre.languages)
      if (activity.spoken.in(language).find(activity.name.in(language)) == std::string::npos)
        table.refuse("spoken", "does not contain the name in " + in_quotes(language) +
                                   ". Write the name, and more if it helps.");
    activity.room = table.text("room").value_or("");
    if (!activity.room.empty() && !centre.room(activity.room)) {
      std::vector<std::string> rooms;
      for (const Room& room : centre.rooms) rooms.push_back(room.id);
      table.refuse("room",
                   in_quotes(activity.room) + " is not a room of this centre" +
                       (rooms.empty() ? ". It has none." : ". Its rooms are " + list(rooms) + '.'));
    }
    if (centre.activities.size() == kMostActivities)
      table.refuse("id", "is one too many. A centre has at most 40 activities.");
    centre.activities.push_back(std::move(activity));
  });
}

void read_check_in(ConfigTable& file, Centre& centre) {
  file.table("check_in", [&](ConfigTable& table) {
    table.need("ways", "ways = [" + list(kWays) + ']');
    const auto ways = table.texts("ways");
    for (const std::string& way : ways)
      if (!one_of(way, kWays))
        table.refuse("ways", in_quotes(way) + " is not a way of checking in. Possible are " +
                                 list(kWays) + '.');
    centre.ways = {one_of("token", ways), one_of("card", ways), one_of("guest", ways),
                   one_of("party", ways)};
    centre.entry_when_closed = table.yes_or_no("when_closed").value_or(false);
    if (const auto gap = table.whole("new_visit_after_minutes")) {
      centre.visit_gap = std::chrono::minutes{*gap};
      if (*gap < 1 || *gap > kMidnight)
        table.refuse("new_visit_after_minutes", "must be from 1 to 1440. Usual is 120.");
    }
  });
}

void read_screen(ConfigTable& file, Centre& centre) {
  file.table("screen", [&](ConfigTable& table) {
    if (const auto theme = read_choice(table, "theme", kThemes); !theme.empty())
      centre.theme = theme;
    if (const auto percent = table.whole("text_size")) {
      centre.text_percent = static_cast<int>(*percent);
      if (!one_of(*percent, kTextPercents)) table.refuse("text_size", "must be 100, 150 or 200.");
    }
    if (const auto density = table.number("px_per_mm")) {
      centre.px_per_mm = *density;
      if (!(*density >= 1 && *density <= 20))
        table.refuse("px_per_mm", "must be from 1 to 20. A 24 inch screen of 1920 pixels has 3.6.");
    }
  });
}

Centre read_all(ConfigTable& file) {
  Centre centre;
  centre.id = read_id(file, "id", "kretinga");
  centre.branch_of = file.text("branch_of").value_or("");
  file.need("kind", R"(kind = "day-centre")");
  centre.kind = read_choice(file, "kind", kKinds);
  file.need("zone", R"(zone = "Europe/Riga")");
  centre.zone = file.text("zone").value_or("");
  if (!centre.zone.empty() && !zone_exists(centre.zone))
    file.refuse("zone", in_quotes(centre.zone) +
                            R"( is not a time zone. Write for example "Europe/Riga".)");
  centre.languages = read_languages(file);
  file.need("name", R"(name = { lv = "...", lt = "...", en = "..." })");
  centre.name = read_local_text(file, "name", centre.languages);
  read_hours(file, centre);
  read_rooms(file, centre);
  read_activities(file, centre);
  read_check_in(file, centre);
  read_screen(file, centre);
  return centre;
}

}  // namespace

Centre read_centre(const std::filesystem::path& path) {
  ConfigFaults faults(path.string());
  try {
    const toml::table table = toml::parse_file(path.string());
    Centre centre = [&] {
      ConfigTable file(table, "", 1, faults);
      return read_all(file);
    }();
    faults.raise();
    return centre;
  } catch (const toml::parse_error& error) {
    const unsigned line = error.source().begin.line;
    if (line == 0)
      throw ConfigError(path.string() + ": cannot be read. Name a file that is there.");
    faults.add(line, "", std::string{error.description()} + ".");
    faults.raise();
    throw;
  }
}

}  // namespace sveiki
