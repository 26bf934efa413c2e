// SPDX-License-Identifier: EUPL-1.2
/// Makes a report of totals that are told one after another, so that nobody needs to hold them all.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/period.h"
#include "region/activity_sums.h"
#include "region/report.h"
#include "region/report_people.h"
#include "region/report_places.h"

namespace sveiki::region {

class ReportMaker {
 public:
  /// `frame` must outlive this.
  explicit ReportMaker(const ReportFrame& frame);

  /// In any order.
  void add_month(const Total& total);
  /// What is of one centre and period comes one after another.
  void add_people(const Total& total);
  /// Once, when all was told.
  Report make();

 private:
  /// A centre as it is told of. The report may tell of it under the one that carried on with its
  /// work.
  struct Centre {
    std::string id;
    std::optional<std::size_t> at;           ///< in report_.centres; nothing: not of this report
    std::vector<const Place*> versions;      ///< under which each of periods_ is told, or null
    std::vector<CentreMonth> months;         ///< periods_
    std::vector<std::array<char, 31>> days;  ///< a DayMark for each, of each month
    std::map<std::string, People> people;    ///< over stretches_, as kiosks told
    std::vector<const MonthEntry*> entered;
  };

  void match_stretch(const Period& period);
  void add_centre(const std::string& id);
  std::size_t place_in_report(const Centre& told);
  const Place* version(const std::string& id, const Period& month) const;
  Centre* centre(const std::string& id);

  void end_people();
  void tell_stretch(Centre& centre, const Period& period);
  void end_months(Centre& centre);
  static void cover(CentreMonth& month, CivilDay first, const Period& days, std::string_view marks);
  CivilDay yesterday(const std::string& zone);
  void sum_up();
  void see(CentreReport& centre) const;
  void order();

  const ReportFrame& frame_;
  PlacesInTime places_;
  Report report_;
  std::vector<Period> periods_;  // the months
  std::unordered_map<std::string, std::size_t> month_at_;
  std::map<std::string, Period> stretches_;  // of whose people is told as one: indicators', ours
  std::vector<std::vector<Period>> indicator_months_;
  std::vector<Centre> centres_;                             // all there were, by id
  std::unordered_map<std::string, std::size_t> centre_at_;  // in centres_
  std::unordered_map<std::string, std::size_t> told_at_;    // in report_.centres

  // Whose people are being told.
  Centre* of_centre_ = nullptr;
  std::string of_period_;
  RecordedPeople people_;

  ActivityNumbers activities_;
  std::vector<ActivitySums> centre_sums_;  // of report_.centres
  std::vector<ActivitySums> month_sums_;
  std::vector<BracketSum> month_people_, indicator_people_;
  BracketSum stretch_people_;
  std::set<std::size_t> has_stretch_;          // of report_.centres
  std::map<std::string, CivilDay> yesterday_;  // by zone
};

}  // namespace sveiki::region
