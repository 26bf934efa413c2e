// SPDX-License-Identifier: EUPL-1.2
/// The audit log: who changed what, when. Written in the transaction of the change.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

void write_log(Database& db, std::string_view by, const Deed& deed, Instant now);
/// The newest first.
std::vector<AuditEntry> read_log(Database& db, int newest);

}  // namespace sveiki::region
