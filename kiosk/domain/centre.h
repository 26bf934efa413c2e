// SPDX-License-Identifier: EUPL-1.2
/// A centre as its configuration describes it: one place with a door. Read from TOML once, never
/// changed while the kiosk runs.
#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace sveiki {

/// What a centre may choose from: languages with a catalogue, themes, text sizes in per cent.
inline constexpr std::array<std::string_view, 3> kLanguages{"lv", "lt", "en"};
inline constexpr std::array<std::string_view, 4> kThemes{"day", "evening", "yellow", "black"};
inline constexpr std::array<int, 3> kTextPercents{100, 150, 200};

/// The same text in several languages: "lv" -> "Sensorā istaba".
class LocalText {
 public:
  LocalText() = default;
  explicit LocalText(std::map<std::string, std::string, std::less<>> by_language)
      : by_language_(std::move(by_language)) {}
  /// The text in `language`; every language of the centre is there (the reader refuses less).
  const std::string& in(std::string_view language) const;
  bool empty() const { return by_language_.empty(); }

 private:
  std::map<std::string, std::string, std::less<>> by_language_;
};

/// Minutes since midnight; `to` may be up to 28 h (an evening that ends after midnight belongs to
/// its start). 0 <= from < to.
struct OpenHours {
  int from = 0;
  int to = 0;
  auto operator<=>(const OpenHours&) const = default;
};

struct Room {
  std::string id;
  LocalText name;
};

/// What is offered: "clay".
struct Activity {
  std::string id;      ///< "clay": [a-z0-9-], stable, stands in counts
  std::string symbol;  ///< pictogram
  LocalText name;      ///< on screen
  LocalText spoken;    ///< as it is read aloud; the name where the file gives none
  std::string room;    ///< id of a room; may be empty
};

/// How people may check in here.
struct CheckInWays {
  bool token = true;
  bool card = true;
  bool guest = true;
  bool party = true;
};

/// Days on which a centre does not open: a public holiday, or its own reason. Its sessions are off,
/// visibly.
struct Closure {
  CivilDay from;
  CivilDay to;  ///< inclusive
  LocalText name;
};

/// How places are given out here.
struct SignUpRules {
  int per_day = 3;                            ///< places one person may have on one day, 1 to 20
  int opens_days = 14;                        ///< before the session's day, 0 to 365
  Millis no_show = std::chrono::minutes{15};  ///< after the start, whoever is not here loses it
};

struct Centre {
  std::string id;         ///< "kretinga"
  std::string branch_of;  ///< id of the centre this is a branch of; empty: of none
  LocalText name;
  std::string kind;  ///< "day-activity-centre", "youth-centre", "day-care-centre", "day-centre"
  std::string zone;  ///< IANA
  std::vector<std::string> languages;           ///< first: the one the screen returns to
  std::array<std::vector<OpenHours>, 7> hours;  ///< Monday first
  std::string holidays;                         ///< "lv", "lt": whose public holidays; empty: none
  std::vector<Closure> closures;                ///< those holidays once read, and its own
  std::vector<Room> rooms;
  std::vector<Activity> activities;  ///< 1 to 40
  CheckInWays ways;
  SignUpRules sign_up;
  bool entry_when_closed = false;                ///< check-in is allowed outside opening hours
  Millis visit_gap = std::chrono::minutes{120};  ///< since the last arrival, for a new visit
  int keep_visits_months = 24;                   ///< whole months before the present one, 1 to 120
  std::string theme = "day";
  int text_percent = 100;
  double px_per_mm = 0;  ///< of the screen, by commissioning; 0: 3.6 for 1920 px of width

  const Activity* activity(std::string_view id) const;
  const Room* room(std::string_view id) const;
};

/// Why a configuration cannot be used: "kretinga.toml:14: hours.mon: "10-17h" is not an opening
/// time. Write it as "10.00-17.00"."
struct ConfigError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads and checks a centre's file. Throws ConfigError naming file, line, key and what would be
/// right; unknown keys are errors too, so that a typing mistake is never silent.
Centre read_centre(const std::filesystem::path& file);

/// Whether the door is open, and when that changes.
struct Opening {
  bool open = false;
  std::optional<Instant> until;  ///< when open: closing time
  std::optional<Instant> opens;  ///< when closed: the next opening within 14 days, if any
};
Opening opening_at(const Centre& centre, Instant now);

/// Whether the centre plans to open at all on this calendar date.
bool planned_open(const Centre& centre, CivilDay date);

/// As of this day, the first day whose visits are kept. Of those before only counts remain.
CivilDay kept_from(const Centre& centre, CivilDay as_of);

}  // namespace sveiki
