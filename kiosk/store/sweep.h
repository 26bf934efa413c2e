// SPDX-License-Identifier: EUPL-1.2
/// Overwrites what was forgotten: a deleted row stays in unused parts of the file and in its
/// journal until somebody needs the room.
#pragma once

#include <SQLiteCpp/Database.h>

namespace sveiki::store {

/// Where something was forgotten since the last time, writes the file anew and empties its journal:
/// needs room for a second copy meanwhile. False if another program that reads kept it from the
/// end; it is tried again by the next call, also after a power cut. Not in a transaction.
bool sweep(SQLite::Database& db);

}  // namespace sveiki::store
