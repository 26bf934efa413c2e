// SPDX-License-Identifier: EUPL-1.2
// Many short histories at random: whatever people, staff, restarts and restored copies do, and
// whatever is forgotten, what all lives say together is what a plain list of visits says.
#include <random>
#include <set>

#include "store/forgetting.h"
#include "store/power_cut_vfs.h"
#include "store/said.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

constexpr int kPersons = 5;
constexpr int kNewcomersBelow = 3;
const std::string kClay = "ac_CLAY0000";
const Period kWinter{"P:WINTER", {2026, 12, 1}, {2027, 1, 31}};

struct Came {
  int person = -1;  ///< -1: a headcount
  int heads = 0;
  CivilDay day;
  Instant at;
  std::int64_t minutes = 0;
  bool left = false;
  bool undone = false;
  bool clay = false;
};
using Visits = std::map<FactRef, Came>;

/// A record, as a plain list has it: visits that can still be corrected, and all that were
/// forgotten. Its days are kept from this one on.
struct Known {
  Visits visits;
  std::vector<Came> forgotten;
  CivilDay from;
  bool catalogue = false;

  void forget(const auto& whom) {
    std::erase_if(visits, [&](const auto& visit) {
      if (!whom(visit.second)) return false;
      forgotten.push_back(visit.second);
      return true;
    });
  }
};
using Said = std::map<std::pair<SheetKind, std::string>, SheetRows>;

void count_day(const Came& came, bool first_of_day, bool newcomer, const RowKey& row,
               SheetRows& rows) {
  const bool known = came.person >= 0;
  add(rows,
      {{row, {known ? 1 : came.heads, came.heads, first_of_day, newcomer, 0, came.minutes, 0}}});
}

/// What a collector should hear of these visits, the slow and obvious way.
Said model(const Known& list) {
  const bool catalogue = list.catalogue;
  std::vector<Came> visits = list.forgotten;
  for (const auto& [fact, came] : list.visits) visits.push_back(came);
  std::map<int, const Came*> first;
  for (const Came& came : visits) {
    if (came.undone || came.person < 0) continue;
    const Came*& earliest = first[came.person];
    if (!earliest || came.at < earliest->at) earliest = &came;
  }
  Said all;
  std::set<std::tuple<CivilDay, int, bool>> seen;
  std::map<std::string, std::map<int, std::pair<int, bool>>> people;  // period, person
  for (const Came& came : visits) {
    if (came.undone) continue;
    const bool known = came.person >= 0;
    SheetRows& rows = all[{SheetKind::kDay, came.day.iso()}];
    const bool is_first = known && came.person < kNewcomersBelow && first[came.person] == &came;
    const auto once = [&](bool clay) {
      return known && seen.insert({came.day, came.person, clay}).second;
    };
    count_day(came, once(false), is_first, {'T', ""}, rows);
    if (came.clay) count_day(came, once(true), is_first, {'A', catalogue ? kClay : ""}, rows);
    if (!known) continue;
    const auto count = [&](const std::string& period) {
      auto& [times, newcomer] = people[period][came.person];
      ++times;
      newcomer |= is_first;
    };
    for (const Period& period : calendar_periods(came.day)) count(period.name);
    if (catalogue && kWinter.holds(came.day)) count(kWinter.name);
  }
  for (const auto& [period, persons] : people) {
    SheetRows& rows = all[{SheetKind::kPeople, period}];
    for (const auto& [person, came] : persons) {
      const auto& [times, newcomer] = came;
      const char* band = times == 1 ? "1-1" : times < 5 ? "2-4" : times < 10 ? "5-9" : "10-";
      for (const RowKey& row : {RowKey{'T', ""}, {'F', band}}) add(rows, {{row, {1, newcomer}}});
    }
  }
  std::erase_if(all, [](const auto& one) { return one.second.empty(); });
  return all;
}

Said said_by_all_lives(store::Record& record) {
  Said all;
  for (const Sheet& sheet : record.sheets()) add(all[{sheet.id.kind, sheet.id.period}], sheet.rows);
  std::erase_if(all, [](const auto& one) { return one.second.empty(); });
  return all;
}

class History {
 public:
  explicit History(unsigned seed) : disk_(seed), random_(seed), centre_(kPersons, kNewcomersBelow) {
    restart();
  }

  void run(int steps) {
    for (int i = 0; i < steps; ++i) {
      now_ = now_ + std::chrono::minutes{below(200)};
      if (below(5) == 0) now_ = now_ + std::chrono::days{below(20)};
      act();
    }
  }
  void check() {
    CHECK(said_by_all_lives(*record_) == model(known_));
    CHECK(wrong_in(centre_) == std::vector<std::string>{});
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  Visits::value_type& any() {
    Visits& visits = known_.visits;
    return *std::next(visits.begin(), below(static_cast<int>(visits.size())));
  }

  void act() {
    const int what = known_.visits.empty() ? 0 : below(15);
    if (what < 5)
      arrive();
    else if (what < 7)
      undo(any());
    else if (what < 9)
      leave(any());
    else if (what == 9)
      take_part(any());
    else if (what == 10)
      count_late();
    else if (what == 11)
      restart();
    else if (what == 12)
      record_->keep_day(now_);
    else if (what == 13)
      forget();
    else if (below(4) == 0)
      learn_catalogue();
    else
      copy_or_restore();
  }

  void arrive() {
    const int person = below(kPersons);
    const auto outcome = record_->arrive(token_of(*record_, person), How::kToken, now_);
    if (const auto* visit = std::get_if<VisitBegun>(&outcome))
      known_.visits[visit->visit] = {person, 0, civil_day(now_, "Europe/Vilnius"), now_};
  }
  void undo(Visits::value_type& visit) {
    record_->undo({visit.first}, "staff", "not them", now_);
    visit.second.undone = true;
  }
  void leave(Visits::value_type& visit) {
    auto& [fact, came] = visit;
    if (came.undone || came.person < 0) return;
    const auto left = record_->leave(fact, now_);
    if (!left.fresh) return;  // closed before, automatically or not
    came.minutes = (now_ - came.at) / std::chrono::minutes{1};
    if (below(4) > 0) return;
    record_->undo({left.fact}, "staff", "still here", now_);
    came.minutes = 0;
  }
  void take_part(Visits::value_type& visit) {
    if (visit.second.undone) return;
    record_->take_part(visit.first, "clay", now_);
    visit.second.clay = true;
  }
  void count_late() {
    store::Record beside(centre_.dir.path(), centre_.centre, now_,
                         store::Record::Recorder::kBeside);
    const Instant then = now_ - std::chrono::hours{below(100)};
    const int heads = 1 + below(20);
    if (civil_day(then, "Europe/Vilnius") < known_.from) {
      CHECK_THROWS_AS(beside.count_heads(heads, How::kStaff, then), RecordFault);
      return;
    }
    known_.visits[beside.count_heads(heads, How::kStaff, then)] = {
        -1, heads, civil_day(then, "Europe/Vilnius"), then};
  }
  void restart() {
    record_.reset();
    record_ = std::make_unique<store::Record>(centre_.dir.path(), centre_.centre, now_);
  }
  void learn_catalogue() {
    record_->follow_region({{{"clay", kClay}}, {kWinter}});
    known_.catalogue = true;
  }
  /// A person, or all days before this month.
  void forget() {
    learn_catalogue();
    const CivilDay today = civil_day(now_, "Europe/Vilnius");
    const auto sheets = record_->sheets();
    record_.reset();
    {
      store::Forgetting forgetting(centre_.dir.path());
      const int person = below(kPersons);
      const auto who = forgetting.by_card("SV-" + std::to_string(1000 + person));
      if (below(3) == 0 && who) {
        forgetting.forget(*who, today, "staff", now_);
        known_.forget([&](const Came& came) { return came.person == person; });
      } else {
        const CivilDay month{today.year(), static_cast<unsigned>(today.month_number() % 100), 1};
        forgetting.forget_before(month, "staff", now_);
        known_.from = std::max(known_.from, month);
        known_.forget([&](const Came& came) { return came.day < month; });
      }
    }
    restart();
    CHECK(record_->sheets() == sheets);
  }
  /// The folder is copied while nothing runs, or put back to what it was.
  void copy_or_restore() {
    namespace fs = std::filesystem;
    record_.reset();
    const fs::path copy = backup_ / "copy";
    const bool restore = fs::exists(copy) && below(2) == 0;
    const fs::path from = restore ? copy : centre_.dir.path();
    const fs::path to = restore ? centre_.dir.path() : copy;
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
    (restore ? known_ : copied_) = restore ? copied_ : known_;
    restart();
  }

  PowerCutVfs disk_;  // quick
  std::mt19937 random_;
  ACentre centre_;
  TemporaryDir backup_;
  Instant now_ = november(2, 8);
  std::unique_ptr<store::Record> record_;
  Known known_, copied_;
};

}  // namespace

TEST_CASE("In two hundred histories, all lives together say what a plain list of visits says") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    History history(seed);
    history.run(40);
    history.check();
  }
}
