// SPDX-License-Identifier: EUPL-1.2
/// Somebody who has every file of open data that was ever published, and writes down all that its
/// numbers must have to do with each other.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "region/attack/whole_numbers.h"

namespace sveiki::test {

class Attacker {
 public:
  /// Files as they were published.
  explicit Attacker(const std::vector<std::string>& files);

  /// The numbers that he knows better than their own print tells him: every one of a centre, and
  /// every small one of the region.
  std::vector<std::string> solved();
  int numbers() const { return static_cast<int>(printed_.size()); }
  /// Of the region, or of a centre's longer period: each could be left out.
  int sums() const;

 private:
  using Number = WholeNumbers::Number;
  using Span = std::pair<std::size_t, std::size_t>;  // first and last month
  struct Row {
    std::string place, period, activity, state, visits, people;
    auto operator<=>(const Row&) const = default;
  };

  void read(const std::string& file);
  Span span(const std::string& period) const;
  void know_months();
  void know_people(const std::string& centre);
  void read_prints();
  void print(const std::string& what, Number number, const std::string& text, bool of_centre);
  Number sum_of(const std::map<std::pair<std::string, std::size_t>, Number>& cells,
                const std::string& place, const Span& months);
  void estimate(const Span& months, Number number);
  std::map<std::pair<std::string, std::size_t>, Number>& activity(const std::string& name);

  struct Printed {
    std::string what;
    Number number = 0;
    region::Told told;
    bool of_centre = false;
  };

  std::set<Row> rows_;
  std::vector<std::string> months_, centres_;
  std::set<Span> spans_;
  WholeNumbers numbers_;
  std::map<std::pair<std::string, std::size_t>, Number> visits_;  // by centre and month
  std::map<std::string, std::map<std::pair<std::string, std::size_t>, Number>> activities_;
  std::map<std::pair<std::string, Span>, Number> people_;
  std::map<Span, Number> estimates_;
  std::vector<Printed> printed_;
};

}  // namespace sveiki::test
