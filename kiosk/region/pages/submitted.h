// SPDX-License-Identifier: EUPL-1.2
/// What was told to a funder, beside what is known now.
#pragma once

#include "region/pages/view.h"

namespace sveiki::region::pages {

/// For the months of the report: which were submitted, and each number that is another one now.
Html since_submitted(const View& view, const Report& report);

}  // namespace sveiki::region::pages
