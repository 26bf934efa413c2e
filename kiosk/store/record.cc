// SPDX-License-Identifier: EUPL-1.2
// Long, because there is one door to the record: whatever can be recorded has its method here.
#include "store/record.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <utility>

#include "store/batch.h"
#include "store/counts.h"
#include "store/database.h"
#include "store/days.h"
#include "store/faults.h"
#include "store/forget.h"
#include "store/ledger.h"
#include "store/lock.h"
#include "store/people.h"
#include "store/people_count.h"
#include "store/places.h"
#include "store/profile.h"
#include "store/sheets.h"
#include "store/sql.h"
#include "store/sweep.h"

namespace sveiki::store {
namespace {

constexpr auto kImmediate = SQLite::TransactionBehavior::IMMEDIATE;

void refuse_another_centre(const SQLite::Database& db, const Centre& centre) {
  if (text(db, "SELECT id FROM centre") != centre.id ||
      text(db, "SELECT zone FROM centre") != centre.zone) {
    throw RecordFault{Fault::kOther,
                      "the record is not of the centre \"" + centre.id + "\" in " + centre.zone};
  }
}

SQLite::Database open_for(const std::filesystem::path& dir, const Centre& centre) {
  return with_faults([&] {
    SQLite::Database db = open_to_record(dir);
    refuse_another_centre(db, centre);
    return db;
  });
}

/// Another number whenever another program has committed something.
std::int64_t data_version(const SQLite::Database& db) {
  return number(db, "PRAGMA data_version").value_or(0);
}

/// When the day's last opening ends; nothing for a visit that began after it.
std::optional<Instant> closing_after(Instant arrived, CivilDay day, const Centre& centre) {
  const auto& hours = centre.hours[day.weekday().iso_encoding() - 1];
  if (hours.empty()) return std::nullopt;
  const int last = std::ranges::max(hours, {}, &OpenHours::to).to;
  const Instant closing = instant_of(day, last, centre.zone);
  if (closing < arrived) return std::nullopt;
  return closing;
}

}  // namespace

struct Record::Parts {
  Parts(const std::filesystem::path& dir, const Centre& the_centre, Instant now, Recorder recorder)
      : lock(recorder == Recorder::kOnly ? std::make_unique<RecorderLock>(dir) : nullptr),
        of_file(the_centre),
        centre(the_centre),
        db(open_for(dir, the_centre)),
        life(with_faults([&] { return begin_life(db, centre.visit_gap, now); })) {}

  /// Runs `work` as one transaction, or as a part of the batch.
  template <class Work>
  auto commit(Work work) {
    return with_faults([&] {
      std::optional<SQLite::Transaction> own;
      if (!batch) own.emplace(db, kImmediate);
      close_as_posted();
      auto result = work();
      if (own) own->commit();
      return result;
    });
  }

  ArrivalOutcome arrive(const std::optional<People::Known>& who, How how, Instant now,
                        std::string_view activity);
  Part take_part(FactRef arrival, std::string_view activity,
                 const std::optional<SessionRef>& session, Instant now);
  void refuse_undone(FactRef arrival);
  void close_as_posted();
  void close_day(CivilDay day, CivilDay today, Instant now);
  void forget_what_is_old(CivilDay today, Instant now);

  std::unique_ptr<RecorderLock> lock;
  const Centre of_file;
  Centre centre;  ///< the same, closed also on the days that were posted
  SQLite::Database db;
  People people{db};
  const std::int64_t life;
  Sheets sheets{db, life, centre.zone};
  Days days{db, centre, sheets};
  CountKeeper counts{db, sheets};
  Ledger ledger{db, days, life};
  Places places{db, centre, days, ledger, counts};
  std::int64_t seen = data_version(db);
  std::int64_t closed_as_of = 0;  ///< the posting
  CivilDay forgot;                ///< the day on which it was last seen to
  std::optional<SQLite::Transaction> batch;
};

Record::Record(const std::filesystem::path& dir, const Centre& centre, Instant now,
               Recorder recorder)
    : parts_(std::make_unique<Parts>(dir, centre, now, recorder)) {
  parts_->commit([&] {
    parts_->sheets.settle_all();
    return true;
  });
}
Record::~Record() = default;

std::vector<Token> Record::tokens() {
  return with_faults([&] { return parts_->people.tokens(); });
}

ArrivalOutcome Record::Parts::arrive(const std::optional<People::Known>& who, How how, Instant now,
                                     std::string_view activity) {
  if (!who) return NotKnown{};
  if (const auto visit = ledger.going_on(who->visitor, centre.visit_gap, now)) {
    return VisitGoesOn{visit->fact, who->token, visit->since};
  }
  VisitBegun begun{{}, who->token};
  counts.follow(PersonsDay{who->visitor, days.of(now)}, [&] {
    begun.visit = ledger.add_visit(who->visitor, how, now);
    if (!activity.empty()) ledger.add_participation(begun.visit, activity, {}, now);
  });
  return begun;
}

ArrivalOutcome Record::arrive(std::string_view token, How how, Instant now,
                              std::string_view activity) {
  return parts_->commit(
      [&] { return parts_->arrive(parts_->people.by_token(token), how, now, activity); });
}

ArrivalOutcome Record::arrive_by_card(std::string_view code, Instant now,
                                      std::string_view activity) {
  return parts_->commit(
      [&] { return parts_->arrive(parts_->people.by_card(code), How::kCard, now, activity); });
}

FactRef Record::count_heads(int people, How how, Instant now, std::string_view activity) {
  Parts& p = *parts_;
  return p.commit([&] {
    const FactRef heads = p.ledger.add_headcount(people, how, now);
    if (!activity.empty()) p.ledger.add_participation(heads, activity, {}, now);
    p.counts.add(Heads{heads.id});
    return heads;
  });
}

/// What is planned, and what takes place, is decided by the closed days as they stand.
void Record::Parts::close_as_posted() {
  const std::int64_t posting = places.programme().revision();
  if (posting == closed_as_of) return;
  centre.closures = closed_days(of_file, places.programme().announcements());
  closed_as_of = posting;
}

void Record::Parts::refuse_undone(FactRef arrival) {
  if (ledger.undone(arrival)) throw RecordFault{Fault::kOther, "this arrival was undone"};
}

Record::Part Record::Parts::take_part(FactRef arrival, std::string_view activity,
                                      const std::optional<SessionRef>& session, Instant now) {
  refuse_undone(arrival);
  Part part;
  counts.follow(ledger.counted(arrival),
                [&] { part.fact = ledger.add_participation(arrival, activity, session, now); });
  return part;
}

Record::Part Record::take_part(FactRef arrival, std::string_view activity, Instant now) {
  Parts& p = *parts_;
  return p.commit([&] {
    if (const auto said = p.ledger.participation_of(arrival, activity)) return Part{*said, false};
    return p.take_part(arrival, activity, {}, now);
  });
}

Record::Part Record::take_part(FactRef arrival, const SessionRef& session, Instant now) {
  Parts& p = *parts_;
  return p.commit([&] {
    if (const auto said = p.ledger.participation_of(arrival, session)) return Part{*said, false};
    // Also when it was withdrawn a moment ago: they are here for it.
    const auto activity = p.places.programme().activity_of(session.series);
    if (!activity) throw RecordFault{Fault::kOther, "there is no series " + session.series};
    return p.take_part(arrival, *activity, session, now);
  });
}

std::string Record::token_of_card(std::string_view code) {
  return with_faults([&] {
    const auto who = parts_->people.by_card(code);
    return who ? who->token : std::string{};
  });
}

SessionRef Record::own_session(FactRef arrival, const SessionRef& suggested, Instant now) {
  Parts& p = *parts_;
  return p.commit([&] {
    const Counted counted = p.ledger.counted(arrival);
    const auto* whose = std::get_if<PersonsDay>(&counted);
    const auto activity = p.places.programme().activity_of(suggested.series);
    if (!whose || !activity) return suggested;
    const CivilDay today = local_time(now, p.centre.zone).date;
    for (const MyPlace& mine : p.places.of(whose->visitor, today, today, false, now)) {
      const auto session = p.places.timetable().find(mine.session);
      if (mine.waiting == 0 && session && session->state == Session::State::kPlanned &&
          now < session->to && session->series->activity == *activity)
        return mine.session;
    }
    return suggested;
  });
}

Record::Wall Record::wall(CivilDay from, CivilDay to) {
  Places& places = parts_->places;
  // As one transaction: what is shown is one moment's truth, also while staff post.
  return parts_->commit([&] {
    auto announcements = places.programme().announcements();
    std::erase_if(announcements, [](const Announcement& said) { return said.closes; });
    return Wall{places.timetable().series(), parts_->centre.closures, std::move(announcements),
                places.fills(from, to)};
  });
}

Fills Record::fills(CivilDay from, CivilDay to) {
  return parts_->commit([&] { return parts_->places.fills(from, to); });
}

bool Record::changed_elsewhere() {
  return with_faults([&] {
    const std::int64_t seen = std::exchange(parts_->seen, data_version(parts_->db));
    return parts_->seen != seen;
  });
}

SignUpOutcome Record::sign_up(std::string_view token, const SessionRef& session, Instant now) {
  Parts& p = *parts_;
  return p.commit([&]() -> SignUpOutcome {
    const auto who = p.people.by_token(token);
    if (!who) return Refused::kUnknown;
    return p.places.sign_up(who->visitor, session, now);
  });
}

bool Record::give_back(std::string_view token, const SessionRef& session, Instant now) {
  Parts& p = *parts_;
  return p.commit([&] {
    const auto who = p.people.by_token(token);
    return who && p.places.give_back(who->visitor, session, now);
  });
}

std::vector<MyPlace> Record::places(std::string_view token, CivilDay from, CivilDay to, Tell tell,
                                    Instant now) {
  Parts& p = *parts_;
  return p.commit([&]() -> std::vector<MyPlace> {
    const auto who = p.people.by_token(token);
    if (!who) return {};
    return p.places.of(who->visitor, from, to, tell == Tell::kYes, now);
  });
}

bool Record::picture_matches(std::string_view token, std::string_view picture) {
  return with_faults([&] { return parts_->people.has_picture(token, picture); });
}

Record::Part Record::leave(FactRef visit, Instant now) {
  Parts& p = *parts_;
  return p.commit([&] {
    if (const auto left = p.ledger.leave_of(visit)) return Part{*left, false};
    p.refuse_undone(visit);
    Part left;
    p.counts.follow(p.ledger.counted(visit), [&] {
      // A clock that was set back must not let anybody leave before they came.
      left.fact = p.ledger.add_leave(visit, false, std::max(now, p.ledger.arrived(visit)));
    });
    return left;
  });
}

void Record::undo(const std::vector<FactRef>& facts, std::string_view by, std::string_view why,
                  Instant now) {
  Parts& p = *parts_;
  p.commit([&] {
    for (const FactRef& fact : facts) {
      const Counted whose = p.ledger.counted(fact);
      p.counts.follow(whose, [&] {
        for (const FactRef& undone : p.ledger.with_what_hangs_on(fact)) {
          p.ledger.add_correction(undone, by, why, now);
        }
      });
      // A visit whose end was undone is open again.
      if (fact.kind == FactRef::Kind::kLeave) {
        p.days.set_settled(std::get<PersonsDay>(whose).day, false);
      }
    }
    return true;
  });
}

Ahead Record::ahead(Instant now) {
  return with_faults([&] { return ahead_of(parts_->db, parts_->days.of(now)); });
}

void Record::take_back_ahead(std::string_view by, Instant now) {
  Parts& p = *parts_;
  p.commit([&] {
    AheadTaker(p.db, p.days, p.ledger, p.counts, p.sheets).take_back(by, now);
    return true;
  });
}

void Record::Parts::close_day(CivilDay day, CivilDay today, Instant now) {
  for (const Ledger::Visit& visit : ledger.open_visits(day)) {
    const auto closing = closing_after(visit.since, day, centre);
    // Nobody knows when they left who came after closing: closing their visit adds no minutes.
    if (closing ? *closing <= now : day < today) {
      ledger.add_leave(visit.fact, true, closing.value_or(visit.since));
    }
  }
  if (day < today) days.set_settled(day, true);
}

void Record::Parts::forget_what_is_old(CivilDay today, Instant now) {
  if (batch || std::exchange(forgot, today) == today) return;
  try {
    commit([&] {
      const auto as_of = days.lately(today);
      const CivilDay from = kept_from(centre, as_of.value_or(today));
      if (as_of && facts_before(db, from).any()) forget_before(db, from, "kiosk", now);
      return true;
    });
    with_faults([&] { return sweep(db); });
  } catch (const RecordFault& fault) {
    // It takes more room and time than a visit: people come first, and tomorrow is another day.
    if (fault.fault != Fault::kFull && fault.fault != Fault::kBusy) throw;
  }
}

void Record::keep_day(Instant now) {
  Parts& p = *parts_;
  const CivilDay today = p.days.of(now);
  p.commit([&] {
    p.days.note_running(today);
    p.sheets.speak_of(today);
    p.places.release_no_shows(now);
    for (const CivilDay day : p.days.unsettled(today)) p.close_day(day, today, now);
    for (const std::string& period : take_profiles(p.db, today)) p.sheets.settle(period);
    return true;
  });
  p.forget_what_is_old(today, now);
}

std::optional<Instant> Record::newest_fact() {
  return with_faults([&] { return parts_->days.newest_fact(); });
}

std::vector<Sheet> Record::sheets() {
  return parts_->commit([&] { return parts_->sheets.all(); });
}

std::vector<Sheet> Record::sheets_changed() {
  return parts_->commit([&] { return parts_->sheets.changed(); });
}

std::vector<std::string> Record::lives() {
  return with_faults([&] {
    SQLite::Statement row = query(parts_->db, "SELECT id FROM life ORDER BY number");
    std::vector<std::string> lives;
    while (row.executeStep()) lives.push_back(row.getColumn(0));
    return lives;
  });
}

void Record::withdraw(const std::vector<std::string>& lives) {
  parts_->commit([&] {
    parts_->sheets.withdraw(lives);
    return true;
  });
}

void Record::give_way(const std::vector<Sheet>& agreed) {
  parts_->commit([&] {
    parts_->sheets.give_way(agreed);
    return true;
  });
}

std::string Record::own_life() {
  return with_faults([&] {
    return text(parts_->db, "SELECT id FROM life WHERE number = ?", parts_->life).value();
  });
}

void Record::follow_region(const RegionPlan& plan) {
  parts_->commit([&] {
    if (set_region_plan(parts_->db, plan)) parts_->sheets.settle_all();
    return true;
  });
}

void Record::probe() {
  // A real change: SQLite does not write a row that stays as it was.
  parts_->commit([&] { return run(parts_->db, "UPDATE centre SET probed = probed + 1"); });
}

Batch::Batch(Record& record) : record_(record) {
  with_faults([&] { record_.parts_->batch.emplace(record_.parts_->db, kImmediate); });
}

Batch::~Batch() {
  record_.parts_->batch.reset();
}

void Batch::commit() {
  with_faults([&] { record_.parts_->batch->commit(); });
  record_.parts_->batch.reset();
}

}  // namespace sveiki::store
