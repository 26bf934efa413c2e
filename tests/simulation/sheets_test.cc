// SPDX-License-Identifier: EUPL-1.2
// Many random histories of kiosks and a collector, with everything that goes wrong on the way
// between them. At the end the collector's totals must be the kiosks' own, to the last cell, but
// for the gaps that the kiosks name. SVEIKI_HISTORIES says how many of each kind (the campaign of
// the README: 20000).
#include <cstdlib>
#include <map>
#include <memory>

#include "kiosk_model.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

struct Faults {
  bool network = false;  // requests and answers are lost, late, twice
  bool collector_restored = false;
  bool kiosk_restored = false;
  bool cloned = false;
  bool replaced = false;
  bool purged = false;  // raw visits go, people are erased
};

class History {
 public:
  History(std::uint64_t seed, Faults faults) : random_(seed), faults_(faults) {
    for (const char* centre : {"one", "one", "two"}) add_kiosk(centre);
    for (int step = 0; step < kSteps; ++step) happen(step);
    for (const auto& late : late_) deliver(late);
    for (int round = 0; round < 3; ++round)
      for (Machine& machine : machines_) {
        machine.gap = machine.kiosk->reconcile(collector_);
        send_all(machine);
      }
  }

  /// Staff withdraw each gap and enter the lost days again.
  void settle_gaps() {
    for (Machine& machine : machines_) {
      std::set<std::string> lives;
      for (const auto& [id, revision] : machine.gap) lives.insert(id.life);
      if (lives.empty()) continue;
      for (const std::string& life : lives) collector_.withdraw(machine.kiosk->centre(), life);
      machine.kiosk->withdraw(lives);
      for (const VisitModel& visit : machine.lost) machine.kiosk->visit(visit);
      machine.gap = machine.kiosk->reconcile(collector_);
      send_all(machine);
    }
  }

  /// What the kiosks have, as the collector should have it.
  CollectorModel::Totals expected() const {
    CollectorModel::Totals all;
    for (const Machine& machine : machines_) {
      for (const Subject& subject : machine.kiosk->subjects())
        add(all[{machine.kiosk->centre(), subject.kind, subject.period}],
            machine.kiosk->target(subject));
      // What a clone found when it was made is the other machine's to say.
      for (const auto& [subject, rows] : machine.inherited)
        subtract(all[{machine.kiosk->centre(), subject.kind, subject.period}], rows);
    }
    std::erase_if(all, [](const auto& total) { return total.second.empty(); });
    return all;
  }
  CollectorModel::Totals found() const { return collector_.totals(); }

  /// The centres and periods in which a kiosk named a gap.
  std::set<CollectorModel::Totals::key_type> named() const {
    std::set<CollectorModel::Totals::key_type> all;
    for (const Machine& machine : machines_)
      for (const auto& [id, revision] : machine.gap)
        all.insert({machine.kiosk->centre(), id.kind, id.period});
    return all;
  }
  int conflicts() const { return conflicts_; }

 private:
  static constexpr int kSteps = 250;

  struct Machine {
    std::unique_ptr<KioskModel> kiosk;
    std::optional<KioskModel::Database> backup;
    std::vector<VisitModel> since_backup;
    std::vector<VisitModel> lost;
    std::map<Subject, SheetRows> inherited;
    int first_own = 1;
    std::map<SheetId, std::int64_t> gap;
  };
  struct Letter {
    std::string centre;
    std::vector<Sheet> sheets;
  };

  bool chance(double probability) {
    return std::uniform_real_distribution(0.0, 1.0)(random_) < probability;
  }
  int below(std::size_t end) {
    return std::uniform_int_distribution(0, static_cast<int>(end) - 1)(random_);
  }

  void add_kiosk(const char* centre) {
    machines_.emplace_back().kiosk = std::make_unique<KioskModel>(centre, random_);
  }

  /// Ten days that lie in three months and two quarters.
  static CivilDay day_of(int step, int late) {
    return CivilDay(2026, 2, 20).next(5 * std::max(0, step / 25 - late));
  }

  void happen(int step) {
    Machine& machine = machines_[below(machines_.size())];
    KioskModel& kiosk = *machine.kiosk;
    const double what = std::uniform_real_distribution(0.0, 1.0)(random_);
    if (what < .45) {
      const int late = std::max(0, below(5) - 2);
      const VisitModel visit{day_of(step, late), std::string(1, "abc"[below(3)]), below(25), false};
      kiosk.visit(visit);
      machine.since_backup.push_back(visit);
    } else if (what < .53) {
      // After a restore nobody can say whether a lost visit had been undone.
      const auto ids = kiosk.visits();
      if (ids.empty() || faults_.kiosk_restored) return;
      const int id = ids[below(ids.size())];
      if (id >= machine.first_own) kiosk.undo(id);
    } else if (what < .555) {
      kiosk.start();
    } else if (what < .58 && faults_.kiosk_restored) {
      if (!machine.backup || chance(.5)) {
        machine.backup = kiosk.database();
        machine.since_backup.clear();
      } else {
        kiosk.load(*machine.backup);
        std::ranges::move(machine.since_backup, std::back_inserter(machine.lost));
        machine.since_backup.clear();
      }
    } else if (what < .60 && faults_.collector_restored) {
      if (!backed_up_ || chance(.5)) {
        collector_.back_up();
        backed_up_ = true;
      } else {
        collector_.restore();
      }
    } else if (what < .605 && faults_.cloned && machines_.size() < 6) {
      Machine clone;
      clone.kiosk = std::make_unique<KioskModel>(kiosk.centre(), random_);
      clone.kiosk->load(kiosk.database());
      for (const Subject& subject : clone.kiosk->subjects())
        clone.inherited[subject] = clone.kiosk->target(subject);
      clone.first_own = kiosk.database().next;
      machines_.push_back(std::move(clone));
    } else if (what < .615 && faults_.replaced) {
      kiosk.load(kiosk.database());
    } else if (what < .63) {
      machine.gap = kiosk.reconcile(collector_);
    } else if (what < .65) {
      kiosk.close_day(day_of(step, 0));
    } else if (what < .66 && faults_.purged) {
      if (chance(.5)) {
        kiosk.purge(day_of(step, 2));
      } else {
        kiosk.erase(below(25));
      }
    } else {
      send(machine);
    }
  }

  void send(Machine& machine) {
    const Letter letter{machine.kiosk->centre(), machine.kiosk->batch()};
    if (!letter.sheets.empty()) {
      const double luck = std::uniform_real_distribution(0.0, 1.0)(random_);
      if (faults_.network && luck < .15) return;  // lost on the way there
      const auto verdicts = deliver(letter);
      if (faults_.network && luck < .3) late_.push_back(letter);  // will come once more
      if (!(faults_.network && luck > .3 && luck < .45)) take_in(machine, letter, verdicts);
    }
    if (!late_.empty() && chance(.3)) {
      const int which = below(late_.size());
      deliver(late_[which]);
      late_.erase(late_.begin() + which);
    }
  }

  std::vector<Verdict> deliver(const Letter& letter) {
    std::vector<Verdict> verdicts;
    for (const Sheet& sheet : letter.sheets)
      verdicts.push_back(collector_.take(letter.centre, sheet));
    return verdicts;
  }

  void take_in(Machine& machine, const Letter& letter, const std::vector<Verdict>& verdicts) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
      conflicts_ += verdicts[i] == Verdict::kConflict;
      machine.kiosk->acknowledge(letter.sheets[i]);
    }
  }

  void send_all(Machine& machine) {
    while (true) {
      const Letter letter{machine.kiosk->centre(), machine.kiosk->batch()};
      if (letter.sheets.empty()) return;
      take_in(machine, letter, deliver(letter));
    }
  }

  std::mt19937_64 random_;
  Faults faults_;
  CollectorModel collector_;
  std::vector<Machine> machines_;
  std::vector<Letter> late_;
  bool backed_up_ = false;
  int conflicts_ = 0;
};

int histories() {
  const char* text = std::getenv("SVEIKI_HISTORIES");
  return text ? std::atoi(text) : 200;
}

/// No history of this kind ends with a difference.
void agrees(Faults faults) {
  int different = 0;
  int conflicts = 0;
  std::size_t cells = 0;
  for (int seed = 0; seed < histories(); ++seed) {
    const History history(seed, faults);
    const auto expected = history.expected();
    different += expected != history.found();
    conflicts += history.conflicts();
    for (const auto& [key, rows] : expected) cells += rows.size();
  }
  CHECK(different == 0);
  CHECK(conflicts == 0);
  // A history in which nothing was counted would agree as well.
  CHECK(cells > 50U * histories());
}

}  // namespace

TEST_CASE("The region has what the kiosks have when nothing goes wrong") {
  agrees({});
}

TEST_CASE("The region has what the kiosks have when the network loses, repeats and delays") {
  agrees({.network = true});
}

TEST_CASE("The region has what the kiosks have after it was put back to a backup") {
  agrees({.network = true, .collector_restored = true});
}

TEST_CASE("The region has what the kiosks have when machines are cloned and replaced") {
  agrees({.network = true, .cloned = true, .replaced = true});
}

TEST_CASE("The region has what the kiosks have when all of that happens") {
  agrees({.network = true, .collector_restored = true, .cloned = true, .replaced = true});
}

TEST_CASE("The region has what the kiosks counted after visits were purged and people erased") {
  agrees({.network = true, .collector_restored = true, .replaced = true, .purged = true});
}

TEST_CASE("A kiosk that was restored names every period in which the region knows more") {
  int different = 0;
  int unnamed = 0;
  for (int seed = 0; seed < histories(); ++seed) {
    const History history(
        seed,
        {.network = true, .collector_restored = true, .kiosk_restored = true, .replaced = true});
    auto expected = history.expected();
    auto found = history.found();
    const auto named = history.named();
    for (const auto& [key, rows] : expected)
      if (rows != found[key] && ++different) unnamed += !named.contains(key);
    for (const auto& [key, rows] : found)
      if (!expected.contains(key) && ++different) unnamed += !named.contains(key);
  }
  CHECK(unnamed == 0);
  CHECK(different > 0);  // or nothing was lost, and nothing was tested
}

TEST_CASE("Lost lives withdrawn and their days entered again leave no difference") {
  int gaps = 0;
  int different = 0;
  for (int seed = 0; seed < histories(); ++seed) {
    History history(seed, {.network = true, .kiosk_restored = true, .replaced = true});
    gaps += !history.named().empty();
    history.settle_gaps();
    different += history.expected() != history.found() || !history.named().empty();
  }
  CHECK(gaps > 0);
  CHECK(different == 0);
}
