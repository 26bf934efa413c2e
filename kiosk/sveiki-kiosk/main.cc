// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "sveiki-kiosk/commands.h"

int main(int argc, char** argv) {
  // What is made here is for this user only; others may pass through a folder, to the outbox.
  ::umask(0066);
  CLI::App program{"Sveiki: the check-in kiosk of a centre"};
  program.name("sveiki-kiosk");
  program.require_subcommand(1);
  program.set_version_flag("--version", SVEIKI_VERSION);
  int exit_code = 0;
  sveiki::add_setup(program, exit_code);
  sveiki::add_run(program, exit_code);
  sveiki::add_drive(program, exit_code);
  sveiki::add_export(program, exit_code);
  sveiki::add_import(program, exit_code);
  sveiki::add_post(program, exit_code);
  sveiki::add_count(program, exit_code);
  sveiki::add_roll(program, exit_code);
  sveiki::add_take_back(program, exit_code);
  sveiki::add_check(program, exit_code);
  sveiki::add_purge(program, exit_code);
  sveiki::add_erase(program, exit_code);
  sveiki::add_region(program, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "sveiki-kiosk: " << error.what() << '\n';
    return 1;
  }
  return exit_code;
}
