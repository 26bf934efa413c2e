// SPDX-License-Identifier: EUPL-1.2
/// What a logged-in browser holds, and what is made of it: random text in a cookie, its hash in the
/// database, and the token that stands in its forms.
#pragma once

#include <string>
#include <string_view>

namespace sveiki::region {

/// 256 random bits in hexadecimal.
std::string new_secret();
/// The key under which the database keeps a session. The secret cannot be had from it.
std::string session_key(std::string_view secret);
/// Stands in each form of this browser: another site knows neither it nor the secret.
std::string form_token(std::string_view secret);
/// Tells whether bytes are the same as before; no secret.
std::string fingerprint(std::string_view bytes);
/// Takes the same time wherever they differ.
bool same_text(std::string_view a, std::string_view b);
/// A password that somebody can read out: "kmrt-w4hx-…", 80 random bits.
std::string new_password();

}  // namespace sveiki::region
