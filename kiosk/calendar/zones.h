// SPDX-License-Identifier: EUPL-1.2
/// Which clock the name of a time zone in a calendar file means, and what the clock on the
/// centre's wall shows when that one shows a time.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calendar/event.h"
#include "domain/rule.h"

namespace sveiki::calendar {

class Zones {
 public:
  /// `home`: the centre's zone. `today`: clocks are compared from a year before to three after it.
  Zones(std::string home, CivilDay today);

  /// At which the offsets of a file's zones are wanted, and its zones.
  const std::vector<Instant>& instants() const { return instants_; }
  void know(const std::vector<Zone>& zones);

  /// The system's name of the zone: "Europe/Vilnius" of that, of "FLE Standard Time", of
  /// "/freeassociation.sourceforge.net/Europe/Vilnius", or of any name if the file says that its
  /// clock goes as one that we know. Nothing if it cannot be known. "" and "Z" stay.
  std::optional<std::string> resolved(const std::string& id);

  /// Wall time of the centre; nothing if the zone is not known. Not for whole days.
  std::optional<WallTime> wall(const Time& time);

  /// True if the clock of `zone` (resolved) always shows what the centre's does.
  bool as_at_home(const std::string& zone);

  std::vector<int> offsets_of(const std::string& zone) const;

 private:
  std::optional<std::string> look_up(const std::string& id) const;

  std::string home_;
  std::vector<Instant> instants_;
  std::map<std::string, Zone> of_file_;
  std::map<std::string, std::optional<std::string>> resolved_;
  std::map<std::string, bool> as_at_home_;
};

}  // namespace sveiki::calendar
