// SPDX-License-Identifier: EUPL-1.2
#include "region/attack/attacker.h"

#include <algorithm>

#include "domain/period.h"
#include "region/report.h"
#include "report/csv.h"

namespace sveiki::test {
namespace {

using region::Told;

constexpr std::int64_t kMany = 1'000'000;

bool is_month(const std::string& period) {
  return period.size() == 7 && period[5] != 'Q';
}

Told ends_of(const std::string& text) {
  return text == "<5" ? region::told(1) : region::told(std::stoll(text));
}

}  // namespace

Attacker::Attacker(const std::vector<std::string>& files) {
  for (const std::string& file : files) read(file);
  know_months();
  for (const std::string& centre : centres_) know_people(centre);
  read_prints();
}

void Attacker::read(const std::string& file) {
  const auto rows = report::read_csv(file).rows;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto cells = rows[i].cells;
    cells.resize(7);
    rows_.insert({cells[0], cells[2], cells[3], cells[4], cells[5], cells[6]});
  }
}

Attacker::Span Attacker::span(const std::string& period) const {
  std::string first = period, last = period;
  if (period.size() == 15) {  // 2026-01/2026-05
    first = period.substr(0, 7);
    last = period.substr(8);
  } else if (!is_month(period)) {
    first = calendar_period(period)->from.iso().substr(0, 7);
    last = calendar_period(period)->to.iso().substr(0, 7);
  }
  const auto at = [&](const std::string& month) {
    return static_cast<std::size_t>(std::ranges::find(months_, month) - months_.begin());
  };
  return {at(first), at(last)};
}

void Attacker::know_months() {
  std::set<std::string> months, centres;
  for (const Row& row : rows_) {
    if (is_month(row.period)) months.insert(row.period);
    if (row.place != "region") centres.insert(row.place);
  }
  months_.assign(months.begin(), months.end());
  centres_.assign(centres.begin(), centres.end());
  for (const Row& row : rows_) spans_.insert(span(row.period));
  // A longer period may be made of others that were never told.
  for (std::size_t i = 0; i < months_.size(); ++i) {
    for (std::size_t j = i; j < months_.size() && (months_.size() <= 6 || j == i); ++j)
      spans_.insert({i, j});
  }
  for (const std::string& centre : centres_)
    for (std::size_t i = 0; i < months_.size(); ++i)
      visits_[{centre, i}] = numbers_.add({0, kMany});
  for (const Row& row : rows_) {
    if (row.place == "region" || !is_month(row.period) || !row.activity.empty()) continue;
    // A month that was not reported counts nothing.
    numbers_.narrow(visits_.at({row.place, span(row.period).first}),
                    row.visits.empty() ? Told{0, 0} : ends_of(row.visits));
  }
}

/// Different people of one centre: fewer than visits, more in a longer period, fewer than in its
/// parts together; and whoever came in two periods came in what they have in common or in both.
void Attacker::know_people(const std::string& centre) {
  const auto of = [&](const Span& span) { return people_.at({centre, span}); };
  for (const Span& span : spans_) people_[{centre, span}] = numbers_.add({0, kMany});
  for (const Span& a : spans_) {
    if (a.first == a.second)
      numbers_.bound({{visits_.at({centre, a.first}), 1}, {of(a), -1}}, {0, kMany});
    WholeNumbers::Terms months{{of(a), -1}};
    for (std::size_t i = a.first; i <= a.second; ++i) months.push_back({of({i, i}), 1});
    if (a.first != a.second) numbers_.bound(months, {0, kMany});
    WholeNumbers::Terms parts{{of(a), -1}};
    for (std::size_t i = a.first; i <= a.second;) {  // the longest that were told, one by one
      Span longest{i, i};
      for (const Span& part : spans_)
        if (part.first == i && part.second <= a.second && part != a)
          longest = std::max(longest, part);
      parts.push_back({of(longest), 1});
      i = longest.second + 1;
    }
    if (parts.size() > 2) numbers_.bound(parts, {0, kMany});
    for (const Span& b : spans_) {
      if (a == b) continue;
      if (a.first <= b.first && b.second <= a.second)
        numbers_.bound({{of(a), 1}, {of(b), -1}}, {0, kMany});
      const bool meet = a.first < b.first && a.second < b.second && b.first <= a.second + 1;
      const Span whole{a.first, b.second}, common{b.first, a.second};
      if (!meet || !spans_.contains(whole)) continue;
      WholeNumbers::Terms terms{{of(a), 1}, {of(b), 1}, {of(whole), -1}};
      if (common.first <= common.second) {
        if (!spans_.contains(common)) continue;
        terms.push_back({of(common), -1});
      }
      numbers_.bound(terms, {0, kMany});
    }
  }
}

Attacker::Number Attacker::sum_of(
    const std::map<std::pair<std::string, std::size_t>, Number>& cells, const std::string& place,
    const Span& months) {
  if (place != "region" && months.first == months.second) return cells.at({place, months.first});
  const Number sum = numbers_.add({0, kMany});
  WholeNumbers::Terms terms{{sum, -1}};
  for (const std::string& centre : centres_) {
    for (std::size_t i = months.first; i <= months.second; ++i)
      if (place == "region" || place == centre) terms.push_back({cells.at({centre, i}), 1});
  }
  numbers_.bound(terms, {0, 0});
  return sum;
}

std::map<std::pair<std::string, std::size_t>, Attacker::Number>& Attacker::activity(
    const std::string& name) {
  auto& cells = activities_[name];
  if (!cells.empty()) return cells;
  for (const auto& [cell, visits] : visits_) {
    cells[cell] = numbers_.add({0, kMany});
    numbers_.bound({{visits, 1}, {cells[cell], -1}}, {0, kMany});
  }
  return cells;
}

/// Between a third and all of the centres' people, to the nearest; and whoever comes in addition
/// weighs between a third and one.
void Attacker::estimate(const Span& months, Number number) {
  WholeNumbers::Terms more{{number, -1}}, fewer{{number, 3}};
  for (const std::string& centre : centres_) {
    more.push_back({people_.at({centre, months}), 1});
    fewer.push_back({people_.at({centre, months}), -1});
  }
  numbers_.bound(more, {0, kMany});
  numbers_.bound(fewer, {centres_.size() == 1 ? 2 * kMany : -1, kMany * 4});
  for (const auto& [part, estimate] : estimates_) {
    Span a = months, b = part;
    Number whole = number, less = estimate;
    if (b.first <= a.first && a.second <= b.second) {
      std::swap(a, b);
      std::swap(whole, less);
    }
    if (!(a.first <= b.first && b.second <= a.second)) continue;
    WholeNumbers::Terms most{{whole, -1}, {less, 1}}, least{{whole, 3}, {less, -3}};
    for (const std::string& centre : centres_) {
      most.push_back({people_.at({centre, a}), 1});
      most.push_back({people_.at({centre, b}), -1});
      least.push_back({people_.at({centre, a}), -1});
      least.push_back({people_.at({centre, b}), 1});
    }
    numbers_.bound(most, {-1, kMany});
    numbers_.bound(least, {-3, kMany});
  }
  estimates_[months] = number;
}

void Attacker::print(const std::string& what, Number number, const std::string& text,
                     bool of_centre) {
  numbers_.narrow(number, ends_of(text));
  printed_.push_back({what, number, ends_of(text), of_centre});
}

void Attacker::read_prints() {
  for (const Row& row : rows_) {
    const bool of_centre = row.place != "region";
    const std::string what = row.place + " " + row.period + " " + row.activity;
    const Span months = span(row.period);
    if (!row.visits.empty()) {
      auto& cells = row.activity.empty() ? visits_ : activity(row.activity);
      print(what + " visits " + row.visits, sum_of(cells, row.place, months), row.visits,
            of_centre);
    }
    if (row.people.empty()) continue;
    if (of_centre) {
      print(what + " people " + row.people, people_.at({row.place, months}), row.people, true);
    } else {
      const Number number = numbers_.add({0, kMany});
      estimate(months, number);
      print(what + " people " + row.people, number, row.people, false);
    }
  }
}

int Attacker::sums() const {
  return static_cast<int>(std::ranges::count_if(printed_, [](const Printed& it) {
    return !it.of_centre || !is_month(it.what.substr(12, 7));
  }));
}

std::vector<std::string> Attacker::solved() {
  std::vector<std::string> solved;
  for (const Printed& it : printed_) {
    if (!it.of_centre && it.told != region::told(1)) continue;
    for (const std::int64_t end : {it.told.least, it.told.most}) {
      if (numbers_.possible(it.number, end)) continue;
      solved.push_back(it.what + " is not " + std::to_string(end));
      break;
    }
  }
  return solved;
}

}  // namespace sveiki::test
