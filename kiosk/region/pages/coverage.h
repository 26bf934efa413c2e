// SPDX-License-Identifier: EUPL-1.2
/// What the numbers rest on, and what they count towards: parts that several pages show.
#pragma once

#include "region/pages/view.h"

namespace sveiki::region::pages {

/// "March 2026: 7 of 8 centres are complete. Auce misses 4 to 6 March." Many months are told centre
/// by centre. `with_silent`: who is not heard of now, too.
Html coverage(const View& view, const Report& report, bool with_silent = false);
/// What is missing of it, or lost at the kiosk: days, or everything; empty: nothing.
std::string missing_words(const View& view, const CentreMonth& month);
/// What it means that days are lost at a kiosk, and who has to do something; empty: none are.
Html gap_note(const View& view, const std::vector<CentreReport>& centres);

/// Side by side, never one without the other, and how people were counted.
Html people_and_visits(const View& view, const Report& report);

/// By target group, age and gender; nothing where no centre told it. `added_up`: over centres.
Html who_they_are(const View& view, const People& people, bool added_up);

/// Each indicator as a gauge with a table; and how people were counted, unless the page said so.
Html indicator_gauges(const View& view, const Report& report, bool with_method);

}  // namespace sveiki::region::pages
