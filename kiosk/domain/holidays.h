// SPDX-License-Identifier: EUPL-1.2
/// Public holidays of a country, as closures: read from config/holidays, where each file names the
/// law that it follows.
#pragma once

#include <filesystem>
#include <vector>

#include "domain/centre.h"

namespace sveiki {

/// The holidays of these years (`year_to` inclusive), by day. Throws ConfigError naming file, line,
/// key and what would be right.
std::vector<Closure> read_holidays(const std::filesystem::path& file, int year_from, int year_to);

/// Easter Sunday as the western churches count it. Years from 1583 on.
CivilDay easter_sunday(int year);

}  // namespace sveiki
