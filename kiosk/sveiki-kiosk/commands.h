// SPDX-License-Identifier: EUPL-1.2
/// The program's commands, one file each. `add_x` declares `sveiki-kiosk x` to the command line;
/// when it is chosen it runs and leaves its exit code: 0 done, 1 not done (said why on stderr), 2
/// the command line is wrong.
#pragma once

#include <CLI/App.hpp>

namespace sveiki {

void add_setup(CLI::App& program, int& exit_code);
void add_run(CLI::App& program, int& exit_code);
void add_drive(CLI::App& program, int& exit_code);
void add_export(CLI::App& program, int& exit_code);
void add_import(CLI::App& program, int& exit_code);
void add_post(CLI::App& program, int& exit_code);
void add_count(CLI::App& program, int& exit_code);
void add_roll(CLI::App& program, int& exit_code);
void add_take_back(CLI::App& program, int& exit_code);
void add_check(CLI::App& program, int& exit_code);
void add_purge(CLI::App& program, int& exit_code);
void add_erase(CLI::App& program, int& exit_code);
void add_region(CLI::App& program, int& exit_code);

/// What `export` and `import` can do besides.
void add_export_timetable(CLI::App& to_export, int& exit_code);
void add_import_timetable(CLI::App& to_import, int& exit_code);

}  // namespace sveiki
