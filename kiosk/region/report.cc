// SPDX-License-Identifier: EUPL-1.2
#include "region/report.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <unordered_map>
#include <utility>

#include "domain/period.h"
#include "region/report_people.h"
#include "region/report_places.h"
#include "region/sheets_text.h"
#include "region/sheets_totals.h"

namespace sveiki::region {
namespace {

constexpr std::array<std::string_view, 6> kStates{"not-reported", "partly", "complete",
                                                  "closed",       "manual", "no-place"};

void add_values(RowValues& to, const RowValues& more) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += more[i];
}

void add_counts(Counts& to, const Counts& more) {
  add_values(to.total, more.total);
  // Both are in the order of ids: side by side, since there are hundreds of thousands.
  auto at = to.activities.begin();
  for (const auto& [id, values] : more.activities) {
    int order = 1;
    while (at != to.activities.end() && (order = at->first.compare(id)) < 0) ++at;
    if (at == to.activities.end() || order != 0)
      at = to.activities.emplace_hint(at, id, RowValues{});
    add_values(at->second, values);
  }
}

void add_rows(Counts& to, std::string_view rows) {
  to.activities.reserve(static_cast<std::size_t>(std::ranges::count(rows, '\n')));
  for_each_row(rows, [&](char type, std::string_view key, const RowValues& values) {
    if (type == 'T') add_values(to.total, values);
    // The rows are in the order of their keys: each finds its place at the end.
    if (type == 'A')
      add_values(to.activities.try_emplace(to.activities.end(), std::string{key})->second, values);
  });
}

/// Of two centres that became one: what is unknown of one is partly known of both.
MonthState both(MonthState a, MonthState b) {
  if (a == b) return a;
  const auto whole = [](MonthState s) {
    return s == MonthState::kComplete || s == MonthState::kClosed || s == MonthState::kManual;
  };
  return whole(a) && whole(b) ? MonthState::kComplete : MonthState::kPartly;
}

/// One that says that a day was open makes it an open one.
void add_days(std::string& to, std::string more) {
  constexpr std::string_view kWeight{"-wco"};
  static_assert(kWeight[0] == kNotReported && kWeight[1] == kWithdrawn && kWeight[2] == kClosed &&
                kWeight[3] == kOpen);
  if (to.empty()) to.swap(more);
  for (std::size_t i = 0; i < std::min(to.size(), more.size()); ++i)
    if (kWeight.find(more[i]) > kWeight.find(to[i])) to[i] = more[i];
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
  add_counts(to.counts, more.counts);
}

class Maker {
 public:
  explicit Maker(ReportInput input) : input_(std::move(input)), places_(input_.places) {
    report_.from_month = input_.from_month;
    report_.to_month = input_.to_month;
    report_.as_of = input_.as_of;
    report_.organisation = input_.organisation;
    report_.made = input_.made;
    report_.activity_codes = input_.activity_codes;
    report_.months = months_between(input_.from_month, input_.to_month);
    for (const std::string& month : report_.months) {
      periods_.push_back(*calendar_period(month));
      report_.by_month.push_back({month, {}, {}, {}});
    }
    for (const Period& period : calendar_periods(periods_.front().from)) match_stretch(period);
    for (const Indicator& it : input_.indicators) {
      match_stretch({it.period, it.from, it.to});
      auto& months = indicator_months_.emplace_back();
      for (CivilDay day = it.from; day <= it.to; day = months.back().to.next())
        months.push_back(calendar_periods(day)[0]);
    }
    month_sums_.resize(periods_.size());
    indicator_sums_.resize(input_.indicators.size());
    for (const Indicator& it : input_.indicators)
      long_periods_.push_back({it.period, it.from, it.to});
    const auto stretch = calendar_period(report_.people_period);
    if (stretch && periods_.size() > 1) long_periods_.push_back(*stretch);
    for (std::size_t i = 0; i < report_.months.size(); ++i) month_at_[report_.months[i]] = i;
    for (Total& total : input_.months) of_centre_[total.centre].months.push_back(&total);
    for (Total& total : input_.people) of_centre_[total.centre].people.push_back(&total);
    for (const MonthEntry& entry : input_.entered)
      of_centre_[entry.centre].entered.push_back(&entry);
  }

  Report make() {
    for (const std::string& id : places_.centres()) {
      std::map<std::string, People> people = people_of(id);
      // Over its own months, whichever the report shows: what was reached does not depend on them.
      for (std::size_t i = 0; i < input_.indicators.size(); ++i) {
        const auto some = people.find(input_.indicators[i].period);
        if (some != people.end() && belongs(id, indicator_months_[i]))
          indicator_sums_[i].add(some->second);
      }
      if (!belongs(id, periods_)) continue;
      CentreReport& centre = centre_for(id);
      const auto stretch = people.find(report_.people_period);
      if (stretch != people.end()) {
        stretch_sum_.add(stretch->second);
        // Two centres that became one: their people cannot be added up.
        if (has_stretch_.insert(centre.place.id).second)
          centre.people = stretch->second;
        else
          centre.people.reset();
      }
      std::vector<CentreMonth> months = months_of(id, people);
      for (std::size_t i = 0; i < months.size(); ++i) {
        add_counts(report_.by_month[i].counts, months[i].counts);
        merge(centre.months[i], std::move(months[i]));
      }
      for (const Correction& it : input_.corrections) {
        if (it.centre == id) report_.corrections.push_back(it);
      }
    }
    finish();
    return std::move(report_);
  }

 private:
  void match_stretch(const Period& period) {
    const bool exact = period.from == periods_.front().from && period.to == periods_.back().to;
    if (exact && report_.people_period.empty()) report_.people_period = period.name;
  }

  /// What was told of a month before anybody asks how much of it there should be.
  struct Told {
    Counts counts;
    std::string days;
    std::vector<CivilDay> corrected, in_gap;
    bool manual = false;
  };

  /// For each of the report's months. Texts that are read are let go: there are many.
  std::vector<Told> told_of(const std::string& id) {
    std::vector<Told> told(periods_.size());
    for (Total* total : of_centre_[id].months) {
      const auto at = month_at_.find(total->period);
      if (at == month_at_.end()) continue;
      Told& month = told[at->second];
      add_rows(month.counts, std::exchange(total->rows, {}));
      add_days(month.days, std::move(total->days));
      append(month.corrected, total->corrected);
      append(month.in_gap, total->in_gap);
      month.manual |= total->manual;
    }
    for (Told& month : told) month.days.resize(31, kNotReported);
    return told;
  }

  std::map<std::string, People> people_of(const std::string& id) const {
    const auto told = of_centre_.find(id);
    if (told == of_centre_.end()) return {};
    return people_by_period(told->second.people, told->second.entered, long_periods_);
  }

  /// The version of the place that this month of it is told under.
  const Place* version(const std::string& id, std::size_t month) const {
    return places_.standing(id, periods_[month].from, periods_[month].to);
  }

  /// Whether it stood in this month and the question asks for it; as of a day: for whoever carries
  /// on with it.
  bool belongs(const std::string& id, const Period& month) const {
    const Place* place = places_.standing(id, month.from, month.to);
    if (!place || input_.organisation.empty()) return place;
    if (input_.as_of)
      return places_.is_below(*places_.heir(id, *input_.as_of), input_.organisation, *input_.as_of,
                              *input_.as_of);
    return places_.is_below(*place, input_.organisation, month.from, month.to);
  }
  bool belongs(const std::string& id, const std::vector<Period>& months) const {
    return std::ranges::any_of(months, [&](const Period& month) { return belongs(id, month); });
  }

  CentreReport& centre_for(const std::string& id) {
    const Place* place = nullptr;
    CivilDay day;
    if (input_.as_of) {
      day = *input_.as_of;
      place = places_.heir(id, day);
    } else {
      for (std::size_t i = periods_.size(); i-- > 0 && !place; day = periods_[i].to)
        place = belongs(id, periods_[i]) ? version(id, i) : nullptr;
    }
    const auto [at, fresh] = centre_at_.emplace(place->id, report_.centres.size());
    if (!fresh) return report_.centres[at->second];
    CentreReport& centre = report_.centres.emplace_back();
    centre.place = *place;
    const CivilDay last = std::min(day, place->to.value_or(day));
    centre.organisation = places_.organisation_of(*place, last, last);
    centre.depth = place->kind == Place::Kind::kBranch ? 1 : 0;
    for (const std::string& month : report_.months)
      centre.months.push_back({.month = month, .state = MonthState::kNoPlace});
    return centre;
  }

  std::vector<CentreMonth> months_of(const std::string& id, std::map<std::string, People>& people) {
    const auto [from, to] = places_.life(id);
    std::vector<Told> told = told_of(id);
    std::vector<CentreMonth> months(periods_.size());
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      CentreMonth& month = months[i];
      month.month = report_.months[i];
      month.state = MonthState::kNoPlace;
      const Place* place = version(id, i);
      if (!belongs(id, periods_[i])) continue;
      Period days = periods_[i];
      days.from = std::max(days.from, from);
      days.to = std::min({days.to, to.value_or(days.to), yesterday(place->zone)});
      // A month that is entered by hand is entered when it is over.
      if (!place->kiosk && yesterday(place->zone) < periods_[i].to) days.to = days.from.next(-1);
      month.counts = std::move(told[i].counts);
      month.corrected = std::move(told[i].corrected);
      month.in_gap = std::move(told[i].in_gap);
      cover(month, periods_[i].from, days, told[i]);
      if (const auto some = people.find(month.month); some != people.end()) {
        month_sums_[i].add(some->second);
        month.people = std::move(some->second);
      } else if ((month.state == MonthState::kComplete || month.state == MonthState::kClosed) &&
                 month.counts.total[kVisits] == 0) {
        month.people = People{};  // nobody came: that is known
      }
    }
    return months;
  }

  /// `days` are those of the month that are over and in which there was a place.
  static void cover(CentreMonth& month, CivilDay first, const Period& days, const Told& told) {
    month.open = static_cast<int>(std::ranges::count(told.days, kOpen));
    month.closed = static_cast<int>(std::ranges::count(told.days, kClosed));
    month.withdrawn = days_marked(month.month, told.days, kWithdrawn);
    if (told.manual) {
      month.state = MonthState::kManual;
      return;
    }
    for (CivilDay day = days.from; day <= days.to; day = day.next()) {
      const char mark = told.days[static_cast<std::size_t>((day.days() - first.days()).count())];
      if (mark != kOpen && mark != kClosed) month.missing.push_back(day);
    }
    if (month.open + month.closed == 0)
      month.state = MonthState::kNotReported;
    else if (!month.missing.empty())
      month.state = MonthState::kPartly;
    else
      month.state = month.open > 0 ? MonthState::kComplete : MonthState::kClosed;
  }

  CivilDay yesterday(const std::string& zone) {
    const auto [at, fresh] = yesterday_.try_emplace(zone);
    if (fresh) at->second = civil_day(input_.made, zone.empty() ? "Europe/Riga" : zone).next(-1);
    return at->second;
  }

  void finish() {
    for (CentreReport& centre : report_.centres) {
      for (std::size_t i = 0; i < centre.months.size(); ++i) {
        add_counts(centre.counts, centre.months[i].counts);
        ++report_.by_month[i].centres[centre.months[i].state];
      }
      see(centre);
    }
    for (std::size_t i = 0; i < report_.by_month.size(); ++i) {
      add_counts(report_.counts, report_.by_month[i].counts);
      report_.by_month[i].people = month_sums_[i].bracket();
    }
    report_.people = stretch_sum_.bracket();
    for (std::size_t i = 0; i < input_.indicators.size(); ++i)
      report_.indicators.push_back({input_.indicators[i], indicator_sums_[i].bracket()});
    std::ranges::stable_sort(report_.corrections, std::greater<>(), &Correction::at);
    order();
  }

  void see(CentreReport& centre) const {
    const auto seen = input_.last_seen.find(centre.place.id);
    if (seen != input_.last_seen.end()) centre.last_seen = seen->second;
    const bool stands = !centre.place.to || *centre.place.to > civil_day(input_.made, "UTC");
    centre.silent =
        centre.place.kiosk && stands &&
        (!centre.last_seen || input_.made - *centre.last_seen > std::chrono::days{kSilentDays});
  }

  void order() {
    std::map<std::string, std::string> names;  // of the centres, by id
    std::set<std::string> ids;
    for (const CentreReport& centre : report_.centres) {
      names[centre.place.id] = centre.place.name;
      ids.insert(centre.organisation);
    }
    const CivilDay from = input_.as_of.value_or(periods_.front().from);
    const CivilDay to = input_.as_of.value_or(periods_.back().to);
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

  ReportInput input_;
  PlacesInTime places_;
  Report report_;
  std::vector<Period> periods_;  // the months
  std::vector<std::vector<Period>> indicator_months_;
  std::vector<Period> long_periods_;  // whose people months by hand are a part of
  std::vector<BracketSum> month_sums_, indicator_sums_;
  BracketSum stretch_sum_;
  std::unordered_map<std::string, std::size_t> month_at_;
  struct OfCentre {
    std::vector<Total*> months, people;
    std::vector<const MonthEntry*> entered;
  };
  std::unordered_map<std::string, OfCentre> of_centre_;
  std::unordered_map<std::string, std::size_t> centre_at_;
  std::map<std::string, CivilDay> yesterday_;
  std::set<std::string> has_stretch_;
};

}  // namespace

std::string_view month_state_name(MonthState state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::string Report::organisation_name(const std::string& id) const {
  const auto found = std::ranges::find(organisations, id, &Place::id);
  return found == organisations.end() ? "" : found->name;
}

std::vector<std::string> months_between(const std::string& from, const std::string& to) {
  std::vector<std::string> months;
  const auto first = month_named(from), last = month_named(to);
  if (!first || !last) return months;
  for (CivilDay day = first->from; day <= last->to;) {
    if (months.size() == kMostMonths) return {};
    const Period month = calendar_periods(day)[0];
    months.push_back(month.name);
    day = month.to.next();
  }
  return months;
}

Report make_report(ReportInput input) {
  return Maker(std::move(input)).make();
}

}  // namespace sveiki::region
