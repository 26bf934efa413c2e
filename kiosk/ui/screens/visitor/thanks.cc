// SPDX-License-Identifier: EUPL-1.2
// Welcome and good-bye: shown only when it is on disk, by sign, tick, words and sound.
#include <algorithm>
#include <optional>

#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

namespace {

/// The sign of the person on a large disc with the tick, or the picture that stands for a guest or
/// a party. Cuts its place off `area`.
void big_sign(const View& view, Rect& area, const char* otherwise, const std::string& label) {
  Kit& kit = view.kit;
  Rect place = kit.portrait() ? area.cut_top(area.h * 0.4F, kit.gap())
                              : area.cut_left(area.w * 0.36F, kit.mm(20));
  const float side = std::min({place.w, place.h, kit.mm(170)});
  const Rect disc = place.middle(side, side);
  if (view.model.turn.token && !view.model.turn.party) {
    kit.sign("sign", disc, *view.model.turn.token);
  } else {
    const Theme& theme = kit.theme();
    kit.pen().disc(disc.centre(), side / 2, theme.done.line);
    kit.pen().disc(disc.centre(), side / 2 - kit.line() * 1.6F, theme.disc);
    kit.pen().picture(otherwise, disc.inset(side * 0.17F), theme.ink);
    kit.note({.id = "sign",
              .role = Role::kImage,
              .label = label,
              .rect = disc,
              .ink = rgb(0),
              .paper = theme.disc});
  }
  const float mark = side * 0.34F;
  kit.done_mark({disc.right() - mark * 0.92F, disc.bottom() - mark * 0.96F, mark, mark});
}

/// What was chosen, as a card of its own height: picture, name, room.
class ActivityCard {
 public:
  ActivityCard(const View& view, const Activity& activity, float width)
      : view_(view),
        activity_(activity),
        name_(activity.name.in(view.language())),
        where_(room_beside(view, activity)) {
    Kit& kit = view.kit;
    side_ = kit.mm(30);
    const float words = width - 2 * kit.mm(7) - side_ - kit.mm(8);
    name_fit_ = kit.type().fit(name_, Face::kCard, words, kit.mm(60));
    where_fit_ = kit.type().fit(where_, Face::kSmall, words, kit.mm(40));
    between_ = where_.empty() ? 0 : name_fit_.capital * 0.8F;
    lines_ = name_fit_.height + (where_.empty() ? 0 : between_ + where_fit_.height);
    height_ = std::max(side_, lines_) + 2 * kit.mm(6);
  }

  float height() const { return height_; }

  void draw(Rect box) const {
    Kit& kit = view_.kit;
    const Theme& theme = kit.theme();
    kit.card(box, theme.tile);
    Rect inner = box.inset(kit.mm(7), kit.mm(4));
    kit.picture("", inner.cut_left(side_, kit.mm(8)).middle(side_, side_), activity_.symbol, "");
    Rect lines = inner.middle(inner.w, lines_);
    kit.pen().words(name_fit_, lines.cut_top(name_fit_.height, between_), theme.tile.ink,
                    Align::kLeft);
    if (!where_.empty()) kit.pen().words(where_fit_, lines, theme.quiet, Align::kLeft);
    std::string spoken = activity_.spoken.in(view_.language());
    if (!where_.empty()) spoken += ", " + where_;
    kit.note({.id = "activity." + activity_.id,
              .role = Role::kLabel,
              .label = name_,
              .spoken = std::move(spoken),
              .rect = box,
              .ink = theme.tile.ink,
              .paper = theme.tile.paper,
              .fits = name_fit_.fits && where_fit_.fits});
  }

 private:
  const View& view_;
  const Activity& activity_;
  std::string name_, where_;
  Fitted name_fit_, where_fit_;
  float side_ = 0, between_ = 0, lines_ = 0, height_ = 0;
};

/// A title, a line and perhaps a card below, as one block in the middle of `area`.
void greeting(const View& view, Rect area, const std::string& title, const std::string& line,
              const Activity* activity) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  std::optional<ActivityCard> card;
  if (activity) card.emplace(view, *activity, area.w);
  const float above_card = kit.mm(14);
  const float for_words = area.h - (card ? card->height() + above_card : 0);
  const Fitted big = kit.type().fit(title, Face::kDisplay, area.w, for_words * 0.6F);
  const float gap = big.capital * 0.62F;
  const Fitted small = kit.type().fit(line, Face::kCard, area.w, for_words - big.height - gap);
  const float all = big.height + gap + small.height + (card ? above_card + card->height() : 0);
  Rect block = area.middle(area.w, all);
  const auto write = [&](const char* id, Role role, const std::string& text, const Fitted& fitted,
                         Rect box) {
    kit.pen().words(fitted, box, theme.ink, Align::kLeft);
    kit.note({.id = id,
              .role = role,
              .label = text,
              .rect = box,
              .ink = theme.ink,
              .paper = theme.done.paper,
              .fits = fitted.fits});
  };
  write("title", Role::kHeading, title, big, block.cut_top(big.height, gap));
  write("line", Role::kLabel, line, small, block.cut_top(small.height, above_card));
  if (card) card->draw(block);
}

/// The page of thanks, with its footer drawn and cut off. Help keeps its corner.
Rect thanks_page(const View& view, bool can_undo) {
  Kit& kit = view.kit;
  kit.page(kit.theme().done.paper);
  Rect area = margins(kit);
  help_corner(view, area);
  thanks_footer(view, area, can_undo);
  return area;
}

}  // namespace

void draw_welcome(const View& view) {
  const app::Turn& turn = view.model.turn;
  Rect area = thanks_page(view, true);
  std::string line = view.tr("You are here.");
  if (turn.party)
    line = view.kit.words().tr("You are {n} person.", "You are {n} people.", turn.party->people);
  big_sign(view, area, turn.party ? "party" : "wave", view.tr("Welcome!"));
  greeting(view, area, view.tr("Welcome!"), line, view.centre().activity(turn.activity));
}

void draw_leave(const View& view) {
  Rect area = thanks_page(view, !view.model.turn.recorded.empty());
  big_sign(view, area, "leave", view.tr("See you!"));
  greeting(view, area, view.tr("See you!"), view.tr("You are going home."), nullptr);
}

}  // namespace sveiki::ui
