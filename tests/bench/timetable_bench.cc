// SPDX-License-Identifier: EUPL-1.2
// What a timetable costs: a year of 200 series for the first time and once it is kept, a week, one
// session, and the search for room conflicts. Usage: timetable_bench
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "domain/holidays.h"
#include "domain/timetable.h"

namespace {

using namespace sveiki;
using Clock = std::chrono::steady_clock;

constexpr int kSeries = 200;
constexpr int kTimes = 15;

/// The median of several runs.
double ms(const std::function<void()>& run) {
  std::vector<double> all;
  for (int i = 0; i < kTimes; ++i) {
    const auto start = Clock::now();
    run();
    all.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  std::ranges::sort(all);
  return all[kTimes / 2];
}

std::string machine() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("model name")) return line.substr(line.find(": ") + 2);
  return "unknown";
}

std::vector<Series> series(const char* rule, int year, bool slots) {
  std::vector<Series> all;
  for (int i = 0; i < kSeries; ++i) {
    Series one;
    one.id = "series-" + std::to_string(i);
    one.activity = "clay";
    one.room = i % 2 ? "hall" : "studio";
    one.start = {CivilDay{year, 1, 1}.next(i % 7), 8 * 60 + i % 20 * 30};
    one.rule = Rule::parse(rule);
    if (slots) one.slots = Slots{20, 0};
    for (int j = 1; j <= 5; ++j) {
      const WallTime original{one.start.date.next(7 * j * 9), one.start.minutes};
      one.exceptions.push_back({original, j % 2 == 0, original + 24 * 60, 60, ""});
    }
    all.push_back(one);
  }
  return all;
}

void measure(const char* what, const std::vector<Series>& all) {
  Centre centre;
  centre.zone = "Europe/Riga";
  centre.rooms = {{"hall", {}}, {"studio", {}}};
  const auto closures = read_holidays(SVEIKI_SOURCE_DIR "/config/holidays/lv.toml", 2025, 2028);
  const CivilDay first{2026, 1, 1};
  const CivilDay last{2026, 12, 31};
  const CivilDay monday{2026, 11, 23};
  const double cold = ms([&] { Timetable(all, closures, centre).sessions(first, last); });
  const Timetable timetable(all, closures, centre);
  const std::size_t sessions = timetable.sessions(first, last).size();
  const double cached = ms([&] { timetable.sessions(first, last); });
  const double week = ms([&] { timetable.sessions(monday, monday.next(6)); });
  const SessionRef ref = timetable.sessions(monday, monday.next(6)).front().ref;
  const double one = ms([&] { timetable.find(ref); });
  const double conflicts = ms([&] { room_conflicts(timetable, all.front(), centre, first); });
  std::printf(
      "%-32s %6zu sessions: cold %6.1f ms (target 150), cached year %.3f ms (target 1), "
      "week %.4f ms, find %.4f ms, conflicts %.1f ms\n",
      what, sessions, cold, cached, week, one, conflicts);
}

}  // namespace

int main() {
  std::printf("%s\n%d series, a year:\n", machine().c_str(), kSeries);
  measure("once a week", series("FREQ=WEEKLY", 2026, false));
  measure("three times a week", series("FREQ=WEEKLY;BYDAY=MO,WE,FR", 2026, false));
  measure("three times a week since 2016", series("FREQ=WEEKLY;BYDAY=MO,WE,FR", 2016, false));
  measure("1000 times since 2024", series("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=1000", 2024, false));
  measure("three slots, once a week", series("FREQ=WEEKLY", 2026, true));
  return 0;
}
