// SPDX-License-Identifier: EUPL-1.2
/// Whether a centre's kiosk is heard of, and what it does: parts that several pages show.
#pragma once

#include "region/pages/view.h"

namespace sveiki::region::pages {

/// "3 hours ago".
std::string ago(const View& view, Instant at);
/// The devices of one centre, and whether it is silent.
Html connection(const View& view, const CentreReport& centre);
/// When a device was heard of, how its clock goes, whether it still counts: three cells of a
/// record.
std::vector<Html> device_cells(const View& view, const Device& device);

/// Each activity with its visits and people-days.
Html activity_table(const View& view, const Report& report, const Counts& counts);
}  // namespace sveiki::region::pages
