// SPDX-License-Identifier: EUPL-1.2
/// What every administrative command has in common: which collector it works on, and how days and
/// months are written.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "region/storage.h"

namespace sveiki::region {

/// Who did it, in the audit log.
inline constexpr std::string_view kCommandLine = "command line";

struct Where {
  std::filesystem::path data;
  std::string postgres;

  /// Refuses a folder without a region: it is more likely misspelt than new. Throws DatabaseAway,
  /// and std::runtime_error for a database that is not ours or newer.
  Storage open() const;
  /// For what comes first to a new region.
  Storage open_or_make() const { return Storage(open_database(data, postgres)); }
};

/// Declares PARENT NAME with its --data and --postgres. When it is chosen it does `work`; what that
/// throws is said by main.
CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description,
                      Where& where, std::function<int()> work, int& exit_code);

Instant now();
/// "2026-11-22"; today where it is empty. Refuses anything else.
CivilDay day_or_today(const std::string& text);

}  // namespace sveiki::region
