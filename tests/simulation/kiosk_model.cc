// SPDX-License-Identifier: EUPL-1.2
#include "kiosk_model.h"

#include <algorithm>
#include <utility>

#include "domain/profile.h"

namespace sveiki::test {
namespace {

Subject of_day(CivilDay day) {
  return {SheetKind::kDay, day.iso()};
}

void count(SheetRows& rows, const RowKey& key, std::size_t column, std::int64_t more = 1) {
  SheetRows one;
  one[key][column] = more;
  add(rows, one);
}

/// T and F of one person.
SheetRows open_rows(const KioskModel::Share& share, bool newcomer) {
  return {{{'T', ""}, {1, newcomer}}, {{'F', visits_band(share.visits)}, {1, newcomer}}};
}

/// O, B, G and M of one person.
SheetRows profile_rows(const PersonModel& person) {
  SheetRows rows;
  for (const RowKey& key : {RowKey{'B', age_band(person.age())}, RowKey{'G', person.gender()},
                            RowKey{'M', person.group()}})
    rows[key] = {1};
  if (const auto answer = person.other_centres()) rows[{'O', other_centres_band(answer)}] = {1};
  return rows;
}

}  // namespace

std::string KioskModel::random_hex(int digits) {
  std::string text;
  while (digits-- > 0) text += "0123456789abcdef"[(*random_)() % 16];
  return text;
}

void KioskModel::start() {
  life_ = db_.record + random_hex(8);
}

int KioskModel::visit(VisitModel visit) {
  const int person = visit.person;
  db_.facts[db_.next] = std::move(visit);
  say_all_of(person);
  return db_.next++;
}

void KioskModel::undo(int id) {
  VisitModel& visit = db_.facts.at(id);
  visit.undone = true;
  say_all_of(visit.person);
}

std::vector<int> KioskModel::visits() const {
  std::vector<int> ids;
  for (const auto& [id, visit] : db_.facts) ids.push_back(id);
  return ids;
}

void KioskModel::say_all_of(int person) {
  // All their days: which of them was a newcomer's first may have changed.
  std::set<Subject> touched;
  for (const auto& [id, visit] : db_.facts) {
    if (visit.person != person) continue;
    touched.insert(of_day(visit.day));
    for (const Period& period : calendar_periods(visit.day))
      touched.insert({SheetKind::kPeople, period.name});
  }
  for (const Subject& subject : touched) say(subject);
}

void KioskModel::purge(CivilDay before) {
  std::set<CivilDay> days;
  for (const auto& [id, visit] : db_.facts)
    if (visit.day < before) days.insert(visit.day);
  for (const CivilDay day : days) db_.base[of_day(day)] = day_target(day);
  const auto first = first_days();
  for (auto fact = db_.facts.begin(); fact != db_.facts.end();) {
    const VisitModel& visit = fact->second;
    if (visit.day >= before) {
      ++fact;
      continue;
    }
    if (!visit.undone) {
      db_.first_purged[visit.person] = first.at(visit.person);
      for (const Period& period : calendar_periods(visit.day))
        note(db_.tallies[period.name], visit);
    }
    fact = db_.facts.erase(fact);
  }
}

void KioskModel::erase(int person) {
  const auto first = first_days();
  if (!first.contains(person)) return;
  for (const Subject& subject : subjects()) {
    if (subject.kind == SheetKind::kDay) {
      add(db_.base[subject], persons_day(person, *CivilDay::parse(subject.period)));
      continue;
    }
    const Period period = *calendar_period(subject.period);
    const Shares shares = shares_of(period);
    if (const auto share = shares.find(person); share != shares.end()) {
      add(db_.base[subject], open_rows(share->second, period.holds(first.at(person))));
      add(db_.profile_base[period.name], profile_rows({person}));
    }
  }
  std::erase_if(db_.facts, [&](const auto& fact) { return fact.second.person == person; });
  for (auto& [period, shares] : db_.tallies) shares.erase(person);
  db_.first_purged.erase(person);
}

void KioskModel::close_day(CivilDay today) {
  for (const Subject& subject : subjects()) {
    if (subject.kind == SheetKind::kDay) continue;
    const Period period = *calendar_period(subject.period);
    if (std::exchange(db_.looked[period.name], today.month_number()) == today.month_number())
      continue;
    SheetRows now = db_.profile_base[period.name];
    for (const auto& [person, share] : shares_of(period)) add(now, profile_rows({person}));
    SheetRows& told = db_.told[period.name];
    for (const Telling& telling : kTellings) {
      if (telling.once_over && today <= period.to) continue;
      const SheetRows before = rows_of(telling, told);
      const SheetRows rows = rows_of(telling, now);
      if (!worth_telling(telling, before, rows)) continue;
      subtract(told, before);
      add(told, rows);
    }
    say(subject);
  }
}

void KioskModel::load(Database database) {
  db_ = std::move(database);
  start();
}

std::vector<Sheet> KioskModel::batch() const {
  std::vector<Sheet> pending;
  for (const auto& [id, sheet] : db_.sheets) {
    const auto acknowledged = db_.acknowledged.find(id);
    if (acknowledged == db_.acknowledged.end() || acknowledged->second < sheet.revision)
      pending.push_back(sheet);
    if (pending.size() == 3) break;
  }
  return pending;
}

void KioskModel::acknowledge(const Sheet& sheet) {
  auto& acknowledged = db_.acknowledged[sheet.id];
  acknowledged = std::max(acknowledged, sheet.revision);
}

std::map<SheetId, std::int64_t> KioskModel::reconcile(const CollectorModel& collector) {
  db_.acknowledged.clear();
  std::map<SheetId, std::int64_t> gap;
  for (const auto& [key, held] : collector.shelf()) {
    const auto& [centre, id] = key;
    if (centre != centre_ || !id.life.starts_with(db_.record)) continue;
    const auto ours = db_.sheets.find(id);
    if (ours != db_.sheets.end() && ours->second.revision >= held.revision) {
      db_.acknowledged[id] = held.revision;
    } else if (!db_.withdrawn.contains(id.life)) {
      gap[id] = held.revision;
    }
  }
  return gap;
}

void KioskModel::withdraw(const std::set<std::string>& lives) {
  db_.withdrawn.insert(lives.begin(), lives.end());
  start();  // the current life may be among them
  for (const Subject& subject : subjects()) say(subject);
}

void KioskModel::say(const Subject& subject) {
  std::vector<Sheet> others;
  for (const auto& [id, sheet] : db_.sheets)
    if (id.kind == subject.kind && id.period == subject.period && id.life != life_ &&
        !db_.withdrawn.contains(id.life))
      others.push_back(sheet);
  SheetRows rows = rows_to_say(target(subject), others);
  const SheetId id{life_, subject.kind, subject.period};
  const auto said = db_.sheets.find(id);
  if (said == db_.sheets.end() ? rows.empty() : said->second.rows == rows) return;
  Sheet& sheet = db_.sheets[id];
  sheet.id = id;
  ++sheet.revision;
  sheet.rows = std::move(rows);
}

SheetRows KioskModel::target(const Subject& subject) const {
  return subject.kind == SheetKind::kDay ? day_target(*CivilDay::parse(subject.period))
                                         : people_target(*calendar_period(subject.period));
}

std::set<Subject> KioskModel::subjects() const {
  std::set<Subject> all;
  for (const auto& [id, sheet] : db_.sheets) all.insert({id.kind, id.period});
  return all;
}

SheetRows KioskModel::persons_day(int person, CivilDay day) const {
  SheetRows rows;
  std::set<std::string> activities;
  for (const auto& [id, visit] : db_.facts) {
    if (visit.undone || visit.person != person || visit.day != day) continue;
    count(rows, {'T', ""}, kVisits);
    count(rows, {'A', visit.activity}, kVisits);
    activities.insert(visit.activity);
  }
  if (!rows.empty()) count(rows, {'T', ""}, kPeople);
  for (const std::string& activity : activities) count(rows, {'A', activity}, kPeople);
  return rows;
}

SheetRows KioskModel::day_target(CivilDay day) const {
  const auto base = db_.base.find(of_day(day));
  SheetRows rows = base == db_.base.end() ? SheetRows{} : base->second;
  std::set<int> people;
  for (const auto& [id, visit] : db_.facts)
    if (visit.day == day) people.insert(visit.person);
  for (const int person : people) add(rows, persons_day(person, day));
  return rows;
}

void KioskModel::note(Shares& shares, const VisitModel& visit) {
  Share& share = shares[visit.person];
  share.first = share.visits == 0 ? visit.day : std::min(share.first, visit.day);
  ++share.visits;
}

KioskModel::Shares KioskModel::shares_of(const Period& period) const {
  const auto tallied = db_.tallies.find(period.name);
  Shares shares = tallied == db_.tallies.end() ? Shares{} : tallied->second;
  for (const auto& [id, visit] : db_.facts)
    if (!visit.undone && period.holds(visit.day)) note(shares, visit);
  return shares;
}

std::map<int, CivilDay> KioskModel::first_days() const {
  std::map<int, CivilDay> first = db_.first_purged;
  for (const auto& [id, visit] : db_.facts) {
    if (visit.undone) continue;
    const auto [known, fresh] = first.try_emplace(visit.person, visit.day);
    known->second = std::min(known->second, visit.day);
  }
  return first;
}

SheetRows KioskModel::people_target(const Period& period) const {
  const auto base = db_.base.find({SheetKind::kPeople, period.name});
  SheetRows rows = base == db_.base.end() ? SheetRows{} : base->second;
  const auto first = first_days();
  for (const auto& [person, share] : shares_of(period))
    add(rows, open_rows(share, period.holds(first.at(person))));
  if (const auto told = db_.told.find(period.name); told != db_.told.end()) add(rows, told->second);
  return rows;
}

}  // namespace sveiki::test
