// SPDX-License-Identifier: EUPL-1.2
// `make_region DIR`: DIR/region.db with a year behind it, for whoever looks at the pages in a
// browser. Logins are added by `sveiki-region user add`; prints the organisation of the partner.
#include <iostream>

#include "base/clock.h"
#include "region/pages/a_year.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  sveiki::region::Storage storage(sveiki::region::open_database(argv[1], ""));
  std::cout << sveiki::test::make_a_year(storage, sveiki::SystemClock{}.now().wall).auce_town
            << '\n';
}
