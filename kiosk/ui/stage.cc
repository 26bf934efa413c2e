// SPDX-License-Identifier: EUPL-1.2
#include "ui/stage.h"

#include <algorithm>

#include "base/match.h"
#include "ui/screens/visitor/screens.h"

namespace sveiki::ui {
namespace {

/// Names what is in front so far that a different name means: this looks different now.
std::string place_of(const app::Model& model) {
  std::string place{screen_name(model)};
  std::visit(
      [&](const auto& screen) {
        if constexpr (requires { screen.page; }) place += "/" + std::to_string(screen.page);
        if constexpr (requires { screen.day; }) place += screen.day.iso();
        if constexpr (requires { screen.monday; }) place += screen.monday.iso();
        if constexpr (requires { screen.wrong; }) place += "/" + std::to_string(screen.wrong);
        if constexpr (requires { screen.asks_known; }) place += screen.asks_known ? "/known" : "";
      },
      model.screen);
  return place;
}

void draw_screen(const View& view) {
  const app::Model& model = view.model;
  if (model.overlay == app::Overlay::kHelp) return draw_help(view);
  if (model.overlay == app::Overlay::kStillHere) return draw_still_here(view);
  std::visit(Match{
                 [&](const app::screen::Attract& s) { draw_attract(view, s); },
                 [&](const app::screen::Closed&) { draw_closed(view); },
                 [&](const app::screen::Who&) { draw_who(view); },
                 [&](const app::screen::TokenWall& s) { draw_token_wall(view, s); },
                 [&](const app::screen::Purpose& s) { draw_purpose(view, s); },
                 [&](const app::screen::Welcome&) { draw_welcome(view); },
                 [&](const app::screen::Already&) { draw_already(view); },
                 [&](const app::screen::Leave&) { draw_leave(view); },
                 [&](const app::screen::Guest&) { draw_guest(view); },
                 [&](const app::screen::Party& s) { draw_party(view, s); },
                 [&](const app::screen::Unknown& s) { draw_unknown(view, s); },
                 [&](const app::screen::Privacy& s) { draw_privacy(view, s); },
                 [&](const app::screen::Day& s) { draw_day(view, s); },
                 [&](const app::screen::Week& s) { draw_week(view, s); },
                 [&](const app::screen::AboutSession& s) { draw_about_session(view, s); },
                 [&](const app::screen::Confirm& s) { draw_confirm(view, s); },
                 [&](const app::screen::Placed& s) { draw_placed(view, s); },
                 [&](const app::screen::MyDay& s) { draw_my_day(view, s); },
                 [&](const app::screen::Picture& s) { draw_picture(view, s); },
                 [&](const app::screen::Trouble& s) { draw_trouble(view, s); },
             },
             model.screen);
}

}  // namespace

Stage::Stage(platform::Pictograms& pictograms, std::string locale_dir, int width, int height,
             double px_per_mm, Motion motion)
    : kit_(pictograms),
      locale_dir_(std::move(locale_dir)),
      measured_px_per_mm_(px_per_mm),
      motion_(motion) {
  resize(width, height);
}

void Stage::resize(int width, int height) {
  // The glass of the mock-ups, 24 inches. A screen that was never measured is taken for one; on a
  // smaller one all of it is smaller, and still whole.
  constexpr float kLongSideMm = 1920 / 3.6F;
  constexpr float kShortSideMm = 1080 / 3.6F;
  width_ = static_cast<float>(width);
  height_ = static_cast<float>(height);
  const float long_side = std::max(width_, height_);
  const float short_side = std::min(width_, height_);
  px_per_mm_ =
      measured_px_per_mm_ > 0 ? static_cast<float>(measured_px_per_mm_) : long_side / kLongSideMm;
  px_per_mm_laid_ = std::min({px_per_mm_, long_side / kLongSideMm, short_side / kShortSideMm});
}

const Words& Stage::words(const std::string& language) {
  auto found = words_.find(language);
  if (found == words_.end()) found = words_.emplace(language, Words{language, locale_dir_}).first;
  return found->second;
}

const ImDrawData& Stage::draw(const app::Model& model, Now now) {
  const app::Comfort& comfort = model.turn.comfort;
  kit_.begin({.width = width_,
              .height = height_,
              .px_per_mm = px_per_mm_laid_,
              .text_percent = comfort.text_percent,
              .theme = comfort.theme,
              .pressed = touch_.pressed(),
              .focused = focus_.id(),
              .arrived = arrived(now)},
             words(comfort.language));
  draw_screen({kit_, model, now});
  return kit_.end();
}

std::vector<app::Action> Stage::take(const platform::Input& input, Now now) {
  std::vector<app::Action> actions;
  const auto add = [&](std::optional<app::Action> action) {
    if (action) actions.push_back(std::move(*action));
  };
  std::visit(Match{
                 [&](const platform::Finger& finger) {
                   const Point at{finger.x, finger.y};
                   switch (finger.kind) {
                     case platform::Finger::Kind::kDown:
                       focus_.clear();
                       if (touch_.down(at, nodes(), px_per_mm_, now.steady))
                         actions.emplace_back(app::action::Touched{});
                       break;
                     case platform::Finger::Kind::kMove:
                       touch_.move(at, nodes(), px_per_mm_);
                       break;
                     case platform::Finger::Kind::kUp:
                       add(touch_.up(at, nodes(), px_per_mm_, now.steady));
                       break;
                   }
                 },
                 [&](const platform::Key& key) {
                   actions.emplace_back(app::action::Touched{});
                   add(focus_.key(key, nodes()));
                 },
                 [&](const platform::Scan& scan) {
                   actions.emplace_back(app::action::CardShown{scan.code, scan.too_long});
                 },
                 [](const platform::CloseRequest&) {},
             },
             input);
  return actions;
}

float Stage::arrived(Now now) const {
  constexpr float kMotionMs = 240;
  if (motion_ == Motion::kStill) return 1;
  const float part = static_cast<float>((now.steady - came_in_).count()) / kMotionMs;
  if (part >= 1) return 1;
  return 1 - (1 - part) * (1 - part);  // ease out
}

void Stage::follow(const app::Model& model, Now now) {
  std::string place = place_of(model);
  if (place == place_) return;
  const bool first = place_.empty();
  place_ = std::move(place);
  focus_.clear();
  came_in_ = now.steady;
  if (!first) touch_.screen_changed(now.steady);
}

}  // namespace sveiki::ui
