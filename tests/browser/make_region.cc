// SPDX-License-Identifier: EUPL-1.2
// `make_region DIR`: DIR/region.db with a year behind it, and with days that a kiosk has lost, for
// whoever looks at the pages in a browser. Logins are added by `sveiki-region user add`; prints the
// organisation of the partner.
#include <algorithm>
#include <iostream>

#include "base/clock.h"
#include "region/pages/a_year.h"

using namespace sveiki;

namespace {

/// The kiosk of this centre was restored: three days of its last month are in no record any more.
void lose_days(region::Storage& storage, const std::string& centre, Instant now) {
  sync::GapReport lost{"dv_00000000", centre, {}};
  for (const auto& [id, revision, withdrawn] : storage.index(centre).sheets) {
    if (id.kind == SheetKind::kDay) lost.gaps.push_back({id.life, id.period, false});
  }
  const auto month_ends = std::ranges::find_if(
      lost.gaps.rbegin(), lost.gaps.rend(),
      [&](auto& gap) { return gap.day.substr(0, 7) != lost.gaps.back().day.substr(0, 7); });
  lost.gaps = {month_ends, month_ends + 3};
  storage.note_gaps(lost, now);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  region::Storage storage(region::open_database(argv[1], ""));
  const Instant now = SystemClock{}.now().wall;
  const test::AYear year = test::make_a_year(storage, now);
  lose_days(storage, year.kretinga, now);
  std::cout << year.auce_town << '\n';
}
