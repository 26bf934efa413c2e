// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/focus.h"

#include "support/catch.h"
#include "support/nodes.h"

using namespace sveiki;
using namespace sveiki::ui;
using platform::Key;
using test::a_button;
using test::some_words;

namespace {

Nodes a_screen() {
  return {a_button("back", {0, 0, 100, 100}, app::action::Back{}),
          some_words("title", {200, 0, 100, 100}),
          a_button("help", {400, 0, 100, 100}, app::action::CallHelp{}),
          a_button("flock.1", {0, 200, 100, 100}, app::action::PickFlock{Flock::kGreen}),
          a_button("flock.2", {200, 200, 100, 100}, app::action::PickFlock{Flock::kOrange})};
}

template <class T>
bool is(const std::optional<app::Action>& action) {
  return action && std::holds_alternative<T>(*action);
}

}  // namespace

TEST_CASE("Down walks the choices in their order and begins again after the last") {
  Focus focus;
  std::vector<std::string> walked;
  for (int i = 0; i < 5; ++i) {
    CHECK_FALSE(focus.key(Key::kDown, a_screen()));  // walking chooses nothing
    walked.push_back(focus.id());
  }
  CHECK(walked == std::vector<std::string>{"back", "help", "flock.1", "flock.2", "back"});
}

TEST_CASE("Up walks the other way, from the last choice") {
  Focus focus;
  CHECK_FALSE(focus.key(Key::kUp, a_screen()));
  CHECK(focus.id() == "flock.2");
  for (int i = 0; i < 4; ++i) focus.key(Key::kUp, a_screen());
  CHECK(focus.id() == "flock.2");
}

TEST_CASE("Select chooses what has the ring, and nothing when nothing has it") {
  Focus focus;
  CHECK_FALSE(focus.key(Key::kSelect, a_screen()));
  focus.key(Key::kUp, a_screen());
  const auto chosen = focus.key(Key::kSelect, a_screen());
  REQUIRE(is<app::action::PickFlock>(chosen));
  CHECK(std::get<app::action::PickFlock>(*chosen).flock == Flock::kOrange);
}

TEST_CASE("Back and Help are one key away wherever the ring is") {
  Focus focus;
  focus.key(Key::kUp, a_screen());
  CHECK(is<app::action::Back>(focus.key(Key::kBack, a_screen())));
  CHECK(is<app::action::CallHelp>(focus.key(Key::kHelp, a_screen())));
  CHECK(focus.id() == "flock.2");
}

TEST_CASE("On a screen of thanks the Back key means: that is not me") {
  Focus focus;
  const Nodes thanks{a_button("undo", {0, 0, 100, 100}, app::action::Undo{}),
                     a_button("done", {200, 0, 100, 100}, app::action::Done{})};
  CHECK(is<app::action::Undo>(focus.key(Key::kBack, thanks)));
}

TEST_CASE("The ring is not lost when what had it is gone") {
  Focus focus;
  focus.key(Key::kUp, a_screen());
  Nodes fewer = a_screen();
  fewer.pop_back();
  CHECK_FALSE(focus.key(Key::kSelect, fewer));
  focus.key(Key::kDown, fewer);
  CHECK(focus.id() == "back");
}

TEST_CASE("Where there is nothing to choose the keys do no harm") {
  Focus focus;
  const Nodes words{some_words("title", {0, 0, 100, 100})};
  for (const Key key : {Key::kUp, Key::kDown, Key::kSelect, Key::kBack, Key::kHelp})
    CHECK_FALSE(focus.key(key, words));
  CHECK(focus.id().empty());
}
