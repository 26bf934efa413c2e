// SPDX-License-Identifier: EUPL-1.2
/// Reads an iCalendar file (RFC 5545) line by line, within bounds whatever it holds, and gives the
/// events and time zones in it as small clean texts: only the properties that a timetable needs.
#pragma once

#include <cstddef>
#include <istream>
#include <stdexcept>
#include <string>
#include <vector>

namespace sveiki::calendar {

/// Why a file cannot be read at all; `what()` goes on after its name: "is not a calendar. ...".
struct CalendarError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct ScanLimits {
  std::size_t file = 20 << 20;    ///< bytes
  std::size_t line = 64 << 10;    ///< bytes, unfolded
  std::size_t event = 256 << 10;  ///< bytes of the properties that are kept
  std::size_t depth = 8;          ///< of components in components
  std::size_t events = 20'000;
  std::size_t zones = 200;
};

/// One VEVENT or VTIMEZONE.
struct Block {
  int line = 0;                    ///< where it begins, from 1
  std::string name;                ///< for people: its summary, or else its UID
  std::string text;                ///< BEGIN to END, unfolded, UTF-8, CRLF; without RRULE of events
  std::vector<std::string> rules;  ///< the RRULEs of an event
  bool withdrawn = false;          ///< the file says METHOD:CANCEL
  std::string refused;             ///< why it must not be read on; empty: it may
};

struct Scanned {
  std::vector<Block> events;
  std::vector<Block> zones;
  int others = 0;  ///< tasks, journals and what else is no event
};

/// Throws CalendarError.
Scanned scan(std::istream& in, const ScanLimits& limits = {});

}  // namespace sveiki::calendar
