// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-region/where.h"

#include "base/clock.h"

namespace sveiki::region {

CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description,
                      Where& where, std::function<int()> work, int& exit_code) {
  CLI::App* command = parent.add_subcommand(name, description);
  auto* place = command->add_option_group("where", "the collector, by one of:");
  place->add_option("--data", where.data, "its data directory");
  place->add_option("--postgres", where.postgres, "its PostgreSQL, postgresql://...");
  place->require_option(1);
  command->callback([work = std::move(work), &exit_code] { exit_code = work(); });
  return command;
}

Storage Where::open() const {
  if (postgres.empty() && !std::filesystem::exists(database_file(data)))
    throw Refusal("there is no region in " + std::filesystem::absolute(data).string());
  return open_or_make();
}

Instant now() {
  return SystemClock().now().wall;
}

CivilDay day_or_today(const std::string& text) {
  // The countries of a region share their hour.
  if (text.empty()) return local_time(now(), "Europe/Riga").date;
  if (const auto day = CivilDay::parse(text)) return *day;
  throw Refusal("\"" + text + "\" is not a day: write it as 2026-11-22");
}

}  // namespace sveiki::region
