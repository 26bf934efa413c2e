// SPDX-License-Identifier: EUPL-1.2
/// An invented past for showing and trying the kiosk: people with tokens and cards, and six weeks
/// of visits, and places taken in what comes. The same centre and day always give the same past;
/// tokens' ids are random.
#pragma once

#include <filesystem>
#include <vector>

#include "domain/timetable.h"

namespace sveiki::store {

struct Demo {
  CivilDay from;  ///< the day on which the record begins
  CivilDay to;    ///< the day before today
  int people = 0;
  int visits = 0;    ///< that stand
  int sign_ups = 0;  ///< for sessions of the week that begins today
};

/// Makes the record of `centre` in `dir` (create_record) and fills it, through Record itself. The
/// series are posted when it begins.
Demo create_demo(const std::filesystem::path& dir, const Centre& centre, CivilDay today,
                 const std::vector<Series>& series = {});

}  // namespace sveiki::store
