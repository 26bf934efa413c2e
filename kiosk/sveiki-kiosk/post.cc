// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk post`: the timetable that staff write by hand, onto the wall.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "domain/timetable_file.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"
#include "sveiki-kiosk/timetable_change.h"

namespace sveiki {
namespace {

void say(std::string_view what, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  std::cout << what << ':';
  for (const std::string& id : ids) std::cout << ' ' << id;
  std::cout << '\n';
}

/// Adds to those of the file what calendars brought in. Throws for an id that both have.
std::vector<Announcement> after(const std::vector<Announcement>& standing,
                                std::vector<Announcement> all) {
  for (const Announcement& old : standing) {
    const auto same_id = std::ranges::find(all, old.id, &Announcement::id);
    if (same_id == all.end()) {
      if (!old.uid.empty()) all.push_back(old);
      continue;
    }
    if (!old.uid.empty())
      throw std::runtime_error("\"" + old.id + "\" is of a calendar. Choose another id");
    same_id->sequence = old.sequence;
    if (*same_id != old) ++same_id->sequence;
  }
  return all;
}

int post(const ChangeOptions& options) {
  const auto centre = centre_of(options.data);
  TimetableFile file = read_timetable(options.file, *centre, pictures());
  store::Posting posting(options.data);
  const std::vector<store::Posted> standing = posting.posted();

  store::Posting::Change change;
  std::vector<std::string> fresh, changed;
  for (Series& series : file.series) {
    const auto old = std::ranges::find(
        standing, series.id, [](const store::Posted& posted) { return posted.series.id; });
    if (old == standing.end()) {
      fresh.push_back(series.id);
      change.post.push_back({std::move(series), "", 0});
      continue;
    }
    if (!old->uid.empty())
      return not_done("\"" + series.id + "\" is a series of a calendar. Choose another id");
    // Calendars that have an export of ours know by it that there is a newer one.
    const bool same = old->series == series;
    if (!same) changed.push_back(series.id);
    change.post.push_back({std::move(series), "", old->sequence + (same ? 0 : 1)});
  }
  for (const store::Posted& old : standing)
    if (old.uid.empty() && std::ranges::none_of(change.post, [&](const store::Posted& posted) {
          return posted.series.id == old.series.id;
        }))
      change.withdraw.push_back(old.series.id);
  const auto closures = std::ranges::count(file.announcements, true, &Announcement::closes);
  const auto announcements = std::ssize(file.announcements) - closures;
  change.announcements = after(posting.announcements(), std::move(file.announcements));

  if (!make_change(posting, change, *centre, options, "post", SystemClock().now().wall)) return 1;
  say("New", fresh);
  say("Changed", changed);
  say("Withdrawn", change.withdraw);
  std::cout << change.post.size() << " series, of which "
            << change.post.size() - fresh.size() - changed.size() << " as before, " << closures
            << " closures and " << announcements
            << (options.dry_run ? " announcements could be posted\n"
                                : " announcements are posted\n");
  return 0;
}

}  // namespace

void add_post(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("post", "post a timetable that was written by hand");
  const auto options = std::make_shared<ChangeOptions>();
  add_change_options(*command, *options, "the whole timetable, a .toml file");
  command->callback(
      [options, &exit_code] { exit_code = saying_what_fails([&] { return post(*options); }); });
}

}  // namespace sveiki
