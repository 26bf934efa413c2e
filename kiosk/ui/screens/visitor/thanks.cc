// SPDX-License-Identifier: EUPL-1.2
// Welcome and good-bye: shown only when it is on disk, by sign, tick, words and sound.
#include <algorithm>
#include <optional>

#include "ui/screens/visitor/sessions.h"

namespace sveiki::ui {

namespace {

/// The sign of the person on a large disc with the tick, or the picture that stands for a guest or
/// a party. Cuts its place off `area`.
void big_sign(const View& view, Rect& area, const char* otherwise, const std::string& label) {
  Kit& kit = view.kit;
  Rect place = kit.portrait() ? area.cut_top(area.h * 0.4F, kit.gap())
                              : area.cut_left(area.w * 0.36F, kit.mm(20));
  const float side = std::min({place.w, place.h * 0.94F, kit.mm(170)});
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
  // The tick stands on the rim, clear of the sign.
  const float mark = side * 0.3F;
  kit.done_mark({disc.right() - mark * 0.8F, disc.bottom() - mark * 0.8F, mark, mark});
}

/// What was chosen, as a card of its own height: picture, name, room.
class ActivityCard {
 public:
  ActivityCard(const View& view, const Activity& activity, const Session* session, float width)
      : kit_(view.kit),
        activity_(activity),
        about_(session ? when_and_where(view, *session)
                       : room_beside(view, activity, activity.room)),
        spoken_(activity.spoken.in(view.language())),
        name_(activity.name.in(view.language())),
        across_(kit_.mm(7)),
        down_(std::max(kit_.mm(6), kit_.type().capital_px(Face::kCard) * 0.7F)),
        side_(std::max(kit_.mm(30), kit_.type().capital_px(Face::kCard) * 2.8F)),
        words_(kit_, lines(), width - 3 * across_ - side_, kit_.mm(80)) {
    if (!about_.empty()) spoken_ += ", " + about_;
  }

  float height() const { return std::max(side_, words_.height()) + 2 * down_; }

  void draw(Rect box) const {
    const Theme& theme = kit_.theme();
    kit_.card(box, theme.tile);
    Rect inner = box.inset(across_, down_);
    kit_.picture("", inner.cut_left(side_, across_), activity_.symbol, "");
    words_.draw(inner, Align::kLeft, theme.tile.paper);
    kit_.note({.id = "activity." + activity_.id,
               .role = Role::kLabel,
               .label = name_,
               .spoken = spoken_,
               .rect = box,
               .ink = theme.tile.ink,
               .paper = theme.tile.paper,
               .fits = words_.fit()});
  }

 private:
  static std::string when_and_where(const View& view, const Session& session) {
    const std::string where = where_of(view, session);
    return when_of(view, session) + (where.empty() ? "" : ", " + where);
  }

  std::vector<Line> lines() const {
    const Theme& theme = kit_.theme();
    std::vector<Line> all{{"", name_, Face::kCard, theme.tile.ink}};
    if (!about_.empty()) all.push_back({"", about_, Face::kSmall, theme.quiet});
    return all;
  }

  Kit& kit_;
  const Activity& activity_;
  std::string about_;  ///< when and where
  std::string spoken_, name_;
  float across_, down_, side_;
  Lines words_;
};

/// A title, a line and perhaps a card below, as one block in the middle of `area`.
void greeting(const View& view, Rect area, const std::string& title, const std::string& line,
              const Activity* activity, const Session* session = nullptr) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  std::optional<ActivityCard> card;
  if (activity) card.emplace(view, *activity, session, area.w);
  const float above_card = kit.mm(14);
  const float for_card = card ? above_card + card->height() : 0;
  std::vector<Line> lines{{"title", title, Face::kDisplay, theme.ink, Role::kHeading}};
  if (!line.empty()) lines.push_back({"line", line, Face::kCard, theme.ink});
  const Lines words(kit, std::move(lines), area.w, area.h - for_card);
  Rect block = area.middle(area.w, words.height() + for_card);
  words.draw(block.cut_top(words.height(), above_card),
             kit.portrait() ? Align::kCentre : Align::kLeft, theme.done.paper);
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
  const Activity* activity = view.centre().activity(turn.activity);
  std::optional<Session> session;
  if (turn.session) session = view.model.session(*turn.session);
  if (const MyPlace* news = turn.news()) {
    line = news_line(view);
    if (turn.sure && view.model.session(news->session)) {
      session = view.model.session(news->session);
      activity = view.centre().activity(session->series->activity);
    }
  }
  big_sign(view, area, turn.party ? "party" : "wave", view.tr("Welcome!"));
  greeting(view, area, view.tr("Welcome!"), line, activity, session ? &*session : nullptr);
}

void draw_leave(const View& view) {
  Rect area = thanks_page(view, !view.model.turn.recorded.empty());
  big_sign(view, area, "leave", view.tr("See you!"));
  greeting(view, area, view.tr("See you!"), view.tr("You are going home."), nullptr);
}

namespace {

/// Why there is no place, as a sentence.
const char* refused_word(Refused why) {
  switch (why) {
    case Refused::kNotOffered:
      return msg("There is no place to take here.");
    case Refused::kTooEarly:
      return msg("Places are given out later.");
    case Refused::kOver:
      return msg("It is too late for this one.");
    case Refused::kEnoughToday:
      return msg("You have enough places on that day.");
    case Refused::kUnknown:
      break;
  }
  return msg("Ask for help.");
}

void no_place(const View& view, Refused why) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  kit.page(theme.page);
  Rect area = margins(kit);
  help_corner(view, area);
  kit.main_button(way_on(view, area), "done", "", view.tr("Go on"), "", app::action::Done{});
  illustrated(view, area, {"picture", "lock", view.tr("Not this time")},
              {{"title", view.tr("Not this time"), Face::kTitle, theme.ink, Role::kHeading},
               {"line", view.tr(refused_word(why)), Face::kCard, theme.ink}});
}

}  // namespace

void draw_placed(const View& view, const app::screen::Placed& screen) {
  const auto* refused = screen.outcome ? std::get_if<Refused>(&*screen.outcome) : nullptr;
  if (refused) return no_place(view, *refused);
  std::string title = view.tr("Your place is given back.");
  std::string line;
  if (screen.outcome) {
    const int waiting = std::get<MyPlace>(*screen.outcome).waiting;
    title = waiting == 0 ? view.tr("You have a place!") : view.tr("You are on the list.");
    if (waiting > 0)
      line = view.kit.words().tr("You wait as number {n}.", "You wait as number {n}.", waiting);
  }
  Rect area = thanks_page(view, screen.may_undo());
  const auto session = view.model.session(screen.session);
  big_sign(view, area, "wave", title);
  const Activity* activity = session ? view.centre().activity(session->series->activity) : nullptr;
  greeting(view, area, title, line, activity, session ? &*session : nullptr);
}

}  // namespace sveiki::ui
