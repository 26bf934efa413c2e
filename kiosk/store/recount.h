// SPDX-License-Identifier: EUPL-1.2
/// Counts again, from the facts alone: the second opinion on what CountKeeper keeps up.
#pragma once

namespace sveiki::store {

/// A SELECT that gives what `counts` should hold, in its columns, without rows of zeros.
extern const char* const kRecount;
/// The same for `visitor_month`.
extern const char* const kRecountTallies;

}  // namespace sveiki::store
