// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/timetable_change.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "domain/timetable.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

// Ten collisions are looked at before the next are.
constexpr std::size_t kMostSaid = 10;

/// "clay" 10.00-11.30
std::string what_and_when(const Session& session) {
  const WallTime end = session.start + session.duration;
  const std::string time = clock_text(session.start.minutes) + '-' + clock_text(end.minutes);
  // The id of a series out of a calendar says nothing to anybody.
  const Series& series = *session.series;
  return '"' + (series.id.starts_with("cal-") ? series.activity : series.id) + "\" " + time;
}

/// The timetable as it would stand.
std::vector<Series> after(std::vector<store::Posted> standing,
                          const store::Posting::Change& change) {
  std::map<std::string, Series> all;
  for (store::Posted& posted : standing) all[posted.series.id] = std::move(posted.series);
  for (const std::string& id : change.withdraw) all.erase(id);
  for (const store::Posted& posted : change.post) all[posted.series.id] = posted.series;
  std::vector<Series> series;
  for (auto& [id, one] : all) series.push_back(std::move(one));
  return series;
}

/// Of what collides in a room because of the change, a sentence for each two series.
std::vector<std::string> collisions(const store::Posting::Change& change, store::Posting& posting,
                                    const Centre& centre, CivilDay today) {
  std::vector<store::Posted> standing = posting.posted();
  // What stands already was looked at when it was posted.
  std::set<std::string> fresh;
  for (const store::Posted& posted : change.post)
    if (std::ranges::find(standing, posted.series, &store::Posted::series) == standing.end())
      fresh.insert(posted.series.id);
  auto closures =
      closed_days(centre, change.announcements ? *change.announcements : posting.announcements());
  const Timetable timetable(after(std::move(standing), change), std::move(closures), centre);
  std::map<std::pair<std::string, std::string>, std::pair<std::string, int>> said;
  for (const RoomConflict& conflict : room_conflicts(timetable, today)) {
    const auto& [one, other] = conflict;
    if (!fresh.contains(one.ref.series) && !fresh.contains(other.ref.series)) continue;
    auto& [sentence, times] = said[std::minmax(one.ref.series, other.ref.series)];
    if (times++ > 0) continue;
    sentence = one.start.date.iso() + ", room \"" + std::string{one.room} +
               "\": " + what_and_when(one) + " and " + what_and_when(other);
  }
  std::vector<std::string> sentences;
  for (auto& [series, first] : said)
    sentences.push_back(
        first.first +
        (first.second > 1 ? ", and " + std::to_string(first.second - 1) + " times more" : ""));
  std::ranges::sort(sentences);
  return sentences;
}

}  // namespace

void add_change_options(CLI::App& command, ChangeOptions& options, const std::string& file) {
  command.add_option("file", options.file, file)->required();
  command.add_option("--data", options.data, "the centre's data folder")->required();
  command.add_flag("--dry-run", options.dry_run, "only say what would happen");
  command
      .add_option("--conflicts", options.conflicts,
                  "keep: two sessions may stand in one room at one time")
      ->check(CLI::IsMember({"refuse", "keep"}));
}

bool make_change(store::Posting& posting, const store::Posting::Change& change,
                 const Centre& centre, const ChangeOptions& options, std::string_view by,
                 Instant now) {
  const CivilDay today = local_time(now, centre.zone).date;
  const auto colliding = collisions(change, posting, centre, today);
  for (std::size_t i = 0; i < std::min(colliding.size(), kMostSaid); ++i) not_done(colliding[i]);
  if (colliding.size() > kMostSaid)
    not_done("... and " + std::to_string(colliding.size() - kMostSaid) + " more");
  if (!colliding.empty() && options.conflicts != "keep") {
    not_done("nothing was posted: move one, cancel one, or keep both with --conflicts keep");
    return false;
  }
  if (!options.dry_run) posting.apply(change, by, now);
  return true;
}

}  // namespace sveiki
