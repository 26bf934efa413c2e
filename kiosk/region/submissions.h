// SPDX-License-Identifier: EUPL-1.2
/// Reports as they were given to a funder: when, by whom, which months, and their bytes. Written
/// once, so that years later it can be shown what was said.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

class Submissions {
 public:
  explicit Submissions(Database& db) : db_(db) {}

  /// Within the caller's transaction.
  Submission keep(Submission submission, const std::string& report);
  std::vector<Submission> all();
  std::string report(const std::string& id);
  std::vector<std::string> check();

 private:
  Database& db_;
};

}  // namespace sveiki::region
