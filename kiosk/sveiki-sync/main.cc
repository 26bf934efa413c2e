// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "sveiki-sync/commands.h"

int main(int argc, char** argv) {
  CLI::App program{"Sveiki: carries a centre's counts to its region"};
  program.name("sveiki-sync");
  program.set_version_flag("--version", SVEIKI_VERSION);
  program.require_subcommand(0, 1);
  program.fallthrough();
  const auto places = std::make_shared<sveiki::Places>();
  program.add_option("--outbox", places->outbox, "the kiosk's outbox, DIR/outbox/outbox.db")
      ->required();
  program.add_option("--key", places->key, "this computer's key, outside the data folder");
  program
      .add_option("--ca", places->ca, "authorities to trust instead of the system's, a PEM file")
      ->check(CLI::ExistingFile);
  bool once = false;
  program.add_flag("--once", once, "go to the region once; otherwise whenever it is due");
  int exit_code = 0;
  sveiki::add_enrol(program, places, exit_code);
  sveiki::add_status(program, places, exit_code);
  sveiki::add_export_envelope(program, places, exit_code);
  sveiki::add_import_receipt(program, places, exit_code);
  program.final_callback([&] {
    if (!program.get_subcommands().empty()) return;
    exit_code = sveiki::saying_what_fails(
        [&] { return once ? sveiki::carry_once(*places) : sveiki::carry_for_ever(*places); });
  });
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    return sveiki::not_done(error.what());
  }
  return exit_code;
}
