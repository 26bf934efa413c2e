// SPDX-License-Identifier: EUPL-1.2
#include "ui/screens/visitor/sessions.h"

#include <algorithm>

namespace sveiki::ui {

namespace action = app::action;

namespace {

bool has_room(const View& view, const Session& session) {
  const auto free = view.model.free_places(session);
  return !free || *free > 0;
}

/// Which of two sessions back to back says more about now.
bool better(const View& view, const Session& a, const Session& b) {
  const auto rank = [&](const Session& s) {
    if (is_over(view, s) || s.state != Session::State::kPlanned) return 0;
    return has_room(view, s) ? 2 : 1;
  };
  return rank(a) > rank(b);
}

constexpr int kMostDots = 8;

std::string two_digits(int n) {
  return {static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)};
}

}  // namespace

bool is_over(const View& view, const Session& session) {
  return session.to <= view.now.wall;
}

bool is_on(const View& view, const Session& session) {
  return session.state == Session::State::kPlanned && session.from <= view.now.wall &&
         !is_over(view, session);
}

std::vector<Session> sessions_on(const View& view, CivilDay day) {
  std::vector<Session> shown;
  for (const Session& session : view.model.timetable->sessions(day, day)) {
    if (!view.centre().activity(session.series->activity)) continue;
    const auto same = std::ranges::find_if(shown, [&](const Session& s) {
      return session.series->slots && s.series == session.series;
    });
    if (same == shown.end()) {
      shown.push_back(session);
    } else if (better(view, session, *same)) {
      *same = session;
    }
  }
  std::ranges::stable_sort(shown, {}, &Session::start);
  return shown;
}

std::vector<Session> back_to_back(const View& view, const Session& session) {
  if (!session.series->slots) return {session};
  std::vector<Session> all;
  for (const Session& each :
       view.model.timetable->sessions(session.start.date, session.start.date)) {
    if (each.series == session.series) all.push_back(each);
  }
  return all;
}

std::vector<Session> now_and_next(const View& view, std::size_t most) {
  constexpr int kDaysAhead = 7;
  const CivilDay today = view.local().date;
  for (int ahead = 0; ahead <= kDaysAhead; ++ahead) {
    std::vector<Session> coming = sessions_on(view, today.next(ahead));
    std::erase_if(coming, [&](const Session& s) {
      return is_over(view, s) || s.state == Session::State::kClosed;
    });
    // The longest that are on are seen on "today" too; what comes next must not be crowded out.
    const auto on = std::ranges::count_if(coming, [&](const Session& s) { return is_on(view, s); });
    // Where there is room for one, it is what is on.
    const auto too_many =
        most == 1 ? 0 : std::max<std::ptrdiff_t>(0, on - static_cast<std::ptrdiff_t>(most) + 1);
    if (static_cast<std::size_t>(on) < coming.size())
      coming.erase(coming.begin(), coming.begin() + too_many);
    if (coming.size() > most) coming.resize(most);
    if (!coming.empty()) return coming;
  }
  return {};
}

std::string session_id(const SessionRef& ref) {
  return "session." + ref.series + "." + std::to_string(ref.original.date.number()) + "T" +
         two_digits(ref.original.minutes / 60) + two_digits(ref.original.minutes % 60);
}

const Activity& activity_of(const View& view, const Session& session) {
  return *view.centre().activity(session.series->activity);
}

std::string times_of(const View& view, const Session& session) {
  const Words& words = view.kit.words();
  return words.clock(session.start.minutes) + "–" +
         words.clock(local_time(session.to, view.centre().zone).minutes);
}

std::string closed_because(const View& view, const Closure& closure) {
  return fill(view.tr("Closed, {why}"), "why", closure.name.in(view.language()));
}

std::string when_of(const View& view, const Session& session, bool next) {
  const Words& words = view.kit.words();
  if (session.state == Session::State::kCancelled)
    return fill(view.tr("Cancelled, {time}"), "time", words.at_time(session.start.minutes));
  if (session.closure) return closed_because(view, *session.closure);
  if (is_on(view, session)) {
    const int end = local_time(session.to, view.centre().zone).minutes;
    return fill(view.tr("Now, until {time}"), "time", words.clock(end));
  }
  const CivilDay today = view.local().date;
  if (session.start.date != today) {
    std::string when =
        fill(view.tr("{day}, {time}"), "day", words.day_seen_from(session.start.date, today));
    return fill(std::move(when), "time", words.at_time(session.start.minutes));
  }
  if (is_over(view, session)) return fill(view.tr("Over, {time}"), "time", times_of(view, session));
  if (next) return fill(view.tr("Next, {time}"), "time", words.at_time(session.start.minutes));
  return words.at_time(session.start.minutes);
}

std::string where_of(const View& view, const Session& session) {
  return room_beside(view, activity_of(view, session), session.room);
}

std::string news_line(const View& view) {
  const app::Turn& turn = view.model.turn;
  if (!turn.news()) return {};
  if (!turn.sure) return view.tr("There is news for you.");
  return view.tr("You have a place now.");
}

std::string places_of(const View& view, const Session& session) {
  const auto free = view.model.free_places(session);
  if (!free || session.state != Session::State::kPlanned || is_over(view, session)) return {};
  if (*free == 0) return view.tr("No place is free");
  return view.kit.words().tr("{n} free place", "{n} free places", *free);
}

Mark clock_mark(const View& view, int minutes, Face face) {
  Kit& kit = view.kit;
  const float side = std::round(kit.type().capital_px(face) * 1.7F);
  return {.width = std::round(side * 1.3F), .draw = [&kit, side, minutes](Rect rect) {
            rect = rect.middle(rect.w, side);
            kit.clock_face(rect.cut_left(side), minutes);
          }};
}

Mark dots_mark(const View& view, const Session& session, Face face, Color ink) {
  Kit& kit = view.kit;
  const int places = session.series->places;
  const auto free = view.model.free_places(session);
  if (!free || places > kMostDots || session.state != Session::State::kPlanned) return {};
  const float side = std::round(kit.type().capital_px(face));
  const float step = std::round(side * 1.35F);
  const int taken = places - *free;
  return {.width = step * static_cast<float>(places) + side * 0.3F,
          .expendable = true,
          .draw = [&kit, side, step, places, taken, ink](Rect rect) {
            for (int i = 0; i < places; ++i) {
              const Point dot{rect.x + side / 2 + static_cast<float>(i) * step, rect.centre().y};
              if (i < taken)
                kit.pen().disc(dot, side / 2, ink);
              else
                kit.pen().ring(dot, side / 2, ink, std::max(2.0F, side * 0.13F));
            }
          }};
}

void session_card(const View& view, Rect rect, const Session& session, const SessionCard& card) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const Activity& activity = activity_of(view, session);
  const bool open = card.action.has_value();
  const Coat coat = !open                  ? Coat{theme.page, theme.quiet, theme.quiet}
                    : is_on(view, session) ? theme.now
                                           : theme.tile;
  const std::string when = when_of(view, session, card.next);
  const std::string& name = activity.name.in(view.language());
  const std::string where = where_of(view, session);
  const std::string places = card.note.empty() ? places_of(view, session) : card.note;

  Rect inner = rect.inset(kit.mm(6), kit.mm(4));
  const float small = kit.type().capital_px(Face::kSmall);
  // Who has much room speaks up.
  const bool loud = inner.h > small * 12 && inner.w > small * 30;
  const Face face = loud ? Face::kText : Face::kSmall;
  const float side = std::min(inner.h, inner.w * 0.3F);
  const Rect picture = inner.cut_left(side, kit.mm(loud ? 12 : 6)).middle(side, side);

  // When and the name always; places, and where, as there is room.
  std::vector<Line> lines{
      {.text = when,
       .face = face,
       .ink = theme.quiet,
       .mark = clock_mark(view, session.start.minutes, face)},
      {.text = name, .face = loud ? Face::kTitle : Face::kCard, .ink = coat.ink}};
  if (!where.empty()) lines.push_back({.text = where, .face = face, .ink = coat.ink, .spare = 2});
  if (!places.empty()) {
    lines.push_back({.text = places, .face = face, .ink = coat.ink, .spare = 1});
    if (card.note.empty()) lines.back().mark = dots_mark(view, session, face, coat.ink);
  }
  const Lines words(kit, std::move(lines), inner.w, inner.h - kit.mm(3));

  std::string spoken = activity.spoken.in(view.language()) + ". " + when + ", " +
                       kit.words().part_of_day(session.start.minutes);
  for (const std::string& more : {where, places})
    if (!more.empty()) spoken += ". " + more;
  if (!open) kit.card(rect, coat, true);
  Node node{.id = session_id(session.ref),
            .label = name,
            .spoken = std::move(spoken),
            .group = card.group,
            .rect = rect,
            .ink = coat.ink,
            .paper = coat.paper,
            .fits = words.fit(),
            .action = card.action};
  if (open)
    kit.choice(rect, coat, std::move(node));
  else
    kit.note(std::move(node));
  kit.picture("", picture, activity.symbol, "");
  words.draw(inner, Align::kLeft, coat.paper);
}

void session_pages(const View& view, Rect area, const std::vector<Session>& sessions, int page,
                   std::vector<Chip> chips,
                   const std::function<SessionCard(const Session&)>& describe) {
  Kit& kit = view.kit;
  constexpr int kMostCards = 6;
  constexpr int kMostColumns = 3;
  // A card is as large as its words need, and no larger than becomes them.
  const float small = kit.type().capital_px(Face::kSmall);
  const float gap = kit.gap();
  const int count = static_cast<int>(sessions.size());
  const auto cells_in = [gap](float length, float least) {
    return static_cast<int>((length + gap) / (least + gap));
  };
  const int columns = std::clamp(cells_in(area.w, small * 19.5F), 1, std::min(count, kMostColumns));
  const auto rows_above = [&] {
    const float height = area.h - kit.chip_rows_height(area.w, chips);
    const int fit = cells_in(height, std::max(kit.mm(42), small * 7.5F));
    return std::clamp(std::min(fit, (count + columns - 1) / columns), 1, kMostCards / columns);
  };
  if (rows_above() * columns < count) {
    chips.push_back(more_chip(view, {count, 1, 0}));
    chips.back() = more_chip(view, {count, rows_above() * columns, page});
  }
  const int rows = rows_above();
  kit.chip_rows(area, chips);
  const auto block = [gap](float length, int cells, float most) {
    return std::min(length, (most + gap) * static_cast<float>(cells) - gap);
  };
  area = area.middle(block(area.w, columns, small * 40),
                     block(area.h, rows, small * (rows == 1 ? 16.0F : 14.0F)));
  const int first = Pages(count, rows * columns, page).page * rows * columns;
  for (int i = 0; i < rows * columns && first + i < count; ++i) {
    const Session& session = sessions[static_cast<std::size_t>(first + i)];
    session_card(view, area.cell(i, columns, rows, gap), session, describe(session));
  }
}

std::vector<Chip> day_chips(const View& view, DayChoice chosen) {
  const CivilDay today = view.local().date;
  const auto chip = [&](const char* id, std::string label, app::Action action, DayChoice which) {
    return Chip{.id = id,
                .label = std::move(label),
                .action = std::move(action),
                .selected = chosen == which,
                .radio = chosen != DayChoice::kOther,
                .group = "days"};
  };
  return {chip("day.today", view.tr("Today"), action::ShowDay{today}, DayChoice::kToday),
          chip("day.tomorrow", view.tr("Tomorrow"), action::ShowDay{today.next()},
               DayChoice::kTomorrow),
          chip("week.this", view.tr("This week"), action::ShowWeek{today}, DayChoice::kWeek),
          chip("week.next", view.tr("Next week"), action::ShowWeek{today.next(7)},
               DayChoice::kNextWeek),
          Chip{.id = "my-day",
               .icon = "icon-user",
               .label = view.tr("My day"),
               .action = action::ShowMyDay{}}};
}

}  // namespace sveiki::ui
