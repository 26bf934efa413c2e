// SPDX-License-Identifier: EUPL-1.2
/// A recurring activity: its rule (RFC 5545), and where it is otherwise than the rule says.
/// Pure values; every time is wall time of the centre.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/rule.h"

namespace sveiki {

/// open: come and go. group: the same people. individual: one person and a specialist. event: once.
enum class Format { kOpen, kGroup, kIndividual, kEvent };
std::string_view format_name(Format format);  ///< "open", "group", "individual", "event"
std::optional<Format> format_named(std::string_view name);

/// Back to back: the time of the series is cut into sessions of `length`, `pause` apart. What is
/// left at the end is not a session. Minutes, length >= 5, pause >= 0.
struct Slots {
  int length = 0;
  int pause = 0;
  auto operator<=>(const Slots&) const = default;
};

/// One occurrence is otherwise than the rule says. Without such an occurrence it changes nothing.
struct Exception {
  WallTime original;  ///< which one; of slots each has its own
  bool cancelled = false;
  WallTime start;    ///< when it takes place instead (moved or not)
  int duration = 0;  ///< minutes; 0: `start` says nothing, time and length are as the rule has it
  std::string room;  ///< where instead; empty: as the series
  auto operator<=>(const Exception&) const = default;
};

/// A recurring activity. Its id never changes, whatever is edited.
struct Series {
  std::string id;
  std::string activity;  ///< id of an activity of the centre: symbol, name, spoken name
  std::string room;      ///< id; empty: the activity's
  std::string leader;    ///< as the wall may show it; may be empty
  Format format = Format::kOpen;
  int places = 0;  ///< 1 to 500; 0: as many as come
  WallTime start;
  int duration = 60;  ///< minutes, 5 to 1440; may go over midnight
  std::optional<Slots> slots;
  Rule rule;
  std::vector<WallTime> extra;        ///< RDATE: occurrences besides those of the rule
  std::vector<Exception> exceptions;  ///< at most one for each original; sorted
  bool operator==(const Series&) const = default;
};

/// How long a session of the series is, where nothing else is said. Minutes.
int session_length(const Series& series);

/// When its sessions on these days (`to` not included) begin by the rule: with extras and slots,
/// without exceptions. Sorted, each once.
std::vector<WallTime> originals(const Series& series, CivilDay from, CivilDay to);

/// The start of the occurrence that `original` is, or is a slot of. Nothing if there is none.
std::optional<WallTime> occurrence_of(const Series& series, WallTime original);

/// What is said about this occurrence besides the rule; nothing: null.
const Exception* exception_of(const Series& series, WallTime original);

}  // namespace sveiki
