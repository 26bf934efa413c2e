// SPDX-License-Identifier: EUPL-1.2
// `sveiki-sync status`: how it stands, in plain words.
#include <cstdlib>

#include "outbox/outbox.h"
#include "outbox/words.h"
#include "sveiki-sync/commands.h"

namespace sveiki {
namespace {

// Less is what clocks do.
constexpr std::int64_t kShownSkewMs = 5 * 60'000;

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
  if (std::abs(state.skew_ms) > kShownSkewMs) {
    std::cout << "The clock of this computer is " << std::abs(state.skew_ms) / 60'000 << " minutes "
              << (state.skew_ms > 0 ? "behind" : "ahead of") << " the region's. Set it.\n";
  }
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
