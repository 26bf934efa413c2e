// SPDX-License-Identifier: EUPL-1.2
/// An invented past for showing and trying the kiosk: people with tokens and cards, and six weeks
/// of visits. The same centre and day always give the same past; tokens' ids are random.
#pragma once

#include <filesystem>

#include "domain/centre.h"

namespace sveiki::store {

struct Demo {
  CivilDay from;  ///< the day on which the record begins
  CivilDay to;    ///< the day before today
  int people = 0;
  int visits = 0;  ///< that stand
};

/// Makes the record of `centre` in `dir` (create_record) and fills it, through Record itself.
Demo create_demo(const std::filesystem::path& dir, const Centre& centre, CivilDay today);

}  // namespace sveiki::store
