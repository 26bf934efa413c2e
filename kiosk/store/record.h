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

#include "domain/announcement.h"
#include "domain/centre.h"
#include "domain/facts.h"
#include "domain/region_plan.h"
#include "domain/sheet.h"
#include "domain/sign_up.h"
#include "domain/token.h"
#include "store/ahead.h"

namespace sveiki::store {

class Record {
 public:
  /// Opens DIR/centre.db as the only recorder (a lock on DIR/recorder.lock, held while this lives),
  /// migrates it if it is older, and begins a new life at `now`.
  /// Throws RecordFault: kBusy if another recorder runs, kNewer, kBroken (also if there is none:
  /// create_record makes one), kReadOnly, kFull; kOther if it is another centre's.
  ///
  /// kBeside does not take the lock: for one entry by staff while the kiosk records. It has a life
  /// of its own, and SQLite lets one of them write at a time.
  enum class Recorder { kOnly, kBeside };
  Record(const std::filesystem::path& dir, const Centre& centre, Instant now,
         Recorder recorder = Recorder::kOnly);
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

  /// The same for one session of the timetable; its activity counts, once for each visit. The
  /// person's place in it, if they have one, is used and no no-show any more.
  Part take_part(FactRef arrival, const SessionRef& session, Instant now);

  /// The session of today, of the same activity as `suggested` and not over, in which the person of
  /// this arrival has a place; `suggested` where they have none. Only the record knows: whoever
  /// touches a sign must not be shown its person's day.
  SessionRef own_session(FactRef arrival, const SessionRef& suggested, Instant now);

  /// The timetable, closed days and announcements as they stand, and how full the sessions of these
  /// days are. Series of activities that the centre does not have any more are left out.
  struct Wall {
    std::vector<Series> series;
    std::vector<Closure> closures;  ///< those of the centre's file too
    std::vector<Announcement> announcements;
    Fills fills;
  };
  Wall wall(CivilDay from, CivilDay to);
  /// Of each planned session that has places.
  Fills fills(CivilDay from, CivilDay to);
  /// True once after something was posted or enrolled by another program.
  bool changed_elsewhere();

  /// Takes a place, or a place on the waiting list, in one transaction: of two who want the last
  /// one, one has it and the other is first on the list.
  SignUpOutcome sign_up(std::string_view token, const SessionRef& session, Instant now);
  /// Gives it back, or waits no longer; whoever is first on the list has it. False: there was none.
  bool give_back(std::string_view token, const SessionRef& session, Instant now);
  /// The person's places and waits in sessions that begin on these days, by start, cancelled ones
  /// too. Whoever sees them with `tell` has been told the news.
  enum class Tell { kNo, kYes };
  std::vector<MyPlace> places(std::string_view token, CivilDay from, CivilDay to, Tell tell,
                              Instant now);
  /// Whose card this is: a token; empty: nobody's.
  std::string token_of_card(std::string_view code);
  /// Does this picture belong to the person of the token? False also where they have none.
  bool picture_matches(std::string_view token, std::string_view picture);

  /// The person of this visit goes home. Leaving twice is one leave, the first.
  Part leave(FactRef visit, Instant now);

  /// Takes facts back, all or none: each undo is a new row. A visit takes its participations and
  /// its leave with it. Undoing what is undone already changes nothing.
  void undo(const std::vector<FactRef>& facts, std::string_view by, std::string_view why,
            Instant now);

  /// What lies on days that are still to come, because the clock was ahead; and takes it all back.
  Ahead ahead(Instant now);
  void take_back_ahead(std::string_view by, Instant now);

  /// Releases places whose people are neither in the house nor took part, once a session is so long
  /// under way as the centre's rule says: they fall to those in line who are here. Closes visits of
  /// earlier openings that nobody ended, at that day's closing time, marked automatic; and notes
  /// that this life ran on today's civil day. Once a day, forgets visits that are older than the
  /// centre keeps them. Cheap; called at start, each minute, and at closing time.
  void keep_day(Instant now);

  /// What the region is to hear. All sheets that count, then those that changed since either was
  /// asked for, also by other programs: each is whole, and replaces what went before.
  std::vector<Sheet> sheets();
  std::vector<Sheet> sheets_changed();
  /// Every life that this record knows, the first first.
  std::vector<std::string> lives();
  /// These lives count no more: this one says again what they said and the record still holds.
  void withdraw(const std::vector<std::string>& lives);
  /// Another computer spoke as one of this record's lives (sheets.h). A life cannot give way
  /// itself: where it is `own_life`, open the record anew first.
  void give_way(const std::vector<Sheet>& agreed);
  std::string own_life();
  /// Counts for the region are kept under its ids and over its periods from now on, also those of
  /// the past.
  void follow_region(const RegionPlan& plan);

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
