// SPDX-License-Identifier: EUPL-1.2
/// The tray between the kiosk and the courier: `outbox.db`, the only file that both open. The clerk
/// lays sheets in it, the courier notes what the region said of each, and brings back what the
/// region sets. No queue: pending is every sheet whose revision is newer than the acknowledged one.
/// It holds nothing that could not be lost: a kiosk that starts lays everything in again, and the
/// region's index says what it has. One object per thread; two programs at once are fine.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/sheet.h"
#include "sync/upload.h"

namespace sveiki {

class Outbox {
 public:
  /// Opens FILE, or makes it; a damaged one is put aside, one that is taken away is made anew.
  /// Every function throws RecordFault, and can be called again then.
  explicit Outbox(const std::filesystem::path& file);
  ~Outbox();
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;

  // The clerk's side.

  /// Lays sheets in; one that is not newer than the one that lies there changes nothing.
  void put(const std::vector<Sheet>& sheets);
  /// The lives that the kiosk's database holds. To be called when every sheet of it was put since
  /// the kiosk's start: what the region has besides of this record's lives is a gap.
  void set_lives(const std::vector<std::string>& lives);
  /// The same later on: other programs may have begun lives since, and what changed was put.
  void add_lives(const std::vector<std::string>& lives);
  /// Sheets in conflict: another computer goes under the same life, and the region keeps what that
  /// one said. Of each the rows on which all agreed before.
  std::vector<Sheet> conflicts();
  /// The kiosk has taken what they agreed on for all that this life said, and another life says the
  /// rest: there is nothing left to wait for.
  void give_way(const std::vector<Sheet>& conflicts);
  /// The day is over, or the kiosk ends: the courier goes now, not when it is due.
  void ask_to_send();
  /// The newest catalogue that the courier brought; nothing before the first.
  std::optional<sync::Catalogue> catalogue();

  /// Staff want this computer connected: the courier does it when it next runs.
  struct EnrolWish {
    std::string region;  ///< "https://region.example"
    std::string code;    ///< the 12 characters
  };
  void ask_to_enrol(const EnrolWish& wish);

  // The courier's side.

  std::optional<EnrolWish> enrol_wish();
  bool send_wish();
  /// The courier goes: what is laid in from now on may be wished for again.
  void forget_send_wish();
  /// The wish was granted, or refused with a reason from the region ("code-used", "code-expired",
  /// "code-unknown", "too-many-tries"): it is gone either way.
  struct Device {
    std::string region;
    std::string device;
    std::string centre;
    std::string collector;
    bool operator==(const Device&) const = default;
  };
  void set_device(const Device& device);
  /// The database that answers for the region, and how many uploads of this device it has seen.
  /// Another one, or one that has not seen more than the last time, was put back or replaced: what
  /// it holds has to be compared.
  struct Collector {
    std::string id;
    std::int64_t uploads = 0;
  };
  void set_collector(const Collector& collector);
  Collector collector();
  void set_enrol_refused(std::string_view why);
  std::optional<Device> device();

  /// Up to `limit` sheets behind `after` that the region does not have yet, days before people,
  /// oldest period first. One that was refused is among them when it was refused with something
  /// else than `with` ("catalogue 3, program 0.1.0"), or for its date: that day comes.
  std::vector<Sheet> pending(std::size_t limit, const std::string& with, const SheetId& after = {});
  /// Whether this revision of the sheet, or a newer one, lies here.
  bool holds(const SheetId& id, std::int64_t revision);
  /// Notes what the region said of each; `at` by this computer's clock.
  void acknowledge(const std::vector<sync::SheetAnswer>& answers, Instant at,
                   const std::string& with);
  /// What the region holds, compared with what lies here: sheets it lost become pending again,
  /// sheets that this database never had become the gap.
  void reconcile(const sync::Index& index, Instant at);
  /// When that was; nothing if it was not since the kiosk's last start.
  std::optional<Instant> compared();
  void set_catalogue(const sync::Catalogue& catalogue);

  /// What staff and `sveiki-sync status` read.
  struct State {
    std::optional<Device> device;
    std::string enrol_refused;         ///< why the last wish was refused; empty: it was not
    std::optional<Instant> last_sent;  ///< the last time the region took what was sent
    std::string trouble;               ///< of the last try, a word of TROUBLES; empty: none
    std::int64_t skew_ms = 0;          ///< collector's clock minus ours
    int pending = 0;
    struct Refused {
      SheetId id;
      std::string why;
    };
    std::vector<Refused> refused;
    /// Sheets of the region that this kiosk does not know: it was restored from a backup, or
    /// another computer has a copy of its record.
    struct Gap {
      std::string life;
      std::vector<std::string> periods;  ///< days and people periods
      bool grows = false;                ///< since the last comparison: another computer, for sure
    };
    std::vector<Gap> gaps;  ///< not settled yet
  };
  State state();
  /// "no-network", "not-the-region", "not-trusted" (its certificate), "no-authority" (a bad file of
  /// them), "not-known" (401, 403), "busy", "too-old" (415), "broken".
  void set_trouble(std::string_view word);
  void set_skew(std::int64_t ms);

  /// How staff settle a gap: keep the region's figures, or withdraw those lives.
  enum class Settle { kKeep, kWithdraw };
  void settle(const std::string& life, Settle how);
  /// Days of the gap, settled or not, that the region does not know of as they stand here; and the
  /// note that it does.
  std::vector<sync::Gap> untold_gaps();
  void set_told(const std::vector<sync::Gap>& gaps);
  /// Lives to withdraw that the region has not confirmed; and the note that it has.
  std::vector<std::string> withdrawals();
  void set_withdrawn(const std::vector<std::string>& lives);
  /// Lives that count no more, for the kiosk's formula: from the moment staff said so, since the
  /// region hears of it before it gets the next sheet.
  std::vector<std::string> withdrawn();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki
