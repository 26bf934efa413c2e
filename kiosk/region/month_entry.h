// SPDX-License-Identifier: EUPL-1.2
/// A month as somebody counted it: what is asked for, and what cannot be. The page and the command
/// refuse the same in the same words.
#pragma once

#include <span>

#include "region/storage.h"

namespace sveiki::region {

struct EntryCount {
  DayColumn column;
  const char* name;   ///< of the form's field
  const char* label;  ///< marked with msg
};
/// Those that the page asks for, in its order.
std::span<const EntryCount> entry_counts();
const EntryCount& entry_count(DayColumn column);

/// Its first count that is more than the whole it is a part of.
std::optional<EntryFault> fault_in(const RowValues& values);
/// `stood`: the places that stood in that month.
std::optional<EntryFault> fault_in_time(const std::string& centre, const std::string& month,
                                        const std::vector<Place>& stood, CivilDay today);
std::string in_english(const EntryFault& fault);

}  // namespace sveiki::region
