// SPDX-License-Identifier: EUPL-1.2
/// The centre's record: the one writer of its database. Everything that returns has been
/// committed with `synchronous=FULL`; everything else throws RecordFault and has changed nothing.
/// Counts are kept up in the same transaction as the fact. Used from one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/centre.h"
#include "domain/facts.h"
#include "domain/token.h"

namespace sveiki::store {

class Record {
 public:
  /// Opens DIR/centre.db as the only recorder (a lock on DIR/recorder.lock, held while this lives),
  /// migrates it if it is older, and begins a new life at `now`.
  /// Throws RecordFault: kBusy if another recorder runs, kNewer, kBroken (also if there is none:
  /// create_record makes one), kReadOnly, kFull; kOther if it is another centre's.
  Record(const std::filesystem::path& dir, const Centre& centre, Instant now);
  ~Record();
  Record(const Record&) = delete;
  Record& operator=(const Record&) = delete;

  /// The tokens in use, by flock, then in the order in which they were given out.
  std::vector<Token> tokens();

  /// "Here I am". Begins a visit unless one that was not undone and not left began less than the
  /// centre's visit gap ago (facts.h says how each ends; closing automatically is not leaving).
  /// With `activity`, the new visit takes part in it in the same transaction (a centre with one
  /// activity).
  ArrivalOutcome arrive(std::string_view token, How how, Instant now,
                        std::string_view activity = {});
  ArrivalOutcome arrive_by_card(std::string_view code, Instant now, std::string_view activity = {});

  /// `people` (1 to 500) who are counted without being known.
  FactRef count_heads(int people, How how, Instant now, std::string_view activity = {});

  /// A visit's or a headcount's part in an activity. Saying the same twice is one participation;
  /// `fresh` in the answer says whether this call made it.
  struct Part {
    FactRef fact;
    bool fresh = true;
  };
  Part take_part(FactRef arrival, std::string_view activity, Instant now);

  /// The person of this visit goes home. Leaving twice is one leave, the first.
  Part leave(FactRef visit, Instant now);

  /// Takes facts back, all or none: each undo is a new row. A visit takes its participations and
  /// its leave with it. Undoing what is undone already changes nothing.
  void undo(const std::vector<FactRef>& facts, std::string_view by, std::string_view why,
            Instant now);

  /// Closes visits of earlier openings that nobody ended, at that day's closing time, marked
  /// automatic; and notes that this life ran on today's civil day. Cheap; called at start, each
  /// minute, and at closing time.
  void keep_day(Instant now);

  /// The newest instant of any fact; nothing in an empty record.
  std::optional<Instant> newest_fact();

  /// Writes and commits something that means nothing: throws what recording would throw.
  void probe();

 private:
  friend class Batch;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::store
