// SPDX-License-Identifier: EUPL-1.2
#include "domain/centre.h"
#include "domain/config_values.h"

namespace sveiki {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"day-activity-centre", "youth-centre",
                                                 "day-care-centre", "day-centre"};
constexpr std::array<std::string_view, 4> kWays{"token", "card", "guest", "party"};
constexpr std::array<std::string_view, 2> kCountries{"lv", "lt"};
constexpr std::size_t kMostActivities = 40;
// The civil day ends at 4 in the morning: an evening that goes on longer would belong to two.
constexpr int kLatestEnd = 28 * 60;
constexpr int kMidnight = 24 * 60;

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
    const auto opening = time_span(text);
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
    activity.room = read_room(table, centre);
    if (centre.activities.size() == kMostActivities)
      table.refuse("id", "is one too many. A centre has at most 40 activities.");
    centre.activities.push_back(std::move(activity));
  });
}

void read_closures(ConfigTable& file, Centre& centre) {
  centre.holidays = read_choice(file, "holidays", kCountries);
  file.tables("closures", [&](ConfigTable& table) {
    const auto [from, to] = read_days(table);
    table.need("name", R"(name = { lv = "Remonts", lt = "Remontas", en = "Repairs" })");
    centre.closures.push_back({from, to, read_local_text(table, "name", centre.languages)});
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
    centre.visit_gap =
        std::chrono::minutes{read_whole(table, "new_visit_after_minutes", 1, kMidnight, 120)};
  });
}

void read_sign_up(ConfigTable& file, Centre& centre) {
  file.table("sign_up", [&](ConfigTable& table) {
    SignUpRules& rules = centre.sign_up;
    rules.per_day = read_whole(table, "per_day", 1, 20, rules.per_day);
    rules.opens_days = read_whole(table, "opens_days", 0, 365, rules.opens_days);
    rules.no_show = std::chrono::minutes{read_whole(table, "no_show_minutes", 1, 240, 15)};
  });
}

void read_record(ConfigTable& file, Centre& centre) {
  file.table("record", [&](ConfigTable& table) {
    centre.keep_visits_months =
        read_whole(table, "keep_visits_months", 1, 120, centre.keep_visits_months);
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
  read_closures(file, centre);
  read_rooms(file, centre);
  read_activities(file, centre);
  read_check_in(file, centre);
  read_sign_up(file, centre);
  read_record(file, centre);
  read_screen(file, centre);
  return centre;
}

}  // namespace

Centre read_centre(const std::filesystem::path& path) {
  Centre centre;
  read_config(path, [&](ConfigTable& file) { centre = read_all(file); });
  return centre;
}

}  // namespace sveiki
