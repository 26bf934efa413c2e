// SPDX-License-Identifier: EUPL-1.2
// A week: a card for each day on which the centre opens or something is on; it opens the day.
#include <algorithm>

#include "ui/screens/visitor/sessions.h"

namespace sveiki::ui {

namespace {

std::string and_more(const View& view, std::size_t more) {
  const long n = static_cast<long>(more);
  return view.kit.words().tr("and {n} more", "and {n} more", n);
}

/// Sessions below each other: the picture, and beside it the time above the name.
void session_lines(const View& view, Rect room, const std::vector<Session>& sessions, Color ink) {
  Kit& kit = view.kit;
  const Color quiet = kit.theme().quiet;
  const float capital = kit.type().capital_px(Face::kSmall);
  const float last = capital * 2;  // for "and 3 more"
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const Session& session = sessions[i];
    const Activity& activity = activity_of(view, session);
    const float side = kit.mm(17);
    const bool off = session.state != Session::State::kPlanned;
    const Lines words(kit,
                      {{"", off ? view.tr("cancelled") : kit.words().clock(session.start.minutes),
                        Face::kSmall, quiet},
                       {"", activity.name.in(view.language()), Face::kSmall, off ? quiet : ink}},
                      room.w - side - kit.mm(4), capital * 6);
    const float height = std::max(side, words.height());
    const float reserved = i + 1 < sessions.size() ? last : 0;
    if (room.h < height + reserved) {
      const std::string more = and_more(view, sessions.size() - i);
      const Fitted fitted = kit.type().fit(more, Face::kSmall, room.w, last);
      kit.pen().words(fitted, room.cut_top(last), quiet, Align::kLeft);
      return;
    }
    Rect row = room.cut_top(height, kit.mm(9));
    kit.picture("", row.cut_left(side, kit.mm(4)).middle(side, side), activity.symbol, "");
    words.draw(row, Align::kLeft, {});
  }
}

/// How pictures stand in a room: as large as all of them can be, with their times below if they
/// can be large all the same.
struct PictureGrid {
  float side = 0;
  bool timed = false;
  Rect first;
  int columns = 1, rows = 1;

  PictureGrid(const Kit& kit, Rect room, int count) {
    for (const bool with_times : {true, false}) {
      for (side = kit.mm(42); side >= kit.mm(with_times ? 28 : 20); side -= kit.mm(2)) {
        timed = with_times;
        const float capital = kit.type().capital_px(Face::kSmall);
        const float digits = kit.type().width("00.00", Face::kSmall);
        first = {room.x, room.y, timed ? std::max(side, digits) : side,
                 side + (timed ? capital * 1.6F : 0)};
        columns = std::max(1, static_cast<int>((room.w + kit.mm(5)) / (first.w + kit.mm(5))));
        rows = std::max(1, static_cast<int>((room.h + kit.mm(4)) / (first.h + kit.mm(4))));
        if (columns * rows >= count) return;
      }
    }
  }
};

/// Pictures side by side, with their times where there is room: the day itself has the words.
void session_pictures(const View& view, Rect room, const std::vector<Session>& sessions) {
  Kit& kit = view.kit;
  const auto count = static_cast<int>(sessions.size());
  const PictureGrid grid(kit, room, count);
  const int cells = grid.columns * grid.rows;
  const int shown = count <= cells ? count : cells - 1;
  const auto rows = static_cast<float>((shown + grid.columns - 1) / grid.columns);
  room = room.middle(room.w, rows * (grid.first.h + kit.mm(4)) - kit.mm(4));
  for (int i = 0; i < std::min(count, cells); ++i) {
    Rect cell = grid.first.moved(
        static_cast<float>(i % grid.columns) * (grid.first.w + kit.mm(5)),
        room.y - grid.first.y + static_cast<float>(i / grid.columns) * (grid.first.h + kit.mm(4)));
    const Session& session = sessions[static_cast<std::size_t>(i)];
    const Rect picture = cell.cut_top(grid.side);
    const bool is_last = i == shown;
    const std::string words =
        is_last ? "+" + std::to_string(count - shown) : kit.words().clock(session.start.minutes);
    if (!is_last) kit.picture("", picture, activity_of(view, session).symbol, "");
    if (!is_last && !grid.timed) continue;
    const Rect place = is_last ? picture : cell;
    const Fitted fitted = kit.type().fit(words, Face::kSmall, place.w, place.h);
    kit.pen().words(fitted, place, kit.theme().quiet, Align::kCentre);
  }
}

void day_card(const View& view, Rect rect, CivilDay day, const std::vector<Session>& sessions) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const CivilDay today = view.local().date;
  const Closure* closure = view.model.timetable->closure_on(day);
  const Coat coat = day == today ? theme.now : theme.tile;
  std::string spoken = kit.words().weekday(day) + ", " + kit.words().day_and_month(day);
  for (const Session& s : sessions)
    spoken += ". " + kit.words().at_time(s.start.minutes) + ", " +
              activity_of(view, s).spoken.in(view.language());
  std::string none = closure            ? closed_because(view, *closure)
                     : sessions.empty() ? view.tr("Nothing is planned on this day.")
                                        : std::string{};
  if (!none.empty()) spoken += ". " + none;

  Rect inner = rect.inset(kit.mm(7), kit.mm(8));
  const std::string weekday = kit.words().weekday(day);
  const std::string date = kit.words().day_and_month(day);
  const float capital = kit.type().capital_px(Face::kText);
  const Lines title(kit,
                    {{"", weekday, Face::kText, coat.ink}, {"", date, Face::kSmall, theme.quiet}},
                    inner.w, capital * 5);
  kit.choice(rect, coat,
             {.id = "day." + day.iso(),
              .label = weekday + ", " + date,
              .spoken = std::move(spoken),
              .group = "week",
              .fits = title.fit(),
              .action = app::action::ShowDay{day}});
  // On a narrow glass a day is a row: its name stands at the left.
  const bool portrait = kit.portrait();
  title.draw(portrait ? inner.cut_left(title.width(), kit.mm(10))
                      : inner.cut_top(title.height(), kit.mm(8)),
             Align::kLeft, coat.paper);
  if (!none.empty()) {
    const Fitted words = kit.type().fit(none, Face::kSmall, inner.w, inner.h);
    kit.pen().words(words, portrait ? inner : inner.cut_top(words.height), theme.quiet,
                    Align::kLeft);
  } else if (kit.large_text() || portrait) {
    session_pictures(view, inner, sessions);
  } else {
    session_lines(view, inner, sessions, coat.ink);
  }
}

}  // namespace

void draw_week(const View& view, const app::screen::Week& screen) {
  Kit& kit = view.kit;
  const CivilDay today = view.local().date;
  const bool this_week = screen.monday <= today && today < screen.monday.next(7);
  const bool next_week = screen.monday.next(-7) <= today && today < screen.monday;
  Rect area = frame(view, this_week   ? view.tr("This week")
                          : next_week ? view.tr("Next week")
                                      : kit.words().date(screen.monday));
  std::vector<std::pair<CivilDay, std::vector<Session>>> days;
  for (int i = 0; i < 7; ++i) {
    const CivilDay day = screen.monday.next(i);
    std::vector<Session> sessions = sessions_on(view, day);
    const bool opens = !view.centre().hours[static_cast<std::size_t>(i)].empty();
    if (opens || !sessions.empty()) days.emplace_back(day, std::move(sessions));
  }
  const DayChoice choice = this_week   ? DayChoice::kWeek
                           : next_week ? DayChoice::kNextWeek
                                       : DayChoice::kOther;
  std::vector<Chip> chips = day_chips(view, choice);
  const int count = static_cast<int>(days.size());
  int per_page = kit.large_text() ? 3 : kit.portrait() ? 5 : 6;
  const Pages turned(count, per_page, screen.page);
  if (turned.count > 1) chips.push_back(more_chip(view, turned));
  kit.chip_rows(area, chips);
  if (days.empty()) return;
  per_page = (count + turned.count - 1) / turned.count;  // as many on each page
  const int first = turned.page * per_page;
  const int columns = kit.portrait() ? 1 : per_page;
  const int rows = kit.portrait() ? per_page : 1;
  for (int i = 0; i < per_page && first + i < count; ++i) {
    const auto& [day, sessions] = days[static_cast<std::size_t>(first + i)];
    day_card(view, area.cell(i, columns, rows, kit.mm(7)), day, sessions);
  }
}

}  // namespace sveiki::ui
