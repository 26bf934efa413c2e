// SPDX-License-Identifier: EUPL-1.2
/// What is posted, as calendars exchange it.
#pragma once

#include <utility>
#include <vector>

#include "calendar/entry.h"
#include "store/posting.h"

namespace sveiki {

inline std::vector<calendar::Entry> calendar_entries(std::vector<store::Posted> posted) {
  std::vector<calendar::Entry> entries;
  for (store::Posted& one : posted)
    entries.push_back({std::move(one.series), std::move(one.uid), one.sequence});
  return entries;
}

}  // namespace sveiki
