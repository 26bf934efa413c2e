// SPDX-License-Identifier: EUPL-1.2
/// Counts everything again from what kiosks signed: the proof of a report. Needs nothing but the
/// envelopes and the devices' keys.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "region/storage.h"

namespace sveiki::region {

/// Which sheet of which envelope, both from 0.
using SheetPlace = std::pair<std::size_t, std::size_t>;

struct Recount {
  std::vector<Total> months;  ///< of day sheets; their days are open, closed or not reported
  std::vector<Total> people;  ///< by period
  int sheets = 0;             ///< that stand
  /// Envelopes that prove nothing, and why, in English sentences.
  std::vector<std::string> faults;
};

/// `set_aside`: sheets that the region refused when they came, which count nothing.
Recount recount(const std::vector<Device>& devices, const std::vector<sync::Envelope>& envelopes,
                const std::set<SheetPlace>& set_aside);

/// "envelopes/000001.json" for the first.
std::string envelope_name(std::size_t index);

}  // namespace sveiki::region
