// SPDX-License-Identifier: EUPL-1.2
/// Names that say nothing: random identifiers from the system's random source.
#pragma once

#include <string>
#include <string_view>

namespace sveiki {

/// "tk_7F3K9QWX": the prefix and eight symbols of Crockford's base 32 (40 random bits).
std::string random_id(std::string_view prefix);

/// A life: 64 random bits as sixteen lower-case hexadecimal digits. Drawn at each start of the
/// kiosk; stands on every recorded fact.
std::string random_life();

}  // namespace sveiki
