// SPDX-License-Identifier: EUPL-1.2
/// A timetable of November 2026 for tests of the store, and a kiosk at which people sign up.
#pragma once

#include "store/check.h"
#include "store/posting.h"
#include "support/a_centre.h"

namespace sveiki::test {

/// Every day from the 2nd on, for an hour. "clay-late" is a series of the activity clay.
inline store::Posted daily(const std::string& id, int places, int hour = 10) {
  store::Posted posted;
  posted.series.id = id;
  posted.series.activity = id.substr(0, id.find('-'));
  posted.series.places = places;
  posted.series.start = {CivilDay{2026, 11, 2}, hour * 60};
  posted.series.rule = Rule::parse("FREQ=DAILY;UNTIL=20261130T235959");
  return posted;
}

inline SessionRef session_on(int day, const std::string& id = "clay", int hour = 10) {
  return {id, {CivilDay{2026, 11, static_cast<unsigned>(day)}, hour * 60}};
}

inline void post(const ACentre& centre, std::vector<store::Posted> series,
                 Instant now = november(2, 7)) {
  store::Posting(centre.dir.path()).apply({std::move(series), {}, {}}, "staff", now);
}
inline void withdraw(const ACentre& centre, const std::string& id, Instant now) {
  store::Posting(centre.dir.path()).apply({{}, {id}, {}}, "staff", now);
}

/// The kiosk of a centre where clay has places each day at 10.00. It is Tuesday the 3rd, 9.00,
/// unless somebody says otherwise.
struct Kiosk {
  explicit Kiosk(int places = 2, const Centre& as = a_centre())
      : record(centre.dir.path(), as, november(2, 8)) {
    post(centre, {daily("clay", places)});
    for (const Token& token : record.tokens()) tokens.push_back(token.id);
  }

  SignUpOutcome sign_up(int person, const SessionRef& session, Instant now = november(3, 9)) {
    return record.sign_up(token(person), session, now);
  }
  bool give_back(int person, const SessionRef& session, Instant now = november(3, 9)) {
    return record.give_back(token(person), session, now);
  }
  std::vector<MyPlace> places(int person, store::Record::Tell tell = store::Record::Tell::kNo,
                              Instant now = november(3, 9)) {
    return record.places(token(person), {2026, 11, 1}, {2026, 11, 30}, tell, now);
  }
  Fill fill(const SessionRef& session) {
    const Fills fills = record.fills({2026, 11, 1}, {2026, 11, 30});
    const auto found = fills.find(session);
    return found == fills.end() ? Fill{-1, -1} : found->second;
  }
  FactRef arrive(int person, Instant now) {
    return std::get<VisitBegun>(record.arrive(token(person), How::kToken, now)).visit;
  }
  const std::string& token(int person) const { return tokens[static_cast<std::size_t>(person)]; }
  std::vector<std::string> wrong() const { return store::check_record(centre.dir.path()).wrong; }

  ACentre centre;
  store::Record record;
  std::vector<std::string> tokens;
};

}  // namespace sveiki::test
