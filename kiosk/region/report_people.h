// SPDX-License-Identifier: EUPL-1.2
/// The different people of one centre and period, from all that told of them: kiosks, a second
/// record, months that somebody entered by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/period.h"
#include "region/bracket.h"
#include "region/storage.h"

namespace sveiki::region {

/// People as the records of one centre counted them over one period: Total::record of each.
class RecordedPeople {
 public:
  void add(const std::string& record, std::string_view rows);
  /// What belongs to no record is beside each of them. Nothing: nobody told anything.
  std::optional<People> together() &&;

 private:
  boost::container::flat_map<std::string, People> records_;
};

/// Who came in months that were entered by hand may have come in others, too. `entered` is of any
/// months of the centre; nothing: neither a kiosk nor an entry told of the period.
std::optional<People> with_entered(std::optional<People> by_kiosk, const Period& period,
                                   const std::vector<const MonthEntry*>& entered);

}  // namespace sveiki::region
