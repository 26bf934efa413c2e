// SPDX-License-Identifier: EUPL-1.2
// What a calendar of 10,000 events costs: reading it, reading it again, writing it, and looking for
// rooms that are taken twice. Half of the events are weekly, in three zones. Usage: calendar_bench
// [FILE], which also writes the calendar there.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

#include "calendar/export.h"
#include "calendar/import.h"

namespace {

using namespace sveiki;
using Clock = std::chrono::steady_clock;

constexpr int kEvents = 10'000;

void say(const char* what, const std::function<void()>& work) {
  const auto begin = Clock::now();
  work();
  std::printf("%-44s %8.1f ms\n", what,
              std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
}

std::string machine() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("model name")) return line.substr(line.find(": ") + 2);
  return "unknown";
}

std::string calendar_of_events() {
  const char* const titles[]{"Molis", "Medis", "Siuvinėjimas", "Mankšta"};
  const char* const zones[]{"Europe/Vilnius", "Europe/Riga", "Europe/Berlin"};
  std::ostringstream file;
  file << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  for (int i = 0; i < kEvents; ++i) {
    const int day = CivilDay{2025, 1, 1}.next(i % 1000).number();
    const int hour = 10 + i % 10;
    const std::string zone = std::string{";TZID="} + zones[i % 3] + ':';
    file << "BEGIN:VEVENT\r\nUID:event-" << i << "@bench\r\nSEQUENCE:1\r\nSUMMARY:" << titles[i % 4]
         << "\r\nDESCRIPTION:" << std::string(60, 'x') << "\r\n " << std::string(60, 'y')
         << "\r\nDTSTART" << zone << day << 'T' << hour << "0000\r\nDTEND" << zone << day << 'T'
         << hour << "4500\r\n";
    if (i % 2) file << "RRULE:FREQ=WEEKLY;COUNT=" << 5 + i % 40 << "\r\n";
    file << "END:VEVENT\r\n";
  }
  file << "END:VCALENDAR\r\n";
  return file.str();
}

}  // namespace

int main(int argc, char** argv) {
  std::printf("machine: %s\n", machine().c_str());
  const Centre centre = read_centre(SVEIKI_SOURCE_DIR "/config/centres/kretinga.toml");
  const CivilDay today{2026, 11, 23};
  const std::string file = calendar_of_events();
  if (argc > 1) std::ofstream(argv[1], std::ios::binary) << file;
  const auto import = [&](std::vector<calendar::Entry> known) {
    std::istringstream in(file);
    return calendar::import_calendar(in, {centre, std::move(known), today, {}});
  };
  std::printf("10000 events, %.1f MB\n", static_cast<double>(file.size()) / 1e6);
  calendar::Imported imported;
  say("import", [&] { imported = import({}); });
  const std::vector<calendar::Entry> known = std::move(imported.fresh);
  std::printf("  kept: %zu\n", known.size());
  say("import again: nothing is new", [&] { imported = import(known); });
  std::printf("  as before: %d\n", imported.unchanged);
  std::vector<Series> series;
  for (const calendar::Entry& entry : known) series.push_back(entry.series);
  say("rooms taken twice in a year",
      [&] { room_conflicts(Timetable(std::move(series), {}, centre), today); });
  say("export",
      [&] { calendar::export_calendar(known, centre, "lt", instant_of(today, 600, centre.zone)); });
}
