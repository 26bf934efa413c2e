// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <iostream>

#include "sveiki-region/commands.h"

int main(int argc, char** argv) {
  CLI::App program{"Sveiki: the collector of a region"};
  program.name("sveiki-region");
  program.require_subcommand(1);
  program.set_version_flag("--version", SVEIKI_VERSION);
  int exit_code = 0;
  sveiki::region::add_serve(program, exit_code);
  sveiki::region::add_centre(program, exit_code);
  sveiki::region::add_settings(program, exit_code);
  sveiki::region::add_users(program, exit_code);
  sveiki::region::add_entries(program, exit_code);
  sveiki::region::add_upkeep(program, exit_code);
  sveiki::region::add_export(program, exit_code);
  sveiki::region::add_submit(program, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "sveiki-region: " << error.what() << '\n';
    return 1;
  }
  return exit_code;
}
