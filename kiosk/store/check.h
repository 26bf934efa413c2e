// SPDX-License-Identifier: EUPL-1.2
/// Proves a record: the file is whole, every fact fits the others, and every count is what the
/// facts say. Changes nothing; works on a copy that cannot be written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/centre.h"
#include "domain/facts.h"

namespace sveiki::store {

struct CheckReport {
  /// What is wrong, one sentence each; empty when all is well.
  std::vector<std::string> wrong;
  /// What is right, but not shown as it was posted, one sentence each.
  std::vector<std::string> notes;
  std::int64_t visits = 0;     ///< that stand, without headcount
  std::int64_t headcount = 0;  ///< people counted without being known
  std::int64_t visitors = 0;   ///< known people
  std::int64_t days = 0;       ///< on which somebody came
};

/// Throws RecordFault if the record cannot be read at all: none there, not a database, newer. With
/// the centre as it is now, notes what it does not have any more.
CheckReport check_record(const std::filesystem::path& dir, const Centre* centre = nullptr);

}  // namespace sveiki::store
