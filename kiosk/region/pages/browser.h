// SPDX-License-Identifier: EUPL-1.2
/// What a browser sends besides its wish: cookies, languages, filled-in forms, where it came from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "region/http.h"

namespace sveiki::region::pages {

/// Empty: none of this name.
std::string cookie(const Request& request, std::string_view name);
/// No script reads it, no other site makes the browser send it. Without an age it goes with the
/// browser; an age of zero takes it away. One cookie per answer.
void set_cookie(Response& response, std::string_view name, std::string_view value,
                std::optional<std::chrono::seconds> age, bool tls);

/// The one chosen before, else the first of Accept-Language that we speak, else Latvian.
std::string_view language_of(const Request& request);
/// One of our languages, or nothing.
std::optional<std::string_view> language_named(std::string_view name);

/// A form as browsers encode it; the first of several of one name. Nothing else is read.
std::map<std::string, std::string> read_form(const Request& request);
/// False where the browser says that another site sent this form.
bool from_our_pages(const Request& request);

}  // namespace sveiki::region::pages
