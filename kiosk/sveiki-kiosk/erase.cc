// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk erase`: forgets one person who asks for it. It says a name, on the staff's own
// terminal and nowhere else.
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

struct Options {
  std::filesystem::path data;
  std::string sign;
  std::string card;
  bool dry_run = false;
};

/// "hedgehog, green", as `roll` says it; nothing if it does not read so.
std::optional<std::pair<std::string, Flock>> read_sign(const std::string& text) {
  const std::size_t comma = text.find(',');
  const std::size_t colour = text.find_first_not_of(' ', comma + 1);
  if (comma == std::string::npos || colour == std::string::npos) return std::nullopt;
  const auto flock = flock_from_name(text.substr(colour));
  if (!flock) return std::nullopt;
  return std::pair{text.substr(0, comma), *flock};
}

int erase(const Options& options) {
  const auto centre = centre_of(options.data);
  const auto sign = read_sign(options.sign);
  if (options.sign.empty() == options.card.empty())
    return not_done("say who: --sign \"hedgehog, green\", or --card CODE");
  if (options.card.empty() && !sign)
    return not_done("write the sign as the roll does: --sign \"hedgehog, green\"");
  const Instant now = SystemClock().now().wall;
  store::Forgetting forgetting(options.data);
  const auto person = options.card.empty() ? forgetting.by_sign(sign->first, sign->second)
                                           : forgetting.by_card(options.card);
  if (!person)
    return not_done("nobody has that " + std::string{options.card.empty() ? "sign" : "card"});
  if (!options.dry_run) forgetting.forget(*person, civil_day(now, centre->zone), "staff", now);
  std::cout << person->symbol << ", " << flock_name(person->flock)
            << (person->alias.empty() ? "" : ": ") << person->alias
            << (options.dry_run ? " would be forgotten, with " : " is forgotten, with ")
            << person->facts.visits << " visits and " << person->facts.sign_ups
            << " sign-ups; their counts stay.\n";
  return options.dry_run || forgetting.sweep() ? 0 : not_swept();
}

}  // namespace

void add_erase(CLI::App& program, int& exit_code) {
  auto* command = program.add_subcommand("erase", "forget one person for ever (a name!)");
  const auto options = std::make_shared<Options>();
  command->add_option("--data", options->data, "the centre's data directory")->required();
  command->add_option("--sign", options->sign, "their sign, as the roll writes it");
  command->add_option("--card", options->card, "the code of their card");
  command->add_flag("--dry-run", options->dry_run, "say who it is, and forget nothing");
  command->callback(
      [options, &exit_code] { exit_code = saying_what_fails([&] { return erase(*options); }); });
}

}  // namespace sveiki
