// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region check`, `backup`, `tidy` and `device`: keeping the collector whole, and small.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "region/retention.h"
#include "sveiki-region/commands.h"
#include "sveiki-region/where.h"

namespace sveiki::region {
namespace {

struct UpkeepOptions {
  Where where;
  std::filesystem::path out;
  std::string device;
  bool dry_run = false;
};

/// Nothing is wrong with the collector for them: it is staff who have to know.
void mention_refused(const std::vector<RefusedSheet>& sheets) {
  if (sheets.empty()) return;
  std::cout << "Not taken from the kiosks, and not settled yet: " << sheets.size() << " sheets\n";
  for (const RefusedSheet& sheet : sheets)
    std::cout << "  " << sheet.centre << ' ' << sheet_kind_name(sheet.id.kind) << ' '
              << sheet.id.period << ": " << sheet.why << ", " << iso_utc(sheet.at) << '\n';
}

int check(const UpkeepOptions& options) {
  Storage storage = options.where.open();
  mention_refused(storage.refused_sheets());
  const auto wrong = storage.check();
  if (wrong.empty()) {
    std::cout << "All is well: every total is the sum of its sheets.\n";
    return 0;
  }
  std::cout << "Not all is well:\n";
  for (const std::string& sentence : wrong) std::cout << "  " << sentence << '\n';
  std::cout << "Nothing was changed. Keep a copy and restore the last good backup.\n";
  return 1;
}

int backup(const UpkeepOptions& options) {
  if (!options.where.postgres.empty())
    throw Refusal("PostgreSQL has its own way: pg_dump -Fc -f FILE URI");
  if (std::filesystem::exists(options.out))
    throw Refusal(options.out.string() + " is there already");
  options.where.open();
  // SQLite takes an empty file, and would blame the database for one that it cannot make.
  if (!std::ofstream(options.out)) throw Refusal(options.out.string() + " cannot be written");
  std::filesystem::permissions(
      options.out, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  try {
    open_sqlite(database_file(options.where.data))->query("VACUUM INTO $1", {options.out.string()});
  } catch (const DatabaseAway& why) {
    std::filesystem::remove(options.out);
    throw Refusal("no copy was made: " + std::string{why.what()});
  }
  return 0;
}

int tidy(const UpkeepOptions& options) {
  options.where.open();  // brings its tables up to date
  const auto db = open_database(options.where.data, options.where.postgres);
  Retention retention(*db);
  if (options.dry_run) {
    std::cout << "Would let go of " << in_words(retention.due(now())) << ".\n";
    return 0;
  }
  const auto gone = retention.let_go(now(), kCommandLine, [] {
    std::this_thread::sleep_for(kRetentionPause);
    return true;
  });
  std::cout << "Let go of " << in_words(gone) << ".\n";
  return 0;
}

int list_devices(const UpkeepOptions& options) {
  const auto when = [](const std::optional<Instant>& at) { return at ? iso_utc(*at) : ""; };
  for (const Device& device : options.where.open().devices())
    std::cout << device.id << '\t' << device.centre << "\tenrolled " << iso_utc(device.enrolled)
              << "\tseen " << when(device.last_seen) << "\trevoked " << when(device.revoked)
              << '\n';
  return 0;
}

int revoke_device(const UpkeepOptions& options) {
  options.where.open().revoke(options.device, kCommandLine, now());
  return 0;
}

}  // namespace

void add_upkeep(CLI::App& program, int& exit_code) {
  const auto options = std::make_shared<UpkeepOptions>();
  const auto command = [&](CLI::App& parent, const char* name, const char* what, auto work) {
    return add_command(
        parent, name, what, options->where, [=] { return work(*options); }, exit_code);
  };
  command(program, "check", "prove every total against its sheets", check);
  command(program, "backup", "a copy of the database, while the collector runs", backup)
      ->add_option("-o,--output", options->out, "a file that is not there yet")
      ->required();
  command(program, "tidy", "let go of what need not be kept, as serve does each day", tidy)
      ->add_flag("--dry-run", options->dry_run, "only say what would go");
  CLI::App* device = program.add_subcommand("device", "the computers that may send");
  device->require_subcommand(1);
  command(*device, "list", "all of them", list_devices);
  command(*device, "revoke", "it may send no more", revoke_device)
      ->add_option("id", options->device, "dv_...")
      ->required();
}

}  // namespace sveiki::region
