// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk roll`: who has a place in the sessions of a day, and who took part. It has names,
// so it is written on the staff's own terminal and nowhere else.
#include "store/roll.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "store/posting.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

std::string who(const store::RollEntry& entry) {
  if (entry.heads > 0) return std::to_string(entry.heads) + " without a sign";
  std::string name = entry.symbol.empty() ? "no sign" : entry.symbol + ", " + entry.flock;
  return entry.alias.empty() ? name : name + ": " + entry.alias;
}

std::string how(const store::RollEntry& entry, int places) {
  if (entry.took_part) return "took part";
  if (entry.in_line <= places) return "has a place";
  return "waits, number " + std::to_string(entry.in_line - places);
}

int roll(const std::filesystem::path& data, const std::string& day_text) {
  const auto centre = centre_of(data);
  CivilDay day = local_time(SystemClock().now().wall, centre->zone).date;
  if (!day_text.empty()) {
    const auto given = CivilDay::parse(day_text);
    if (!given) return not_done("write the day as 2026-11-24");
    day = *given;
  }
  store::Posting posting(data);
  std::vector<Series> series;
  for (store::Posted& posted : posting.posted()) series.push_back(std::move(posted.series));
  const Timetable timetable(std::move(series), closed_days(*centre, posting.announcements()),
                            *centre);
  for (const Session& session : timetable.sessions(day, day)) {
    if (session.state != Session::State::kPlanned) continue;
    std::cout << clock_text(session.start.minutes) << "  " << session.series->activity << '\n';
    for (const store::RollEntry& entry : store::roll_of(data, session.ref))
      std::cout << "    " << who(entry) << "  (" << how(entry, session.series->places) << ")\n";
  }
  return 0;
}

}  // namespace

void add_roll(CLI::App& program, int& exit_code) {
  auto* command = program.add_subcommand("roll", "who has a place, and who took part (names!)");
  const auto data = std::make_shared<std::filesystem::path>();
  const auto day = std::make_shared<std::string>();
  command->add_option("--data", *data, "the centre's data directory")->required();
  command->add_option("--day", *day, "which day, as 2026-11-24; else today");
  command->callback(
      [=, &exit_code] { exit_code = saying_what_fails([&] { return roll(*data, *day); }); });
}

}  // namespace sveiki
