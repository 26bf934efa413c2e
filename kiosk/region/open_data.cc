// SPDX-License-Identifier: EUPL-1.2
#include "region/open_data.h"

#include <algorithm>

#include "domain/period.h"
#include "region/disclosure.h"
#include "region/report_tables.h"

namespace sveiki::region {
namespace {

using report::Cell;

/// Months of the report that are a quarter or a year.
struct Span {
  std::string name;
  std::size_t first = 0, last = 0;
  bool is_year() const { return name.size() == 4; }
};

/// What somebody who knows the months alone knows of the people of a longer period: at least as
/// many as in one of them, at most all together, while each month is as low as it can be.
struct Reach {
  std::int64_t low = 0, high = 0;
};

/// People of one centre over one period, and what is told of them.
struct Node {
  Told told;    ///< what they could always be: their print, or else as many as in one of the parts
  Reach reach;  ///< what else they could be
};

class Writer {
 public:
  explicit Writer(const ReportInput& known) : report_(make_report(known)) {
    for (const std::size_t kind : {1, 3}) find_spans(kind);
    for (std::size_t i = 0; i < report_.centres.size(); ++i) by_id_.push_back(&report_.centres[i]);
    std::ranges::sort(by_id_, {}, [](const CentreReport* centre) { return centre->place.id; });
    count_people(known);
    for (std::size_t from = 0; from < report_.months.size();) {
      std::size_t to = from + 1;
      while (to < report_.months.size() && year_of(to) == year_of(from)) ++to;
      sum_year(from, to);
      from = to;
    }
  }

  report::Table write() {
    for (const CentreReport& centre : report_.centres) write_centre(centre);
    write_region();
    for (const Span& span : spans_) {
      if (!span.is_year()) write_activities(span);
    }
    return std::move(table_);
  }

 private:
  using Key = std::pair<std::string, std::string>;  // centre ("region") and period

  std::string year_of(std::size_t month) const { return report_.months[month].substr(0, 4); }
  std::string quarter_of(std::size_t month) const {
    return calendar_periods(calendar_period(report_.months[month])->from)[1].name;
  }

  /// Of a quarter or a year of which some months are not asked for nothing is told.
  void find_spans(std::size_t kind) {
    const auto at = [&](CivilDay day) {
      return static_cast<std::size_t>(
          std::ranges::find(report_.months, calendar_periods(day)[0].name) -
          report_.months.begin());
    };
    for (std::size_t i = 0; i < report_.months.size(); ++i) {
      const CivilDay day = calendar_period(report_.months[i])->from;
      const Period period = calendar_periods(day)[kind];
      if (period.from == day && at(period.to) < report_.months.size())
        spans_.push_back({period.name, i, at(period.to)});
    }
  }

  void count_people(const ReportInput& known) {
    std::map<std::string, std::vector<Total>> people;
    for (const Total& total : known.people) people[total.period].push_back(total);
    for (const Span& span : spans_) {
      ReportInput part;
      part.from_month = report_.months[span.first];
      part.to_month = report_.months[span.last];
      part.made = known.made;
      part.places = known.places;
      part.people = std::move(people[span.name]);
      part.entered = known.entered;
      const Report report = make_report(part);
      bool exact = true;
      for (const CentreReport& centre : report.centres) {
        if (!centre.people) continue;
        if (centre.people->more == 0)
          people_[{centre.place.id, span.name}] = centre.people->n;
        else
          exact = false;
      }
      if (report.people && exact) estimates_[span.name] = *report.people;
    }
  }

  /// A month that nobody reported counts nothing.
  static std::int64_t visits_of(const CentreMonth& month) {
    return is_counted(month.state) ? std::max<std::int64_t>(month.counts.total[kVisits], 0) : 0;
  }

  void sum_year(std::size_t from, std::size_t to) {
    NestedTable table;
    std::vector<std::string> quarters;
    for (std::size_t i = from; i < to; ++i) {
      if (quarters.empty() || quarters.back() != quarter_of(i)) quarters.push_back(quarter_of(i));
      table.group.push_back(quarters.size() - 1);
    }
    // By id: a centre's new name changes nothing.
    for (const CentreReport* centre : by_id_) {
      auto& cells = table.cells.emplace_back();
      for (std::size_t i = from; i < to; ++i) cells.push_back(visits_of(centre->months[i]));
    }
    const NestedSums sums = publishable_sums(table);
    for (std::size_t row = 0; row < by_id_.size(); ++row) {
      const std::string& id = by_id_[row]->place.id;
      for (std::size_t i = 0; i < quarters.size(); ++i)
        visits_[{id, quarters[i]}] = sums.by_row_and_group[row][i];
      visits_[{id, year_of(from)}] = sums.by_row[row];
    }
    for (std::size_t i = from; i < to; ++i)
      visits_[{kRegion, report_.months[i]}] = sums.by_column[i - from];
    for (std::size_t i = 0; i < quarters.size(); ++i)
      visits_[{kRegion, quarters[i]}] = sums.by_group[i];
    visits_[{kRegion, year_of(from)}] = sums.all;
  }

  void row(const Place* place, const std::string& period, Cell activity, Cell state, Cell visits,
           Cell people) {
    table_.rows.push_back({place ? place->id : kRegion, place ? place->name : std::string{}, period,
                           std::move(activity), std::move(state), std::move(visits),
                           std::move(people)});
  }

  /// A sum of months of which none was reported is not zero, but nothing.
  Cell sum(const Key& of, bool counted) const {
    const NestedSums::Sum& sum = visits_.at(of);
    return sum && counted ? Cell{printed(*sum)} : Cell{};
  }

  static bool any_month(const CentreReport& centre, const Span& span, auto&& is) {
    for (std::size_t i = span.first; i <= span.last; ++i) {
      if (is(centre.months[i].state)) return true;
    }
    return false;
  }
  static bool counted(const CentreReport& centre, const Span& span) {
    return any_month(centre, span, [](MonthState state) { return is_counted(state); });
  }
  static bool stood(const CentreReport& centre, const Span& span) {
    return any_month(centre, span, [](MonthState state) { return state != MonthState::kNoPlace; });
  }

  void write_centre(const CentreReport& centre) {
    std::vector<Node> months;
    for (const CentreMonth& month : centre.months) {
      Node& node = months.emplace_back();
      if (month.state == MonthState::kNoPlace) continue;
      const std::string state{month_state_name(month.state)};
      if (!is_counted(month.state)) {
        row(&centre.place, month.month, {}, state, {}, {});
        continue;
      }
      const std::int64_t visits = visits_of(month);
      // More people than visits are a mistake that would tell something about both.
      Cell people;
      if (month.people && 0 <= month.people->n && month.people->n <= visits) {
        people = printed(month.people->n);
        node.told = told(month.people->n);
        node.reach = {node.told.least, node.told.least};
      }
      row(&centre.place, month.month, {}, state, printed(visits), people);
    }
    std::map<std::size_t, Node> quarters;  // by their first month
    for (const Span& span : spans_) {
      std::vector<Node> parts;
      for (std::size_t i = span.first; i <= span.last; i += span.is_year() ? 3 : 1)
        parts.push_back(span.is_year() ? quarters.at(i) : months[i]);
      Node node = together(parts);
      const auto people = people_.find({centre.place.id, span.name});
      const bool known = people != people_.end();
      const bool tells = known && says_nothing(told(people->second), parts);
      if (tells) {
        node.told = told(people->second);
        node.reach = {node.told.least, node.told.most};
      }
      if (span.is_year() && known) years_[span.name].push_back(node.reach);
      if (!span.is_year()) quarters[span.first] = node;
      if (stood(centre, span))
        row(&centre.place, span.name, {}, {},
            sum({centre.place.id, span.name}, counted(centre, span)),
            tells ? Cell{printed(people->second)} : Cell{});
    }
  }

  static Node together(const std::vector<Node>& parts) {
    Node node;
    for (const Node& part : parts) {
      node.told.least = std::max(node.told.least, part.told.least);
      node.told.most = std::max(node.told.most, part.told.most);
      node.reach.low = std::max(node.reach.low, part.reach.low);
      node.reach.high += part.reach.high;
    }
    return node;
  }

  /// Whether the people of a period could be each of these, whatever its parts are: they are at
  /// most the sum of the parts, and at least the most of one.
  static bool says_nothing(const Told& told, const std::vector<Node>& parts) {
    std::int64_t least_sum = 0;
    for (const Node& part : parts) {
      least_sum += part.told.least;
      if (part.told.most > told.least) return false;
    }
    return told.most <= least_sum;
  }

  void write_region() {
    for (const RegionMonth& month : report_.by_month)
      row(nullptr, month.month, {}, {}, sum({kRegion, month.month}, is_counted(month)), {});
    for (const Span& span : spans_) {
      const bool any = std::ranges::any_of(
          report_.centres, [&](const CentreReport& centre) { return counted(centre, span); });
      row(nullptr, span.name, {}, {}, sum({kRegion, span.name}, any),
          span.is_year() ? estimate(span) : Cell{});
    }
  }

  /// Different people of the region, of a year only: those who use several centres weigh the same
  /// in each period, so that estimates of a part and of the whole would tell about each other.
  Cell estimate(const Span& year) {
    const Bracket bracket = estimates_.contains(year.name) ? estimates_.at(year.name) : Bracket{};
    std::int64_t low = 0, high = 0;
    for (const Reach& centre : years_[year.name]) {
      low += centre.low;
      high += centre.high;
    }
    // Of a single centre it is the number itself. Each number may go from one end of its print to
    // the other while the estimate stands.
    const Told told = region::told(bracket.estimate);
    const bool tells = bracket.centres > 1 && !is_small(bracket.estimate) &&
                       told.least <= high - kWidest && low + kWidest <= 3 * told.most;
    return tells ? Cell{printed(bracket.estimate)} : Cell{};
  }

  void write_activities(const Span& quarter) {
    for (const auto& [id, code] : report_.activity_codes) {
      Parts parts;
      std::int64_t all = 0;
      for (const CentreReport& centre : report_.centres) {
        std::int64_t count = 0, least_visits = 0;
        for (std::size_t i = quarter.first; i <= quarter.last; ++i) {
          const CentreMonth& month = centre.months[i];
          const auto at = month.counts.activities.find(id);
          if (is_counted(month.state) && at != month.counts.activities.end())
            count += at->second[kVisits];
          least_visits += told(visits_of(month)).least;
        }
        if (count <= 0) continue;
        all += count;
        if (told(count).most <= least_visits) {
          parts.add(told(count));
          row(&centre.place, quarter.name, code, {}, printed(count), {});
        } else {
          // An activity that nearly all came for would tell about the visits.
          parts.add_untold(least_visits);
        }
      }
      if (all > 0 && parts.stay_free(told(all)))
        row(nullptr, quarter.name, code, {}, printed(all), {});
    }
  }

  static constexpr const char* kRegion = "region";
  static constexpr std::int64_t kWidest = 4;  // between the ends of one print

  const Report report_;
  std::vector<Span> spans_;  // quarters, then years
  std::vector<const CentreReport*> by_id_;
  std::map<Key, std::int64_t> people_;  // of quarters and years
  std::map<std::string, Bracket> estimates_;
  std::map<Key, NestedSums::Sum> visits_;            // what may be told
  std::map<std::string, std::vector<Reach>> years_;  // of the centres' people
  report::Table table_{{"place", "name", "period", "activity", "state", "visits", "people"}, {}};
};

}  // namespace

report::Table open_data(const ReportInput& known) {
  return Writer(known).write();
}

report::Table publish(Storage& storage, const ReportQuestion& question, CivilDay today,
                      Instant now) {
  if (question.as_of || !question.organisation.empty())
    throw Refusal("open data tells of the whole region, with places as they stood then");
  const CivilDay open = open_from(question.to_month);
  if (today < open)
    throw Refusal("open data tells of " + question.to_month + " from " + open.iso() + " on");
  return open_data(known_in_time(gather_evidence(storage, question, Language::kEnglish, now)));
}

}  // namespace sveiki::region
