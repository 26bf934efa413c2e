// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region submit` and `submissions`: what a funder was told, kept as it was.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "region/submitted.h"
#include "sveiki-region/commands.h"
#include "sveiki-region/where.h"

namespace sveiki::region {
namespace {

struct SubmitOptions {
  Where where;
  std::string from, to, name;
};

void say(const Submission& submission) {
  std::cout << submission.id << '\t' << iso_utc(submission.at) << '\t' << submission.from_month
            << '\t' << submission.to_month << '\t' << submission.sha256 << '\t' << submission.by
            << '\t' << submission.name << '\n';
}

int submit(const SubmitOptions& options) {
  Storage storage = options.where.open();
  say(submit_report(storage, options.from, options.to, options.name, kCommandLine, now()));
  return 0;
}

int list(const SubmitOptions& options) {
  for (const Submission& submission : options.where.open().submissions()) say(submission);
  return 0;
}

}  // namespace

void add_submit(CLI::App& program, int& exit_code) {
  const auto options = std::make_shared<SubmitOptions>();
  CLI::App* submitting = add_command(
      program, "submit", "keep a report as it is given to a funder", options->where,
      [=] { return submit(*options); }, exit_code);
  submitting->add_option("--from", options->from, "first month, 2026-01")->required();
  submitting->add_option("--to", options->to, "last month, 2026-12")->required();
  submitting->add_option("--name", options->name, "whom it goes to, and what for")->required();
  add_command(
      program, "submissions", "the reports that were submitted", options->where,
      [=] { return list(*options); }, exit_code);
}

}  // namespace sveiki::region
