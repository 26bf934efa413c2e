// SPDX-License-Identifier: EUPL-1.2
/// Sessions of the timetable as a visitor sees them: on cards, with picture, time three ways, room
/// and free places.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/screens/visitor/parts.h"

namespace sveiki::ui {

/// The sessions of a day, by start. Of those back to back only one: the first that is not over and
/// has room, else the last that is not over, else the last.
std::vector<Session> sessions_on(const View& view, CivilDay day);

/// All of its series on its day, where they are back to back; else only itself.
std::vector<Session> back_to_back(const View& view, const Session& session);

/// What is on, what comes next and later, today or on the next day with anything: at most `most`.
std::vector<Session> now_and_next(const View& view, std::size_t most);

bool is_on(const View& view, const Session& session);
bool is_over(const View& view, const Session& session);

/// "session.clay-tue.20261124T1000": names the session in nodes.
std::string session_id(const SessionRef& ref);

const Activity& activity_of(const View& view, const Session& session);
/// "10.00–11.30".
std::string times_of(const View& view, const Session& session);
/// "Closed, Christmas".
std::string closed_because(const View& view, const Closure& closure);
/// "Now, until 11.30", "Next, at 14.30", "tomorrow, 10.00–11.30", "Cancelled".
std::string when_of(const View& view, const Session& session, bool next = false);
/// "Pottery"; empty where the activity's name says it, or nobody does.
std::string where_of(const View& view, const Session& session);
/// That they have a place now, to whom is sure to be meant; else only that there is news: a touch
/// on a sign may be anybody's. Empty if there is none.
std::string news_line(const View& view);
/// "2 free places", "No place is free"; empty where as many may come as like.
std::string places_of(const View& view, const Session& session);

/// The clock face of a time, before words in this face.
Mark clock_mark(const View& view, int minutes, Face face);
/// Places as dots, taken and free, as large as the capitals; nothing beyond eight of them.
Mark dots_mark(const View& view, const Session& session, Face face, Color ink);

/// A card that shows a session; choosing it does `action` (nothing: it is for reading). `note`
/// stands instead of the places; `next` as in when_of.
struct SessionCard {
  std::optional<app::Action> action;
  std::string note;
  std::string group = "sessions";
  bool next = false;
};
void session_card(const View& view, Rect rect, const Session& session, const SessionCard& card);

/// Session cards of one page, at most six, with these chips below and "more" if there are more.
void session_pages(const View& view, Rect area, const std::vector<Session>& sessions, int page,
                   std::vector<Chip> chips,
                   const std::function<SessionCard(const Session&)>& describe);

/// Today, tomorrow, this week; the chosen one is selected. And one's own day.
enum class DayChoice { kToday, kTomorrow, kWeek, kNextWeek, kOther };
std::vector<Chip> day_chips(const View& view, DayChoice chosen);

}  // namespace sveiki::ui
