// SPDX-License-Identifier: EUPL-1.2
/// The program's commands, one file each. `add_x` declares `sveiki-sync x` to the command line;
/// when it is chosen it runs and leaves its exit code: 0 done, 1 not done (said why on stderr), 2
/// the command line is wrong.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "domain/facts.h"

namespace sveiki {

/// What every command is told: the two files it may touch, and whom to trust.
struct Places {
  std::filesystem::path outbox;
  std::filesystem::path key;
  std::filesystem::path ca;  ///< empty: the authorities of the system
};

/// The outbox that lies there already. Throws where there is none: under a name with a mistake in
/// it nothing would ever wait.
const std::filesystem::path& outbox_of_kiosk(const Places& places);

void add_enrol(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code);
void add_status(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code);
void add_export_envelope(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code);
void add_import_receipt(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code);

/// Without a command: goes to the region, once or for ever.
int carry_once(const Places& places);
int carry_for_ever(const Places& places);

/// Says on stderr why it was not done; answers 1.
inline int not_done(std::string_view why) {
  std::cerr << "sveiki-sync: " << why << '\n';
  return 1;
}

/// Runs a command's work; whatever is thrown in it is said, and becomes its exit code.
template <class Work>
int saying_what_fails(Work&& work) {
  try {
    return work();
  } catch (const std::exception& error) {
    return not_done(error.what());
  }
}

}  // namespace sveiki
