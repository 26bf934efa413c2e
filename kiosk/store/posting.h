// SPDX-License-Identifier: EUPL-1.2
/// Posts the timetable, announcements and closed days into a centre's record, beside a kiosk that
/// runs: it looks for news each minute. What was posted is never changed; a newer one stands
/// instead.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/announcement.h"
#include "domain/timetable.h"

namespace sveiki::store {

/// A series as it was posted, with what an exchange of calendars needs to know again (RFC 5545).
struct Posted {
  Series series;
  std::string uid;   ///< of the calendar it came from; empty: posted here
  int sequence = 0;  ///< of that calendar's revision
  bool operator==(const Posted&) const = default;
};

class Posting {
 public:
  /// Opens DIR/centre.db (migrating it if it is older). Throws RecordFault as Record does; does
  /// not take the recorder's lock, so that staff can post while the kiosk runs.
  explicit Posting(const std::filesystem::path& dir);
  ~Posting();
  Posting(const Posting&) = delete;
  Posting& operator=(const Posting&) = delete;

  /// What stands, by series id.
  std::vector<Posted> posted();
  std::vector<Announcement> announcements();

  /// What shall stand from now on, in one transaction. Who signed up for a session that is no more
  /// (its time was changed, or its series goes on as another) is in line for the one session of
  /// that activity that the change gives the day; if there are none or several, for none.
  struct Change {
    std::vector<Posted> post;           ///< new, or a revision of what stands; same again: nothing
    std::vector<std::string> withdraw;  ///< ids; its sign-ups end. Unknown ones change nothing
    std::optional<std::vector<Announcement>>
        announcements;  ///< all of them, closed days too; nothing: as they are
  };
  struct Done {
    int posted = 0, revised = 0, withdrawn = 0, unchanged = 0;
  };
  Done apply(const Change& change, std::string_view by, Instant now);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::store
