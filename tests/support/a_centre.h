// SPDX-License-Identifier: EUPL-1.2
/// A centre made by hand, with a record in a folder of its own and some people: what tests of the
/// store and of the reports begin with.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"
#include "store/enrolment.h"
#include "store/record.h"
#include "support/temporary_dir.h"

namespace sveiki::test {

/// Kretinga, open on working days from 8.00 to 17.00, with clay, wood and gymnastics.
inline Centre a_centre() {
  Centre centre;
  centre.id = "kretinga";
  centre.zone = "Europe/Vilnius";
  centre.languages = {"lt", "en"};
  for (std::size_t day = 0; day < 5; ++day) centre.hours[day] = {{8 * 60, 17 * 60}};
  for (const char* id : {"clay", "wood", "gymnastics"}) {
    Activity activity;
    activity.id = id;
    centre.activities.push_back(activity);
  }
  return centre;
}

/// The centre's clock on a day of November 2026: the 2nd is a Monday.
inline Instant november(int day, int hour, int minute = 0) {
  return instant_of(CivilDay{2026, 11, static_cast<unsigned>(day)}, hour * 60 + minute,
                    "Europe/Vilnius");
}

/// A record that began on Monday, 2 November 2026 at 7.00. Person i has symbol i, flock i modulo
/// six, and the card "SV-100i". The first `newcomers` of them came when the record had begun.
class ACentre {
 public:
  explicit ACentre(int people = 6, int newcomers = 6) {
    store::create_record(dir.path(), centre, november(2, 7));
    std::vector<store::NewPerson> all;
    for (int i = 0; i < people; ++i) {
      store::NewPerson person;
      const auto n = static_cast<std::size_t>(i);
      person.symbol = symbols()[n % symbols().size()];
      person.flock = kFlocks[(n + n / symbols().size()) % kFlocks.size()];
      person.card = "SV-" + std::to_string(1000 + i);
      if (i < newcomers) person.since = CivilDay{2026, 11, 2};
      all.push_back(person);
    }
    store::Enrolment(dir.path()).add(all, "test", november(2, 7));
  }

  store::Record open(Instant now) { return {dir.path(), centre, now}; }

  TemporaryDir dir;
  Centre centre = a_centre();
};

/// The token of person `i` of ACentre.
inline std::string token_of(store::Record& record, int i) {
  const std::string_view symbol = symbols()[static_cast<std::size_t>(i)];
  for (const Token& token : record.tokens()) {
    if (token.symbol == symbol) return token.id;
  }
  return {};
}

}  // namespace sveiki::test
