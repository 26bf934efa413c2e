// SPDX-License-Identifier: EUPL-1.2
// One message a screen, large, with a picture and one way on: help, still here, an unknown card,
// out of order.
#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace action = app::action;

namespace {

/// The title is the screen's, or stands below it.
void message(const View& view, Rect area, const char* picture, const std::string& title,
             const std::string& line, Role role = Role::kHeading) {
  const Color ink = view.kit.theme().ink;
  illustrated(view, area, {"picture", picture, title},
              {{role == Role::kHeading ? "title" : "what", title, Face::kTitle, ink, role},
               {"line", line, Face::kText, ink}});
}

}  // namespace

void draw_help(const View& view) {
  Kit& kit = view.kit;
  kit.page(kit.theme().page);
  Rect area = margins(kit);
  const Rect on = way_on(view, area);
  message(view, area, "help", view.tr("Someone is coming"),
          view.tr("Please wait here.") + " " + view.tr("You can go on."));
  kit.main_button(on, "go-on", "", view.tr("Go on"), "", action::GoOn{});
}

void draw_still_here(const View& view) {
  Kit& kit = view.kit;
  kit.page(kit.theme().page);
  Rect area = margins(kit);
  help_corner(view, area);
  const Rect on = way_on(view, area);
  const int seconds = app::seconds_left(view.model, view.now).value_or(0);
  message(view, area, "wave", view.tr("Are you still here?"),
          kit.words().tr("This screen closes in {n} second.", "This screen closes in {n} seconds.",
                         seconds));
  kit.main_button(on, "go-on", "", view.tr("Yes, I am here"), "", action::GoOn{});
}

void draw_unknown(const View& view, const app::screen::Unknown& screen) {
  Kit& kit = view.kit;
  Rect area = frame(view, view.tr("Your card"));
  const Rect on = way_on(view, area);
  message(view, area, "card",
          screen.unreadable ? view.tr("The card could not be read.")
                            : view.tr("I do not know this card"),
          screen.unreadable ? view.tr("Show it once more.")
                            : view.tr("Choose your sign or ask for help."),
          Role::kLabel);
  kit.main_button(on, "enter", "", view.tr("Choose your sign"), "", action::Enter{});
}

void draw_trouble(const View& view, const app::screen::Trouble& screen) {
  Kit& kit = view.kit;
  kit.page(kit.theme().page);
  Rect area = margins(kit);
  help_corner(view, area);
  const std::string staff = view.tr("For the staff:") + " " + view.tr(fault_word(screen.fault));
  const Rect row = area.cut_bottom(kit.type().capital_px(Face::kSmall) * 4, kit.gap());
  message(view, area, "warning", view.tr("Out of order"),
          view.tr("Your visit is not recorded yet. Please tell the staff."));
  kit.words("staff", row, staff, Face::kSmall, kit.theme().quiet, Align::kCentre);
}

}  // namespace sveiki::ui
