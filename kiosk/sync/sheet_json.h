// SPDX-License-Identifier: EUPL-1.2
/// How a sheet stands in an upload: its figures as a table, the names of the columns above it.
#pragma once

#include "domain/sheet.h"
#include "sync/strict_json.h"

namespace sveiki::sync {

Sheet read_sheet(const JsonValue& value);
nlohmann::ordered_json write_sheet(const Sheet& sheet);

}  // namespace sveiki::sync
