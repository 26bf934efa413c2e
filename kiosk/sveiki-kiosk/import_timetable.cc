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

/// What stands then. What calendars said of days a year ago is for nobody any more.
std::vector<Announcement> after(std::vector<Announcement> standing,
                                const calendar::Changes<Announcement>& days, bool whole,
                                CivilDay today) {
  std::set<std::string, std::less<>> gone{days.withdrawn.begin(), days.withdrawn.end()};
  if (whole) gone.insert(days.missing.begin(), days.missing.end());
  for (const Announcement& one : days.changed) gone.insert(one.id);
  std::erase_if(standing, [&](const Announcement& one) {
    return gone.contains(one.id) || (!one.uid.empty() && one.to < today.next(-366));
  });
  for (const auto* more : {&days.changed, &days.fresh})
    standing.insert(standing.end(), more->begin(), more->end());
  return standing;
}

/// Whatever is on the wall is there for everybody: staff see what that will be.
void say(const std::vector<Announcement>& days, const std::string& language) {
  for (std::size_t i = 0; i < std::min(days.size(), kMostSaid); ++i) {
    const Announcement& one = days[i];
    std::cout << (one.closes ? "Closed " : "On the wall ") << one.from.iso();
    if (one.from < one.to) std::cout << " to " << one.to.iso();
    std::cout << ": " << one.text.in(language) << '\n';
  }
}

int import_timetable(const Options& options) {
  const auto centre = centre_of(options.data);
  const Instant now = SystemClock().now().wall;
  store::Posting posting(options.data);
  std::ifstream in(options.file, std::ios::binary);
  if (!in) return not_done("cannot read " + options.file.string());
  const CivilDay today = local_time(now, centre->zone).date;
  const std::vector<Announcement> standing = posting.announcements();
  calendar::Imported imported;
  try {
    imported = calendar::import_calendar(in, {*centre, calendar_entries(posting.posted()), today,
                                              meanings_of(options, *centre), standing, pictures()});
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
  const calendar::Changes<Announcement>& days = imported.days;
  change.announcements = after(standing, days, options.whole, today);
  if (!make_change(posting, change, *centre, options, "import", now)) return 1;
  say(days.fresh, centre->languages.front());
  say(days.changed, centre->languages.front());
  const auto missing = imported.missing.size() + days.missing.size();
  const auto withdrawn =
      change.withdraw.size() + days.withdrawn.size() + (options.whole ? days.missing.size() : 0);
  const auto not_kept = std::ranges::count(imported.notes, false, &calendar::Note::kept);
  std::cout << imported.events << " events: " << imported.fresh.size() + days.fresh.size()
            << " new, " << imported.changed.size() + days.changed.size() << " changed, "
            << imported.unchanged + days.unchanged << " as before, " << withdrawn << " withdrawn, "
            << not_kept << " not kept" << (options.dry_run ? "; nothing was changed\n" : "\n");
  if (!options.whole && missing > 0)
    std::cout << missing << " entries of calendars are not in this one; --whole withdraws them\n";
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
