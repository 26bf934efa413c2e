// SPDX-License-Identifier: EUPL-1.2
#include "region/report_maker.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

/// Of two centres that became one: what is unknown of one is partly known of both.
MonthState both(MonthState a, MonthState b) {
  if (a == b) return a;
  const auto whole = [](MonthState s) {
    return s == MonthState::kComplete || s == MonthState::kClosed || s == MonthState::kManual;
  };
  return whole(a) && whole(b) ? MonthState::kComplete : MonthState::kPartly;
}

int weight(char mark) {
  switch (mark) {
    case kOpen:
      return 3;
    case kClosed:
      return 2;
    case kWithdrawn:
      return 1;
    default:
      return 0;
  }
}

/// One that says that a day was open makes it an open one.
void mark_days(std::array<char, 31>& to, std::string_view marks) {
  for (std::size_t i = 0; i < std::min(to.size(), marks.size()); ++i)
    if (weight(marks[i]) > weight(to[i])) to[i] = marks[i];
}

template <typename T>
void append(std::vector<T>& to, const std::vector<T>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

void merge(CentreMonth& to, CentreMonth more) {
  if (more.state == MonthState::kNoPlace) return;
  if (to.state == MonthState::kNoPlace) {
    to = std::move(more);
    return;
  }
  // How many of the people of two centres are the same nobody knows.
  to.people.reset();
  to.state = both(to.state, more.state);
  to.open += more.open;
  to.closed += more.closed;
  append(to.missing, more.missing);
  append(to.corrected, more.corrected);
  append(to.withdrawn, more.withdrawn);
  append(to.in_gap, more.in_gap);
  add_values(to.counts.total, more.counts.total);
  add_activities(to.counts.activities, more.counts.activities);
}

}  // namespace

ReportMaker::ReportMaker(const ReportFrame& frame) : frame_(frame), places_(frame.places) {
  report_.from_month = frame.from_month;
  report_.to_month = frame.to_month;
  report_.as_of = frame.as_of;
  report_.organisation = frame.organisation;
  report_.made = frame.made;
  report_.activity_codes = frame.activity_codes;
  report_.months = months_between(frame.from_month, frame.to_month);
  for (const std::string& month : report_.months) {
    month_at_[month] = periods_.size();
    periods_.push_back(*calendar_period(month));
    report_.by_month.push_back({month, {}, {}, {}});
  }
  month_sums_.resize(periods_.size());
  month_people_.resize(periods_.size());
  for (const Period& period : calendar_periods(periods_.front().from)) match_stretch(period);
  for (const Indicator& it : frame.indicators) {
    const Period period{it.period, it.from, it.to};
    match_stretch(period);
    stretches_.emplace(it.period, period);
    auto& months = indicator_months_.emplace_back();
    for (CivilDay day = it.from; day <= it.to; day = months.back().to.next())
      months.push_back(calendar_periods(day)[0]);
  }
  indicator_people_.resize(frame.indicators.size());
  for (const std::string& id : places_.centres()) add_centre(id);
  for (const MonthEntry& entry : frame.entered)
    if (Centre* of = centre(entry.centre)) of->entered.push_back(&entry);
}

void ReportMaker::match_stretch(const Period& period) {
  const bool exact = period.from == periods_.front().from && period.to == periods_.back().to;
  if (!exact || !report_.people_period.empty()) return;
  report_.people_period = period.name;
  stretches_.emplace(period.name, period);
}

void ReportMaker::add_centre(const std::string& id) {
  centre_at_[id] = centres_.size();
  Centre& centre = centres_.emplace_back();
  centre.id = id;
  for (const Period& month : periods_) centre.versions.push_back(version(id, month));
  if (std::ranges::none_of(centre.versions, std::identity{})) return;
  centre.at = place_in_report(centre);
  centre.months.resize(periods_.size());
  centre.days.resize(periods_.size());
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    centre.months[i].month = report_.months[i];
    if (!centre.versions[i]) centre.months[i].state = MonthState::kNoPlace;
    centre.days[i].fill(kNotReported);
  }
}

std::size_t ReportMaker::place_in_report(const Centre& told) {
  const Place* place = nullptr;
  CivilDay day;
  if (frame_.as_of) {
    day = *frame_.as_of;
    place = places_.heir(told.id, day);
  } else {
    for (std::size_t i = periods_.size(); i-- > 0 && !place; day = periods_[i].to)
      place = told.versions[i];
  }
  const auto [at, fresh] = told_at_.emplace(place->id, report_.centres.size());
  if (!fresh) return at->second;
  centre_sums_.emplace_back();
  CentreReport& centre = report_.centres.emplace_back();
  centre.place = *place;
  const CivilDay last = std::min(day, place->to.value_or(day));
  centre.organisation = places_.organisation_of(*place, last, last);
  centre.depth = place->kind == Place::Kind::kBranch ? 1 : 0;
  return at->second;
}

/// What the centre's month is told under; null where it did not stand or the question does not ask
/// for it. As of a day it asks for what belongs to whoever carries on with it.
const Place* ReportMaker::version(const std::string& id, const Period& month) const {
  const Place* place = places_.standing(id, month.from, month.to);
  if (!place || frame_.organisation.empty()) return place;
  const bool belongs = frame_.as_of
                           ? places_.is_below(*places_.heir(id, *frame_.as_of), frame_.organisation,
                                              *frame_.as_of, *frame_.as_of)
                           : places_.is_below(*place, frame_.organisation, month.from, month.to);
  return belongs ? place : nullptr;
}

ReportMaker::Centre* ReportMaker::centre(const std::string& id) {
  const auto found = centre_at_.find(id);
  return found == centre_at_.end() ? nullptr : &centres_[found->second];
}

void ReportMaker::add_month(const Total& total) {
  Centre* of = centre(total.centre);
  const auto at = month_at_.find(total.period);
  if (!of || !of->at || at == month_at_.end()) return;
  CentreMonth& month = of->months[at->second];
  if (month.state == MonthState::kNoPlace) return;
  if (frame_.detail == Detail::kEverything)
    month.counts.activities.reserve(static_cast<std::size_t>(std::ranges::count(total.rows, '\n')));
  for_each_row(total.rows, [&](char type, std::string_view key, const RowValues& values) {
    if (type == 'T') add_values(month.counts.total, values);
    if (type != 'A') return;
    const std::size_t activity = activities_.of(key);
    centre_sums_[*of->at].add(activity, values);
    month_sums_[at->second].add(activity, values);
    if (frame_.detail != Detail::kEverything) return;
    // The rows are in the order of their keys: each finds its place at the end.
    auto& all = month.counts.activities;
    add_values(all.try_emplace(all.end(), std::string{key})->second, values);
  });
  mark_days(of->days[at->second], total.days);
  append(month.corrected, total.corrected);
  append(month.in_gap, total.in_gap);
  if (total.manual) month.state = MonthState::kManual;
}

void ReportMaker::add_people(const Total& total) {
  if (!of_centre_ || of_centre_->id != total.centre || of_period_ != total.period) {
    end_people();
    of_centre_ = centre(total.centre);
    of_period_ = total.period;
  }
  people_.add(total.record, total.rows);
}

/// All was told of a centre and period.
void ReportMaker::end_people() {
  std::optional<People> people = std::exchange(people_, {}).together();
  if (!of_centre_ || !people) return;
  if (stretches_.contains(of_period_)) of_centre_->people[of_period_] = *people;
  const auto at = month_at_.find(of_period_);
  if (!of_centre_->at || at == month_at_.end()) return;
  CentreMonth& month = of_centre_->months[at->second];
  if (month.state == MonthState::kNoPlace) return;
  month_people_[at->second].add(*people);
  if (frame_.detail != Detail::kEverything) people->by = {};
  month.people = std::move(people);
}

Report ReportMaker::make() {
  end_people();
  for (Centre& centre : centres_) {
    for (const auto& [name, period] : stretches_) tell_stretch(centre, period);
    if (!centre.at) continue;
    end_months(centre);
    auto& months = report_.centres[*centre.at].months;
    if (months.empty()) {
      months = std::move(centre.months);
      continue;
    }
    for (std::size_t i = 0; i < months.size(); ++i) merge(months[i], std::move(centre.months[i]));
    centre.months = {};
  }
  sum_up();
  for (CentreReport& centre : report_.centres) see(centre);
  for (const Correction& it : frame_.corrections) {
    const Centre* of = centre(it.centre);
    if (of && of->at) report_.corrections.push_back(it);
  }
  std::ranges::stable_sort(report_.corrections, std::greater<>(), &Correction::at);
  order();
  return std::move(report_);
}

void ReportMaker::tell_stretch(Centre& centre, const Period& period) {
  std::optional<People> people;
  if (const auto told = centre.people.find(period.name); told != centre.people.end())
    people = std::move(told->second);
  // Of a month itself they are a part already.
  if (!month_named(period.name)) people = with_entered(std::move(people), period, centre.entered);
  if (!people) return;
  // Over its own months, whichever the report shows: what was reached does not depend on them.
  for (std::size_t i = 0; i < frame_.indicators.size(); ++i) {
    if (frame_.indicators[i].period == period.name &&
        std::ranges::any_of(indicator_months_[i],
                            [&](const Period& month) { return version(centre.id, month); }))
      indicator_people_[i].add(*people);
  }
  if (!centre.at || period.name != report_.people_period) return;
  stretch_people_.add(*people);
  CentreReport& report = report_.centres[*centre.at];
  // Two centres that became one: their people cannot be added up.
  if (has_stretch_.insert(*centre.at).second)
    report.people = std::move(people);
  else
    report.people.reset();
}

void ReportMaker::end_months(Centre& centre) {
  const auto [from, to] = places_.life(centre.id);
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    CentreMonth& month = centre.months[i];
    if (month.state == MonthState::kNoPlace) continue;
    const Place* place = centre.versions[i];
    Period days = periods_[i];
    days.from = std::max(days.from, from);
    days.to = std::min({days.to, to.value_or(days.to), yesterday(place->zone)});
    // A month that is entered by hand is entered when it is over.
    if (!place->kiosk && yesterday(place->zone) < periods_[i].to) days.to = days.from.next(-1);
    cover(month, periods_[i].from, days, {centre.days[i].data(), centre.days[i].size()});
    const bool all_came =
        month.state == MonthState::kComplete || month.state == MonthState::kClosed;
    if (!month.people && all_came && month.counts.total[kVisits] == 0)
      month.people = People{};  // nobody came: that is known
  }
}

/// `days` are those of the month that are over and in which there was a place.
void ReportMaker::cover(CentreMonth& month, CivilDay first, const Period& days,
                        std::string_view marks) {
  month.open = static_cast<int>(std::ranges::count(marks, kOpen));
  month.closed = static_cast<int>(std::ranges::count(marks, kClosed));
  month.withdrawn = days_marked(month.month, marks, kWithdrawn);
  if (month.state == MonthState::kManual) return;
  for (CivilDay day = days.from; day <= days.to; day = day.next()) {
    const char mark = marks[static_cast<std::size_t>((day.days() - first.days()).count())];
    if (mark != kOpen && mark != kClosed) month.missing.push_back(day);
  }
  if (month.open + month.closed == 0)
    month.state = MonthState::kNotReported;
  else if (!month.missing.empty())
    month.state = MonthState::kPartly;
  else
    month.state = month.open > 0 ? MonthState::kComplete : MonthState::kClosed;
}

CivilDay ReportMaker::yesterday(const std::string& zone) {
  const auto [at, fresh] = yesterday_.try_emplace(zone);
  if (fresh) at->second = civil_day(frame_.made, zone.empty() ? "Europe/Riga" : zone).next(-1);
  return at->second;
}

void ReportMaker::sum_up() {
  for (std::size_t at = 0; at < report_.centres.size(); ++at) {
    CentreReport& centre = report_.centres[at];
    for (std::size_t i = 0; i < centre.months.size(); ++i) {
      const CentreMonth& month = centre.months[i];
      add_values(centre.counts.total, month.counts.total);
      add_values(report_.by_month[i].counts.total, month.counts.total);
      ++report_.by_month[i].centres[month.state];
    }
    centre.counts.activities = activities_.by_id(centre_sums_[at]);
  }
  ActivitySums all;
  for (std::size_t i = 0; i < report_.by_month.size(); ++i) {
    RegionMonth& month = report_.by_month[i];
    add_values(report_.counts.total, month.counts.total);
    all.add(month_sums_[i]);
    month.counts.activities = activities_.by_id(month_sums_[i]);
    month.people = month_people_[i].bracket();
  }
  report_.counts.activities = activities_.by_id(all);
  report_.people = stretch_people_.bracket();
  for (std::size_t i = 0; i < frame_.indicators.size(); ++i)
    report_.indicators.push_back({frame_.indicators[i], indicator_people_[i].bracket()});
}

void ReportMaker::see(CentreReport& centre) const {
  const auto seen = frame_.last_seen.find(centre.place.id);
  if (seen != frame_.last_seen.end()) centre.last_seen = seen->second;
  const bool stands = !centre.place.to || *centre.place.to > civil_day(frame_.made, "UTC");
  centre.silent =
      centre.place.kiosk && stands &&
      (!centre.last_seen || frame_.made - *centre.last_seen > std::chrono::days{kSilentDays});
}

void ReportMaker::order() {
  std::map<std::string, std::string> names;  // of the centres, by id
  std::set<std::string> ids;
  for (const CentreReport& centre : report_.centres) {
    names[centre.place.id] = centre.place.name;
    ids.insert(centre.organisation);
  }
  const CivilDay from = frame_.as_of.value_or(periods_.front().from);
  const CivilDay to = frame_.as_of.value_or(periods_.back().to);
  for (const std::string& id : ids) {
    const Place* place = places_.standing(id, from, to);
    if (place) report_.organisations.push_back(*place);
  }
  std::ranges::sort(report_.organisations, {},
                    [](const Place& p) { return std::tie(p.name, p.id); });
  std::map<std::string, std::size_t> rank;
  for (const Place& place : report_.organisations) rank.emplace(place.id, rank.size());
  const auto key = [&](const CentreReport& centre) {
    const auto above = names.find(centre.place.parent);
    const bool branch = centre.depth > 0 && above != names.end();
    const auto at = rank.find(centre.organisation);
    return std::tuple{at == rank.end() ? rank.size() : at->second,
                      branch ? above->second : centre.place.name,
                      branch ? centre.place.parent : centre.place.id,
                      branch,
                      centre.place.name,
                      centre.place.id};
  };
  std::ranges::sort(report_.centres, {}, key);
}

}  // namespace sveiki::region
