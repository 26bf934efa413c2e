// SPDX-License-Identifier: EUPL-1.2
/// A report as exact one-way tables, for CSV, the data package and the workbook. Counts from 1 to 4
/// stay out of a copy: an empty cell, named in the column "small". Columns have the same names in
/// every language.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "region/report.h"
#include "report/table.h"

namespace sveiki::region {

enum class Purpose {
  /// For the partners: small numbers stay out of sight, though sums beside them may tell them. For
  /// everybody there is open_data.h.
  kCopy,
  kAudit,  ///< every number, for somebody who has to prove them
};

/// One row per centre: id, name, organisation, country, from, to.
report::Table centres_table(const Report& report);
/// What each activity is called in a language, by id: its name, else its code. Nothing at all while
/// no activity of the region has a name.
std::map<std::string, std::string> activity_names_in(std::string_view language,
                                                     const ActivityNames& names,
                                                     const Report& report);
/// One row per activity: its code, and its name in each language, if it has one.
report::Table activities_table(const Report& report, const ActivityNames& names);
/// One row per centre and month, and one for each of its activities there. Where nothing was
/// reported the counts are empty, not zero. `names`: of activities; without any there is no column
/// for them.
report::Table months_table(const Report& report, Purpose purpose,
                           const std::map<std::string, std::string>& names = {});
/// Different people: one row per centre, period, and value of one dimension ("all", "visits",
/// "other-centres", "age", "gender", "group").
report::Table people_table(const Report& report, Purpose purpose);
/// One row per indicator, with its bracket.
report::Table indicators_table(const Report& report, Purpose purpose);

/// Whether a month's counts are known at all; where not they are told as nothing.
bool is_counted(MonthState state);
/// Whether anything of it is: a sum of nothing known is not zero.
bool is_counted(const CentreReport& centre);
bool is_counted(const RegionMonth& month);
bool is_counted(const Report& report);

}  // namespace sveiki::region
