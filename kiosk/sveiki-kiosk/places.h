// SPDX-License-Identifier: EUPL-1.2
/// Where things lie: the program's own pictures and words, and what stands in a data directory
/// (centre.toml, centre.db, kiosk.log, and trouble while there is some).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "domain/centre.h"
#include "domain/facts.h"

namespace sveiki {

/// share/sveiki beside the program's bin/.
std::filesystem::path share_dir();

/// The pictures that there are: "clay".
std::set<std::string, std::less<>> pictures();

/// The centre of a data directory, with the public holidays of its country. Throws ConfigError, or
/// std::runtime_error with a sentence if the directory was never set up.
std::shared_ptr<const Centre> centre_of(const std::filesystem::path& data);

/// Closes the files of a data directory to other users: an older kiosk left them open to all.
void keep_private(const std::filesystem::path& data);

/// The log of a data directory, in English, without names: 3 files of 1 MB. Falls back to stderr
/// where it cannot be written.
void log_to(const std::filesystem::path& data);

/// Trouble is kept over a restart, in DIR/trouble.
std::optional<Fault> remembered_trouble(const std::filesystem::path& data);
void remember_trouble(const std::filesystem::path& data, std::optional<Fault> fault);

}  // namespace sveiki
