// SPDX-License-Identifier: EUPL-1.2
#include "store/demo.h"

#include <algorithm>
#include <random>
#include <tuple>

#include "store/batch.h"
#include "store/database.h"
#include "store/enrolment.h"
#include "store/posting.h"
#include "store/record.h"
#include "store/token_supply.h"

namespace sveiki::store {
namespace {

constexpr int kPeople = 30;
constexpr int kDays = 42;
constexpr int kMorning = 6 * 60;

/// Chances that are the same on every machine: the standard's distributions are not.
class Chance {
 public:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool percent(int p) { return below(100) < p; }

 private:
  std::mt19937 random_{20'261'123};
};

/// Somebody at the door: known (`person` >= 0), or so many at once.
struct Coming {
  Instant at;
  int person = -1;
  int heads = 0;
};

struct AgeSpan {
  int youngest;
  int oldest;
};
AgeSpan ages_of(const Centre& centre) {
  if (centre.kind == "day-care-centre") return {5, 18};
  if (centre.kind == "youth-centre") return {12, 25};
  return {20, 75};
}

/// Whom the centre is for: most of its people are of that group.
std::string_view group_of(const Centre& centre, int age) {
  if (centre.kind == "day-care-centre") return "child";
  if (centre.kind == "youth-centre") return age < 18 ? "child" : "youth";
  return age < 60 ? "disability" : "senior";
}

std::vector<NewPerson> invent_people(const Centre& centre, CivilDay from, Chance& chance) {
  TokenSupply supply;
  const AgeSpan ages = ages_of(centre);
  std::vector<NewPerson> people;
  for (int i = 0; i < kPeople; ++i) {
    NewPerson person;
    std::tie(person.symbol, person.flock) = *supply.take_next();
    const int age = ages.youngest + chance.below(ages.oldest - ages.youngest + 1);
    person.birth_year = from.year() - age;
    person.target_group = i % 10 == 9 ? "unknown" : group_of(centre, age);
    person.gender = chance.percent(55) ? 'f' : 'm';
    if (i % 2 == 0) {
      person.picture = own_pictures()[static_cast<std::size_t>(i / 2) % own_pictures().size()];
    }
    if (i % 3 != 2) person.card = "SV-" + std::to_string(1001 + i);
    if (i % 4 == 1) {
      person.language = centre.languages[static_cast<std::size_t>(i / 4) % centre.languages.size()];
    }
    if (i % 7 == 3) person.text_percent = i % 2 == 0 ? 150 : 200;
    if (chance.percent(70)) person.other_centres = chance.below(3);
    if (i >= kPeople * 2 / 3) person.since = from.next(chance.below(kDays));
    people.push_back(std::move(person));
  }
  return people;
}

class Past {
 public:
  Past(Record& record, const Centre& centre, Chance& chance)
      : record_(record), centre_(centre), chance_(chance), tokens_(record.tokens()) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) habits_.push_back(15 + chance_.below(65));
  }

  void live(CivilDay day) {
    const auto& hours = centre_.hours[day.weekday().iso_encoding() - 1];
    if (hours.empty()) return;
    Batch batch(record_);
    record_.keep_day(instant_of(day, hours.front().from, centre_.zone));
    for (const Coming& coming : invent_arrivals(day, hours)) arrive(coming);
    record_.keep_day(instant_of(day, hours.back().to, centre_.zone));
    batch.commit();
  }
  int visits() const { return visits_; }

  /// Some take a place in what comes; here and there somebody has to wait.
  int plan(CivilDay from, CivilDay to, Instant now) {
    Batch batch(record_);
    int sign_ups = 0;
    for (const auto& [session, fill] : record_.fills(from, to)) {
      for (const Token& token : tokens_) {
        if (!chance_.percent(15)) continue;
        sign_ups += std::holds_alternative<MyPlace>(record_.sign_up(token.id, session, now));
      }
    }
    batch.commit();
    return sign_ups;
  }

 private:
  std::vector<Coming> invent_arrivals(CivilDay day, const std::vector<OpenHours>& hours) {
    const auto sometime = [&] {
      const OpenHours& open =
          hours[static_cast<std::size_t>(chance_.below(static_cast<int>(hours.size())))];
      const int minutes = open.from + chance_.below(std::max(1, open.to - open.from - 30));
      return instant_of(day, minutes, centre_.zone) + std::chrono::seconds{chance_.below(60)};
    };
    std::vector<Coming> all;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (chance_.percent(habits_[i])) all.push_back({sometime(), static_cast<int>(i), 0});
    }
    if (chance_.percent(25)) all.push_back({sometime(), -1, 4 + chance_.below(20)});
    std::ranges::sort(all, {}, &Coming::at);
    return all;
  }

  void arrive(const Coming& coming) {
    using namespace std::chrono_literals;
    if (coming.person < 0) {
      record_.count_heads(coming.heads, How::kGuest, coming.at, activity());
      visits_ += coming.heads;
      return;
    }
    const std::string& token = tokens_[static_cast<std::size_t>(coming.person)].id;
    const auto outcome =
        record_.arrive(token, chance_.percent(30) ? How::kCard : How::kToken, coming.at);
    const auto* begun = std::get_if<VisitBegun>(&outcome);
    if (!begun) return;
    if (chance_.percent(3)) {
      record_.undo({begun->visit}, "visitor", "that is not me", coming.at + 4s);
      return;
    }
    ++visits_;
    if (chance_.percent(90)) record_.take_part(begun->visit, activity(), coming.at + 3s);
    if (chance_.percent(20)) record_.take_part(begun->visit, activity(), coming.at + 40min);
    if (chance_.percent(55)) {
      record_.leave(begun->visit, coming.at + std::chrono::minutes{10 + chance_.below(20)});
    }
  }

  const std::string& activity() {
    const auto n = static_cast<int>(centre_.activities.size());
    return centre_.activities[static_cast<std::size_t>(chance_.below(n))].id;
  }

  Record& record_;
  const Centre& centre_;
  Chance& chance_;
  std::vector<Token> tokens_;
  std::vector<int> habits_;  ///< on how many days of a hundred a person comes
  int visits_ = 0;
};

}  // namespace

Demo create_demo(const std::filesystem::path& dir, const Centre& centre, CivilDay today,
                 const std::vector<Series>& series) {
  const CivilDay from = today.next(-kDays);
  const Instant begin = instant_of(from, kMorning, centre.zone);
  Chance chance;
  create_record(dir, centre, begin);
  Enrolment(dir).add(invent_people(centre, from, chance), "demo", begin);
  Posting::Change timetable;
  for (const Series& one : series) timetable.post.push_back({one, {}, 0});
  Posting(dir).apply(timetable, "demo", begin);
  Record record(dir, centre, begin);
  Past past(record, centre, chance);
  for (CivilDay day = from; day < today; day = day.next()) past.live(day);
  // The evening of the last day: what is planned for each day is then written down.
  const Instant evening = instant_of(today, 0, centre.zone);
  record.keep_day(evening);
  const int sign_ups = past.plan(today, today.next(6), evening);
  return {from, today.next(-1), kPeople, past.visits(), sign_ups};
}

}  // namespace sveiki::store
