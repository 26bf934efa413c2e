// SPDX-License-Identifier: EUPL-1.2
/// What hangs on the wall: what is on, what comes next and later, and what the centre says to
/// everybody.
#pragma once

#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

/// True if there is something to hang up; else the wall says what the centre offers.
bool has_sessions(const View& view);

/// The announcement of this minute, if there is one: a card, cut off the bottom of `area`.
void announcement(const View& view, Rect& area);

/// The way from the wall to the whole day.
Chip whole_day(const View& view);

/// Cards of what is on, next and later.
void now_next_later(const View& view, Rect area);

}  // namespace sveiki::ui
