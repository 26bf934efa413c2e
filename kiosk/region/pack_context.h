// SPDX-License-Identifier: EUPL-1.2
/// What an evidence pack says besides the signed sheets, as JSON: devices with their keys, places,
/// indicators, what was entered by hand. The same values give the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "region/pack.h"

namespace sveiki::region {

std::string write_devices(const std::vector<Device>& devices);
std::vector<Device> read_devices(std::string_view json);  ///< throws std::exception

/// Everything of the evidence but devices and envelopes.
std::string write_context(const Evidence& evidence);
Evidence read_context(std::string_view json);  ///< throws std::exception

}  // namespace sveiki::region
