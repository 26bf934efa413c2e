// SPDX-License-Identifier: EUPL-1.2
// `sveiki-sync` and `sveiki-sync enrol`: on the way to the region.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

#include "courier/courier.h"
#include "courier/curl_carrier.h"
#include "outbox/words.h"
#include "sveiki-sync/desk.h"
#include "sync/ids.h"
#include "sync/region_url.h"

namespace sveiki {
namespace {

using namespace std::chrono_literals;

// How soon the service sees what staff and the kiosk wish, and a fault of the outbox heals.
constexpr Millis kGlance = 2s;

/// All that goes to the region, with this computer's clock and chance.
struct Carriage {
  explicit Carriage(const Places& places)
      : desk(places),
        carrier("sveiki-sync/" SVEIKI_VERSION, places.ca),
        courier(desk.outbox, carrier, desk.key, clock, SVEIKI_VERSION,
                [this] { return std::uniform_real_distribution<>{}(random); }) {}

  courier::Round go(courier::Courier::Compare when = courier::Courier::Compare::kWhenDue) {
    courier::Round round = courier.go(when);
    desk.remember();
    return round;
  }

  Desk desk;
  SystemClock clock;
  std::random_device random;
  courier::CurlCarrier carrier;
  courier::Courier courier;
};

/// The end of a round, once: not again while the same trouble lasts.
void log(const courier::Round& round, std::string& last) {
  if (round.trouble != last) {
    if (round.trouble.empty()) {
      spdlog::info("the region has been reached again");
    } else {
      spdlog::warn("{}: {}", round.trouble, round.why);
    }
  }
  last = round.trouble;
}

std::string words_for(const courier::Round& round) {
  return words_for_trouble(round.trouble) + " (" + round.why + ")";
}

/// Until it is due, or staff have another wish than the one that was carried, or the kiosk wishes
/// it.
void wait(Outbox& outbox, Millis until_due) {
  const auto code = [&] {
    const auto wish = outbox.enrol_wish();
    return wish ? wish->code : std::string{};
  };
  const std::string before = code();
  const Moment due = SystemClock().now().steady + until_due;
  while (SystemClock().now().steady < due) {
    std::this_thread::sleep_for(std::min(kGlance, due - SystemClock().now().steady));
    if (const std::string now = code(); !now.empty() && now != before) return;
    if (outbox.send_wish()) return;
  }
}

int enrol(const Places& places, const std::string& region, const std::string& code) {
  const auto url = sync::region_url(region);
  if (!url) return not_done("write the region's address as https://region.example");
  const auto read = sync::read_code(code);
  if (!read) return not_done("that code has a mistake in it: look at it again");
  const Outbox made(places.outbox);  // the kiosk need not have run before
  Carriage carriage(places);
  carriage.desk.outbox.ask_to_enrol({*url, *read});
  const courier::Round round = carriage.go();
  const Outbox::State state = carriage.desk.outbox.state();
  if (!state.enrol_refused.empty()) return not_done(words_for_enrolment(state.enrol_refused));
  if (carriage.desk.outbox.enrol_wish()) {
    return not_done(words_for(round) + " The code is kept, and tried again.");
  }
  std::cout << "This computer is connected to " << state.device->region << ".\n";
  return 0;
}

}  // namespace

int carry_once(const Places& places) {
  Carriage carriage(places);
  const courier::Round round = carriage.go(courier::Courier::Compare::kNow);
  if (!round.trouble.empty()) {
    return not_done(words_for(round));
  }
  const Outbox::State state = carriage.desk.outbox.state();
  if (!state.enrol_refused.empty()) return not_done(words_for_enrolment(state.enrol_refused));
  if (!state.device) return not_done("this computer is not connected to a region: enrol it");
  if (const std::size_t refused = state.refused.size(); refused > 0) {
    return not_done("the region has all but what it refused. Sheets refused: " +
                    std::to_string(refused) + ". See why with: sveiki-sync status");
  }
  std::cout << "The region was reached, and has all that was to be sent.\n";
  return 0;
}

int carry_for_ever(const Places& places) {
  // Nothing has to be put away: what was not acknowledged is sent the next time.
  for (const int signal : {SIGTERM, SIGINT}) std::signal(signal, [](int) { ::_exit(0); });
  spdlog::set_default_logger(spdlog::stderr_logger_mt("sveiki-sync"));
  Carriage carriage(places);
  spdlog::info("on the way with what lies in {}", places.outbox.string());
  std::string last;
  while (true) {
    try {
      const courier::Round round = carriage.go();
      log(round, last);
      wait(carriage.desk.outbox, round.wait);
    } catch (const std::exception& fault) {
      spdlog::error("{}", fault.what());
      std::this_thread::sleep_for(kGlance);
    }
  }
}

void add_enrol(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code) {
  CLI::App* command = program.add_subcommand("enrol", "connect this computer to its region");
  const auto region = std::make_shared<std::string>();
  const auto code = std::make_shared<std::string>();
  command->add_option("--region", *region, "its address, https://region.example")->required();
  command->add_option("--code", *code, "the code that the region gave out")->required();
  command->callback([=, &exit_code] {
    exit_code = saying_what_fails([&] { return enrol(*places, *region, *code); });
  });
}

}  // namespace sveiki
