// SPDX-License-Identifier: EUPL-1.2
/// The tables of the collector, the same on SQLite and PostgreSQL, and the way up from older ones.
#pragma once

#include "region/database.h"

namespace sveiki::region {

/// Makes or migrates the tables. Throws std::runtime_error where a newer program has made them.
void migrate(Database& db);

}  // namespace sveiki::region
