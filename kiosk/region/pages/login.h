// SPDX-License-Identifier: EUPL-1.2
/// The way in.
#pragma once

#include "region/pages/view.h"

namespace sveiki::region::pages {

/// The form; with why the last try was not let in, and 403 or 429.
struct NotLetIn {
  Millis wait{0};  ///< zero: the login or the password was wrong
};
Response login_page(const View& view, const std::optional<NotLetIn>& why = {});

}  // namespace sveiki::region::pages
