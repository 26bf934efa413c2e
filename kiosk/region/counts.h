// SPDX-License-Identifier: EUPL-1.2
/// What reports read: totals, coverage, corrections. Only asks.
#pragma once

#include "region/storage.h"

namespace sveiki::region {

class Counts {
 public:
  explicit Counts(Database& db) : db_(db) {}

  // As in Storage.
  void read_months(const std::string& from_month, const std::string& to_month,
                   const TakeTotal& take);
  void read_people(const std::vector<std::string>& periods, const TakeTotal& take);
  std::vector<Total> days(const std::string& centre, CivilDay from, CivilDay to);
  std::vector<Coverage> coverage(const std::string& centre, const std::string& from_month,
                                 const std::string& to_month);
  std::vector<Correction> corrections(Instant since);

 private:
  Database& db_;
};

}  // namespace sveiki::region
