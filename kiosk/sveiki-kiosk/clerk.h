// SPDX-License-Identifier: EUPL-1.2
/// The clerk: the one thread that owns the centre's record. Takes commands, does them in order,
/// answers each with an action; failures become values here. If the record cannot be opened, it
/// says why, and each probe tries again. Sheets go on to the tray, each minute.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "app/action.h"
#include "app/command.h"
#include "base/mailbox.h"
#include "domain/centre.h"
#include "sveiki-kiosk/tray.h"

namespace sveiki::store {
class Record;
}

namespace sveiki {

class Clerk {
 public:
  /// Begins to open the record in `dir` at once; its first answer is Opened or NotRecorded.
  /// `wake` is called, on the clerk's thread, after each answer.
  Clerk(std::filesystem::path dir, std::shared_ptr<const Centre> centre, Instant now,
        std::function<void()> wake);
  /// Does what it was told before, then ends.
  ~Clerk();

  void tell(app::Command command);
  /// The answers that have come in, in order. Does not wait.
  std::vector<app::Action> answers() { return answers_.take_all(); }
  /// True if everything it was told is done, and its answers were taken.
  bool idle() const { return pending_.load() == 0 && answers_.empty(); }
  /// Waits until there is at least one answer, and gives it.
  std::optional<app::Action> first_answer() { return answers_.receive(); }

 private:
  void work(Instant started);
  void answer(app::Action action);
  /// What staff posted goes to the wall, with who is known here.
  void hang_up(store::Record& record, Instant now);
  /// Says how full the sessions are, if that changed.
  void count_places(store::Record& record, Instant now);
  /// The counts that changed go to the region's tray, and what the region set comes from it. False:
  /// another computer goes under the life of this record, which has to take a new one.
  bool serve_region(store::Record& record, bool send_now);
  /// The door has closed since the last time.
  bool day_is_over(Instant now);

  std::filesystem::path dir_;
  std::shared_ptr<const Centre> centre_;
  std::function<void()> wake_;
  Mailbox<app::Command> commands_;
  Mailbox<app::Action> answers_;
  Fills fills_;        // as the screen knows them
  bool open_ = false;  // the door, when it was last looked at
  Tray tray_;
  std::atomic<int> pending_{1};  // opening the record is the first thing to do
  std::thread thread_;
};

}  // namespace sveiki
