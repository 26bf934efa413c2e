// SPDX-License-Identifier: EUPL-1.2
/// Sums of activities, told in hundreds of thousands of rows: an id is looked up once for each row
/// and has a number from then on.
#pragma once

#include <boost/container/flat_map.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/sheet.h"

namespace sveiki::region {

/// By id; empty id: activities that the region does not know.
using ByActivity = boost::container::flat_map<std::string, RowValues>;

void add_values(RowValues& to, const RowValues& more);
void add_activities(ByActivity& to, const ByActivity& more);

/// By number.
class ActivitySums {
 public:
  void add(std::size_t activity, const RowValues& values);
  void add(const ActivitySums& more);
  /// Zeros where nothing was added.
  RowValues of(std::size_t activity) const;

 private:
  std::vector<RowValues> sums_;
};

class ActivityNumbers {
 public:
  /// Quickest in the order of ids.
  std::size_t of(std::string_view id);
  /// What sums to nothing but zeros is not told.
  ByActivity by_id(const ActivitySums& sums) const;

 private:
  using Numbers = std::map<std::string, std::size_t, std::less<>>;
  Numbers numbers_;
  Numbers::const_iterator next_ = numbers_.end();  ///< whose turn it is, if ids come in their order
};

}  // namespace sveiki::region
