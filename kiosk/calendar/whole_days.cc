// SPDX-License-Identifier: EUPL-1.2
#include "calendar/whole_days.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "calendar/closed_words.h"
#include "calendar/text.h"

namespace sveiki::calendar {
namespace {

constexpr int kDaysAhead = 400;  // what comes once a year comes at least once
constexpr int kDaysBack = 31;    // what was due then may have been put off
// Each week comes in, each day does not: that is no news, and no closed day either.
constexpr std::size_t kMostTimes = 60;
constexpr std::size_t kMostOriginals = 1000;
// Bytes. Ten words may be endless ones.
constexpr std::size_t kLongestText = 200;
constexpr std::size_t kLongestName = 60;
constexpr std::string_view kAnyPicture = "other";

std::string in_one_line(const std::string& text) {
  std::istringstream words(text);
  std::string line;
  for (std::string word; words >> word;) line += line.empty() ? word : ' ' + word;
  return line;
}

LocalText text_of(const std::vector<Words>& said) {
  std::map<std::string, std::string, std::less<>> texts;
  for (const auto& [language, text] : said)
    for (const std::string_view known : kLanguages)
      if (upper(known) == language) texts.emplace(known, shortened(text, kLongestText));
  return LocalText{std::move(texts)};
}

bool says(const LocalText& text, const std::string& title) {
  return !text.empty() && std::ranges::any_of(kLanguages, [&](std::string_view language) {
    return text.in(language) == title;
  });
}

bool fits(const LocalText& text) {
  return std::ranges::all_of(kLanguages, [&](std::string_view language) {
    const std::string& sentence = text.in(language);
    return fits_the_wall(sentence) && sentence.size() <= kLongestText;
  });
}

}  // namespace

/// As it stands in our own export, or here, unless its title was changed in the calendar.
std::optional<Announcement> WholeDays::as_written(const Event& event,
                                                  const Announcement* known) const {
  Announcement written;
  written.text = text_of(event.texts);
  written.closes = event.closes;
  if (!event.closes) written.symbol = event.symbol.value_or("");
  if (says(written.text, event.summary)) return written;
  if (!known || !says(known->text, event.summary)) return std::nullopt;
  written.text = known->text;
  written.closes = known->closes;
  written.symbol = known->symbol;
  return written;
}

std::optional<Announcement> WholeDays::said(const Event& event, const Announcement* known) const {
  std::optional<Announcement> said = as_written(event, known);
  if (!said) {
    const std::string title = in_one_line(event.summary);
    if (title.empty()) throw NotKept("It has no title, so nobody knows what it is.");
    said.emplace();
    said->closes = says_closed(title, names_);
    if (!said->closes && !names_.activity(title).empty()) return std::nullopt;
    if (!said->closes) said->symbol = event.symbol.value_or(known ? known->symbol : "");
    // The days are closed however much is said about them.
    const std::string text = said->closes ? shortened(title, kLongestName) : title;
    said->text = LocalText{{{centre_.languages.front(), text}}};
  }
  if (said->closes) return said;
  if (event.confidential) throw NotKept("It is private, so it is not for the wall.");
  if (!fits(said->text)) throw NotKept("It is too long for the wall. Say it in ten words.");
  if (!pictures_.contains(said->symbol)) said->symbol = kAnyPicture;
  return said;
}

/// The first days that the event and its rule give, with extras, without what is off.
std::vector<CivilDay> WholeDays::originals(const Times& of) const {
  const Event& event = of.event;
  const WallTime start{event.start->date, 0};
  std::vector<CivilDay> days;
  if (of.rules.empty()) {
    days.push_back(start.date);
  } else {
    const CivilDay from = today_.next(-whole_days(event) - kDaysBack);
    for (const WallTime one : occurrences(reading_.rule(of.rules, *event.start), start, from,
                                          today_.next(kDaysAhead), kMostOriginals))
      days.push_back(one.date);
  }
  for (const Time& extra : event.extra) days.push_back(extra.date);
  std::erase_if(days, [&](CivilDay day) {
    return std::ranges::find(event.except, day, &Time::date) != event.except.end();
  });
  return days;
}

/// What a changed day says instead, with its days; nothing: that day is off.
std::optional<Announcement> WholeDays::changed(const Event& change,
                                               Reading::Remarks& remarks) const {
  if (change.cancelled) return std::nullopt;
  try {
    if (!change.start || !change.start->whole_day()) throw NotKept("It takes no whole day.");
    auto instead = said(change, nullptr);
    if (!instead) throw NotKept("It is an activity.");
    instead->from = change.start->date;
    instead->to = instead->from.next(whole_days(change) - 1);
    return instead;
  } catch (const NotKept& why) {
    remarks.push_back("On " + change.original->date.iso() + " it is off here. " + why.what());
    return std::nullopt;
  }
}

std::vector<Announcement> WholeDays::times(const Times& of, const Announcement& said,
                                           Reading::Remarks& remarks) const {
  const int length = whole_days(of.event);
  std::map<CivilDay, Announcement> by_original;
  for (const CivilDay day : originals(of)) {
    Announcement& one = by_original[day] = said;
    one.from = day;
    one.to = day.next(length - 1);
  }
  for (const Event* change : of.changes) {
    const CivilDay day = change->original->date;
    // What is over, or far away, is not there to be changed.
    if (by_original.erase(day) == 0) continue;
    if (auto instead = changed(*change, remarks)) by_original.emplace(day, *std::move(instead));
  }
  const bool once = of.rules.empty() && of.event.extra.empty();
  const std::string own = own_days(of.uid, centre_);
  const std::string id = own.empty() ? id_for(of.uid) : own;
  std::vector<Announcement> times;
  for (auto& [day, one] : by_original) {
    if (one.to < today_) continue;
    one.id = once ? id : id_of_time(id, day);
    one.uid = once && !own.empty() ? std::string{} : of.uid;
    one.sequence = of.event.sequence;
    times.push_back(std::move(one));
  }
  if (times.size() > kMostTimes)
    throw NotKept("It comes " + std::to_string(times.size()) +
                  " times in 400 days. A rule of whole days may come 60 times.");
  for (const std::string& odd : of.event.odd) remarks.push_back("Not kept: " + odd + '.');
  return times;
}

}  // namespace sveiki::calendar
