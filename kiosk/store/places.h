// SPDX-License-Identifier: EUPL-1.2
/// Who has a place in which session: decides by the timetable as it stands, the line of the
/// session, and the centre's rules.
#pragma once

#include <optional>
#include <vector>

#include "domain/sign_up.h"
#include "store/ledger.h"
#include "store/programme.h"
#include "store/sign_ups.h"

namespace sveiki::store {

class Places {
 public:
  Places(SQLite::Database& db, const Centre& centre, Days& days, Ledger& ledger,
         CountKeeper& counts)
      : centre_(centre),
        days_(days),
        ledger_(ledger),
        counts_(counts),
        programme_(db),
        sign_ups_(db, days, ledger.life()) {}

  const Programme& programme() const { return programme_; }
  /// As it stands now, without series of activities that the centre does not have any more.
  const Timetable& timetable();

  SignUpOutcome sign_up(std::int64_t visitor, const SessionRef& session, Instant now);
  bool give_back(std::int64_t visitor, const SessionRef& session, Instant now);
  /// By start. With `tell`, they know from now on which of them are news.
  std::vector<MyPlace> of(std::int64_t visitor, CivilDay from, CivilDay to, bool tell, Instant now);
  Fills fills(CivilDay from, CivilDay to);

  /// In sessions that began so long ago that whoever is not here loses their place.
  void release_no_shows(Instant now);

 private:
  /// Where a visitor stands in line, and how many are before them.
  struct Spot {
    std::int64_t sign_up;
    int before;
  };
  std::optional<Spot> spot(std::int64_t visitor, const SessionRef& session);
  MyPlace place(const Spot& spot, const Session& session, Instant now);
  void end(std::int64_t sign_up, const SessionRef& session, std::string_view why,
           std::string_view by, Instant now);
  int sign_ups_on(CivilDay date, std::int64_t visitor);
  void release_no_shows(const Session& session, Instant now);

  const Centre& centre_;
  Days& days_;
  Ledger& ledger_;
  CountKeeper& counts_;
  Programme programme_;
  SignUps sign_ups_;
  std::optional<Timetable> timetable_;
  std::int64_t revision_ = 0;  ///< of which the timetable is
};

}  // namespace sveiki::store
