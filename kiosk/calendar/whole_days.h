// SPDX-License-Identifier: EUPL-1.2
/// An event of whole days, understood as closed days of the centre or as an announcement, by its
/// title: it has no hours, so it is no session.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "calendar/names.h"
#include "calendar/reading.h"
#include "domain/announcement.h"

namespace sveiki::calendar {

class WholeDays {
 public:
  using Pictures = std::set<std::string, std::less<>>;

  WholeDays(const Centre& centre, const Names& names, const Pictures& pictures, Reading& reading,
            CivilDay today)
      : centre_(centre), names_(names), pictures_(pictures), reading_(reading), today_(today) {}

  /// What the event says, without its days: closed days or an announcement; nothing if it says an
  /// activity. `known`: one of our own with its UID, of which a calendar may have kept nothing but
  /// the title. Throws NotKept.
  std::optional<Announcement> said(const Event& event, const Announcement* known) const;

  /// The event, its rules and its changed days.
  struct Times {
    const std::string& uid;
    const Event& event;
    const std::vector<std::string>& rules;
    std::vector<const Event*> changes;
  };
  /// Each time of the event that is not over and begins within 400 days, as `said`; a day that it
  /// names itself may be further away. Throws NotKept.
  std::vector<Announcement> times(const Times& of, const Announcement& said,
                                  Reading::Remarks& remarks) const;

 private:
  std::optional<Announcement> as_written(const Event& event, const Announcement* known) const;
  std::vector<CivilDay> originals(const Times& of) const;
  std::optional<Announcement> changed(const Event& change, Reading::Remarks& remarks) const;

  const Centre& centre_;
  const Names& names_;
  const Pictures& pictures_;
  Reading& reading_;
  CivilDay today_;
};

}  // namespace sveiki::calendar
