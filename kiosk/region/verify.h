// SPDX-License-Identifier: EUPL-1.2
/// Whether an evidence pack proves its numbers: every signature, every sum, every file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "region/pack.h"

namespace sveiki::region {

struct Proof {
  std::vector<std::string> faults;  ///< what is not proved; empty: every number is
  std::vector<std::string> notes;   ///< what a reader should know besides
  std::size_t envelopes = 0;
  int sheets = 0;
};
/// Reads nothing but the pack.
Proof verify_pack(std::string_view bytes);

}  // namespace sveiki::region
