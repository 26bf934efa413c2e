// SPDX-License-Identifier: EUPL-1.2
#include "region/submissions.h"

#include <algorithm>

#include "region/database_values.h"
#include "region/log.h"
#include "region/names.h"
#include "region/sha256.h"
#include "sync/ids.h"

namespace sveiki::region {
namespace {

constexpr const char* kKeep =
    "INSERT INTO submission (id, name, from_month, to_month, at, by, sha256, report)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr const char* kAll =
    "SELECT id, name, from_month, to_month, at, by, sha256 FROM submission"
    " ORDER BY at DESC, id";
constexpr const char* kReport = "SELECT report, sha256 FROM submission WHERE id = $1";

}  // namespace

Submission Submissions::keep(Submission submission, const std::string& report) {
  if (!is_name(submission.name, kLongestName))
    throw Refusal("say whom the report goes to, in one line of at most 200 letters");
  submission.id = sync::new_id("su");
  submission.sha256 = sha256(report);
  db_.query(kKeep, {submission.id, submission.name, submission.from_month, submission.to_month,
                    submission.at.ms, submission.by, submission.sha256, report});
  write_log(db_, submission.by,
            {msg("Submitted the report of {from} to {to}, {id}."),
             {{"from", submission.from_month}, {"to", submission.to_month}, {"id", submission.id}}},
            submission.at);
  return submission;
}

std::vector<Submission> Submissions::all() {
  std::vector<Submission> submissions;
  for (const Values& row : db_.query(kAll))
    submissions.push_back({text(row[0]), text(row[1]), text(row[2]), text(row[3]), instant(row[4]),
                           text(row[5]), text(row[6])});
  return submissions;
}

std::string Submissions::report(const std::string& id) {
  const auto held = db_.query(kReport, {id});
  if (held.empty()) throw Refusal("no report was submitted as \"" + id + "\"");
  if (sha256(text(held[0][0])) != text(held[0][1]))
    throw Refusal("the report " + id + " is not what was submitted");
  return text(held[0][0]);
}

std::vector<std::string> Submissions::check() {
  std::vector<std::string> wrong;
  for (const Submission& submission : all()) {
    try {
      report(submission.id);
    } catch (const Refusal& why) {
      wrong.push_back(why.what());
    }
  }
  return wrong;
}

}  // namespace sveiki::region
