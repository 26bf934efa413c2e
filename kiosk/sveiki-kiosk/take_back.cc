// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk take-back`: the clock was ahead, and visits stand on days that are still to come.
// Staff say what day it is, so that a clock that is behind does not take back what is true.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "store/record.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

std::string counted(int n, const char* one, const char* many) {
  return std::to_string(n) + ' ' + (n == 1 ? one : many);
}

void say(const store::Ahead& ahead) {
  std::cout << counted(ahead.visits, "visit", "visits") << ", "
            << counted(ahead.headcounts, "group", "groups") << ", "
            << counted(ahead.leaves, "leave", "leaves") << " and "
            << counted(ahead.places, "place", "places") << ", from " << ahead.first->iso() << " to "
            << ahead.last->iso() << ".\n";
}

int take_back(const std::filesystem::path& data, const std::string& today) {
  const auto centre = centre_of(data);
  const Instant now = SystemClock().now().wall;
  const std::string day = civil_day(now, centre->zone).iso();
  if (!today.empty() && today != day)
    return not_done("this computer says that it is " + day + ". Set its clock first");
  store::Record record(data, *centre, now, store::Record::Recorder::kBeside);
  const store::Ahead ahead = record.ahead(now);
  if (!ahead.first) {
    std::cout << "Nothing lies after today, " << day << ".\n";
    return 0;
  }
  std::cout << (today.empty() ? "Lies after today, " + day + ": " : "Taken back: ");
  say(ahead);
  if (today.empty()) {
    std::cout << "If today is " << day << ", take it back: sveiki-kiosk take-back --today " << day
              << " --data " << data.string() << '\n';
    return 0;
  }
  record.take_back_ahead("staff", now);
  return 0;
}

}  // namespace

void add_take_back(CLI::App& program, int& exit_code) {
  auto* command =
      program.add_subcommand("take-back", "what a clock that was ahead put into the future");
  const auto data = std::make_shared<std::filesystem::path>();
  const auto today = std::make_shared<std::string>();
  command->add_option("--data", *data, "the centre's data directory")->required();
  command->add_option("--today", *today,
                      "what day it is, as 2026-11-24: it is done; else only said");
  command->callback(
      [=, &exit_code] { exit_code = saying_what_fails([&] { return take_back(*data, *today); }); });
}

}  // namespace sveiki
