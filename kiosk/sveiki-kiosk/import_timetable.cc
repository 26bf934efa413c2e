// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk import timetable`: the calendar that the centre uses already, onto the wall.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "calendar/import.h"
#include "sveiki-kiosk/calendar_entries.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"
#include "sveiki-kiosk/timetable_change.h"

namespace sveiki {
namespace {

struct Options : ChangeOptions {
  std::vector<std::string> meanings;  ///< "Jogos pamoka=gymnastics"
  bool whole = false;
};

constexpr std::size_t kMostSaid = 100;

std::map<std::string, std::string> meanings_of(const Options& options, const Centre& centre) {
  std::map<std::string, std::string> activities;
  for (const std::string& meaning : options.meanings) {
    const auto equals = meaning.rfind('=');
    const std::string id = equals == std::string::npos ? "" : meaning.substr(equals + 1);
    if (!centre.activity(id))
      throw std::runtime_error("--as \"" + meaning + "\": write a title, = and the id of an " +
                               "activity, as \"Jogos pamoka=gymnastics\"");
    activities.emplace(meaning.substr(0, equals), id);
  }
  return activities;
}

void say(const Options& options, const std::vector<calendar::Note>& notes) {
  const std::string file = options.file.filename().string();
  for (std::size_t i = 0; i < std::min(notes.size(), kMostSaid); ++i) {
    const calendar::Note& note = notes[i];
    std::string text = file + ':';
    if (note.line > 0) text += std::to_string(note.line) + ": " + note.event + ':';
    not_done(text + ' ' + note.sentence);
  }
  if (notes.size() > kMostSaid)
    not_done("... and " + std::to_string(notes.size() - kMostSaid) + " more");
}

int import_timetable(const Options& options) {
  const auto centre = centre_of(options.data);
  const Instant now = SystemClock().now().wall;
  store::Posting posting(options.data);
  std::ifstream in(options.file, std::ios::binary);
  if (!in) return not_done("cannot read " + options.file.string());
  calendar::Imported imported;
  try {
    imported = calendar::import_calendar(
        in, {*centre, calendar_entries(posting.posted()), local_time(now, centre->zone).date,
             meanings_of(options, *centre)});
  } catch (const calendar::CalendarError& error) {
    return not_done(options.file.filename().string() + ' ' + error.what());
  }
  say(options, imported.notes);

  store::Posting::Change change{.withdraw = std::move(imported.withdrawn)};
  if (options.whole)
    change.withdraw.insert(change.withdraw.end(), imported.missing.begin(), imported.missing.end());
  for (auto* entries : {&imported.fresh, &imported.changed})
    for (calendar::Entry& entry : *entries)
      change.post.push_back({std::move(entry.series), std::move(entry.uid), entry.sequence});
  if (!make_change(posting, change, *centre, options, "import", now)) return 1;
  const auto not_kept = std::ranges::count(imported.notes, false, &calendar::Note::kept);
  std::cout << imported.events << " events: " << imported.fresh.size() << " new, "
            << imported.changed.size() << " changed, " << imported.unchanged << " as before, "
            << change.withdraw.size() << " withdrawn, " << not_kept << " not kept"
            << (options.dry_run ? "; nothing was changed\n" : "\n");
  if (!options.whole && !imported.missing.empty())
    std::cout << imported.missing.size()
              << " series of calendars are not in this one; --whole withdraws them\n";
  return 0;
}

}  // namespace

void add_import_timetable(CLI::App& to_import, int& exit_code) {
  CLI::App* command =
      to_import.add_subcommand("timetable", "the timetable, from a calendar (.ics file)");
  const auto options = std::make_shared<Options>();
  add_change_options(*command, *options, "the calendar, as Google, Outlook or others export it");
  command->add_option("--as", options->meanings,
                      "which activity a title means: \"Jogos pamoka=gymnastics\"");
  command->add_flag("--whole", options->whole,
                    "the file is all that calendars have: withdraw what is not in it");
  command->callback([options, &exit_code] {
    exit_code = saying_what_fails([&] { return import_timetable(*options); });
  });
}

}  // namespace sveiki
