// SPDX-License-Identifier: EUPL-1.2
/// The collector's commands, one file each. `add_x` declares `sveiki-region x` to the command line;
/// when it is chosen it runs and leaves its exit code: 0 done, 1 not done (said why on stderr), 2
/// the command line is wrong.
#pragma once

#include <CLI/App.hpp>

namespace sveiki::region {

void add_serve(CLI::App& program, int& exit_code);
void add_centre(CLI::App& program, int& exit_code);    ///< centre, enrol-code
void add_settings(CLI::App& program, int& exit_code);  ///< activity, indicator
void add_users(CLI::App& program, int& exit_code);     ///< user
void add_entries(CLI::App& program, int& exit_code);   ///< import-envelope, month enter
void add_upkeep(CLI::App& program, int& exit_code);    ///< check, backup, tidy, device
void add_export(CLI::App& program, int& exit_code);    ///< export, verify
void add_submit(CLI::App& program, int& exit_code);    ///< submit, submissions

}  // namespace sveiki::region
