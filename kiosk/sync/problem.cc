// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "sync/upload.h"

namespace sveiki::sync {

std::string write_problem(const Problem& problem) {
  nlohmann::ordered_json written{{"status", problem.status}, {"detail", problem.detail}};
  if (!problem.pointer.empty()) written["pointer"] = problem.pointer;
  if (problem.status == 415) written["supported"] = {kSchemaVersion};
  return written.dump();
}

}  // namespace sveiki::sync
