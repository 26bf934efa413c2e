// SPDX-License-Identifier: EUPL-1.2
/// Every screen that a visitor can see, reached as a visitor reaches it: what audits walk over.
#pragma once

#include <array>
#include <memory>
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

/// All that the centre offers, on every working day: with few places and many, full, cancelled,
/// moved and back to back; and a day that is closed.
inline app::action::Posted a_full_timetable(const Centre& centre, CivilDay day) {
  constexpr std::array kPlaces{5, 0, 1, 12, 8};
  std::vector<Series> all;
  for (const Activity& activity : centre.activities) {
    const int i = static_cast<int>(all.size());
    Series series;
    series.id = series.activity = activity.id;
    series.start = {{2026, 9, 1}, 8 * 60 + i * 45 % (9 * 60)};
    series.duration = 60 + 15 * (i % 4);
    series.rule = Rule::parse("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    series.places = kPlaces[static_cast<std::size_t>(i) % kPlaces.size()];
    if (i % 3 == 0) series.leader = "Konstancija";
    const WallTime today{day, series.start.minutes};
    if (i == 2) {
      series.duration = 8 * 60;
      series.slots = Slots{20, 10};
    }
    if (i == 4) series.exceptions = {{.original = today, .cancelled = true}};
    if (i == 9) series.exceptions = {{.original = today, .start = {day, 19 * 60}, .duration = 90}};
    all.push_back(series);
  }
  const LocalText why{{{"en", "Day of Baltic Unity"},
                       {"lt", "Baltų vienybės diena"},
                       {"lv", "Baltu vienības diena"}}};
  const LocalText says{{{"en", "On Friday we all go to the sea. Come along!"},
                        {"lt", "Penktadienį visi važiuojame prie jūros. Važiuok kartu!"},
                        {"lv", "Piektdien mēs visi braucam pie jūras. Brauc līdzi!"}}};
  const CivilDay closed = day.next(-2);
  return {std::make_shared<Timetable>(std::move(all), std::vector<Closure>{{closed, closed, why}},
                                      centre),
          {{"sea", "sun", says, day, day}},
          a_crowd()};
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
    const auto posted = [this](AtTheScreen& s) { post(s); };
    show("attract, with sessions", posted);
    show("attract, in the minute of the announcement", posted, kDay, 13 * 60 + 46);
    show("purpose, of the timetable", [&](AtTheScreen& s) {
      post(s);
      s.show_token(somebody());
    });
    show("today", [&](AtTheScreen& s) {
      post(s);
      s.touch(a::ShowDay{kDay});
    });
    show("week", [&](AtTheScreen& s) {
      post(s);
      s.touch(a::ShowDay{kDay});
      s.touch(a::ShowWeek{kDay});
    });
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
    timetable();
    for (const Fault fault : {Fault::kBusy, Fault::kFull, Fault::kReadOnly, Fault::kBroken,
                              Fault::kNewer, Fault::kClock, Fault::kOther}) {
      show("trouble, " + std::string{fault_name(fault)}, [&](AtTheScreen& s) {
        s.touch(a::NotRecorded{s.model().turn.number, fault});
      });
    }
    return std::exchange(shown_, {});
  }

 private:
  inline static const CivilDay kDay{2026, 9, 24};
  static std::string somebody() { return std::string{symbols()[0]}; }

  /// Posts it all: every third session is full, the others half.
  void post(AtTheScreen& s) const {
    const auto posted = a_full_timetable(centre_, kDay);
    Fills fills;
    for (const Session& session : posted.timetable->sessions(kDay, kDay)) {
      const int places = session.series->places;
      fills[session.ref].taken = fills.size() % 3 == 1 ? places : places / 2;
    }
    s.touch(posted);
    s.touch(app::action::Filled{std::move(fills)});
  }

  /// The timetable and places in it, in a centre with many activities.
  void timetable() {
    namespace a = app::action;
    const auto look = [this](std::string name, const app::Action& first, const auto& walk) {
      show(std::move(name), [&](AtTheScreen& s) {
        post(s);
        s.clerk.pictures[somebody()] = "apple";
        for (Token& token : s.model().tokens) token.has_picture = token.id == somebody();
        s.touch(a::ShowDay{kDay});
        s.touch(first);
        walk(s);
      });
    };
    const auto nothing_more = [](AtTheScreen&) {};
    for (const int ahead : {1, -1, -2, 3})
      look("day " + std::to_string(ahead), a::ShowDay{kDay.next(ahead)}, nothing_more);
    look("next week", a::ShowWeek{kDay.next(7)}, nothing_more);
    for (const Session& session :
         a_full_timetable(centre_, kDay).timetable->sessions(kDay.next(), kDay.next()))
      look("activity " + session.ref.series, a::ShowSession{session.ref}, nothing_more);
    for (const Session& session : a_full_timetable(centre_, kDay).timetable->sessions(kDay, kDay)) {
      look("activity today " + session.ref.series, a::ShowSession{session.ref}, nothing_more);
    }

    const SessionRef ref{centre_.activities.front().id, {kDay.next(), 8 * 60}};
    const auto take = [&](AtTheScreen& s) {
      s.touch(a::TakePlace{});
      s.touch(a::PickFlock{kFlocks[0]});
      s.touch(a::PickToken{somebody()});
    };
    look("who, for a place", a::ShowSession{ref}, [](AtTheScreen& s) { s.touch(a::TakePlace{}); });
    look("confirm", a::ShowSession{ref}, take);
    look("placed", a::ShowSession{ref}, [&](AtTheScreen& s) {
      take(s);
      s.touch(a::Yes{});
    });
    look("placed, on the list", a::ShowSession{ref}, [&](AtTheScreen& s) {
      take(s);
      s.touch(a::SignedUp{s.model().turn.number, MyPlace{ref, 3, false, true}});
    });
    for (const Refused why : {Refused::kUnknown, Refused::kNotOffered, Refused::kTooEarly,
                              Refused::kOver, Refused::kEnoughToday})
      look("refused, " + std::to_string(static_cast<int>(why)), a::ShowSession{ref},
           [&](AtTheScreen& s) {
             take(s);
             s.clerk.refuses = why;
             s.touch(a::Yes{});
           });

    const auto own = [&](AtTheScreen& s) {
      s.touch(a::PickFlock{kFlocks[0]});
      s.touch(a::PickToken{somebody()});
    };
    look("picture", a::ShowMyDay{}, own);
    look("picture, wrong", a::ShowMyDay{}, [&](AtTheScreen& s) {
      own(s);
      s.touch(a::PickPicture{"cat"});
    });
    look("picture, no choice", a::ShowMyDay{}, [&](AtTheScreen& s) {
      own(s);
      s.touch(a::PickPicture{"cat"});
      s.touch(a::PickPicture{"cat"});
    });
    const auto my_day = [&](AtTheScreen& s, int places) {
      std::vector<MyPlace>& mine = s.clerk.places[somebody()];
      for (const Session& session : s.model().timetable->sessions(kDay.next(), kDay.next()))
        if (std::ssize(mine) < places) mine.push_back({session.ref, places % 3});
      own(s);
      s.touch(a::PickPicture{"apple"});
    };
    for (const int places : {0, 1, 2, 8})
      look("my day of " + std::to_string(places), a::ShowMyDay{},
           [&](AtTheScreen& s) { my_day(s, places); });
    look("confirm giving back", a::ShowMyDay{}, [&](AtTheScreen& s) {
      my_day(s, 1);
      s.touch(a::GiveBack{ref});
    });
    look("given back", a::ShowMyDay{}, [&](AtTheScreen& s) {
      my_day(s, 1);
      s.touch(a::GiveBack{ref});
      s.touch(a::Yes{});
    });

    const auto with_news = [&](AtTheScreen& s) {
      post(s);
      s.clerk.places[somebody()] = {{ref, 0, true}};
      s.clerk.cards["SV-1"] = somebody();
    };
    show("welcome, with news for anybody's eyes", [&](AtTheScreen& s) {
      with_news(s);
      s.show_token(somebody());
      s.touch(a::Done{});
    });
    show("welcome, with news", [&](AtTheScreen& s) {
      with_news(s);
      s.show_card("SV-1");
      s.touch(a::Done{});
    });
    show("welcome to a session", [&](AtTheScreen& s) {
      post(s);
      s.show_token(somebody());
      s.touch(a::PickPurpose{ref.series, SessionRef{ref.series, {kDay, 8 * 60}}});
    });
    show("already, with sessions", [&](AtTheScreen& s) {
      post(s);
      s.show_token(somebody());
      s.touch(a::Done{});
      s.show_token(somebody());
    });
  }

  /// A Thursday in September has the longest name in Lithuanian.
  template <class Walk>
  void show(std::string name, const Walk& walk, CivilDay day = kDay, int minutes = 13 * 60 + 45) {
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
