// SPDX-License-Identifier: EUPL-1.2
#include "domain/holidays.h"

#include <algorithm>
#include <map>

#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki;

namespace {

/// The holidays of a country as it ships, in one year: day -> name in `language`.
std::multimap<std::string, std::string> holidays(const char* country, int year,
                                                 const char* language) {
  const auto file = std::string{SVEIKI_SOURCE_DIR "/config/holidays/"} + country + ".toml";
  std::multimap<std::string, std::string> all;
  for (const Closure& closure : read_holidays(file, year, year)) {
    CHECK(closure.from == closure.to);
    for (const auto known : kLanguages) CHECK_FALSE(closure.name.in(known).empty());
    all.emplace(closure.from.iso(), closure.name.in(language));
  }
  return all;
}

std::vector<std::string> days(const char* country, int year) {
  std::vector<std::string> all;
  for (const auto& [day, name] : holidays(country, year, "en")) all.push_back(day.substr(5));
  return all;
}

/// What the reader says about a file with this one holiday, without the file's name.
std::string complaint(const std::string& holiday) {
  const test::TemporaryDir dir;
  test::write_file(dir / "xx.toml", "[[holidays]]\n" + holiday);
  try {
    read_holidays(dir / "xx.toml", 2026, 2026);
  } catch (const ConfigError& error) {
    const std::string what = error.what();
    return what.substr(what.find(".toml") + 5);
  }
  return "";
}

const std::string kName = "name = { lv = \"A\", lt = \"B\", en = \"C\" }\n";

}  // namespace

TEST_CASE("Easter is on the Sunday of the calendar") {
  const std::map<int, const char*> known{
      {1818, "1818-03-22"}, {1954, "1954-04-18"}, {1981, "1981-04-19"}, {2000, "2000-04-23"},
      {2008, "2008-03-23"}, {2024, "2024-03-31"}, {2025, "2025-04-20"}, {2026, "2026-04-05"},
      {2027, "2027-03-28"}, {2038, "2038-04-25"}, {2049, "2049-04-18"}, {2076, "2076-04-19"}};
  for (const auto& [year, day] : known) CHECK(easter_sunday(year).iso() == day);
}

TEST_CASE("Latvia's holidays of 2026 are those of its calendar") {
  CHECK(days("lv", 2026) == std::vector<std::string>{"01-01", "04-03", "04-05", "04-06", "05-01",
                                                     "05-04", "05-10", "05-24", "06-23", "06-24",
                                                     "11-18", "12-24", "12-25", "12-26", "12-31"});
  const auto named = holidays("lv", 2026, "lv");
  CHECK(named.find("2026-06-23")->second == "Līgo diena");
  CHECK(named.find("2026-05-24")->second == "Vasarsvētki");
}

TEST_CASE("Lithuania's holidays of 2026 are those of its calendar") {
  CHECK(days("lt", 2026) == std::vector<std::string>{"01-01", "02-16", "03-11", "04-05", "04-06",
                                                     "05-01", "05-03", "06-07", "06-24", "07-06",
                                                     "08-15", "11-01", "11-02", "12-24", "12-25",
                                                     "12-26"});
  const auto named = holidays("lt", 2026, "lt");
  CHECK(named.find("2026-06-24")->second == "Rasos ir Joninių diena");
  CHECK(named.find("2026-05-03")->second == "Motinos diena");
}

TEST_CASE("Latvia's two state holidays on a weekend give the next working day off") {
  CHECK(holidays("lv", 2025, "en").find("2025-05-05")->second == "Restoration of Independence Day");
  CHECK(holidays("lv", 2024, "en").count("2024-05-06") == 1);
  CHECK(holidays("lv", 2029, "en").find("2029-11-19")->second == "Proclamation Day of Latvia");
  CHECK(holidays("lv", 2026, "en").count("2026-05-05") == 0);
  // 1 May 2027 is a Saturday, and 6 July 2025 a Sunday: nothing moves.
  CHECK(holidays("lv", 2027, "en").count("2027-05-03") == 0);
  CHECK(holidays("lt", 2025, "en").count("2025-07-07") == 0);
}

TEST_CASE("Holidays of several years are told in order") {
  const auto all = read_holidays(SVEIKI_SOURCE_DIR "/config/holidays/lv.toml", 2026, 2028);
  CHECK(all.size() == 46);
  CHECK(std::ranges::is_sorted(all, {}, &Closure::from));
}

TEST_CASE("A mistake in a file of holidays is named with line, key and what would be right") {
  struct Dirty {
    std::string holiday, complaint;
  };
  const std::vector<Dirty> table{
      {"month = 6\nday = 24\n", ":1: holidays.name: is missing."},
      {"day = 24\n" + kName, ":1: holidays.month: is missing. Write for example month = 6"},
      {"month = 6\n" + kName, ":1: holidays.day: is missing. Write for example day = 24"},
      {"month = 13\nday = 1\n" + kName, ":2: holidays.month: must be from 1 to 12."},
      {"month = 6\nday = 32\n" + kName, ":3: holidays.day: must be from 1 to 31."},
      {"month = 6\nday = 31\n" + kName, ":3: holidays.day: is not in this month each year."},
      {"month = 2\nday = 29\n" + kName, ":3: holidays.day: is not in this month each year."},
      {"month = 6\nsunday = 5\n" + kName, ":3: holidays.sunday: must be from 1 to 4."},
      {"month = 6\nsunday = 1\nday = 1\n" + kName, ":4: holidays.day: does not go with sunday."},
      {"easter = 1\nday = 1\n" + kName, ":3: holidays.day: does not go with easter."},
      {"easter = 400\n" + kName, ":2: holidays.easter: must be from -70 to 70."},
      {"easter = 1\nweekend_moves = 1\n" + kName, ":3: holidays.weekend_moves: must be true or"},
      {"easter = 1\nname = { lv = \"A\" }\n", ":3: holidays.name.en: is missing."},
      {"eastern = 1\n" + kName, ":1: holidays.day: is missing."},
  };
  for (const Dirty& dirty : table) {
    INFO(dirty.holiday);
    CHECK(complaint(dirty.holiday).substr(0, dirty.complaint.size()) == dirty.complaint);
  }
}
