// SPDX-License-Identifier: EUPL-1.2
/// What came from the kiosks and was not taken.
#pragma once

#include "region/pages/view.h"

namespace sveiki::region::pages {

/// How many sheets of each centre were refused, and why, until they are settled.
Html refused_sheets(const View& view, const Report& report);

}  // namespace sveiki::region::pages
