// SPDX-License-Identifier: EUPL-1.2
/// What a sheet is called on the wire, and the ids around it.
#pragma once

#include "domain/sheet.h"
#include "sync/strict_json.h"

namespace sveiki::sync {

/// The largest whole number that every JSON reader keeps exactly.
inline constexpr std::int64_t kMaxRevision = (std::int64_t{1} << 53) - 1;

bool is_device(std::string_view text);
bool is_centre(std::string_view text);
bool is_activity(std::string_view text);
/// 16 hexadecimal digits in lower case: of a kiosk's start, or of a collector's database.
bool is_life(std::string_view text);

/// The kind of sheet that has this period; nothing if it is no period.
std::optional<SheetKind> kind_of(std::string_view period);

/// From an object with "kind", "life" and "period".
SheetId read_sheet_id(const JsonValue& object);
nlohmann::ordered_json write_sheet_id(const SheetId& id);

std::int64_t read_revision(const JsonValue& value);
Instant read_instant(const JsonValue& value);

}  // namespace sveiki::sync
