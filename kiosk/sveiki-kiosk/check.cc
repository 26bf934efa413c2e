// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk check`: is the record whole, and are the counts what the facts say?
#include "store/check.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

/// Nothing if its file is not there, or wrong: the record can be proved without it.
std::shared_ptr<const Centre> centre_if_any(const std::filesystem::path& dir) {
  try {
    return centre_of(dir);
  } catch (const std::exception&) {
    return nullptr;
  }
}

int check(const std::filesystem::path& dir) {
  const auto centre = centre_if_any(dir);
  const store::CheckReport report = store::check_record(dir, centre.get());
  if (report.wrong.empty()) {
    std::cout << "All is well: " << report.visits << " visits of " << report.visitors
              << " known people, " << report.headcount << " counted by head, on " << report.days
              << " days; every count agrees with them.\n";
    for (const std::string& note : report.notes) std::cout << "Note: " << note << ".\n";
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
