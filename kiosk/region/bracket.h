// SPDX-License-Identifier: EUPL-1.2
/// How many different people several centres have together, without knowing who they are: a
/// bracket. People tell staff at enrolment how many other centres they use; more is not known.
#pragma once

#include <boost/container/flat_map.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sveiki::region {

/// People over a period as one centre counts them.
struct People {
  std::int64_t n = 0;
  std::int64_t newcomers = 0;
  /// How many more they may be: those of a second record, or of months that were entered by hand,
  /// may be the same people or others.
  std::int64_t more = 0;
  /// By number of visits, by other centres used, by age, gender and target group: the keys of the
  /// rows 'F', 'O', 'B', 'G' and 'M' of domain/sheet.h. All but 'F' travel in batches: until there
  /// was one they are empty, and after it they may be of others than those who now count.
  boost::container::flat_map<char, boost::container::flat_map<std::string, std::int64_t>> by;
  bool operator==(const People&) const = default;
};

/// lower <= estimate <= upper, and unknown >= 0.
struct Bracket {
  /// Known to use one centre only; of the others, as many as one centre has: they are different.
  std::int64_t lower = 0;
  std::int64_t estimate = 0;  ///< n1 + n2 / 2 + n3 / 3, to the nearest whole person within the two
  std::int64_t upper = 0;     ///< the sum over centres
  std::int64_t unknown =
      0;  ///< never asked, or not told yet: the estimate counts them as users of one centre
  int centres = 0;  ///< that reported people
  bool operator==(const Bracket&) const = default;
};

/// What is known of people that were counted several times by one centre: at least those of the
/// largest count, at most all of them. Empty: nobody was counted.
People maybe_the_same(const std::vector<People>& counts);

/// Adds up centres. The people of a single centre are all different, so its bracket is its number.
class BracketSum {
 public:
  void add(const People& people);
  std::optional<Bracket> bracket() const;  ///< nothing: no centre was added

 private:
  std::int64_t one_ = 0, two_ = 0, three_ = 0;  // by centres used; three and more
  std::int64_t unknown_ = 0, all_ = 0;
  std::int64_t most_others_ = 0;  // of one centre, who are not known to use it only
  int centres_ = 0;
};

}  // namespace sveiki::region
