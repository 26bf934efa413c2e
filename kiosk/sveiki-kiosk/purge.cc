// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk purge`: forgets visits that are older than the centre keeps them. The kiosk does so
// by itself; this is for staff who want it done now.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "store/forgetting.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

int purge(const std::filesystem::path& data, bool dry_run) {
  const auto centre = centre_of(data);
  const Instant now = SystemClock().now().wall;
  const CivilDay day = kept_from(*centre, civil_day(now, centre->zone));
  store::Forgetting forgetting(data);
  const store::Facts old = forgetting.before(day);
  if (old.any() && !dry_run) forgetting.forget_before(day, "staff", now);
  std::cout << old.visits << " visits, " << old.headcounts << " headcounts and " << old.sign_ups
            << " sign-ups before " << day.iso()
            << (dry_run ? " would be forgotten" : " are forgotten") << "; their counts stay.\n";
  return dry_run || forgetting.sweep() ? 0 : not_swept();
}

}  // namespace

void add_purge(CLI::App& program, int& exit_code) {
  auto* command = program.add_subcommand("purge", "forget visits that are too old to be kept");
  const auto data = std::make_shared<std::filesystem::path>();
  const auto dry_run = std::make_shared<bool>(false);
  command->add_option("--data", *data, "the centre's data directory")->required();
  command->add_flag("--dry-run", *dry_run, "say what would be forgotten, and forget nothing");
  command->callback(
      [=, &exit_code] { exit_code = saying_what_fails([&] { return purge(*data, *dry_run); }); });
}

}  // namespace sveiki
