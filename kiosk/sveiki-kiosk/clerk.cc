// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/clerk.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "base/match.h"
#include "store/record.h"

namespace sveiki {
namespace {

using app::Action;
namespace action = app::action;
namespace command = app::command;

/// The turn a command belongs to; 0 for none.
app::TurnNumber turn_of(const app::Command& command) {
  return std::visit(
      [](const auto& c) -> app::TurnNumber {
        if constexpr (requires { c.turn; }) return c.turn;
        return 0;
      },
      command);
}

Fault fault_of(const std::exception& error) {
  const auto* fault = dynamic_cast<const RecordFault*>(&error);
  return fault ? fault->fault : Fault::kOther;
}

/// The calendar days whose places may be taken, given back or looked at.
std::pair<CivilDay, CivilDay> places_window(const Centre& centre, Instant now) {
  const CivilDay today = local_time(now, centre.zone).date;
  return {today, today.next(centre.sign_up.opens_days)};
}

/// When a command was given; nothing for one that depends on no time.
std::optional<Instant> time_of(const app::Command& command) {
  return std::visit(
      [](const auto& c) -> std::optional<Instant> {
        if constexpr (requires { c.at; }) return c.at;
        return std::nullopt;
      },
      command);
}

/// Does one command; the answer, if it has one.
std::optional<Action> perform(store::Record& record, const Centre& centre,
                              const app::Command& command) {
  return std::visit(
      Match{
          [&](const command::RecordArrival& c) -> std::optional<Action> {
            return action::Arrived{c.turn, record.arrive(c.token, c.how, c.at, c.activity)};
          },
          [&](const command::RecordCard& c) -> std::optional<Action> {
            return action::Arrived{c.turn, record.arrive_by_card(c.code, c.at, c.activity)};
          },
          [&](const command::RecordHeadcount& c) -> std::optional<Action> {
            return action::Counted{c.turn, record.count_heads(c.people, c.how, c.at, c.activity)};
          },
          [&](const command::RecordParts& c) -> std::optional<Action> {
            action::TookPart took{c.turn, {}};
            for (const FactRef arrival : c.arrivals) {
              const auto part =
                  c.session ? record.take_part(arrival,
                                               record.own_session(arrival, *c.session, c.at), c.at)
                            : record.take_part(arrival, c.activity, c.at);
              if (part.fresh) took.fresh.push_back(part.fact);
            }
            return took;
          },
          [&](const command::RecordLeave& c) -> std::optional<Action> {
            const auto part = record.leave(c.visit, c.at);
            return action::HasLeft{c.turn, part.fact, part.fresh};
          },
          [&](const command::TakeBack& c) -> std::optional<Action> {
            record.undo(c.facts, "visitor", "that is not me", c.at);
            return action::TakenBack{c.turn};
          },
          [&](const command::FindCard& c) -> std::optional<Action> {
            return action::CardFound{c.turn, record.token_of_card(c.code)};
          },
          [&](const command::CheckPicture& c) -> std::optional<Action> {
            return action::PictureChecked{c.turn, record.picture_matches(c.token, c.picture)};
          },
          [&](const command::SignUp& c) -> std::optional<Action> {
            return action::SignedUp{c.turn, record.sign_up(c.token, c.session, c.at)};
          },
          [&](const command::GiveBack& c) -> std::optional<Action> {
            return action::GivenBack{c.turn, record.give_back(c.token, c.session, c.at)};
          },
          [&](const command::FindPlaces& c) -> std::optional<Action> {
            const auto [today, last] = places_window(centre, c.at);
            const auto tell = c.tell ? store::Record::Tell::kYes : store::Record::Tell::kNo;
            return action::MyPlaces{c.turn, record.places(c.token, today, last, tell, c.at)};
          },
          [&](const command::KeepDay& c) -> std::optional<Action> {
            record.keep_day(c.at);
            return std::nullopt;
          },
          [](const auto&) -> std::optional<Action> { return std::nullopt; },
      },
      command);
}

}  // namespace

Clerk::Clerk(std::filesystem::path dir, std::shared_ptr<const Centre> centre, Instant now,
             std::function<void()> wake)
    : dir_(std::move(dir)),
      centre_(std::move(centre)),
      wake_(std::move(wake)),
      tray_(outbox_in(dir_)),
      thread_([this, now] { work(now); }) {}

Clerk::~Clerk() {
  commands_.close();
  thread_.join();
}

void Clerk::tell(app::Command command) {
  ++pending_;
  commands_.send(std::move(command));
}

void Clerk::answer(Action action) {
  answers_.send(std::move(action));
  wake_();
}

void Clerk::hang_up(store::Record& record, Instant now) {
  const auto [today, last] = places_window(*centre_, now);
  store::Record::Wall wall = record.wall(today, last);
  answer(action::Posted{
      std::make_shared<const Timetable>(std::move(wall.series), std::move(wall.closures), *centre_),
      std::move(wall.announcements), record.tokens()});
  answer(action::Filled{fills_ = std::move(wall.fills)});
}

void Clerk::count_places(store::Record& record, Instant now) {
  const auto [today, last] = places_window(*centre_, now);
  Fills fills = record.fills(today, last);
  if (fills == fills_) return;
  answer(action::Filled{fills_ = std::move(fills)});
}

bool Clerk::day_is_over(Instant now) {
  const bool was_open = std::exchange(open_, opening_at(*centre_, now).open);
  return was_open && !open_;
}

bool Clerk::serve_region(store::Record& record, bool send_now) {
  Tray::Delivery delivery{.send_now = send_now};
  bool alone = true;
  for (Tray::News& news : tray_.news()) {
    record.follow_region(news.plan);
    record.withdraw(news.withdrawn);
    const auto is_own = [&](const Sheet& sheet) { return sheet.id.life == record.own_life(); };
    alone &= std::erase_if(news.conflicts, is_own) == 0;
    record.give_way(news.conflicts);
    delivery.settled = std::move(news.conflicts);
  }
  delivery.sheets = record.sheets_changed();
  delivery.lives = record.lives();
  tray_.lay_in(std::move(delivery));
  return alone;
}

void Clerk::work(Instant started) {
  std::unique_ptr<store::Record> record;
  const auto open = [&](Instant now) {
    record = std::make_unique<store::Record>(dir_, *centre_, now);
    answer(action::Opened{record->tokens(), record->newest_fact()});
    hang_up(*record, now);
    tray_.lay_in({record->sheets(), record->lives()});
  };
  const auto attempt = [&](const char* what, const auto& work, const auto& failed) {
    try {
      work();
    } catch (const std::exception& error) {
      const Fault fault = fault_of(error);
      spdlog::error("{}: {}: {}", what, fault_name(fault), error.what());
      answer(failed(fault));
    }
    --pending_;
  };
  const auto not_recorded = [](app::TurnNumber turn) {
    return [turn](Fault fault) -> Action { return action::NotRecorded{turn, fault}; };
  };

  attempt(
      "the record cannot be opened", [&] { open(started); }, not_recorded(0));
  while (const auto command = commands_.receive()) {
    if (std::holds_alternative<command::Probe>(*command)) {
      const auto probe = [&] {
        if (!record) open(started);
        record->probe();
        answer(action::Probed{{}, record->newest_fact()});
      };
      attempt("still out of order", probe, [](Fault fault) -> Action {
        return action::Probed{fault, {}};
      });
      continue;
    }
    const auto work = [&] {
      if (!record) throw RecordFault(Fault::kOther, "the record is not open");
      if (auto reply = perform(*record, *centre_, *command)) answer(std::move(*reply));
      const auto now = time_of(*command);
      if (now && record->changed_elsewhere()) hang_up(*record, *now);
      if (now) count_places(*record, *now);
      if (!std::holds_alternative<command::KeepDay>(*command)) return;
      if (serve_region(*record, day_is_over(*now))) return;
      spdlog::warn("another computer goes under the same life: a new one begins");
      record.reset();
      open(*now);
    };
    attempt("not recorded", work, not_recorded(turn_of(*command)));
  }
  if (!record) return;
  ++pending_;  // the last thing to do
  attempt(
      "the last counts wait for the next start", [&] { serve_region(*record, true); },
      not_recorded(0));
}

}  // namespace sveiki
