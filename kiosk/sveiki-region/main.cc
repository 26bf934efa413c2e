// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <iostream>

#include "sveiki-region/commands.h"

namespace {

/// Says which word stands where a command must: CLI11 says only that one is missing. Empty: it is
/// something else.
std::string not_a_command(const CLI::App& program, int argc, char** argv) {
  // Groups of options are commands without a name.
  const auto is_command = [](const CLI::App* app) { return !app->get_name().empty(); };
  const CLI::App* at = &program;
  for (int i = 1; i < argc && argv[i][0] != '-'; ++i) {
    std::string words;
    const CLI::App* chosen = nullptr;
    for (const CLI::App* command : at->get_subcommands(is_command)) {
      words += (words.empty() ? "" : ", ") + command->get_name();
      if (command->get_name() == argv[i]) chosen = command;
    }
    if (words.empty()) return {};
    if (chosen == nullptr) return "\"" + std::string{argv[i]} + "\" is none of " + words;
    at = chosen;
  }
  return {};
}

}  // namespace

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
  } catch (const CLI::RequiredError& error) {
    const std::string wrong = not_a_command(program, argc, argv);
    if (wrong.empty()) return program.exit(error) == 0 ? 0 : 2;
    std::cerr << "sveiki-region: " << wrong << '\n';
    return 2;
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "sveiki-region: " << error.what() << '\n';
    return 1;
  }
  return exit_code;
}
