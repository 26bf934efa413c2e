// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk region`: how it stands with the region, for the staff of the house. It speaks with
// sveiki-sync through outbox.db, and reaches no network itself.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "outbox/outbox.h"
#include "outbox/words.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"
#include "sveiki-kiosk/tray.h"
#include "sync/ids.h"
#include "sync/region_url.h"

namespace sveiki {
namespace {

struct Options {
  std::filesystem::path data;
  std::string region;
  std::string code;
  std::string life;
  std::string how;
  std::string all;  ///< the same as `how`, for every life
};

/// The outbox of a centre's data folder, as the kiosk makes it when it first runs.
Outbox outbox_of(const Options& options) {
  if (!std::filesystem::exists(options.data / "centre.toml"))
    throw std::runtime_error("there is no centre in " + options.data.string() +
                             ": make it with sveiki-kiosk setup");
  return Outbox(outbox_in(options.data));
}

std::string sheets(std::size_t n) {
  return std::to_string(n) + (n == 1 ? " sheet" : " sheets");
}

/// One block, with one answer for all lives: opposite ones for one day would make no sense.
void say_gaps(const std::vector<Outbox::State::Gap>& gaps, const std::filesystem::path& data) {
  if (gaps.empty()) return;
  const std::string which = gaps.size() == 1 ? gaps.front().life : "--all";
  const auto settle = [&](const char* how) {
    return command_line("region settle " + which + " " + how, data);
  };
  std::set<std::string> days;
  bool grows = false;
  for (const auto& gap : gaps) {
    for (const std::string& period : gap.periods)
      if (CivilDay::parse(period)) days.insert(period);
    grows |= gap.grows;
  }
  std::cout << "The region has days of this record that are not in it, of "
            << (gaps.size() == 1 ? "life " + which : std::to_string(gaps.size()) + " lives")
            << ":\n ";
  for (const std::string& day : days) std::cout << ' ' << day;
  if (grows) {
    std::cout << "\n  Another computer records with a copy of this record, and is still at it. What"
                 " both count is in the region, but who comes to both is counted twice."
                 "\n  Stop one of the two for good, and keep the region's figures: "
              << settle("keep") << '\n';
    return;
  }
  std::cout << "\n  It was restored from an older copy? Keep the region's figures: "
            << settle("keep")
            << "\n  Or take them away and enter the days again: " << settle("withdraw")
            << "\n  Another computer records with a copy of it? Stop one of the two for"
               " good, and keep the region's figures.\n";
}

/// A line for each reason: a wrong clock may have made a hundred of them.
void say_refused(const std::vector<Outbox::State::Refused>& refused) {
  using Reason = std::pair<SheetKind, std::string>;
  std::map<Reason, std::set<std::string>> periods;
  for (const auto& [id, why] : refused) periods[{id.kind, why}].insert(id.period);
  for (const auto& [reason, all] : periods) {
    std::cout << "Refused, " << sheet_kind_name(reason.first) << ' ' << *all.begin();
    if (all.size() > 1) std::cout << " to " << *all.rbegin() << " (" << all.size() << " of them)";
    std::cout << ": " << words_for_refusal(reason.second) << ".\n";
  }
}

int status(const Options& options) {
  const Outbox::State state = outbox_of(options).state();
  if (state.device)
    std::cout << "Connected to " << state.device->region << " as " << state.device->centre << ".\n";
  else
    std::cout << "Not connected to a region; the kiosk counts all the same.\n";
  if (!state.enrol_refused.empty()) std::cout << words_for_enrolment(state.enrol_refused) << '\n';
  if (!state.trouble.empty()) std::cout << words_for_trouble(state.trouble) << '\n';
  std::cout << "Last sent: " << (state.last_sent ? iso_utc(*state.last_sent) : "never") << ".\n"
            << "Waiting to be sent: " << sheets(static_cast<std::size_t>(state.pending)) << ".\n";
  if (const auto skew = words_for_skew(state.skew_ms); !skew.empty()) std::cout << skew << '\n';
  say_refused(state.refused);
  say_gaps(state.gaps, options.data);
  return 0;
}

int connect(const Options& options) {
  const auto url = sync::region_url(options.region);
  if (!url) return not_done("write the region's address as https://region.example");
  const auto code = sync::read_code(options.code);
  if (!code) return not_done("that code has a mistake in it. Write it as the region gave it");
  outbox_of(options).ask_to_enrol({*url, *code});
  std::cout << "The region is asked when sveiki-sync next runs. See how it went with:"
               " "
            << command_line("region status", options.data) << '\n';
  return 0;
}

int settle(const Options& options) {
  const std::string& how = options.all.empty() ? options.how : options.all;
  if (how.empty()) return not_done("say which life, and keep or withdraw; or --all with it");
  Outbox outbox = outbox_of(options);
  auto gaps = outbox.state().gaps;
  if (!options.life.empty())
    std::erase_if(gaps, [&](const auto& gap) { return gap.life != options.life; });
  if (gaps.empty())
    return not_done("there is nothing to settle" +
                    (options.life.empty() ? "" : " of life " + options.life));
  const bool keep = how == "keep";
  for (const auto& gap : gaps)
    outbox.settle(gap.life, keep ? Outbox::Settle::kKeep : Outbox::Settle::kWithdraw);
  std::cout << (keep ? "The region keeps its figures of those days.\n"
                     : "The region is asked to count those days no more. Enter them again.\n");
  return 0;
}

}  // namespace

void add_region(CLI::App& program, int& exit_code) {
  CLI::App* command =
      program.add_subcommand("region", "what goes to the region, and what is stuck");
  command->require_subcommand(1);
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* what, int (*work)(const Options&)) {
    CLI::App* sub = command->add_subcommand(name, what);
    sub->add_option("--data", options->data, "the centre's data folder")->required();
    sub->callback([options, work, &exit_code] {
      exit_code = saying_what_fails([&] { return work(*options); });
    });
    return sub;
  };
  add("status", "what waits, what was refused, and what is to be settled", status);
  CLI::App* connecting = add("connect", "connect this computer with a one-time code", connect);
  connecting->add_option("--region", options->region, "its address, as https://region.example")
      ->required();
  connecting->add_option("--code", options->code, "the code that the region gave")->required();
  CLI::App* settling = add("settle", "days that a restored record lost", settle);
  const CLI::IsMember answers({"keep", "withdraw"});
  CLI::Option* all = settling->add_option("--all", options->all, "keep or withdraw all of them");
  all->check(answers);
  settling->add_option("life", options->life, "one, as `region status` names it")->excludes(all);
  settling->add_option("how", options->how, "keep or withdraw that one")->check(answers);
}

}  // namespace sveiki
