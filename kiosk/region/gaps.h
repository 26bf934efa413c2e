// SPDX-License-Identifier: EUPL-1.2
/// Days that the region holds of a centre and the centre's own record has lost, since it was
/// restored from a backup. They change no count; they are marked until somebody has settled them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "region/storage.h"

namespace sveiki::region {

// Each within the caller's transaction.

/// What the centre said last of a day of a life stands.
void note_gaps(Database& db, const sync::GapReport& report, Instant now);
/// All of the centre. Refuses where none is marked.
void settle_gaps(Database& db, const std::string& centre, std::string_view by, Instant now);

/// Centre and day of what is marked, in their order, from one month to another: a day of which a
/// sheet stands that the centre has lost, whose life was not withdrawn.
std::vector<std::pair<std::string, CivilDay>> days_in_gap(Database& db,
                                                          const std::string& from_month,
                                                          const std::string& to_month);

}  // namespace sveiki::region
