// SPDX-License-Identifier: EUPL-1.2
/// The visitor's screens: one function draws one screen from the model. Drawing decides nothing;
/// what a touch means stands in the nodes.
#pragma once

#include <string>
#include <vector>

#include "app/model.h"
#include "app/update.h"
#include "ui/kit/kit.h"

namespace sveiki::ui {

/// What every screen draws from and with.
struct View {
  Kit& kit;
  const app::Model& model;
  Now now;

  const Centre& centre() const { return *model.centre; }
  const std::string& language() const { return model.turn.comfort.language; }
  std::string tr(const char* english) const { return kit.words().tr(english); }
  LocalTime local() const { return local_time(now.wall, centre().zone); }
};

void draw_attract(const View& view, const app::screen::Attract& screen);
void draw_closed(const View& view);
void draw_who(const View& view);
void draw_token_wall(const View& view, const app::screen::TokenWall& screen);
void draw_purpose(const View& view, const app::screen::Purpose& screen);
void draw_welcome(const View& view);
void draw_already(const View& view);
void draw_leave(const View& view);
void draw_guest(const View& view);
void draw_party(const View& view, const app::screen::Party& screen);
void draw_unknown(const View& view, const app::screen::Unknown& screen);
void draw_privacy(const View& view, const app::screen::Privacy& screen);
void draw_day(const View& view, const app::screen::Day& screen);
void draw_week(const View& view, const app::screen::Week& screen);
void draw_about_session(const View& view, const app::screen::AboutSession& screen);
void draw_confirm(const View& view, const app::screen::Confirm& screen);
void draw_placed(const View& view, const app::screen::Placed& screen);
void draw_my_day(const View& view, const app::screen::MyDay& screen);
void draw_picture(const View& view, const app::screen::Picture& screen);
void draw_trouble(const View& view, const app::screen::Trouble& screen);
void draw_help(const View& view);
void draw_still_here(const View& view);

}  // namespace sveiki::ui
