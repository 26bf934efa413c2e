// SPDX-License-Identifier: EUPL-1.2
#include "domain/timetable_file.h"

#include <algorithm>
#include <ranges>
#include <sstream>

#include "domain/config_values.h"

namespace sveiki {
namespace {

using Pictures = std::set<std::string, std::less<>>;

constexpr int kMidnight = 24 * 60;
constexpr int kShortest = 5;
constexpr int kMostPlaces = 500;
constexpr std::array<std::string_view, 5> kNth{"first", "second", "third", "fourth", "last"};

/// What the keys of one series say, before they become a rule.
struct Writing {
  ConfigTable& table;
  const Centre& centre;
  Series& series;
};

std::string picture(ConfigTable& table, std::string symbol, const Pictures& pictures) {
  if (symbol.empty() || pictures.contains(symbol)) return symbol;
  const std::string meant = nearest_word(symbol, pictures);
  table.refuse("symbol", "there is no picture " + in_quotes(symbol) + ". " +
                             (meant.empty() ? "Choose one of assets/pictograms."
                                            : "Did you mean " + in_quotes(meant) + '?'));
  return symbol;
}

void read_activity(const Writing& w, const Pictures& pictures) {
  w.table.need("activity", R"(activity = "clay")");
  w.series.activity = w.table.text("activity").value_or("");
  if (w.series.activity.empty()) return;
  const Activity* activity = w.centre.activity(w.series.activity);
  if (!activity) {
    Pictures ids;
    for (const Activity& known : w.centre.activities) ids.insert(known.id);
    w.table.refuse("activity", in_quotes(w.series.activity) +
                                   " is not an activity of this centre. It has " + list(ids) + '.');
  } else if (!pictures.contains(activity->symbol)) {
    w.table.refuse("activity", in_quotes(w.series.activity) + " cannot be posted: its symbol " +
                                   in_quotes(activity->symbol) +
                                   " has no picture. Change it in the centre's file.");
  }
}

/// "10.00-11.30", on days of which each has its own date.
std::optional<OpenHours> read_time(ConfigTable& table) {
  const auto text = table.text("time");
  if (!text) return std::nullopt;
  const auto span = time_span(*text);
  if (!span)
    table.refuse("time", in_quotes(*text) + R"( is not a time. Write it as "10.00-11.30".)");
  else if (span->to - span->from < kShortest)
    table.refuse("time", in_quotes(*text) + " is shorter than 5 minutes. Write a longer time.");
  return span;
}

void read_slots(const Writing& w) {
  w.table.table("slots", [&](ConfigTable& table) {
    table.need("minutes", "minutes = 20");
    const Slots slots{read_whole(table, "minutes", kShortest, kMidnight, 20),
                      read_whole(table, "pause", 0, kMidnight, 0)};
    if (slots.length > w.series.duration)
      table.refuse("minutes", "is longer than the whole time. Write fewer minutes.");
    if (w.series.start.minutes + w.series.duration > kMidnight)
      table.refuse("minutes", "cannot be counted over midnight. Write an earlier end.");
    w.series.slots = slots;
  });
}

void read_weekly(ConfigTable& table, RuleParts& parts) {
  parts.frequency = RuleParts::Frequency::kWeekly;
  for (const std::string& day : table.texts("days")) {
    const auto found = std::ranges::find(kDays, day);
    if (found == kDays.end())
      table.refuse("days", in_quotes(day) + " is not a day. Write some of " + list(kDays) + '.');
    else
      parts.days.push_back({0, static_cast<int>(found - kDays.begin())});
  }
}

/// "second tue", "last fri", "15", "last day".
void read_monthly(ConfigTable& table, RuleParts& parts) {
  parts.frequency = RuleParts::Frequency::kMonthly;
  for (const std::string& text : table.texts("monthly")) {
    std::istringstream words(text);
    std::string first, second, more;
    words >> first >> second >> more;
    const auto nth = std::ranges::find(kNth, first);
    const auto day = std::ranges::find(kDays, second);
    const int number = std::ranges::all_of(first, [](char c) { return c >= '0' && c <= '9'; }) &&
                               first.size() <= 2 && !first.empty()
                           ? std::stoi(first)
                           : 0;
    if (number >= 1 && number <= 31 && second.empty())
      parts.month_days.push_back(number);
    else if (text == "last day")
      parts.month_days.push_back(-1);
    else if (nth != kNth.end() && day != kDays.end() && more.empty())
      parts.days.push_back({nth == kNth.end() - 1 ? -1 : static_cast<int>(nth - kNth.begin()) + 1,
                            static_cast<int>(day - kDays.begin())});
    else
      table.refuse("monthly", in_quotes(text) +
                                  R"( is not a day of a month. Write "first mon", "last fri", "15")"
                                  R"( or "last day".)");
  }
}

/// Sets the rule and the first day; false if they cannot be known.
bool read_rule(const Writing& w) {
  ConfigTable& table = w.table;
  const auto refuse = [&](std::string_view key, std::string_view sentence) {
    table.refuse(key, sentence);
    return false;
  };
  table.need("from", "from = 2026-09-01");
  const auto from = table.day("from");
  const auto until = table.day("until");
  const int every = read_whole(table, "every", 1, 99, 1);
  const auto by = table.said({"days", "monthly", "rule"});
  if (!from) return false;
  w.series.start.date = *from;
  if (by.size() > 1)
    return refuse(by[1], "and " + in_quotes(by[0]) + " exclude each other. Leave one out.");
  if (by.empty() || by[0] == "rule")
    for (const std::string& key : table.said({"until", "every"}))
      return refuse(key, R"(needs "days" or "monthly". Write one of them, or leave it out.)");
  if (by.empty()) return true;
  if (until && *until < *from) return refuse("until", "is before \"from\". Write a later day.");
  try {
    RuleParts parts;
    if (by[0] == "days") read_weekly(table, parts);
    if (by[0] == "monthly") read_monthly(table, parts);
    if (by[0] == "rule") parts = Rule::parse(table.text("rule").value_or("")).parts();
    if (by[0] != "rule" && parts.days.empty() && parts.month_days.empty()) return false;
    // The first day that fits, in whichever week; from there every second one is counted.
    const auto first = first_of_rule(Rule{parts}, w.series.start);
    if (!first || (until && first->date > *until))
      return refuse(by[0], "gives no day at all. Write another day, or a later end.");
    if (by[0] == "rule" && *first != w.series.start)
      return refuse("from", "is no day of the rule. Its first one is " + first->date.iso() + '.');
    w.series.start = *first;
    if (by[0] != "rule") parts.interval = every;
    if (until) parts.until = WallTime{*until, kMidnight - 1};
    w.series.rule = Rule::parse(Rule{parts}.text());  // its days in order, each once
    return true;
  } catch (const RuleError& error) {
    return refuse(by[0], error.what());
  }
}

bool takes_place(const Series& series, WallTime start) {
  return occurrence_of(series, start) == start;
}

/// Every session of one occurrence of the series: one, or each of its slots.
void except(Series& series, WallTime occurrence, const Exception& how) {
  for (const WallTime original : originals(series, occurrence.date, occurrence.date.next())) {
    Exception one = how;
    one.original = original;
    if (how.duration > 0) one.start = how.start + (original - occurrence);
    if (how.duration > 0 && series.slots) one.duration = series.slots->length;
    series.exceptions.push_back(one);
  }
}

void read_changes(const Writing& w) {
  Series& series = w.series;
  const auto at_its_time = [&](CivilDay day) { return WallTime{day, series.start.minutes}; };
  for (const CivilDay day : w.table.days("extra")) {
    if (takes_place(series, at_its_time(day)))
      w.table.refuse("extra", day.iso() + " is a day of the series already. Leave it out.");
    series.extra.push_back(at_its_time(day));
  }
  std::ranges::sort(series.extra);
  std::set<CivilDay> changed;
  const auto may_change = [&](ConfigTable& table, std::string_view key, CivilDay day) {
    const bool there = takes_place(series, at_its_time(day));
    if (!there) table.refuse(key, day.iso() + " is no day of the series. Write one that is.");
    const bool first = changed.insert(day).second;
    if (!first) table.refuse(key, day.iso() + " is changed already. Write each day once.");
    return there && first;
  };
  for (const CivilDay day : w.table.days("off"))
    if (may_change(w.table, "off", day)) except(series, at_its_time(day), {.cancelled = true});
  w.table.tables("moved", [&](ConfigTable& table) {
    table.need("day", "day = 2026-11-05");
    const auto day = table.day("day");
    const auto to = table.day("to");
    const auto time = read_time(table);
    const std::string room = read_room(table, w.centre);
    if (!day || !may_change(table, "day", *day)) return;
    if (!to && !time && room.empty())
      return table.refuse("day", R"(is moved, but not where to. Write "to", "time" or "room".)");
    if (time && series.slots && time->to - time->from != series.duration)
      return table.refuse("time",
                          "must be as long as the time of the series, because of its slots.");
    const OpenHours when =
        time.value_or(OpenHours{series.start.minutes, series.start.minutes + series.duration});
    Exception moved{.room = room};
    if (to || time) {
      moved.start = {to.value_or(*day), when.from};
      moved.duration = when.to - when.from;
    }
    except(series, at_its_time(*day), moved);
  });
  std::ranges::sort(series.exceptions);
}

void read_series(ConfigTable& table, const Centre& centre, const Pictures& pictures,
                 TimetableFile& file) {
  Series series;
  const Writing w{table, centre, series};
  series.id = read_id(table, "id", "clay");
  if (!series.id.empty() && one_of(series.id, file.series | std::views::transform(&Series::id)))
    table.refuse("id", in_quotes(series.id) + " is already another series.");
  read_activity(w, pictures);
  series.room = read_room(table, centre);
  series.leader = table.text("leader").value_or("");
  const std::array formats{format_name(Format::kOpen), format_name(Format::kGroup),
                           format_name(Format::kIndividual), format_name(Format::kEvent)};
  series.format = format_named(read_choice(table, "format", formats)).value_or(Format::kOpen);
  series.places =
      table.said({"places"}).empty() ? 0 : read_whole(table, "places", 1, kMostPlaces, 8);
  table.need("time", R"(time = "10.00-11.30")");
  if (const auto time = read_time(table)) {
    series.start.minutes = time->from;
    series.duration = time->to - time->from;
  }
  read_slots(w);
  // What is off or moved makes sense only where it is known when the series takes place.
  if (read_rule(w))
    read_changes(w);
  else
    table.said({"extra", "off", "moved"});
  file.series.push_back(std::move(series));
}

Announcement read_id_and_days(ConfigTable& table, std::string_view example,
                              const TimetableFile& file) {
  Announcement news;
  news.id = read_id(table, "id", example);
  if (!news.id.empty() &&
      one_of(news.id, file.announcements | std::views::transform(&Announcement::id)))
    table.refuse("id", in_quotes(news.id) + " is already another announcement or closed day.");
  const auto [from, to] = read_days(table);
  news.from = from;
  news.to = to;
  return news;
}

void read_closure(ConfigTable& table, const Centre& centre, TimetableFile& file) {
  Announcement closed = read_id_and_days(table, "repairs", file);
  closed.closes = true;
  table.need("name", R"(name = { lv = "Remonts", lt = "Remontas", en = "Repairs" })");
  closed.text = read_local_text(table, "name", centre.languages);
  file.announcements.push_back(std::move(closed));
}

void read_announcement(ConfigTable& table, const Centre& centre, const Pictures& pictures,
                       TimetableFile& file) {
  Announcement news = read_id_and_days(table, "concert", file);
  news.symbol = picture(table, read_id(table, "symbol", "music"), pictures);
  table.need("text", R"(text = { lv = "...", lt = "...", en = "..." })");
  news.text = read_local_text(table, "text", centre.languages);
  for (const std::string& language : centre.languages)
    if (!fits_the_wall(news.text.in(language)))
      table.refuse("text",
                   "has more than ten words in " + in_quotes(language) + ". Say it in fewer.");
  file.announcements.push_back(std::move(news));
}

}  // namespace

TimetableFile read_timetable(const std::filesystem::path& path, const Centre& centre,
                             const Pictures& pictures) {
  TimetableFile file;
  read_config(path, [&](ConfigTable& table) {
    table.tables("series", [&](ConfigTable& one) { read_series(one, centre, pictures, file); });
    table.tables("closures", [&](ConfigTable& one) { read_closure(one, centre, file); });
    table.tables("announcements",
                 [&](ConfigTable& one) { read_announcement(one, centre, pictures, file); });
  });
  return file;
}

}  // namespace sveiki
