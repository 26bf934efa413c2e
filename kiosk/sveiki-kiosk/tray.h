// SPDX-License-Identifier: EUPL-1.2
/// Lays sheets in outbox.db and brings back what the region set, on a thread of its own: whatever
/// is wrong with that file, nobody at the screen waits for it, and nothing is lost.
#pragma once

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "base/mailbox.h"
#include "domain/region_plan.h"
#include "domain/sheet.h"

namespace sveiki {

/// DIR/outbox/outbox.db: in a folder of its own, which sveiki-sync may enter, and only that.
std::filesystem::path outbox_in(const std::filesystem::path& data);

class Tray {
 public:
  explicit Tray(std::filesystem::path file);
  /// Lays in what it was given before, if it can, then ends.
  ~Tray();

  struct Delivery {
    std::vector<Sheet> sheets;       ///< at first all of the record, then those that change
    std::vector<std::string> lives;  ///< that the record holds
    bool send_now = false;           ///< not only when the courier is due
    std::vector<Sheet> settled;      ///< conflicts in which the record gave way
  };
  /// What cannot be laid in now is kept for the next time. Does not wait.
  void lay_in(Delivery delivery) { deliveries_.send(std::move(delivery)); }

  /// What the region and the staff set, as the outbox last had it.
  struct News {
    RegionPlan plan;
    std::vector<std::string> withdrawn;  ///< lives
    std::vector<Sheet> conflicts;        ///< that are not settled
  };
  std::vector<News> news() { return news_.take_all(); }

 private:
  void work();

  std::filesystem::path file_;
  Mailbox<Delivery> deliveries_;
  Mailbox<News> news_;
  std::thread thread_;
};

}  // namespace sveiki
