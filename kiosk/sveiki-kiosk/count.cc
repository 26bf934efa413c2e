// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk count`: "twelve came to the lecture", said by staff while the kiosk runs.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "store/batch.h"
#include "store/record.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

struct CountOptions {
  std::filesystem::path data;
  int people = 0;
  std::string activity;
  std::string session;
  std::string at;
};

/// The session of this activity that begins then; nothing if there is none.
std::optional<SessionRef> session_at(store::Record& record, const Centre& centre,
                                     const std::string& activity, Instant start) {
  const CivilDay day = local_time(start, centre.zone).date;
  const Timetable timetable(record.wall(day, day).series, centre.closures, centre);
  for (const Session& session : timetable.sessions(day, day))
    if (session.series->activity == activity && session.from == start) return session.ref;
  return std::nullopt;
}

int count(const CountOptions& options) {
  const auto centre = centre_of(options.data);
  if (!options.activity.empty() && !centre->activity(options.activity))
    return not_done("\"" + options.activity + "\" is not an activity of this centre");
  const Instant now = SystemClock().now().wall;
  Instant at = now;
  std::optional<Instant> start;
  if (!options.session.empty()) {
    start = parse_instant(options.session, centre->zone);
    if (!start || options.activity.empty())
      return not_done(
          "name the session by its activity and start: --activity clay --session "
          "2026-11-24T10:00");
    if (*start > now) return not_done("that session is still to come");
    at = *start;
  }
  if (!options.at.empty()) {
    const auto given = parse_instant(options.at, centre->zone);
    if (!given) return not_done("write the time as 2026-11-24T10:00");
    if (*given > now) return not_done("that time is still to come");
    at = *given;
  }

  store::Record record(options.data, *centre, now, store::Record::Recorder::kBeside);
  std::optional<SessionRef> session;
  if (start) {
    session = session_at(record, *centre, options.activity, *start);
    if (!session)
      return not_done("there is no session of \"" + options.activity + "\" at that time");
  }
  store::Batch entry(record);
  const FactRef heads = record.count_heads(options.people, How::kStaff, at,
                                           session ? std::string{} : options.activity);
  if (session) record.take_part(heads, *session, at);
  entry.commit();
  std::cout << options.people << " people are counted, on " << civil_day(at, centre->zone).iso()
            << ".\n";
  return 0;
}

}  // namespace

void add_count(CLI::App& program, int& exit_code) {
  auto* command = program.add_subcommand("count", "people who came without a token");
  const auto options = std::make_shared<CountOptions>();
  command->add_option("--data", options->data, "the centre's data directory")->required();
  command->add_option("--people", options->people, "how many, 1 to 500")
      ->required()
      ->check(CLI::Range(1, 500));
  command->add_option("--activity", options->activity, "id of what they came for, as clay");
  command->add_option("--session", options->session, "its start, as 2026-11-24T10:00");
  command->add_option("--at", options->at, "when they came; else now, or the session's start");
  command->callback(
      [options, &exit_code] { exit_code = saying_what_fails([&] { return count(*options); }); });
}

}  // namespace sveiki
