// SPDX-License-Identifier: EUPL-1.2
/// Reads a centre's counts for a report, also while the kiosk records. What one CountsQuery
/// answers is one moment's truth, however many questions are asked. Where people were forgotten, a
/// question about different people that was not prepared for is refused (RecordFault kOther): days,
/// whole months, quarters, half-years, years and the region's periods are always known.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "domain/counting.h"
#include "domain/sheet.h"

namespace sveiki::store {

/// Days, both ends included; from <= to.
struct DayRange {
  CivilDay from;
  CivilDay to;
};

class CountsQuery {
 public:
  /// Throws RecordFault as open_to_read does; so do the questions.
  explicit CountsQuery(const std::filesystem::path& dir);
  ~CountsQuery();
  CountsQuery(const CountsQuery&) = delete;
  CountsQuery& operator=(const CountsQuery&) = delete;

  /// One for each day. Open: a life ran on a day that was planned open, or somebody came.
  std::vector<DayState> states(DayRange days) const;

  /// Rows by day, and by month, without sign-ups and minutes; a month that the range cuts counts
  /// its days within the range.
  CountRows by_day(DayRange days) const;
  CountRows by_month(DayRange days) const;

  /// Over the whole range; people are different people, however often they came.
  Counts over(DayRange days) const;

  /// Different people of whole months by age band, gender and target group: rows B, G and M.
  SheetRows profile(DayRange months) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sveiki::store
