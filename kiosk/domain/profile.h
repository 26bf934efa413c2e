// SPDX-License-Identifier: EUPL-1.2
/// When the region hears who the people of a period are. A visit changes who came by one person:
/// if this followed at once, two revisions would differ by that one and spell out what they are.
/// So it travels in batches, and a batch is of several people.
#pragma once

#include "domain/sheet.h"

namespace sveiki {

/// Rows that are told together: those of `types`, of at least so many people.
struct Telling {
  std::string_view types;
  std::int64_t fewest = 0;
  bool once_over = false;  ///< not before the period is over
};

/// The answers about other centres, also while the period runs: an indicator that runs for years
/// needs them. Then age, gender and target group.
inline constexpr std::array kTellings{Telling{"O", 5, false}, Telling{"BGM", 10, true}};

/// Of these rows, those that this telling is about.
SheetRows rows_of(const Telling& telling, const SheetRows& rows);

/// Whether to tell `now` in the place of what was `told`, both the rows of this telling: there are
/// enough people, and nothing was told yet or the share of at least five is another.
bool worth_telling(const Telling& telling, const SheetRows& told, const SheetRows& now);

}  // namespace sveiki
