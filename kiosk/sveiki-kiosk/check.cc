// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk check`: is the record whole, and are the counts what the facts say?
#include "store/check.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

int check(const std::filesystem::path& dir) {
  const store::CheckReport report = store::check_record(dir);
  if (report.wrong.empty()) {
    std::cout << "All is well: " << report.visits << " visits of " << report.visitors
              << " known people, " << report.headcount << " counted by head, on " << report.days
              << " days; every count agrees with them.\n";
    return 0;
  }
  std::cout << "Not all is well with the record in " << dir.string() << ":\n";
  for (const std::string& wrong : report.wrong) std::cout << "  " << wrong << '\n';
  std::cout << "Nothing was changed. Keep a copy of the folder and restore the last good backup.\n";
  return 1;
}

}  // namespace

void add_check(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("check", "prove that the record is whole and right");
  const auto dir = std::make_shared<std::filesystem::path>();
  command->add_option("--data", *dir, "the centre's data folder")->required();
  command->callback(
      [dir, &exit_code] { exit_code = saying_what_fails([&] { return check(*dir); }); });
}

}  // namespace sveiki
