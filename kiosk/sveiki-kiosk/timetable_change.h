// SPDX-License-Identifier: EUPL-1.2
/// A change of the timetable, from a file or from a calendar: two sessions in one room are named
/// before they stand, and it is made whole or not at all.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <set>
#include <string>

#include "domain/centre.h"
#include "store/posting.h"

namespace sveiki {

struct ChangeOptions {
  std::filesystem::path file;
  std::filesystem::path data;
  bool dry_run = false;
  std::string conflicts = "refuse";  ///< or "keep": both sessions stand
};

/// Declares --data, --dry-run and --conflicts, and the file.
void add_change_options(CLI::App& command, ChangeOptions& options, const std::string& file);

/// Makes it, unless it is a dry run, or rooms collide and that was not allowed: those are said, and
/// it answers false.
bool make_change(store::Posting& posting, const store::Posting::Change& change,
                 const Centre& centre, const ChangeOptions& options, std::string_view by,
                 Instant now);

}  // namespace sveiki
