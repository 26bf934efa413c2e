// SPDX-License-Identifier: EUPL-1.2
#include "domain/holidays.h"

#include <algorithm>
#include <functional>

#include "domain/config_table.h"
#include "domain/config_values.h"

namespace sveiki {
namespace {

// Ash Wednesday lies before, Corpus Christi after: further away no holiday follows Easter.
constexpr int kDaysFromEaster = 70;

/// The day of a holiday in a year.
using DayIn = std::function<CivilDay(int year)>;

/// One of the three ways to name a day. If it is wrong its answer counts for nothing.
DayIn read_day(ConfigTable& table) {
  const auto number = [&](std::string_view key, int least, int most) {
    const auto value = table.whole(key);
    if (value && (*value < least || *value > most))
      table.refuse(key,
                   "must be from " + std::to_string(least) + " to " + std::to_string(most) + '.');
    return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
  };
  const auto easter = number("easter", -kDaysFromEaster, kDaysFromEaster);
  const auto month = number("month", 1, 12);
  const auto sunday = number("sunday", 1, 4);
  const auto day = number("day", 1, 31);
  if (easter) {
    for (const auto& [key, value] : {std::pair{"month", month}, {"sunday", sunday}, {"day", day}})
      if (value) table.refuse(key, "does not go with easter. Leave one out.");
    return [=](int year) { return easter_sunday(year).next(*easter); };
  }
  table.need("month", "month = 6");
  if (sunday && day) table.refuse("day", "does not go with sunday. Leave one out.");
  if (!sunday) table.need("day", "day = 24");
  const auto in_month = static_cast<unsigned>(month.value_or(1));
  if (sunday)
    return [=](int year) {
      const auto date = std::chrono::year{year} / std::chrono::month{in_month} /
                        std::chrono::Sunday[static_cast<unsigned>(*sunday)];
      return CivilDay{std::chrono::sys_days{date}};
    };
  const auto in_day = static_cast<unsigned>(day.value_or(1));
  // 29 February would be a holiday in some years only.
  if (!(std::chrono::year{2023} / std::chrono::month{in_month} / std::chrono::day{in_day}).ok())
    table.refuse("day", "is not in this month each year. Write another day.");
  return [=](int year) { return CivilDay{year, in_month, in_day}; };
}

CivilDay next_working_day(CivilDay day) {
  while (day.weekday().iso_encoding() > 5) day = day.next();
  return day;
}

}  // namespace

std::vector<Closure> read_holidays(const std::filesystem::path& path, int year_from, int year_to) {
  std::vector<Closure> closures;
  read_config(path, [&](ConfigTable& file) {
    file.need("holidays", "[[holidays]] month = 6 day = 24");
    file.tables("holidays", [&](ConfigTable& table) {
      const DayIn day_in = read_day(table);
      const bool moves = table.yes_or_no("weekend_moves").value_or(false);
      table.need("name", R"(name = { lv = "Jāņi", lt = "Joninės", en = "Midsummer" })");
      const LocalText name = read_local_text(table, "name", {kLanguages.begin(), kLanguages.end()});
      for (int year = year_from; year <= year_to; ++year) {
        const CivilDay day = day_in(year);
        closures.push_back({day, day, name});
        if (const CivilDay off = next_working_day(day); moves && off != day)
          closures.push_back({off, off, name});
      }
    });
  });
  std::ranges::stable_sort(closures, {}, &Closure::from);
  return closures;
}

CivilDay easter_sunday(int year) {
  // The "anonymous Gregorian" computus (Nature, 20 April 1876).
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return {year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1)};
}

}  // namespace sveiki
