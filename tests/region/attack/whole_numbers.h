// SPDX-License-Identifier: EUPL-1.2
/// Whole numbers of which somebody knows ends and sums, and which of them there could be: complete
/// search, so that "impossible" is a proof.
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "region/disclosure.h"

namespace sveiki::test {

class WholeNumbers {
 public:
  using Number = std::size_t;
  using Terms = std::vector<std::pair<Number, std::int64_t>>;  ///< numbers, how many times

  Number add(const region::Told& ends);
  /// The sum of the terms lies between these ends.
  void bound(Terms terms, const region::Told& ends);
  void narrow(Number number, const region::Told& ends);

  /// Whether all that is known can be true while the number is this one. Throws when the search
  /// takes too long to say.
  bool possible(Number number, std::int64_t value);

 private:
  using Ends = std::vector<region::Told>;
  struct Sum {
    Terms terms;
    region::Told ends;
  };
  struct Search {
    std::minstd_rand random;
    int steps = 0;  ///< that are left
    bool narrow_first = false;
    unsigned daring = 0;  ///< how often it goes another way than the last world, of 16 times
  };
  bool tighten(Ends& ends, std::vector<std::size_t> sums) const;
  bool tighten(Ends& ends, const Sum& sum, std::vector<Number>& changed) const;
  bool says_nothing(const Ends& ends, const Sum& sum) const;
  std::vector<std::vector<Number>> parts(const Ends& ends, const std::vector<Number>& among) const;
  bool look(Ends& ends, const std::vector<Number>& among, Search& search) const;
  bool look_at(Ends& ends, const std::vector<Number>& part, Search& search) const;

  Ends ends_;
  std::vector<std::int64_t> world_;  // the last that was found
  std::vector<Sum> sums_;
  std::vector<std::vector<std::size_t>> sums_of_;  // by number
};

}  // namespace sveiki::test
