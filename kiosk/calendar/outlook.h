// SPDX-License-Identifier: EUPL-1.2
/// What Outlook and Exchange take of a recurring event, by what Microsoft publishes ([MS-OXCICAL]
/// 2.1.3.2.2, recurrence templates, and 2.1.3.1.1.20.18 and .20, moved instances). There is no day
/// besides the rule's (RDATE), and no session that is moved past another one.
#pragma once

#include "domain/series.h"

namespace sveiki::calendar {

/// Whether the rule fits one of the templates. One that just takes place once does.
bool outlook_reads(const Rule& rule);

/// Whether the session of this moved exception stays between the one before and the one after it,
/// and has its day for itself.
bool outlook_moves(const Series& series, const Exception& moved);

}  // namespace sveiki::calendar
