// SPDX-License-Identifier: EUPL-1.2
/// What becomes of a series when staff change or cancel one session, it and what follows, or all.
/// Cancelled stays cancelled: neither a date on which the series was cancelled, nor an occurrence
/// that was cancelled, wherever an edit shifts it, ever comes back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/timetable.h"

namespace sveiki {

enum class Scope { kThis, kThisAndFollowing, kAll };

struct Edit {
  Scope scope = Scope::kThis;
  SessionRef session;  ///< where the edit was made
  /// As it shall be. Its start is when that session shall begin, and with kThis only its start,
  /// duration and room count. Otherwise a session that is a slot stands for its whole occurrence,
  /// from the first slot on; all else is shifted as that one is, also the rule's days if the rule
  /// was left as it is. Extras and exceptions of `wanted` say nothing: those of the series go on.
  Series wanted;
};

/// One series, or two (the old one ends, a new one with the id `new_id` goes on from there; both
/// remember what was cancelled, and a COUNT is divided).
/// Throws RuleError if the session is not one of the series, or the rule cannot be shifted so far.
std::vector<Series> edited(const Series& series, const Edit& edit, std::string new_id);

/// What a session of the series has become by the edit that led to `after`, so that people keep
/// their places in it. Nothing if there is no such session any more.
std::optional<SessionRef> continued(const Series& series, const Edit& edit,
                                    const std::vector<Series>& after, const SessionRef& session);

/// The series without the session / without it and what follows / gone (nothing). Of slots "what
/// follows" begins with the slot. Throws RuleError if the session is not one of the series.
std::optional<Series> cancelled(const Series& series, Scope scope, const SessionRef& session);

}  // namespace sveiki
