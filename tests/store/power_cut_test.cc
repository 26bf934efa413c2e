// SPDX-License-Identifier: EUPL-1.2
#include "store/a_timetable.h"
#include "store/check.h"
#include "store/power_cut_vfs.h"
#include "support/a_centre.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

struct Thanked {
  std::string token;
  FactRef visit;
  Instant at;
};
/// "You have a place", or "you are the second to wait".
struct Promised {
  std::string token;
  SessionRef session;
  int waiting;
};

struct Aftermath {
  int thanked = 0;
  int lost = 0;   ///< thanked or promised, and not on the disk
  int twice = 0;  ///< visits more than were begun
  bool was_cut = false;
  std::vector<std::string> wrong;
};

/// People come until the power goes; then it comes back, and the record is looked at.
Aftermath record_until_cut(unsigned seed, const std::string& synchronous) {
  PowerCutVfs power(seed);
  ACentre centre;
  post(centre, {daily("clay", 2)});
  power.checkpoint_every(20);  // so that a short campaign sees many
  if (!synchronous.empty()) power.weaken_synchronous(synchronous);
  std::mt19937 random(seed);
  power.cut_after(1 + static_cast<int>(random() % 800));

  std::vector<Thanked> thanked;
  std::vector<Promised> promised;
  int begun = 0;
  try {
    auto record = centre.open(november(2, 8));
    std::vector<std::string> tokens;
    for (const Token& token : record.tokens()) tokens.push_back(token.id);
    for (int i = 0; i < 60; ++i) {
      // Each person comes every four hours: always a visit of its own.
      const std::string& token = tokens[static_cast<std::size_t>(i) % tokens.size()];
      const Instant at = november(2, 8) + std::chrono::minutes{40 * i};
      ++begun;
      const auto outcome = record.arrive(token, How::kToken, at);
      thanked.push_back({token, std::get<VisitBegun>(outcome).visit, at});
      if (i % 3 == 0) record.take_part(thanked.back().visit, "clay", at);
      if (i % 10 == 0) record.count_heads(12, How::kGuest, at);
      const SessionRef session = session_on(9 + i / 6);
      const auto place = std::get<MyPlace>(record.sign_up(token, session, november(2, 8)));
      promised.push_back({token, session, place.waiting});
    }
  } catch (const RecordFault&) {
    // The power went.
  }

  Aftermath after;
  after.was_cut = power.cut();
  after.thanked = static_cast<int>(thanked.size());
  power.restore();
  try {
    auto record = centre.open(november(20, 8));
    for (const Thanked& visit : thanked) {
      const auto again = record.arrive(visit.token, How::kToken, visit.at);
      const auto* goes_on = std::get_if<VisitGoesOn>(&again);
      if (!goes_on || goes_on->visit != visit.visit) ++after.lost;
    }
    for (const Promised& place : promised) {
      const CivilDay day = place.session.original.date;
      const auto now =
          record.places(place.token, day, day, store::Record::Tell::kNo, november(2, 8));
      if (now.size() != 1 || now[0].waiting != place.waiting) ++after.lost;
    }
    const auto report = store::check_record(centre.dir.path());
    after.twice = std::max(0, static_cast<int>(report.visits) - begun);
    after.wrong = report.wrong;
  } catch (const RecordFault& fault) {
    after.wrong.push_back(fault.what());
  }
  return after;
}

bool harmed(const Aftermath& after) {
  return after.lost > 0 || !after.wrong.empty();
}

int harmed_of_ten(const std::string& synchronous) {
  int harm = 0;
  for (unsigned seed = 1; seed <= 10; ++seed) harm += harmed(record_until_cut(seed, synchronous));
  return harm;
}

}  // namespace

TEST_CASE("Through fifty power cuts, every visit and place that was thanked is there, once") {
  int cuts = 0;
  int thanked = 0;
  for (unsigned seed = 1; seed <= 50; ++seed) {
    INFO("seed " << seed);
    const Aftermath after = record_until_cut(seed, "");
    cuts += after.was_cut;
    thanked += after.thanked;
    CHECK(after.lost == 0);
    CHECK(after.twice == 0);
    CHECK(after.wrong == std::vector<std::string>{});
  }
  CHECK(cuts >= 45);
  CHECK(thanked >= 500);
}

TEST_CASE("With synchronous turned down, power cuts lose visits: the campaign would see it") {
  CHECK(harmed_of_ten("NORMAL") > 0);
  CHECK(harmed_of_ten("OFF") > 0);
}
