// SPDX-License-Identifier: EUPL-1.2
/// What reports read: totals, coverage, corrections. Only asks.
#pragma once

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
  /// Total by total: taken apart by record, and what none of them counted, where a centre has two.
  std::vector<Total> by_record(std::vector<Total> people);

  Database& db_;
};

}  // namespace sveiki::region
