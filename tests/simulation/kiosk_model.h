// SPDX-License-Identifier: EUPL-1.2
/// A kiosk, as small as it can be and still be right: facts, the targets that they make, and the
/// sheets that its lives say. Only the current life's sheets change, and only by the one formula.
#pragma once

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "collector_model.h"
#include "domain/period.h"
#include "domain/sheet.h"

namespace sveiki::test {

/// Which sheet is meant, whichever life says it.
struct Subject {
  SheetKind kind;
  std::string period;
  auto operator<=>(const Subject&) const = default;
};

/// A person, by a number that tells everything else about them.
struct PersonModel {
  int number;
  int age() const { return 5 + number * 7 % 80; }
  std::string gender() const { return number % 2 == 0 ? "f" : "m"; }
  std::string group() const { return number % 3 == 0 ? "disability" : "youth"; }
  std::optional<int> other_centres() const {
    if (number % 5 == 0) return std::nullopt;
    return number % 4 == 0 ? 1 : 0;
  }
};

struct VisitModel {
  CivilDay day;
  std::string activity;
  int person;
  bool undone = false;
};

class KioskModel {
 public:
  KioskModel(std::string centre, std::mt19937_64& random)
      : centre_(std::move(centre)), random_(&random) {
    db_.record = random_hex(8);
    start();
  }

  /// A new life begins.
  void start();

  int visit(VisitModel visit);
  void undo(int id);
  std::vector<int> visits() const;
  const VisitModel& visit_of(int id) const { return db_.facts.at(id); }

  /// Raw visits before this day go; what they counted stays, in an anonymous base for days and in
  /// tallies for people.
  void purge(CivilDay before);
  /// A person is forgotten; what they counted stays, in the base.
  void erase(int person);
  /// The day is over: profiles that are worth it are told, or told anew; each is looked at once a
  /// month.
  void close_day(CivilDay today);

  /// What one person adds to a people period.
  struct Share {
    std::int64_t visits = 0;
    CivilDay first;
    auto operator<=>(const Share&) const = default;
  };
  using Shares = std::map<int, Share>;  // by person

  struct Database {
    std::string record;  // the first digits of every life: whose database it is, or a copy of
    std::map<int, VisitModel> facts;
    std::map<Subject, SheetRows> base;
    std::map<std::string, Shares> tallies;          // by period: of visits that were purged
    std::map<int, CivilDay> first_purged;           // of a person: their first visit ever
    std::map<std::string, SheetRows> profile_base;  // by period: of people who were erased
    std::map<std::string, SheetRows> told;          // by period: the profile as it was last told
    std::map<std::string, int> looked;  // by period: the month in which it was looked at
    std::map<SheetId, Sheet> sheets;
    std::map<SheetId, std::int64_t> acknowledged;
    std::set<std::string> withdrawn;
    int next = 1;
  };
  const Database& database() const { return db_; }
  /// Put in the place of what is there: a backup, or the register of a machine that is replaced.
  void load(Database database);

  /// Up to three sheets whose revision nobody acknowledged.
  std::vector<Sheet> batch() const;
  void acknowledge(const Sheet& sheet);
  /// Compares with what the collector holds; names the gap: sheets of lives of this record that
  /// this database does not have, or has older.
  std::map<SheetId, std::int64_t> reconcile(const CollectorModel& collector);
  /// Staff settled a gap: these lives count no more.
  void withdraw(const std::set<std::string>& lives);

  SheetRows target(const Subject& subject) const;
  /// Everything anything was ever said about.
  std::set<Subject> subjects() const;

  const std::string& centre() const { return centre_; }

 private:
  std::string random_hex(int digits);
  void say(const Subject& subject);
  void say_all_of(int person);
  SheetRows persons_day(int person, CivilDay day) const;
  SheetRows day_target(CivilDay day) const;
  static void note(Shares& shares, const VisitModel& visit);
  SheetRows people_target(const Period& period) const;
  Shares shares_of(const Period& period) const;
  std::map<int, CivilDay> first_days() const;

  std::string centre_;
  std::mt19937_64* random_;
  std::string life_;
  Database db_;
};

}  // namespace sveiki::test
