// SPDX-License-Identifier: EUPL-1.2
#include "domain/series_edit.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

namespace sveiki {
namespace {

constexpr int kWeek = 7 * 24 * 60;

WallTime occurrence_of_edit(const Series& series, const SessionRef& session) {
  const auto occurrence = occurrence_of(series, session.original);
  if (session.series != series.id || !occurrence)
    throw RuleError("This session is not there any more. Choose another one.");
  return *occurrence;
}

void put(Series& series, Exception exception) {
  const auto at =
      std::ranges::lower_bound(series.exceptions, exception.original, {}, &Exception::original);
  if (at != series.exceptions.end() && at->original == exception.original)
    *at = std::move(exception);
  else
    series.exceptions.insert(at, std::move(exception));
}

Exception exception_for(const Series& series, WallTime original) {
  const Exception* there = exception_of(series, original);
  return there ? *there : Exception{original, false, {}, 0, ""};
}

/// Cancellations are remembered also where nothing takes place; what was moved is not.
Series tidied(Series series) {
  std::erase_if(series.exceptions, [&](const Exception& exception) {
    return !exception.cancelled && !occurrence_of(series, exception.original);
  });
  return series;
}

/// Without a rule any more: the first extra is its start. Nothing if there is none.
std::optional<Series> of_extras(Series series) {
  if (series.extra.empty()) return std::nullopt;
  std::ranges::sort(series.extra);
  series.start = series.extra.front();
  series.extra.erase(series.extra.begin());
  series.rule = Rule{};
  return tidied(std::move(series));
}

/// What takes place before `end`.
std::optional<Series> before(Series series, WallTime end) {
  std::erase_if(series.extra, [&](WallTime extra) { return extra >= end; });
  if (series.start >= end) return of_extras(std::move(series));
  if (!series.rule.once()) {
    RuleParts parts = series.rule.parts();
    if (parts.count) {
      const auto all = occurrences(series.rule, series.start, series.start.date, end.date.next());
      parts.count = static_cast<int>(std::ranges::lower_bound(all, end) - all.begin());
    } else if (!parts.until || *parts.until >= end) {
      parts.until = end + -1;
    }
    series.rule = Rule{parts};
  }
  return tidied(std::move(series));
}

/// What takes place from `begin` on.
std::optional<Series> following(Series series, WallTime begin) {
  std::erase_if(series.extra, [&](WallTime extra) { return extra < begin; });
  if (series.start >= begin) return tidied(std::move(series));
  RuleParts parts = series.rule.parts();
  const auto all =
      occurrences(series.rule, series.start, parts.count ? series.start.date : begin.date,
                  begin.date.next(kDaysToSearch), static_cast<std::size_t>(parts.count) + 2);
  const auto next = std::ranges::lower_bound(all, begin);
  if (next == all.end()) return of_extras(std::move(series));
  series.start = *next;
  if (parts.count) {
    parts.count -= static_cast<int>(next - all.begin());
    series.rule = Rule{parts};
  }
  return tidied(std::move(series));
}

/// The rule that gives the same starts, all shifted; where months make that impossible, those of
/// the same name ("the second Wednesday" for the second Tuesday).
Rule shifted(const Rule& rule, int days, int minutes) {
  if (rule.once()) return rule;
  RuleParts parts = rule.parts();
  if (parts.until) parts.until = *parts.until + minutes;
  const int turn = (days % 7 + 7) % 7;
  for (RuleParts::Day& day : parts.days) day.weekday = (day.weekday + turn) % 7;
  // Only then does it matter where a week begins.
  if (parts.interval > 1 || !parts.positions.empty())
    parts.week_start = (parts.week_start + turn) % 7;
  for (int& day : parts.month_days) {
    const int moved = day + days;
    if (moved == 0 || (moved > 0) != (day > 0) || std::abs(moved) > 31)
      throw RuleError("The days of the month cannot be moved so far. Say anew which days.");
    day = moved;
  }
  return Rule{parts};
}

/// `wanted` with the rule and the start that follow from moving `occurrence` of `old` to where
/// `wanted` starts. `shown` is the rule that staff saw before they changed anything.
void reschedule(Series& wanted, const Series& old, WallTime occurrence, const Rule& shown) {
  const int shift = wanted.start - occurrence;
  const WallTime start = old.start + shift;
  if (wanted.rule == shown) {
    const auto days = static_cast<int>((start.date.days() - old.start.date.days()).count());
    wanted.rule = shifted(old.rule, days, shift);
    wanted.start = start;
    const bool fitted = first_of_rule(old.rule, old.start) == old.start;
    if (fitted && first_of_rule(wanted.rule, start) != start)
      throw RuleError("The rule does not fall on this day. Say anew on which days it shall be.");
    return;
  }
  if (wanted.rule.once()) return;
  RuleParts parts = wanted.rule.parts();
  if (parts.count && parts.count == shown.parts().count) parts.count = old.rule.parts().count;
  wanted.rule = Rule{parts};
  const auto first = first_of_rule(wanted.rule, start);
  if (!first) throw RuleError("By this rule nothing takes place any more. Change its end.");
  wanted.start = *first;
}

/// The dates on which a series was to take place, or might, and nothing is left.
std::set<CivilDay> cancelled_dates(const Series& series) {
  std::set<CivilDay> dates;
  for (const Exception& exception : series.exceptions)
    if (exception.cancelled) dates.insert(exception.original.date);
  std::erase_if(dates, [&](CivilDay date) {
    return std::ranges::any_of(originals(series, date, date.next()), [&](WallTime original) {
      const Exception* exception = exception_of(series, original);
      return !exception || !exception->cancelled;
    });
  });
  return dates;
}

/// What an occurrence has become that would now be at `time`. The second Wednesday is the day after
/// the second Tuesday, or six days before it.
std::optional<WallTime> image(const Series& series, WallTime time, bool same_rule) {
  if (occurrence_of(series, time)) return time;
  if (same_rule && !series.rule.once() &&
      series.rule.parts().frequency >= RuleParts::Frequency::kMonthly)
    for (const int week : {-kWeek, kWeek})
      if (occurrence_of(series, time + week)) return time + week;
  return std::nullopt;
}

/// Takes the exceptions of `old` over into `series`, whose sessions were shifted by so many
/// minutes. A cancellation goes along with its occurrence. Where the series leaves a date on which
/// nothing was left, or has no such occurrence any more, a cancellation stays behind as a memory of
/// it.
void carry_over(Series& series, const Series& old, int shift, bool same_rule) {
  std::map<WallTime, Exception> carried;
  const auto cancel = [&](WallTime original) {
    carried.try_emplace(original, Exception{original}).first->second.cancelled = true;
  };
  const std::set<CivilDay> off = cancelled_dates(old);
  const int length = session_length(old);
  for (const Exception& exception : old.exceptions) {
    const WallTime time = exception.original + shift;
    const bool real = occurrence_of(old, exception.original).has_value();
    const auto now = real ? image(series, time, same_rule) : std::nullopt;
    if (now) {
      Exception moved = exception;
      moved.original = *now;
      // Only what was moved keeps its time.
      if (exception.start == exception.original) moved.start = *now;
      if (exception.duration == length) moved.duration = session_length(series);
      Exception& there = carried[*now];
      moved.cancelled |= there.cancelled;
      there = std::move(moved);
    }
    if (!exception.cancelled) continue;
    const bool gone =
        !now || (now->date != exception.original.date && off.contains(exception.original.date));
    if (gone) cancel(exception.original);
    if (real && series.slots != old.slots)
      for (const WallTime slot : originals(series, time.date.next(-1), time.date.next(2)))
        if (slot < time + length && time < slot + session_length(series)) cancel(slot);
  }
  for (const CivilDay date : off)
    for (const WallTime original : originals(series, date, date.next())) cancel(original);
  series.exceptions.clear();
  for (auto& [original, exception] : carried) series.exceptions.push_back(std::move(exception));
}

Series all_edited(const Series& old, WallTime occurrence, const Series& wanted, const Rule& shown) {
  const int shift = wanted.start - occurrence;
  Series series = wanted;
  series.id = old.id;
  series.extra = old.extra;
  for (WallTime& extra : series.extra) extra = extra + shift;
  series.exceptions.clear();
  reschedule(series, old, occurrence, shown);
  carry_over(series, old, shift, wanted.rule == shown);
  return series;
}

Series one_edited(Series series, WallTime original, const Series& wanted) {
  Exception exception = exception_for(series, original);
  exception.start = wanted.start;
  exception.duration = wanted.duration;
  exception.room = wanted.room == series.room ? "" : wanted.room;
  put(series, std::move(exception));
  return series;
}

}  // namespace

std::vector<Series> edited(const Series& series, const Edit& edit, std::string new_id) {
  const WallTime occurrence = occurrence_of_edit(series, edit.session);
  if (edit.scope == Scope::kThis) return {one_edited(series, edit.session.original, edit.wanted)};
  auto head = edit.scope == Scope::kAll ? std::nullopt : before(series, occurrence);
  if (!head) return {all_edited(series, occurrence, edit.wanted, series.rule)};
  Series tail = *following(series, occurrence);
  tail.id = std::move(new_id);
  return {*std::move(head), all_edited(tail, occurrence, edit.wanted, series.rule)};
}

std::optional<SessionRef> continued(const Series& series, const Edit& edit,
                                    const std::vector<Series>& after, const SessionRef& session) {
  const WallTime occurrence = occurrence_of_edit(series, edit.session);
  if (edit.scope == Scope::kThis || (after.size() == 2 && session.original < occurrence))
    return session;
  const Series& last = after.back();
  const auto now = image(last, session.original + (edit.wanted.start - occurrence),
                         edit.wanted.rule == series.rule);
  if (!now) return std::nullopt;
  return SessionRef{last.id, *now};
}

std::optional<Series> cancelled(const Series& series, Scope scope, const SessionRef& session) {
  const WallTime occurrence = occurrence_of_edit(series, session);
  const auto cancel = [](Series& in, WallTime original) {
    Exception exception = exception_for(in, original);
    exception.cancelled = true;
    put(in, std::move(exception));
  };
  if (scope == Scope::kAll) return std::nullopt;
  if (scope == Scope::kThis) {
    Series without = series;
    cancel(without, session.original);
    return without;
  }
  if (session.original == occurrence) return before(series, occurrence);
  // The slots of that day that come before it stay.
  std::optional<Series> rest = before(series, occurrence + 1);
  for (const WallTime slot : originals(*rest, session.original.date, session.original.date.next(2)))
    if (slot >= session.original) cancel(*rest, slot);
  return rest;
}

}  // namespace sveiki
