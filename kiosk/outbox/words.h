// SPDX-License-Identifier: EUPL-1.2
/// The outbox's words for trouble and refusals, as sentences for staff.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sveiki {

/// "The region cannot be reached." The kiosk goes on counting in every case.
std::string words_for_trouble(std::string_view trouble);
std::string words_for_enrolment(std::string_view why);
/// How wrong this computer's clock is against the region's, from 5 minutes; empty: it is right.
std::string words_for_skew(std::int64_t skew_ms);
/// Why a sheet was refused, and what helps.
std::string words_for_refusal(std::string_view why);

}  // namespace sveiki
