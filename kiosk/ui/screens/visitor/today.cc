// SPDX-License-Identifier: EUPL-1.2
// One day: a strip of time with a line for now, and a card for each session.
#include <algorithm>

#include "ui/screens/visitor/sessions.h"

namespace sveiki::ui {

namespace {

constexpr int kHour = 60;

/// From when to when the strip goes: whole hours around the opening and all sessions.
struct Span {
  int from = 24 * kHour;
  int to = 0;
  void include(int begin, int end) {
    from = std::min(from, begin / kHour * kHour);
    to = std::max(to, (end + kHour - 1) / kHour * kHour);
  }
  bool empty() const { return to <= from; }
};

struct Box {
  const Session* session;
  int lane;
};

/// Side by side in as few lanes as it takes, a series in one; what finds none among the most that
/// have room is on the cards only. Sessions come by start.
std::vector<Box> in_lanes(const std::vector<Session>& sessions) {
  constexpr std::size_t kMostLanes = 3;
  struct Lane {
    int end;
    const Series* series;
  };
  std::vector<Lane> lanes;
  std::vector<Box> boxes;
  for (const Session& session : sessions) {
    const int start = session.start.minutes;
    auto lane = std::ranges::find_if(
        lanes, [&](const Lane& l) { return l.end <= start && l.series == session.series; });
    if (lane == lanes.end())
      lane = std::ranges::find_if(lanes, [&](const Lane& l) { return l.end <= start; });
    if (lane == lanes.end() && lanes.size() == kMostLanes) continue;
    if (lane == lanes.end()) lane = lanes.insert(lanes.end(), Lane{});
    *lane = {start + session.duration, session.series};
    boxes.push_back({&session, static_cast<int>(lane - lanes.begin())});
  }
  return boxes;
}

int lanes_of(const std::vector<Box>& boxes) {
  int lanes = 1;
  for (const Box& box : boxes) lanes = std::max(lanes, box.lane + 1);
  return lanes;
}

void strip(const View& view, Rect area, CivilDay day, const std::vector<Session>& sessions) {
  Kit& kit = view.kit;
  const Theme& theme = kit.theme();
  const LocalTime local = view.local();
  Span span;
  for (const OpenHours& open : view.centre().hours[day.weekday().iso_encoding() - 1])
    span.include(open.from, open.to);
  for (const Session& s : sessions) span.include(s.start.minutes, s.start.minutes + s.duration);
  if (span.empty()) return;
  const auto at = [&](int minutes) {
    const float part =
        static_cast<float>(minutes - span.from) / static_cast<float>(span.to - span.from);
    return std::round(area.x + area.w * part);
  };

  const float capital = kit.type().capital_px(Face::kSmall);
  Rect axis = area.cut_top(capital * 2.4F, kit.mm(2));
  const bool now_shown = day == local.date && local.minutes >= span.from && local.minutes < span.to;
  const std::string now =
      kit.words().clock(local.minutes) + ", " + kit.words().part_of_day(local.minutes);
  const float now_width = kit.type().width(now, Face::kSmall) + kit.mm(6);
  Rect now_badge{at(local.minutes) - now_width / 2, axis.y, now_width, axis.h};
  now_badge.x = std::clamp(now_badge.x, area.x, area.right() - now_width);

  // As many hours are named as have room.
  // The first and the last stand inside: they take half a width more.
  const float widest = kit.type().width("00.00", Face::kSmall) * 1.5F + kit.mm(4);
  const int hours = (span.to - span.from) / kHour;
  const int every =
      std::max(1, static_cast<int>(std::ceil(widest * static_cast<float>(hours) / area.w)));
  kit.pen().line({area.x, axis.bottom()}, {area.right(), axis.bottom()}, theme.quiet, kit.line());
  for (int i = 0; i <= hours; ++i) {
    const float x = at(span.from + i * kHour);
    kit.pen().line({x, axis.bottom() - kit.mm(2)}, {x, axis.bottom()}, theme.quiet, kit.line());
    if (i % every != 0) continue;
    const std::string hour = kit.words().clock(span.from + i * kHour);
    const Fitted words = kit.type().fit(hour, Face::kSmall, widest, axis.h);
    Rect place{x - (i == 0       ? 0
                    : i == hours ? words.width
                                 : words.width / 2),
               axis.y, words.width, axis.h - kit.mm(3)};
    if (now_shown && place.x < now_badge.right() + kit.mm(2) &&
        place.right() > now_badge.x - kit.mm(2))
      continue;
    kit.pen().words(words, place, theme.quiet, Align::kLeft);
  }

  // The line for now lies under the boxes, and is drawn on between and below them.
  const float line = kit.mm(1.1F);
  const float x = at(local.minutes);
  if (now_shown)
    kit.pen().fill({x - line / 2, axis.bottom(), line, area.bottom() - axis.bottom()},
                   theme.now_line, 0);

  const std::vector<Box> boxes = in_lanes(sessions);
  const int lanes = lanes_of(boxes);
  const float gap = kit.mm(2);
  area.cut_top(kit.mm(2));
  const float height = std::min(
      kit.mm(17), (area.h - gap * static_cast<float>(lanes - 1)) / static_cast<float>(lanes));
  for (const auto& [session, lane] : boxes) {
    const float left = at(session->start.minutes) + kit.mm(0.6F);
    const float right =
        at(std::min(span.to, session->start.minutes + session->duration)) - kit.mm(0.6F);
    const Rect box{left, area.y + static_cast<float>(lane) * (height + gap),
                   std::max(kit.mm(8), right - left), height};
    const bool off = session->state != Session::State::kPlanned;
    const Coat coat = off || is_over(view, *session) ? Coat{theme.page, theme.quiet, theme.quiet}
                      : is_on(view, *session)        ? theme.now
                                                     : theme.tile;
    kit.pen().fill(box, coat.paper, kit.mm(4));
    if (off)
      kit.pen().dashes(box, coat.line, kit.mm(4), kit.line());
    else
      kit.pen().outline(box, coat.line, kit.mm(4), kit.line());
    Rect inner = box.inset(kit.mm(2), kit.mm(2));
    const Activity& activity = activity_of(view, *session);
    const float side = std::min(inner.h, inner.w);
    const std::string& name = activity.name.in(view.language());
    const Fitted words =
        kit.type().fit(name, Face::kSmall, inner.w - side - kit.mm(2), capital * 1.1F);
    const bool named = words.fits && words.scale >= 1 && words.lines.size() == 1;
    const Rect picture = named ? inner.cut_left(side, kit.mm(2)) : box.inset(kit.mm(1)).square();
    kit.picture("", picture.square(), activity.symbol, "");
    if (named) kit.pen().words(words, inner, coat.ink, Align::kLeft);
  }
  if (now_shown) {
    const Color ink = theme.dark ? theme.page : theme.tile.paper;
    kit.pen().fill(now_badge, theme.now_line, kit.mm(4));
    const Fitted words = kit.type().fit(now, Face::kSmall, now_badge.w, now_badge.h);
    kit.pen().words(words, now_badge, ink, Align::kCentre);
    kit.note({.id = "now",
              .role = Role::kTimer,
              .label = now,
              .spoken = fill(view.tr("It is now {time}"), "time", now),
              .rect = now_badge,
              .ink = ink,
              .paper = theme.now_line});
  }
}

DayChoice choice_of(CivilDay day, CivilDay today) {
  if (day == today) return DayChoice::kToday;
  return day == today.next() ? DayChoice::kTomorrow : DayChoice::kOther;
}

void nothing_on(const View& view, Rect area, const Closure* closure) {
  const std::string text =
      closure ? closed_because(view, *closure) : view.tr("Nothing is planned on this day.");
  illustrated(view, area, {"picture", closure ? "moon" : "coffee", text},
              {{"nothing", text, Face::kCard, view.kit.theme().ink}});
}

}  // namespace

void draw_day(const View& view, const app::screen::Day& screen) {
  Kit& kit = view.kit;
  const CivilDay today = view.local().date;
  const DayChoice choice = choice_of(screen.day, today);
  const std::string date = kit.words().date(screen.day);
  Rect area = frame(view, choice == DayChoice::kToday      ? view.tr("Today")
                          : choice == DayChoice::kTomorrow ? view.tr("Tomorrow")
                                                           : date);
  std::vector<Session> sessions = sessions_on(view, screen.day);
  std::vector<Chip> chips = day_chips(view, choice);
  if (sessions.empty()) {
    kit.chip_rows(area, chips);
    return nothing_on(view, area, view.model.timetable->closure_on(screen.day));
  }

  // What is over stays on the strip and comes last among the cards.
  std::vector<Session> all;
  for (const Session& s : view.model.timetable->sessions(screen.day, screen.day))
    if (view.centre().activity(s.series->activity)) all.push_back(s);
  std::ranges::stable_partition(sessions, [&](const Session& s) { return !is_over(view, s); });

  // Large words need the room of the strip.
  if (!kit.large_text()) {
    const int lanes = lanes_of(in_lanes(all));
    const float strip_height = kit.mm(static_cast<float>(lanes < 3 ? 20 + 19 * lanes : 66));
    strip(view, area.cut_top(strip_height, kit.mm(5)), screen.day, all);
  }
  session_pages(view, area, sessions, screen.page, std::move(chips), [&](const Session& s) {
    SessionCard card;
    if (s.state == Session::State::kPlanned && !is_over(view, s))
      card.action = app::action::ShowSession{s.ref};
    return card;
  });
}

}  // namespace sveiki::ui
