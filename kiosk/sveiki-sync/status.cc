// SPDX-License-Identifier: EUPL-1.2
// `sveiki-sync status`: how it stands, in plain words.
#include "outbox/outbox.h"
#include "outbox/words.h"
#include "sveiki-sync/commands.h"

namespace sveiki {
namespace {

int status(const Places& places) {
  const Outbox::State state = Outbox(outbox_of_kiosk(places)).state();
  if (!state.device) {
    std::cout << "This computer is not connected to a region.\n";
  } else {
    std::cout << "Region: " << state.device->region << "\nThis computer: " << state.device->device
              << " of " << state.device->centre << '\n';
  }
  if (!state.enrol_refused.empty()) {
    std::cout << "Not connected: " << words_for_enrolment(state.enrol_refused) << '\n';
  }
  std::cout << "Last sent: " << (state.last_sent ? iso_utc(*state.last_sent) : "never")
            << "\nWaiting to be sent: " << state.pending << '\n';
  if (!state.trouble.empty()) std::cout << "Now: " << words_for_trouble(state.trouble) << '\n';
  if (const auto skew = words_for_skew(state.skew_ms); !skew.empty()) std::cout << skew << '\n';
  for (const auto& refused : state.refused) {
    std::cout << "Refused, " << sheet_kind_name(refused.id.kind) << ' ' << refused.id.period << ": "
              << words_for_refusal(refused.why) << '\n';
  }
  for (const auto& gap : state.gaps) {
    std::cout << "Not settled: the region has what this kiosk lost, of life " << gap.life << ':';
    for (const std::string& period : gap.periods) std::cout << ' ' << period;
    std::cout << '\n';
  }
  return 0;
}

}  // namespace

void add_status(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code) {
  program.add_subcommand("status", "how it stands with the region")->callback([=, &exit_code] {
    exit_code = saying_what_fails([&] { return status(*places); });
  });
}

}  // namespace sveiki
