// SPDX-License-Identifier: EUPL-1.2
/// What the files of Outbox share.
#pragma once

#include "outbox/file.h"
#include "outbox/outbox.h"

namespace sveiki {

struct Outbox::Parts {
  tray::File file;
};

namespace tray {

inline std::string kind_text(SheetKind kind) {
  return std::string{sheet_kind_name(kind)};
}

/// A time that may be NULL.
inline std::optional<Instant> instant_at(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return Instant{column.getInt64()};
}

}  // namespace tray
}  // namespace sveiki
