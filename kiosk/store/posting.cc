// SPDX-License-Identifier: EUPL-1.2
#include "store/posting.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "store/counts.h"
#include "store/database.h"
#include "store/faults.h"
#include "store/programme.h"
#include "store/sign_ups.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

// Staff can wait for a kiosk where everybody comes at once; nobody at its screen waits for them.
constexpr int kBusyTimeoutMs = 10'000;

/// As the record gives it back: only so is the same known to be the same.
Posted in_order(Posted posted) {
  std::vector<WallTime>& extra = posted.series.extra;
  std::ranges::sort(extra);
  extra.erase(std::ranges::unique(extra).begin(), extra.end());
  std::ranges::sort(posted.series.exceptions);
  return posted;
}

}  // namespace

struct Posting::Parts {
  explicit Parts(const std::filesystem::path& dir) : db(open_to_record(dir)) {
    db.setBusyTimeout(kBusyTimeoutMs);
  }
  void carry_lines(const std::vector<Posted>& fresh, const Centre& where, std::string_view by,
                   Instant now);

  SQLite::Database db;
  Programme programme{db};
};

void Posting::Parts::carry_lines(const std::vector<Posted>& fresh, const Centre& where,
                                 std::string_view by, Instant now) {
  std::vector<Series> series;
  for (const Posted& posted : fresh) series.push_back(posted.series);
  const Timetable timetable(std::move(series), {}, where);
  for (const SessionRef& line : lines_from(db, local_time(now, where.zone).date)) {
    const Series* revised = timetable.series(line.series);
    if (!revised || timetable.find(line)) continue;
    auto there = timetable.sessions(line.original.date, line.original.date);
    std::erase_if(there, [&](const Session& s) { return s.series->activity != revised->activity; });
    if (there.size() == 1) move_line(db, line, there.front().ref, by, now);
  }
}

Posting::Posting(const std::filesystem::path& dir) : parts_(std::make_unique<Parts>(dir)) {}
Posting::~Posting() = default;

std::vector<Posted> Posting::posted() {
  return with_faults([&] { return parts_->programme.series(); });
}

std::vector<Announcement> Posting::announcements() {
  return with_faults([&] { return parts_->programme.announcements(); });
}

Posting::Done Posting::apply(const Change& change, std::string_view by, Instant now) {
  Parts& p = *parts_;
  return with_faults([&] {
    SQLite::Transaction transaction(p.db, SQLite::TransactionBehavior::IMMEDIATE);
    std::map<std::string, Posted> standing;
    for (Posted& posted : p.programme.series()) standing.emplace(posted.series.id, posted);

    Done done;
    std::vector<Posted> fresh;
    for (const Posted& wanted : change.post) {
      Posted posted = in_order(wanted);
      const auto old = standing.find(posted.series.id);
      if (old != standing.end() && old->second == posted) {
        ++done.unchanged;
        continue;
      }
      ++(old == standing.end() ? done.posted : done.revised);
      fresh.push_back(std::move(posted));
    }
    std::vector<std::string> gone;
    for (const std::string& id : change.withdraw) {
      if (standing.erase(id) > 0) gone.push_back(id);
    }
    done.withdrawn = static_cast<int>(gone.size());
    auto announcements = change.announcements;
    if (announcements) {
      std::ranges::sort(*announcements, {},
                        [](const Announcement& one) { return std::tie(one.from, one.id); });
    }
    if (announcements == p.programme.announcements()) announcements.reset();
    if (fresh.empty() && gone.empty() && !announcements) return done;

    const std::int64_t posting = p.programme.begin(by, now, announcements);
    Centre where;
    where.zone = *text(p.db, "SELECT zone FROM centre");
    // Lines that change make sheets newer, and each sheet is written by a life.
    Sheets sheets(p.db, begin_life(p.db, where.visit_gap, now), where.zone);
    sheets.settle_all();
    CountKeeper(p.db, sheets).follow(AllLines{}, [&] {
      for (const Posted& posted : fresh) p.programme.post(posting, posted);
      p.carry_lines(fresh, where, by, now);
      for (const std::string& id : gone) {
        p.programme.withdraw(posting, id);
        end_sign_ups(p.db, id, local_time(now, where.zone).date, by, now);
      }
    });
    transaction.commit();
    return done;
  });
}

}  // namespace sveiki::store
