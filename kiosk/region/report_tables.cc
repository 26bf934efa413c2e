// SPDX-License-Identifier: EUPL-1.2
#include "region/report_tables.h"

#include <algorithm>
#include <array>
#include <utility>

#include "region/disclosure.h"

namespace sveiki::region {
namespace {

using report::Cell;
using report::Table;

constexpr std::array<std::pair<char, const char*>, 5> kDimensions{
    {{'F', "visits"}, {'O', "other-centres"}, {'B', "age"}, {'G', "gender"}, {'M', "group"}}};

Cell day(const std::optional<CivilDay>& day) {
  if (!day) return {};
  return day->iso();
}

/// Puts counts into a row, and the names of those that are too small into its last column.
class Row {
 public:
  Row(Table& table, Purpose purpose, std::vector<Cell> begin)
      : table_(table), purpose_(purpose), cells_(std::move(begin)) {}

  void count(std::int64_t count) {
    const bool left_out = purpose_ == Purpose::kCopy && is_small(count);
    if (left_out) small_ += (small_.empty() ? "" : " ") + table_.columns[cells_.size()];
    cells_.push_back(left_out ? Cell{} : Cell{count});
  }
  /// A number that says nothing of how many, unless there were few of them.
  void amount(std::int64_t amount, std::int64_t of) {
    const bool left_out = purpose_ == Purpose::kCopy && is_small(of);
    cells_.push_back(left_out ? Cell{} : Cell{amount});
  }
  void word(const std::string& word) { cells_.push_back(word); }
  void nothing(std::size_t cells) { cells_.insert(cells_.end(), cells, Cell{}); }
  void end() {
    cells_.push_back(small_.empty() ? Cell{} : Cell{small_});
    table_.rows.push_back(std::move(cells_));
  }

 private:
  Table& table_;
  Purpose purpose_;
  std::vector<Cell> cells_;
  std::string small_;
};

void add_values(Row& row, const RowValues& values, bool counted) {
  if (!counted) return row.nothing(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i == kMinutes)
      row.amount(values[i], values[kVisits]);
    else
      row.count(values[i]);
  }
}

/// At most as many as there are, unless they may be more.
void add_people(Row& row, const People& people) {
  row.count(people.n);
  if (people.more > 0)
    row.count(people.n + people.more);
  else
    row.nothing(1);
  row.count(people.newcomers);
}

void add_people(Table& table, Purpose purpose, const std::string& centre, const std::string& period,
                const std::optional<People>& people) {
  if (!people) return;
  Row all(table, purpose, {centre, period, "all", {}});
  add_people(all, *people);
  all.end();
  for (const auto& [type, dimension] : kDimensions) {
    const auto at = people->by.find(type);
    if (at == people->by.end()) continue;
    for (const auto& [key, n] : at->second) {
      Row row(table, purpose, {centre, period, dimension, key});
      row.count(n);
      row.nothing(2);
      row.end();
    }
  }
}

}  // namespace

bool is_counted(MonthState state) {
  return state != MonthState::kNotReported && state != MonthState::kNoPlace;
}

bool is_counted(const CentreReport& centre) {
  return std::ranges::any_of(centre.months, [](const auto& it) { return is_counted(it.state); });
}

bool is_counted(const RegionMonth& month) {
  return std::ranges::any_of(month.centres, [](const auto& it) { return is_counted(it.first); });
}

bool is_counted(const Report& report) {
  return std::ranges::any_of(report.by_month, [](const auto& it) { return is_counted(it); });
}

Table centres_table(const Report& report) {
  Table table{{"centre", "name", "organisation", "country", "kind", "from", "to"}, {}};
  for (const CentreReport& centre : report.centres) {
    const Place& place = centre.place;
    table.rows.push_back({place.id, place.name, report.organisation_name(centre.organisation),
                          place.country, place.kind == Place::Kind::kBranch ? "branch" : "centre",
                          day(place.from), day(place.to)});
  }
  return table;
}

std::map<std::string, std::string> activity_names_in(std::string_view language,
                                                     const ActivityNames& names,
                                                     const Report& report) {
  if (names.empty()) return {};
  std::map<std::string, std::string> in_language = report.activity_codes;
  for (const auto& [id, by_language] : names) {
    const auto name = by_language.find(std::string{language});
    if (name != by_language.end()) in_language[id] = name->second;
  }
  return in_language;
}

Table activities_table(const Report& report, const ActivityNames& names) {
  Table table{{"activity", "name_lv", "name_lt", "name_en"}, {}};
  for (const auto& [id, code] : report.activity_codes) {
    std::vector<Cell> row{code};
    for (const std::string_view language : {"lv", "lt", "en"}) {
      const auto activity = names.find(id);
      const bool named =
          activity != names.end() && activity->second.contains(std::string{language});
      row.push_back(named ? Cell{activity->second.at(std::string{language})} : Cell{});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table months_table(const Report& report, Purpose purpose,
                   const std::map<std::string, std::string>& names) {
  Table table{{"centre",       "month",          "state",          "days_open",  "days_closed",
               "days_missing", "days_corrected", "days_in_gap",    "activity",   "visits",
               "headcount",    "people_days",    "newcomers",      "signups",    "minutes",
               "services",     "people",         "people_at_most", "people_new", "small"},
              {}};
  if (!names.empty())
    table.columns.insert(std::ranges::find(table.columns, "visits"), "activity_name");
  for (const CentreReport& centre : report.centres) {
    for (const CentreMonth& month : centre.months) {
      if (month.state == MonthState::kNoPlace) continue;
      const bool counted = is_counted(month.state);
      Row total(table, purpose,
                {centre.place.id, month.month, std::string{month_state_name(month.state)},
                 std::int64_t{month.open}, std::int64_t{month.closed},
                 static_cast<std::int64_t>(month.missing.size()),
                 static_cast<std::int64_t>(month.corrected.size()),
                 static_cast<std::int64_t>(month.in_gap.size()), std::string{}});
      if (!names.empty()) total.nothing(1);
      add_values(total, month.counts.total, counted);
      if (month.people) {
        add_people(total, *month.people);
      } else {
        total.nothing(3);
      }
      total.end();
      for (const auto& [id, values] : month.counts.activities) {
        const auto code = report.activity_codes.find(id);
        Row row(table, purpose,
                {centre.place.id,
                 month.month,
                 std::string{month_state_name(month.state)},
                 {},
                 {},
                 {},
                 {},
                 {},
                 code == report.activity_codes.end() ? "other" : code->second});
        if (!names.empty()) row.word(names.contains(id) ? names.at(id) : "");
        add_values(row, values, counted);
        row.nothing(3);
        row.end();
      }
    }
  }
  return table;
}

Table people_table(const Report& report, Purpose purpose) {
  Table table{
      {"centre", "period", "dimension", "value", "people", "people_at_most", "people_new", "small"},
      {}};
  for (const CentreReport& centre : report.centres) {
    for (const CentreMonth& month : centre.months)
      add_people(table, purpose, centre.place.id, month.month, month.people);
    if (report.months.size() > 1)
      add_people(table, purpose, centre.place.id, report.people_period, centre.people);
  }
  return table;
}

Table indicators_table(const Report& report, Purpose purpose) {
  Table table{{"indicator", "name", "version", "from", "to", "target", "due", "lower", "estimate",
               "upper", "unknown", "centres", "reached", "small"},
              {}};
  for (const IndicatorReport& it : report.indicators) {
    const Indicator& about = it.indicator;
    Row row(table, purpose,
            {about.period, about.name, std::int64_t{about.version}, day(about.from), day(about.to),
             about.target, day(about.due)});
    if (it.people) {
      for (const std::int64_t n :
           {it.people->lower, it.people->estimate, it.people->upper, it.people->unknown})
        row.count(n);
      row.amount(it.people->centres, 0);
      row.amount(it.reached() ? 1 : 0, 0);
    } else {
      row.nothing(6);
    }
    row.end();
  }
  return table;
}

}  // namespace sveiki::region
