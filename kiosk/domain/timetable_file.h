// SPDX-License-Identifier: EUPL-1.2
/// A centre's timetable as its staff write it by hand: one TOML file with its series, closed
/// days and announcements (config/timetables/README.md).
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "domain/announcement.h"
#include "domain/centre.h"
#include "domain/timetable.h"

namespace sveiki {

struct TimetableFile {
  std::vector<Series> series;
  std::vector<Announcement> announcements;  ///< closed days too
};

/// Reads and checks it against the centre and the pictures that there are. Throws ConfigError with
/// file, line, key and what would be right, for all that is wrong.
TimetableFile read_timetable(const std::filesystem::path& file, const Centre& centre,
                             const std::set<std::string, std::less<>>& pictures);

}  // namespace sveiki
