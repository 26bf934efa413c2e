// SPDX-License-Identifier: EUPL-1.2
// Staff who edit and cancel without plan, thousands of times, always the same way. After each edit
// the promises of series_edit.h are looked for in the sessions, not in the code that keeps them.
#include <map>
#include <random>
#include <set>

#include "domain/series_edit.h"
#include "support/a_timetable.h"
#include "support/catch.h"

using namespace sveiki;

namespace {

constexpr int kCampaigns = 250;
constexpr int kEditsEach = 12;
const CivilDay kFrom{2026, 10, 1};
const CivilDay kTo{2027, 6, 30};

using Sessions = std::map<WallTime, Session>;  // by original
using Dates = std::set<CivilDay>;

Sessions sessions_of(const Series& series) {
  const Timetable timetable({series}, {}, test::workshop());
  Sessions all;
  // Further than is looked at, as sessions are found where they were moved to.
  for (const Session& session : timetable.sessions(kFrom.next(-30), kTo.next(30)))
    if (session.ref.original.date >= kFrom && session.ref.original.date <= kTo)
      all.emplace(session.ref.original, session);
  return all;
}

bool planned(const Session& session) {
  return session.state == Session::State::kPlanned;
}

/// What a series must remember.
struct Memory {
  Dates off;      ///< something was cancelled on them once, and nothing was left
  Dates touched;  ///< something was cancelled on them once

  void learn(const Series& series) {
    Dates cancelled, on;
    for (const auto& [original, session] : sessions_of(series))
      (planned(session) ? on : cancelled).insert(original.date);
    touched.insert(cancelled.begin(), cancelled.end());
    for (const CivilDay date : on) cancelled.erase(date);
    off.merge(cancelled);
  }
};

class Staff {
 public:
  explicit Staff(unsigned seed) : random_(seed) {}

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
  bool chance(int in) { return below(in) == 0; }

  Rule rule() {
    static const std::vector<std::string> kRules{"FREQ=DAILY",
                                                 "FREQ=DAILY;INTERVAL=3",
                                                 "FREQ=WEEKLY",
                                                 "FREQ=WEEKLY;BYDAY=TU,TH",
                                                 "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
                                                 "FREQ=MONTHLY",
                                                 "FREQ=MONTHLY;BYDAY=2TU",
                                                 "FREQ=MONTHLY;BYMONTHDAY=10,20",
                                                 "FREQ=MONTHLY;BYDAY=-1FR",
                                                 "FREQ=YEARLY"};
    std::string text = kRules[static_cast<std::size_t>(below(static_cast<int>(kRules.size())))];
    if (chance(3))
      text += ";COUNT=" + std::to_string(2 + below(40));
    else if (chance(3))
      text += ";UNTIL=20270" + std::to_string(1 + below(5)) + "15";
    return Rule::parse(text);
  }

  Series series() {
    Series series = test::clay("2026-11-03 14:00");
    series.start = series.start + below(20) * 24 * 60 + below(8) * 30;
    series.rule = rule();
    series.start = *first_of_rule(series.rule, series.start);
    if (chance(3)) series.slots = Slots{20, 0};
    if (chance(3)) series.extra = {series.start + (40 * 24 + 5) * 60};
    return series;
  }

  /// Any session of the series that is in sight; nothing if none is.
  std::optional<Session> any_of(const Sessions& all) {
    if (all.empty()) return std::nullopt;
    return std::next(all.begin(), below(static_cast<int>(all.size())))->second;
  }

  /// Some days and quarters of an hour, to and fro.
  int shift() { return (chance(2) ? 0 : below(15) - 7) * 24 * 60 + (below(17) - 8) * 15; }

 private:
  std::mt19937 random_;
};

/// The series that one has become.
using Family = std::vector<std::pair<Series, Memory>>;

void check_dates_stay_off(const Series& series, const Dates& off) {
  for (const auto& [original, session] : sessions_of(series))
    if (off.contains(original.date)) {
      INFO(test::written(original));
      CHECK_FALSE(planned(session));
    }
}

/// After a mere shift every session is as the one that it was, but for dates that are remembered.
void check_shifted(const Sessions& before, const Series& after, WallTime from, int shift,
                   const Dates& touched) {
  const Sessions now = sessions_of(after);
  for (const auto& [original, session] : before) {
    const auto same = now.find(original + shift);
    if (original < from || same == now.end()) continue;
    INFO(test::written(original) << " by " << shift);
    if (!planned(session)) CHECK_FALSE(planned(same->second));
    if (planned(session) && !touched.contains(same->first.date)) CHECK(planned(same->second));
    if (planned(session) && session.moved()) CHECK(same->second.start == session.start);
  }
}

}  // namespace

TEST_CASE("Whatever is edited, no cancelled date and no cancelled session comes back") {
  int edits = 0, refused = 0, divided = 0;
  for (unsigned seed = 0; seed < kCampaigns; ++seed) {
    Staff staff(seed);
    Family family{{staff.series(), {}}};
    for (int i = 0; i < kEditsEach; ++i) {
      const auto which = static_cast<std::size_t>(staff.below(static_cast<int>(family.size())));
      const auto [series, memory] = family[which];
      const Sessions before = sessions_of(series);
      const auto session = staff.any_of(before);
      if (!session) continue;
      INFO("campaign " << seed << ", edit " << i << " of " << series.rule.text() << " at "
                       << test::written(session->ref.original));
      if (staff.chance(2)) {
        family[which].first = *cancelled(series, Scope::kThis, session->ref);
        family[which].second.learn(family[which].first);
        continue;
      }
      const int shift = staff.shift();
      const bool other_rule = staff.chance(4);
      const bool cut_otherwise = staff.chance(6);
      Edit edit{staff.chance(2) ? Scope::kAll : Scope::kThisAndFollowing, session->ref, series};
      const WallTime occurrence = *occurrence_of(series, session->ref.original);
      edit.wanted.start = occurrence + shift;
      if (other_rule) edit.wanted.rule = staff.rule();
      if (cut_otherwise) edit.wanted.slots = series.slots ? std::optional<Slots>{} : Slots{15, 5};
      std::vector<Series> after;
      try {
        after = edited(series, edit, "clay-" + std::to_string(seed) + std::to_string(i));
      } catch (const RuleError&) {
        ++refused;
        continue;
      }
      ++edits;
      divided += after.size() == 2;
      CHECK(after[0].id == series.id);
      const WallTime from = edit.scope == Scope::kAll ? WallTime{} : occurrence;
      if (!other_rule && !cut_otherwise)
        check_shifted(before, after.back(), from, shift, memory.touched);
      family.erase(family.begin() + static_cast<std::ptrdiff_t>(which));
      for (const Series& one : after) {
        check_dates_stay_off(one, memory.off);
        family.emplace_back(one, memory).second.learn(one);
      }
    }
  }
  CHECK(edits > 1000);
  CHECK(divided > 200);
  CHECK(refused < edits / 4);
}

TEST_CASE("Editing one session leaves all the others exactly as they are") {
  for (unsigned seed = 0; seed < kCampaigns; ++seed) {
    INFO("campaign " << seed);
    Staff staff(seed);
    Series series = staff.series();
    for (int i = 0; i < kEditsEach; ++i) {
      Sessions before = sessions_of(series);
      const auto session = staff.any_of(before);
      REQUIRE(session);
      Edit edit{Scope::kThis, session->ref, series};
      edit.wanted.start = session->start + staff.shift() / 8;
      edit.wanted.duration = 30 + staff.below(60);
      const auto after = edited(series, edit, "");
      REQUIRE(after.size() == 1);
      Sessions now = sessions_of(after[0]);
      CHECK(now.at(session->ref.original).start == edit.wanted.start);
      CHECK(now.at(session->ref.original).duration == edit.wanted.duration);
      before.erase(session->ref.original);
      now.erase(session->ref.original);
      REQUIRE(now.size() == before.size());
      for (const auto& [original, other] : before)
        CHECK(test::written(now.at(original)) == test::written(other));
      series = after[0];
    }
  }
}

TEST_CASE("A series that is divided without a change comes to the same sessions") {
  for (unsigned seed = 0; seed < kCampaigns; ++seed) {
    INFO("campaign " << seed);
    Staff staff(seed);
    Series series = staff.series();
    for (int i = 0; i < 5; ++i) {
      const auto session = staff.any_of(sessions_of(series));
      if (staff.chance(2)) {
        series = *cancelled(series, Scope::kThis, session->ref);
      } else {
        Edit move{Scope::kThis, session->ref, series};
        move.wanted.start = session->start + staff.shift() / 8;
        series = edited(series, move, "")[0];
      }
    }
    const Sessions before = sessions_of(series);
    Edit edit{Scope::kThisAndFollowing, staff.any_of(before)->ref, series};
    edit.wanted.start = *occurrence_of(series, edit.session.original);
    Sessions now;
    for (const Series& part : edited(series, edit, "clay-2")) now.merge(sessions_of(part));
    REQUIRE(now.size() == before.size());
    for (const auto& [original, session] : before) {
      CHECK(test::written(now.at(original)) == test::written(session));
      CHECK(now.at(original).duration == session.duration);
    }
  }
}
