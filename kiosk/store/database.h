// SPDX-License-Identifier: EUPL-1.2
/// Opens and makes the file DIR/centre.db: the settings on which durability rests, the checks that
/// it is ours and not newer than we are, and the way up from older versions.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "domain/centre.h"

namespace sveiki::store {

/// Opens the record for writing; who records facts holds the RecorderLock. Migrates an older one.
/// Throws RecordFault and has changed nothing: kBroken if there is none or it is damaged, kNewer,
/// kReadOnly.
SQLite::Database open_to_record(const std::filesystem::path& dir);

/// Opens the record to be read, also while a kiosk records or on a disk that cannot be written.
/// Throws RecordFault like open_to_record; an older version is kOther.
SQLite::Database open_to_read(const std::filesystem::path& dir);

/// Makes an empty record for `centre`, which begins at `now`. Throws RecordFault kOther if there is
/// one already; what was there stays as it was.
void create_record(const std::filesystem::path& dir, const Centre& centre, Instant now);

}  // namespace sveiki::store
