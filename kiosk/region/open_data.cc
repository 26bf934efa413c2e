// SPDX-License-Identifier: EUPL-1.2
#include "region/open_data.h"

#include <algorithm>
#include <set>

#include "domain/period.h"
#include "region/disclosure.h"
#include "region/report_tables.h"

namespace sveiki::region {
namespace {

using report::Cell;

/// What printed numbers say of a number that is at most their sum, and at least the largest.
struct Bounds {
  std::int64_t least_sum = 0, most_sum = 0, most_one = 0;
  void add(const Told& told) {
    least_sum += told.least;
    most_sum += told.most;
    most_one = std::max(most_one, told.most);
  }
};

std::string quarter_of(const std::string& month) {
  return month.substr(0, 5) + "Q" + std::to_string((std::stoi(month.substr(5)) + 2) / 3);
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {
    for (const std::string& month : report.months) {
      if (quarters_.empty() || quarters_.back().first != quarter_of(month))
        quarters_.emplace_back(quarter_of(month), 0);
      ++quarters_.back().second;
      visits_.group.push_back(quarters_.size() - 1);
    }
    for (const CentreReport& centre : report.centres) {
      auto& cells = visits_.cells.emplace_back();
      for (const CentreMonth& month : centre.months)
        cells.push_back({month.counts.total[kVisits], !is_counted(month.state)});
    }
    whole_ = report.from_month + "/" + report.to_month;
  }

  report::Table write() {
    const NestedSums sums = publishable_sums(visits_);
    for (std::size_t i = 0; i < report_.centres.size(); ++i) write_centre(i, sums);
    write_region(sums);
    write_activities();
    return std::move(table_);
  }

 private:
  void row(const Place* place, const std::string& period, Cell activity, Cell state, Cell visits,
           Cell people) {
    table_.rows.push_back({place ? place->id : "region", place ? place->name : std::string{},
                           period, std::move(activity), std::move(state), std::move(visits),
                           std::move(people)});
  }

  /// A sum of months of which none was reported is not zero, but nothing.
  static Cell cell(const NestedSums::Sum& sum, bool counted) {
    return sum && counted ? Cell{printed(*sum)} : Cell{};
  }
  bool quarter_is_counted(std::size_t quarter, auto&& month_is_counted) const {
    for (std::size_t i = 0; i < visits_.group.size(); ++i) {
      if (visits_.group[i] == quarter && month_is_counted(i)) return true;
    }
    return false;
  }

  /// A quarter of which some months are not asked for has no sum.
  bool is_whole(std::size_t quarter) const { return quarters_[quarter].second == 3; }

  void write_centre(std::size_t at, const NestedSums& sums) {
    const CentreReport& centre = report_.centres[at];
    Bounds months;
    for (std::size_t i = 0; i < centre.months.size(); ++i) {
      const CentreMonth& month = centre.months[i];
      if (month.state == MonthState::kNoPlace) continue;
      const std::int64_t visits = month.counts.total[kVisits];
      const std::string state{month_state_name(month.state)};
      if (!is_counted(month.state)) {
        row(&centre.place, month.month, {}, state, {}, {});
        continue;
      }
      // More people than visits are a mistake that would tell something about both.
      const bool tells_people = month.people && month.people->n <= visits;
      row(&centre.place, month.month, {}, state, printed(visits),
          tells_people ? Cell{printed(month.people->n)} : Cell{});
      months.add(told(tells_people ? month.people->n : visits));
      if (tells_people) by_month_[i].add(told(month.people->n));
    }
    for (std::size_t quarter = 0; quarter < quarters_.size(); ++quarter) {
      if (is_whole(quarter) && report_.months.size() > 3)
        row(&centre.place, quarters_[quarter].first, {}, {},
            cell(sums.by_row_and_group[at][quarter],
                 quarter_is_counted(
                     quarter, [&](std::size_t i) { return is_counted(centre.months[i].state); })),
            {});
    }
    if (report_.months.size() > 1) {
      const bool tells_people = centre.people && says_nothing(told(centre.people->n), months);
      row(&centre.place, whole_, {}, {}, cell(sums.by_row[at], is_counted(centre)),
          tells_people ? Cell{printed(centre.people->n)} : Cell{});
      all_.add(tells_people ? told(centre.people->n) : Told{months.least_sum, months.most_one});
    }
  }

  /// Whether numbers that are printed already make this one's bounds anyway, so that it cannot be
  /// turned against them: different people are at most the sum of the people of parts, and at least
  /// the most of one part.
  static bool says_nothing(const Told& told, const Bounds& parts) {
    return told.most <= parts.least_sum && told.least >= parts.most_one;
  }
  /// The estimate of several centres is at most the sum, and at least a third of it.
  static bool estimate_says_nothing(const Told& told, const Bounds& centres) {
    return told.most <= centres.least_sum && 3 * told.least >= centres.most_sum;
  }
  static Cell estimate(const std::optional<Bracket>& people, const Bounds& centres) {
    if (!people || !estimate_says_nothing(told(people->estimate), centres)) return {};
    return printed(people->estimate);
  }

  void write_region(const NestedSums& sums) {
    for (std::size_t i = 0; i < report_.months.size(); ++i) {
      const RegionMonth& month = report_.by_month[i];
      row(nullptr, month.month, {}, {}, cell(sums.by_column[i], is_counted(month)),
          estimate(month.people, by_month_[i]));
    }
    for (std::size_t quarter = 0; quarter < quarters_.size(); ++quarter) {
      if (is_whole(quarter) && report_.months.size() > 3)
        row(nullptr, quarters_[quarter].first, {}, {},
            cell(sums.by_group[quarter],
                 quarter_is_counted(
                     quarter, [&](std::size_t i) { return is_counted(report_.by_month[i]); })),
            {});
    }
    if (report_.months.size() > 1)
      row(nullptr, whole_, {}, {}, cell(sums.all, is_counted(report_)),
          estimate(report_.people, all_));
  }

  void write_activities() {
    std::vector<std::int64_t> least_visits;  // of each centre, by what is printed
    for (const auto& cells : visits_.cells) {
      std::int64_t& sum = least_visits.emplace_back(0);
      for (const auto& cell : cells) sum += cell.hidden ? 0 : told(cell.count).least;
    }
    for (const auto& [id, code] : report_.activity_codes) {
      NestedTable visits{{}, {0}};
      std::int64_t least = 0;
      for (std::size_t i = 0; i < report_.centres.size(); ++i) {
        const auto& activities = report_.centres[i].counts.activities;
        const auto at = activities.find(id);
        const std::int64_t count = at == activities.end() ? 0 : at->second[kVisits];
        // An activity that nearly all came for would tell about the visits.
        visits.cells.push_back({{count, told(count).most > least_visits[i]}});
        least += least_visits[i];
      }
      const NestedSums sums = publishable_sums(visits);
      for (std::size_t i = 0; i < report_.centres.size(); ++i) {
        const NestedTable::Cell& cell = visits.cells[i][0];
        if (cell.count > 0 && !cell.hidden)
          row(&report_.centres[i].place, whole_, code, {}, printed(cell.count), {});
      }
      if (sums.all && *sums.all > 0 && told(*sums.all).most <= least)
        row(nullptr, whole_, code, {}, printed(*sums.all), {});
    }
  }

  const Report& report_;
  NestedTable visits_;
  std::vector<std::pair<std::string, int>> quarters_;  // and how many of their months are here
  std::string whole_;
  std::map<std::size_t, Bounds> by_month_;  // people of the centres
  Bounds all_;
  report::Table table_{{"place", "name", "period", "activity", "state", "visits", "people"}, {}};
};

}  // namespace

report::Table open_data(const Report& report) {
  return Writer(report).write();
}

report::Table publish(Storage& storage, const ReportQuestion& question, CivilDay today,
                      Instant now) {
  if (question.as_of || !question.organisation.empty())
    throw Refusal("open data tells of the whole region, with places as they stood then");
  const CivilDay open = open_from(question.to_month);
  if (today < open)
    throw Refusal("open data tells of " + question.to_month + " from " + open.iso() + " on");
  return open_data(
      make_report(known_in_time(gather_evidence(storage, question, Language::kEnglish, now))));
}

}  // namespace sveiki::region
