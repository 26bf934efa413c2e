// SPDX-License-Identifier: EUPL-1.2
// One session: what, when, where, with whom, and whether there is a place; then "is this right?".
#include <algorithm>

#include "ui/screens/visitor/sessions.h"

namespace sveiki::ui {

namespace action = app::action;

namespace {

/// Its places are not given out yet.
bool too_early(const View& view, const Session& session) {
  return view.model.free_places(session) &&
         view.local().date.next(view.centre().sign_up.opens_days) < session.start.date;
}

/// Facts stand apart more than the lines of a sentence, where words leave them the room.
float row_height(const Kit& kit) {
  return kit.large_text() ? 0 : kit.type().capital_px(Face::kCard) * 1.9F;
}

/// An icon before words in the face of cards, as wide as a clock face there.
Mark icon_mark(const View& view, const char* icon) {
  Mark mark = clock_mark(view, 0, Face::kCard);
  const float side = view.kit.type().capital_px(Face::kCard) * 1.7F;
  mark.height = row_height(view.kit);
  mark.draw = [&view, icon, side](Rect rect) {
    rect = rect.middle(rect.w, side);
    view.kit.pen().picture(icon, rect.cut_left(side), view.kit.theme().ink);
  };
  return mark;
}

/// Day, time as a clock face, digits and part of the day; room.
std::vector<Line> when_and_where(const View& view, const Session& session) {
  const Words& words = view.kit.words();
  const Theme& theme = view.kit.theme();
  std::string when = fill(view.tr("{day}, {time}"), "day",
                          words.day_seen_from(session.start.date, view.local().date));
  when = fill(std::move(when), "time", times_of(view, session));
  std::vector<Line> lines{{.id = "when",
                           .text = std::move(when),
                           .face = Face::kCard,
                           .ink = theme.ink,
                           .mark = clock_mark(view, session.start.minutes, Face::kCard)},
                          {.id = "part-of-day",
                           .text = words.part_of_day(session.start.minutes),
                           .face = Face::kText,
                           .ink = theme.quiet,
                           .spare = 1}};
  lines.back().mark.width = lines.front().mark.width;
  if (const std::string where = where_of(view, session); !where.empty())
    lines.push_back({.id = "where",
                     .text = where,
                     .face = Face::kCard,
                     .ink = theme.ink,
                     .mark = icon_mark(view, "icon-map-pin")});
  return lines;
}

/// How many places there are, or why there is none.
Line places_line(const View& view, const Session& session) {
  const Color ink = view.kit.theme().ink;
  Line line{.id = "places", .text = places_of(view, session), .face = Face::kCard, .ink = ink};
  if (session.state == Session::State::kCancelled)
    line.text = view.tr("This is cancelled.");
  else if (session.closure)
    line.text = closed_because(view, *session.closure);
  else if (is_over(view, session))
    line.text = view.tr("This is over.");
  else if (too_early(view, session))
    line.text = view.tr("Places are given out later.");
  else if (line.text.empty())
    line.text = view.tr("Just come. No place is needed.");
  else
    line.mark = dots_mark(view, session, Face::kCard, ink);
  line.mark.height = row_height(view.kit);
  return line;
}

/// The times of sessions back to back, to choose from: the six nearest the chosen one.
std::vector<Chip> times(const View& view, const Session& session) {
  constexpr std::ptrdiff_t kMost = 6;
  std::vector<Chip> chips;
  for (const Session& each : back_to_back(view, session)) {
    if (is_over(view, each) || each.state != Session::State::kPlanned) continue;
    const auto free = view.model.free_places(each);
    chips.push_back({.id = session_id(each.ref),
                     .icon = free && *free == 0 ? "icon-x" : "",
                     .label = view.kit.words().clock(each.start.minutes),
                     .action = action::ShowSession{each.ref},
                     .selected = each.ref == session.ref,
                     .radio = true,
                     .group = "times"});
  }
  const auto chosen = std::ranges::find(chips, true, &Chip::selected);
  if (chosen == chips.end() || chips.size() < 2) return {};
  const auto count = std::ssize(chips);
  const auto first = std::clamp<std::ptrdiff_t>(chosen - chips.begin() - kMost / 2, 0,
                                                std::max<std::ptrdiff_t>(0, count - kMost));
  return {chips.begin() + first, chips.begin() + std::min(count, first + kMost)};
}

/// The two ways on, cut off the bottom of `area`: a quiet one, and the main one.
void ways_on(const View& view, Rect& area, const Chip& quiet, const std::string& id,
             const std::string& label, const app::Action& action) {
  Kit& kit = view.kit;
  Rect row = area.cut_bottom(std::max(kit.mm(40), kit.chip_height()), kit.gap());
  const float width = kit.chip_width(quiet);
  const float most = kit.mm(kit.large_text() ? 300 : 200);
  // Beside each other, unless the main one would be too narrow for large words.
  const bool beside = row.w - width - kit.gap() > kit.mm(kit.large_text() ? 200 : 120);
  Rect left = beside ? row.cut_left(width, kit.gap())
                     : area.cut_bottom(kit.chip_height(), kit.gap()).cut_left(width);
  kit.below([&] {
    kit.chip(left.middle(width, kit.chip_height()), quiet);
    kit.main_button(row.cut_right(std::min(row.w, most)), id, "", label, "", action);
  });
}

}  // namespace

void draw_about_session(const View& view, const app::screen::AboutSession& screen) {
  const auto session = view.model.session(screen.session);
  if (!session || !view.centre().activity(session->series->activity)) return (void)frame(view, "");
  const Activity& activity = activity_of(view, *session);
  Rect area = frame(view, activity.name.in(view.language()));

  const auto free = view.model.free_places(*session);
  if (free && session->state == Session::State::kPlanned && !is_over(view, *session)) {
    const Chip give_back{.id = "give-back",
                         .icon = "icon-arrow-back-up",
                         .label = view.tr("I cannot come"),
                         .action = action::GiveBack{session->ref}};
    // Nobody is sent on to hear "no": who would wait now would wait for nothing.
    const bool in_vain = *free == 0 && is_on(view, *session);
    if (in_vain || too_early(view, *session)) {
      view.kit.chip_rows(area, {give_back});
    } else {
      ways_on(view, area, give_back, "take-place",
              *free == 0 ? view.tr("Wait for a place") : view.tr("Take a place"),
              action::TakePlace{});
    }
  }
  view.kit.chip_rows(area, times(view, *session));

  std::vector<Line> lines = when_and_where(view, *session);
  if (!session->series->leader.empty())
    lines.push_back({.id = "leader",
                     .text = session->series->leader,
                     .face = Face::kCard,
                     .ink = view.kit.theme().ink,
                     .mark = icon_mark(view, "icon-user"),
                     .spare = 2});
  lines.push_back(places_line(view, *session));
  illustrated(view, area, {"picture", activity.symbol, activity.spoken.in(view.language())},
              std::move(lines));
}

void draw_confirm(const View& view, const app::screen::Confirm& screen) {
  Kit& kit = view.kit;
  const auto session = view.model.session(screen.session);
  if (!session || !view.centre().activity(session->series->activity)) return (void)frame(view, "");
  const Activity& activity = activity_of(view, *session);
  Rect area = frame(view, screen.gives_back ? view.tr("Do you give your place back?")
                                            : view.tr("Do you want this place?"));
  ways_on(view, area,
          {.id = "no", .icon = "icon-x", .label = view.tr("No"), .action = action::Back{}}, "yes",
          view.tr("Yes"), action::Yes{});

  std::vector<Line> lines = when_and_where(view, *session);
  lines.insert(lines.begin(), {.id = "activity",
                               .text = activity.name.in(view.language()),
                               .face = Face::kTitle,
                               .ink = kit.theme().ink});
  if (const auto& token = view.model.turn.token) {
    const float side = kit.type().capital_px(Face::kCard) * 3;
    lines.push_back(
        {.text = view.tr(symbol_word(token->symbol)),
         .face = Face::kCard,
         .ink = kit.theme().ink,
         .mark = {.width = side * 1.2F, .height = side, .draw = [&kit, side, &token](Rect rect) {
                    rect = rect.middle(rect.w, side);
                    kit.sign("sign", rect.cut_left(side), *token);
                  }}});
  }
  illustrated(view, area, {"picture", activity.symbol, activity.spoken.in(view.language())},
              std::move(lines));
}

}  // namespace sveiki::ui
