// SPDX-License-Identifier: EUPL-1.2
/// Somebody stands at the screen: the deciding part with a clock that stands still and a clerk who
/// answers when told. Reads like what happens in the hall.
#pragma once

#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/update.h"
#include "support/fake_clerk.h"

namespace sveiki::test {

/// Open on working days from 8.00 to 17.00; clay, wood and dance; two languages.
inline Centre a_small_centre() {
  Centre centre;
  centre.id = "kretinga";
  centre.zone = "Europe/Vilnius";
  centre.languages = {"lt", "en", "lv"};
  for (std::size_t day = 0; day < 5; ++day) centre.hours[day] = {{8 * 60, 17 * 60}};
  for (const char* id : {"clay", "wood", "dance"}) {
    Activity activity;
    activity.id = id;
    centre.activities.push_back(activity);
  }
  return centre;
}

class AtTheScreen {
 public:
  /// Monday, 2 November 2026, 10.00; the record is open and knows three people: "frog" and "owl"
  /// in green, and "bee" in red, who wants English, large letters and dark colours.
  explicit AtTheScreen(Centre centre = a_small_centre(), CivilDay day = {2026, 11, 2},
                       int minutes = 10 * 60)
      : clock_(instant_of(day, minutes, centre.zone)),
        model_(app::begin(std::make_shared<Centre>(std::move(centre)), clock_.now(),
                          clock_.now().wall - std::chrono::hours{24}, std::nullopt)) {
    clerk.cards = {{"SV-FROG", "frog"}, {"SV-BEE", "bee"}};
    open({{"frog", "frog", Flock::kGreen},
          {"owl", "owl", Flock::kGreen},
          {"bee", "bee", Flock::kRed, "en", 150, "evening"}});
  }

  void open(std::vector<Token> tokens, std::optional<Instant> newest_fact = {}) {
    clerk.newest_fact = newest_fact;
    apply(app::action::Opened{std::move(tokens), newest_fact});
  }

  /// Does it, and the clerk answers at once.
  void touch(const app::Action& action) {
    apply(action);
    let_clerk_answer();
  }
  /// Does it; the clerk is slow.
  void apply(const app::Action& action) {
    for (const app::Command& command : app::update(model_, action, clock_.now())) {
      told_.push_back(command);
      unanswered_.push_back(command);
    }
  }
  /// The answers that are due; an answer may ask for more.
  void let_clerk_answer() {
    while (!unanswered_.empty()) {
      const app::Command command = unanswered_.front();
      unanswered_.pop_front();
      if (const auto answer = clerk.answer(command)) apply(*answer);
    }
  }
  /// To the wall, the group, and one's own sign.
  void show_token(const std::string& id) {
    touch(app::action::Enter{});
    touch(app::action::PickFlock{model_.token(id)->flock});
    touch(app::action::PickToken{id});
  }
  void show_card(const std::string& code) { touch(app::action::CardShown{code}); }

  /// Time passes as the loop of the program lets it: asleep until something is due.
  void pass(Millis time) {
    while (time > Millis{0}) {
      const Millis sleep = std::min(time, app::next_change(model_, clock_.now()));
      if (sleep <= Millis{0}) throw std::logic_error("the program would never sleep again");
      ++wakes_;
      clock_.advance(sleep);
      time -= sleep;
      touch(app::action::TimePassed{});
    }
  }
  /// The machine was suspended: nobody woke the program meanwhile.
  void sleep(Millis time) {
    clock_.advance(time);
    touch(app::action::TimePassed{});
  }
  void set_wall(Instant wall) {
    clock_.set_wall(wall);
    touch(app::action::TimePassed{});
  }

  std::string screen() const { return std::string{app::screen_name(model_)}; }
  /// How often `pass` woke the program.
  int wakes() const { return wakes_; }
  std::optional<int> seconds_left() const { return app::seconds_left(model_, clock_.now()); }
  const app::Comfort& comfort() const { return model_.turn.comfort; }
  app::Model& model() { return model_; }
  Now now() const { return clock_.now(); }

  /// How many commands of this kind were given so far.
  template <class T>
  std::size_t told() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        told_, [](const app::Command& c) { return std::holds_alternative<T>(c); }));
  }
  std::size_t heard(app::command::Signal signal) const {
    return static_cast<std::size_t>(std::ranges::count_if(told_, [signal](const app::Command& c) {
      const auto* play = std::get_if<app::command::Play>(&c);
      return play && play->signal == signal;
    }));
  }

  FakeClerk clerk;

 private:
  SetClock clock_;
  app::Model model_;
  std::vector<app::Command> told_;
  std::deque<app::Command> unanswered_;
  int wakes_ = 0;
};

}  // namespace sveiki::test
