// SPDX-License-Identifier: EUPL-1.2
/// What reports read: totals, coverage, corrections. Only asks.
#pragma once

#include <map>
#include <utility>

#include "region/storage.h"

namespace sveiki::region {

class Counts {
 public:
  explicit Counts(Database& db) : db_(db) {}

  // As in Storage.
  std::vector<Total> months(const std::string& from_month, const std::string& to_month);
  std::vector<Total> days(const std::string& centre, CivilDay from, CivilDay to);
  std::vector<Total> people(const std::string& from_period, const std::string& to_period);
  std::vector<Coverage> coverage(const std::string& from_month, const std::string& to_month);
  std::vector<Correction> corrections(Instant since);

 private:
  using Month = std::pair<std::string, std::string>;  ///< centre, "2026-11"
  using DaysOfMonths = std::map<Month, std::vector<CivilDay>>;

  /// What `query` names as centre and day, between the first month and the last.
  DaysOfMonths days_of_months(const char* query, const std::string& from_month,
                              const std::string& to_month);
  /// Total by total: taken apart by record, and what none of them counted, where a centre has two.
  std::vector<Total> by_record(std::vector<Total> people);

  Database& db_;
};

}  // namespace sveiki::region
