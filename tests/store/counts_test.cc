// SPDX-License-Identifier: EUPL-1.2
#include <random>

#include "store/a_timetable.h"
#include "store/check.h"
#include "store/counts_query.h"
#include "store/power_cut_vfs.h"
#include "support/a_centre.h"
#include "support/catch.h"
#include "support/model_of_counts.h"

using namespace sveiki;
using namespace sveiki::test;
using store::CountsQuery;
using store::DayRange;

namespace {

constexpr int kMonday = 20261102;

FactRef begun(const ArrivalOutcome& outcome) {
  return std::get<VisitBegun>(outcome).visit;
}

DayRange days(int from, int to) {
  return {CivilDay::from_number(from), CivilDay::from_number(to)};
}

Counts on(const ACentre& centre, int day, const std::string& activity = "") {
  const CountRows rows = CountsQuery(centre.dir.path()).by_day(days(day, day));
  const auto row = rows.find({day, activity});
  return row == rows.end() ? Counts{} : row->second;
}

/// Centre staff and visitors at random: what they do is done to the record and to the model.
class RandomDays {
 public:
  RandomDays(ACentre& centre, unsigned seed) : centre_(centre), random_(seed) {}

  void run(int steps) {
    Instant now = november(2, 8);
    std::optional<store::Record> record;
    record.emplace(centre_.dir.path(), centre_.centre, now);
    for (int i = 0; i < steps; ++i) {
      now = now + std::chrono::minutes{below(90)};
      if (below(20) == 0) now = now + std::chrono::days{below(12)};
      if (below(40) == 0) {
        record.reset();  // the kiosk is started again
        record.emplace(centre_.dir.path(), centre_.centre, now);
      }
      act(*record, now);
    }
  }

  std::vector<ModelArrival> arrivals() const {
    std::vector<ModelArrival> all;
    for (const auto& [fact, arrival] : arrivals_) all.push_back(arrival);
    return all;
  }
  std::set<CivilDay> days() const {
    std::set<CivilDay> all;
    for (const auto& [fact, arrival] : arrivals_) all.insert(arrival.day);
    return all;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  FactRef any_arrival() {
    return std::next(arrivals_.begin(), below(static_cast<int>(arrivals_.size())))->first;
  }

  void act(store::Record& record, Instant now) {
    const CivilDay day = civil_day(now, centre_.centre.zone);
    const int what = arrivals_.empty() ? 0 : below(10);
    if (what < 4) {
      const int person = below(6);
      const auto outcome = record.arrive(token_of(record, person), How::kToken, now);
      if (const auto* visit = std::get_if<VisitBegun>(&outcome)) {
        arrivals_[visit->visit] = {person, 0, day, now, false, {}};
      }
    } else if (what == 4) {
      const int heads = 1 + below(30);
      arrivals_[record.count_heads(heads, How::kGuest, now)] = {-1, heads, day, now, false, {}};
    } else if (what < 7) {
      const FactRef arrival = any_arrival();
      const std::string& activity =
          centre_.centre.activities[static_cast<std::size_t>(below(3))].id;
      if (arrivals_[arrival].undone) return;
      // The activity, or a session of it: one of two on that day, or the next day's.
      const SessionRef session = session_on(2 + below(2), activity, 10 + below(2));
      const auto part = below(2) == 0 ? record.take_part(arrival, activity, now)
                                      : record.take_part(arrival, session, now);
      arrivals_[arrival].parts[part.fact.id] = activity;
    } else if (what == 7) {
      const FactRef arrival = any_arrival();
      if (arrivals_[arrival].undone || arrivals_[arrival].person < 0) return;
      const auto left = record.leave(arrival, now);
      if (below(4) == 0) record.undo({left.fact}, "staff", "came back", now);
    } else if (what == 8) {
      const FactRef arrival = any_arrival();
      record.undo({arrival}, "visitor", "not me", now);
      arrivals_[arrival].undone = true;
    } else {
      ModelArrival& arrival = arrivals_[any_arrival()];
      if (arrival.parts.empty()) {
        record.keep_day(now);
      } else {
        record.undo({{FactRef::Kind::kParticipation, arrival.parts.begin()->first}}, "staff", "",
                    now);
        arrival.parts.erase(arrival.parts.begin());
      }
    }
  }

  ACentre& centre_;
  std::mt19937 random_;
  std::map<FactRef, ModelArrival> arrivals_;
};

}  // namespace

TEST_CASE("Counts, kept up through hundreds of random acts, are what a slow count says") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
  constexpr int kNewcomers = 4;
  const PowerCutVfs quick_disk(seed);
  ACentre centre(6, kNewcomers);
  post(centre, {daily("clay", 0), daily("wood", 0), daily("gymnastics", 0)});
  RandomDays random(centre, seed);
  random.run(300);
  const auto arrivals = random.arrivals();
  const auto all_days = random.days();
  const CivilDay from = *all_days.begin();
  const CivilDay to = *all_days.rbegin();
  INFO("seed " << seed);

  CHECK(store::check_record(centre.dir.path()).wrong == std::vector<std::string>{});

  const CountsQuery counts(centre.dir.path());
  const CountRows by_day = counts.by_day({from, to});
  // A week is cut off at either end, so that months are whole, cut at the front and at the back.
  const DayRange cut{from.next(7), to.next(-7)};
  const CountRows by_month = counts.by_month(cut);
  const auto kept = [](const CountRows& rows, int period, const std::string& activity) {
    const auto row = rows.find({period, activity});
    return row == rows.end() ? Counts{} : row->second;
  };
  for (const std::string activity : {"", "clay", "wood", "gymnastics", "none"}) {
    for (const CivilDay day : all_days) {
      INFO(day.iso() << " " << activity);
      CHECK(kept(by_day, day.number(), activity) ==
            count(arrivals, activity, kNewcomers, [&](CivilDay d) { return d == day; }));
      CHECK(kept(by_month, day.month_number(), activity) ==
            count(arrivals, activity, kNewcomers, [&](CivilDay d) {
              return d.month_number() == day.month_number() && d >= cut.from && d <= cut.to;
            }));
    }
  }
  for (int front = 0; front < 40; front += 13) {
    const DayRange range{from.next(front), to.next(-front / 2)};
    CHECK(counts.over(range) == count(arrivals, "", kNewcomers, [&](CivilDay d) {
            return d >= range.from && d <= range.to;
          }));
  }
}

TEST_CASE("Somebody who comes twice on a day is two visits and one person") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto token = token_of(record, 0);
  begun(record.arrive(token, How::kToken, november(2, 9)));
  begun(record.arrive(token, How::kToken, november(2, 13)));
  CHECK(on(centre, kMonday) == Counts{2, 1, 1, 0});
}

TEST_CASE("People over several months are different people, whichever month they came in") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto in_month = [](unsigned month) {
    return instant_of({2027, month, 10}, 9 * 60, "Europe/Vilnius");
  };
  for (const unsigned month : {1U, 2U, 3U, 4U}) {
    begun(record.arrive(token_of(record, 0), How::kToken, in_month(month)));
    begun(record.arrive(token_of(record, static_cast<int>(month)), How::kToken, in_month(month)));
  }
  const CountsQuery counts(centre.dir.path());
  CHECK(counts.over(days(20270101, 20270430)).people == 5);
  CHECK(counts.over(days(20270201, 20270331)).people == 3);
  CHECK(counts.over(days(20270111, 20270410)).people == 4);  // not in the rest of January
  CHECK(counts.over(days(20270110, 20270409)).people == 4);  // not in the first days of April
  CHECK(counts.over(days(20270211, 20270228)).people == 0);
}

TEST_CASE("An evening that ends after midnight belongs to its day") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  begun(record.arrive(token_of(record, 0), How::kToken, november(3, 3, 59)));
  begun(record.arrive(token_of(record, 1), How::kToken, november(3, 4)));
  CHECK(on(centre, kMonday).visits == 1);
  CHECK(on(centre, kMonday + 1).visits == 1);
}

TEST_CASE("When a newcomer's first visit is taken back, the next visit is the first") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto token = token_of(record, 0);
  const auto first = begun(record.arrive(token, How::kToken, november(2, 9)));
  begun(record.arrive(token, How::kToken, november(30, 9)));
  const auto december = instant_of({2026, 12, 1}, 9 * 60, "Europe/Vilnius");
  begun(record.arrive(token, How::kToken, december));
  CHECK(on(centre, 20261130).newcomers == 0);
  record.undo({first}, "staff", "not them", december);
  CHECK(on(centre, kMonday) == Counts{});
  CHECK(on(centre, 20261130).newcomers == 1);
}

TEST_CASE("People whom the centre knew before the record are not newcomers") {
  ACentre centre(2, 1);
  auto record = centre.open(november(2, 8));
  begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  begun(record.arrive(token_of(record, 1), How::kToken, november(2, 9)));
  CHECK(on(centre, kMonday) == Counts{2, 2, 1, 0});
}

TEST_CASE("A headcount raises visits, never people") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto heads = record.count_heads(12, How::kGuest, november(2, 10), "clay");
  CHECK(on(centre, kMonday) == Counts{12, 0, 0, 12});
  CHECK(on(centre, kMonday, "clay") == Counts{12, 0, 0, 12});
  record.undo({heads}, "staff", "", november(2, 11));
  CHECK(on(centre, kMonday) == Counts{});
  CHECK(on(centre, kMonday, "clay") == Counts{});
}

TEST_CASE("A visit without an activity counts under none until it takes part in one") {
  ACentre centre;
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  CHECK(on(centre, kMonday, "none").visits == 1);
  record.take_part(visit, "clay", november(2, 9));
  record.take_part(visit, "wood", november(2, 10));
  CHECK(on(centre, kMonday, "none") == Counts{});
  CHECK(on(centre, kMonday, "clay") == Counts{1, 1, 1, 0});
  CHECK(on(centre, kMonday, "wood") == Counts{1, 1, 1, 0});
  CHECK(on(centre, kMonday) == Counts{1, 1, 1, 0});
}

TEST_CASE("Somebody who takes part in two sessions of an activity is one visit in it") {
  ACentre centre;
  post(centre, {daily("clay", 2), daily("clay-late", 2, 12)});
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  const auto early = record.take_part(visit, session_on(2), november(2, 10));
  const auto late = record.take_part(visit, session_on(2, "clay-late", 12), november(2, 12));
  CHECK(early.fresh);
  CHECK(late.fresh);
  CHECK_FALSE(record.take_part(visit, session_on(2), november(2, 12)).fresh);
  CHECK_FALSE(record.take_part(visit, "clay", november(2, 12)).fresh);
  CHECK(on(centre, kMonday, "clay") == Counts{1, 1, 1, 0});
  record.undo({early.fact}, "visitor", "not there", november(2, 12));
  CHECK(on(centre, kMonday, "clay") == Counts{1, 1, 1, 0});
  record.undo({late.fact}, "visitor", "nor there", november(2, 12));
  CHECK(on(centre, kMonday, "clay") == Counts{});
  CHECK(on(centre, kMonday, "none") == Counts{1, 1, 1, 0});
}

TEST_CASE("Heads are counted once in an activity, whichever of its sessions they came for") {
  ACentre centre;
  post(centre, {daily("clay", 2)});
  auto record = centre.open(november(2, 8));
  const auto heads = record.count_heads(12, How::kGuest, november(2, 10), "clay");
  CHECK(record.take_part(heads, session_on(2), november(2, 10)).fresh);
  CHECK(on(centre, kMonday, "clay") == Counts{12, 0, 0, 12});
  CHECK(store::check_record(centre.dir.path()).wrong.empty());
}

TEST_CASE("Who is here for a session that was just withdrawn is counted in its activity") {
  ACentre centre;
  post(centre, {daily("clay", 2)});
  auto record = centre.open(november(2, 8));
  const auto visit = begun(record.arrive(token_of(record, 0), How::kToken, november(2, 9)));
  withdraw(centre, "clay", november(2, 9));
  record.take_part(visit, session_on(2), november(2, 9));
  CHECK(on(centre, kMonday, "clay").visits == 1);
  CHECK_THROWS_AS(record.take_part(visit, session_on(2, "painting"), november(2, 9)), RecordFault);
}

TEST_CASE("A day is open, closed or not recorded, and these differ from zero") {
  ACentre centre;
  {
    auto record = centre.open(november(3, 8));
    record.keep_day(november(3, 8));  // a Tuesday, nobody comes
  }
  {
    auto record = centre.open(november(9, 8));  // nobody switched it on until Monday
    record.keep_day(november(9, 8));
    begun(record.arrive(token_of(record, 0), How::kStaff, november(15, 12)));  // a Sunday
  }
  const auto states = CountsQuery(centre.dir.path()).states(days(20261101, 20261116));
  using enum DayState;
  CHECK(states == std::vector{kNotRecorded,         // before the record began
                              kNotRecorded, kOpen,  // Monday off, Tuesday on
                              kNotRecorded, kNotRecorded, kNotRecorded, kClosed, kClosed, kOpen,
                              kNotRecorded, kNotRecorded, kNotRecorded, kNotRecorded, kClosed,
                              kOpen,           // somebody came on a Sunday
                              kNotRecorded});  // the future
}
