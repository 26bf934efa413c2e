// SPDX-License-Identifier: EUPL-1.2
// One message a screen, large, with a picture and one way on: help, still here, an unknown card,
// out of order.
#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace action = app::action;

namespace {

/// Picture beside (portrait: above) a title and a line. The title is the screen's, or stands below
/// it.
void message(const View& view, Rect area, const char* picture, const std::string& title,
             const std::string& line, Role role = Role::kHeading) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  Rect block = area.middle(std::min(area.w, kit.mm(450)), std::min(area.h, kit.mm(150)));
  const Rect place = kit.portrait() ? block.cut_top(block.h * 0.45F, kit.gap())
                                    : block.cut_left(std::min(block.h, block.w * 0.3F), kit.mm(20));
  kit.picture("picture", place, picture, title);
  const Fitted big = kit.type().fit(title, Face::kTitle, block.w, block.h * 0.55F);
  const Fitted small = kit.type().fit(line, Face::kText, block.w, block.h * 0.4F);
  const float gap = big.capital * 0.8F;
  Rect lines = block.middle(block.w, std::min(block.h, big.height + gap + small.height));
  const Rect first = lines.cut_top(big.height, gap);
  kit.pen().words(big, first, theme.ink, Align::kLeft);
  kit.note({.id = role == Role::kHeading ? "title" : "what",
            .role = role,
            .label = title,
            .rect = first,
            .ink = theme.ink,
            .paper = theme.page,
            .fits = big.fits});
  kit.pen().words(small, lines, theme.ink, Align::kLeft);
  kit.note({.id = "line",
            .role = Role::kLabel,
            .label = line,
            .rect = lines,
            .ink = theme.ink,
            .paper = theme.page,
            .fits = small.fits});
}

/// The place of the one way on: as wide as half the glass, at the bottom.
Rect way_on(const View& view, Rect& area) {
  Kit& kit = view.kit;
  const Rect row = area.cut_bottom(std::max(kit.mm(44), kit.chip_height()), kit.gap());
  return kit.portrait() ? row : row.middle(row.w * 0.5F, row.h);
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
