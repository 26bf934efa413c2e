// SPDX-License-Identifier: EUPL-1.2
#include <random>

#include "support/at_the_screen.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::app;
using namespace std::chrono_literals;
using test::AtTheScreen;

namespace {

/// Hands that know nothing: any choice at any time, cards, waiting, a disk that fills up.
class RandomHands {
 public:
  explicit RandomHands(unsigned seed) : random_(seed) {}

  void do_something(AtTheScreen& screen) {
    const bool answered = below(3) > 0;
    if (below(20) == 0) {
      screen.pass(Millis{below(40'000)});
    } else if (below(200) == 0) {
      screen.clerk.fault = screen.clerk.fault ? std::nullopt : std::optional{Fault::kFull};
    } else if (answered) {
      screen.touch(any_action());
    } else {
      screen.apply(any_action());
    }
  }

 private:
  int below(int end) { return std::uniform_int_distribution{0, end - 1}(random_); }

  template <class T>
  const T& one_of(const std::vector<T>& choices) {
    return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
  }

  Action any_action() {
    static const std::vector<Action> kActions{action::Touched{},
                                              action::Enter{},
                                              action::Enter{},
                                              action::Enter{},
                                              action::PickFlock{Flock::kGreen},
                                              action::PickFlock{Flock::kViolet},
                                              action::PickToken{"frog"},
                                              action::PickToken{"bee"},
                                              action::PickToken{"gone"},
                                              action::PickPurpose{"clay"},
                                              action::More{},
                                              action::Back{},
                                              action::Done{},
                                              action::Undo{},
                                              action::SomethingElse{},
                                              action::GoHome{},
                                              action::CallHelp{},
                                              action::GoOn{},
                                              action::BeGuest{},
                                              action::CountMe{},
                                              action::WantToken{},
                                              action::BeParty{},
                                              action::ChangeCount{+1},
                                              action::ChangeCount{-1},
                                              action::ReadPrivacy{},
                                              action::SetLanguage{"en"},
                                              action::SetTextSize{200},
                                              action::SetTheme{"black"},
                                              action::CardShown{"SV-BEE"},
                                              action::CardShown{"NOBODY"},
                                              action::CardShown{"", true},
                                              action::TimePassed{}};
    return one_of(kActions);
  }

  std::mt19937 random_;
};

/// Touches on Back until home (Go on, where help or a question is in front).
int backs_to_home(AtTheScreen screen) {
  screen.clerk.fault = std::nullopt;
  screen.let_clerk_answer();
  if (screen.screen() == "trouble") screen.pass(kProbeEvery);
  screen.touch(action::GoOn{});
  for (int backs = 0; backs <= 4; ++backs) {
    if (screen.screen() == "attract" || screen.screen() == "closed") return backs;
    screen.touch(action::Back{});
  }
  return 99;
}

}  // namespace

TEST_CASE("Whatever is touched 100 000 times, home is never more than four steps back") {
  int worst = 0;
  for (unsigned day = 0; day < 100; ++day) {
    AtTheScreen screen;
    RandomHands hands(day);
    for (int i = 0; i < 1000; ++i) {
      INFO("day " << day << ", touch " << i << ", screen " << screen.screen());
      hands.do_something(screen);
      const Millis sleep = next_change(screen.model(), screen.now());
      if (sleep <= Millis{0} || sleep > 1min) FAIL("it would sleep " << sleep.count() << " ms");
      if (i % 5 == 0) worst = std::max(worst, backs_to_home(screen));
    }
  }
  CHECK(worst >= 2);
  CHECK(worst <= 4);
}
