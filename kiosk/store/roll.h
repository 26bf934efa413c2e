// SPDX-License-Identifier: EUPL-1.2
/// The roll of a session: who has a place, who waits, who took part. For the staff of the house,
/// and only there: it has names.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/timetable.h"

namespace sveiki::store {

struct RollEntry {
  std::string symbol;  ///< of their sign; empty: they have none now, or are counted by head
  std::string flock;   ///< "green"
  std::string alias;   ///< may be empty
  int heads = 0;       ///< people without a sign; 0: one person who is known
  int in_line = 0;     ///< 1: the first who signed up; 0: did not sign up
  bool took_part = false;
};

/// In the order of the line, then who came without signing up. Throws RecordFault as reading does.
std::vector<RollEntry> roll_of(const std::filesystem::path& dir, const SessionRef& session);

}  // namespace sveiki::store
