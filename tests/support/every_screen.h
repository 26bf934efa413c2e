// SPDX-License-Identifier: EUPL-1.2
/// Every screen that a visitor can see, reached as a visitor reaches it: what audits walk over.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/at_the_screen.h"

namespace sveiki::test {

/// A moment at the screen.
struct Shown {
  std::string name;
  app::Model model;
  Now now;
};

/// Every symbol is somebody's, and the flocks differ: 1, 13, and the rest.
inline std::vector<Token> a_crowd() {
  constexpr int kIn[] = {1, 13, 12, 12, 12, 10};
  std::vector<Token> tokens;
  for (std::size_t flock = 0; flock < kFlocks.size(); ++flock) {
    for (int i = 0; i < kIn[flock]; ++i) {
      const std::string symbol{symbols()[tokens.size()]};
      tokens.push_back({symbol, symbol, kFlocks[flock]});
    }
  }
  return tokens;
}

class ScreenWalk {
 public:
  explicit ScreenWalk(Centre centre) : centre_(std::move(centre)) {}

  /// The screens on which the centre's own words stand.
  std::vector<Shown> of_the_centre() {
    namespace a = app::action;
    show("attract", [](AtTheScreen&) {});
    show("purpose", [](AtTheScreen& s) { s.show_token(somebody()); });
    for (const Activity& activity : centre_.activities) {
      show("welcome to " + activity.id, [&](AtTheScreen& s) {
        s.show_token(somebody());
        s.touch(a::PickPurpose{activity.id});
      });
    }
    show(
        "closed, opens today", [](AtTheScreen&) {}, {2026, 9, 24}, 6 * 60);
    show(
        "closed, opens tomorrow", [](AtTheScreen&) {}, {2026, 9, 23}, 23 * 60);
    show(
        "closed, opens after the weekend", [](AtTheScreen&) {}, {2026, 9, 25}, 23 * 60);
    return std::exchange(shown_, {});
  }

  /// The screens that are the same in every centre.
  std::vector<Shown> of_everybody() {
    namespace a = app::action;
    const auto who = [](AtTheScreen& s) { s.touch(a::Enter{}); };
    show("who", who);
    show("who, after it was taken back", [](AtTheScreen& s) {
      s.show_token(somebody());
      s.touch(a::Back{});
    });
    for (const Flock flock : kFlocks) {
      show("token", [&](AtTheScreen& s) {
        who(s);
        s.touch(a::PickFlock{flock});
      });
    }
    show("welcome without purpose", [](AtTheScreen& s) {
      s.show_token(somebody());
      s.touch(a::Done{});
    });
    const auto again = [](AtTheScreen& s) {
      s.show_token(somebody());
      s.touch(a::Done{});
      s.show_token(somebody());
    };
    show("already", again);
    show("leave", [&](AtTheScreen& s) {
      again(s);
      s.touch(a::GoHome{});
    });
    const auto guest = [&](AtTheScreen& s) {
      who(s);
      s.touch(a::BeGuest{});
    };
    show("guest", guest);
    show("welcome, guest", [&](AtTheScreen& s) {
      guest(s);
      s.touch(a::CountMe{});
      s.touch(a::Done{});
    });
    const auto party = [&](AtTheScreen& s, int people) {
      who(s);
      s.touch(a::BeParty{});
      s.touch(a::ChangeCount{people});
    };
    for (const int more : {0, 10, 58})
      show("party of " + std::to_string(more + 2), [&](AtTheScreen& s) { party(s, more); });
    const auto with_signs = [&](AtTheScreen& s) {
      party(s, 10);
      s.touch(a::Done{});
      s.touch(a::ChangeCount{4});
    };
    show("party, with signs", with_signs);
    show("who, of a party", [&](AtTheScreen& s) {
      with_signs(s);
      s.touch(a::Done{});
    });
    show("welcome, party", [&](AtTheScreen& s) {
      with_signs(s);
      s.touch(a::ChangeCount{-4});
      s.touch(a::Done{});
      s.touch(a::Done{});
    });
    show("unknown", [](AtTheScreen& s) { s.show_card("NOBODY"); });
    show("unreadable", [](AtTheScreen& s) { s.touch(a::CardShown{"", true}); });
    show("privacy", [](AtTheScreen& s) { s.touch(a::ReadPrivacy{}); });
    show("help", [](AtTheScreen& s) { s.touch(a::CallHelp{}); });
    show("still-here", [&](AtTheScreen& s) {
      who(s);
      s.pass(app::kNamesStay);
    });
    for (const Fault fault : {Fault::kBusy, Fault::kFull, Fault::kReadOnly, Fault::kBroken,
                              Fault::kNewer, Fault::kClock, Fault::kOther}) {
      show("trouble, " + std::string{fault_name(fault)}, [&](AtTheScreen& s) {
        s.touch(a::NotRecorded{s.model().turn.number, fault});
      });
    }
    return std::exchange(shown_, {});
  }

 private:
  static std::string somebody() { return std::string{symbols()[0]}; }

  /// A Thursday in September has the longest name in Lithuanian.
  template <class Walk>
  void show(std::string name, const Walk& walk, CivilDay day = {2026, 9, 24},
            int minutes = 13 * 60 + 45) {
    AtTheScreen screen(centre_, day, minutes);
    screen.open(a_crowd());
    screen.touch(app::action::TimePassed{});
    walk(screen);
    shown_.push_back({std::move(name), screen.model(), screen.now()});
  }

  Centre centre_;
  std::vector<Shown> shown_;
};

}  // namespace sveiki::test
