// SPDX-License-Identifier: EUPL-1.2
/// What a region reports about some months: centres, coverage, visits, people, indicators, and what
/// was corrected. A pure function of what the storage holds, so that pages, exports and an
/// auditor's computer say the same. Zero, closed and not reported are three different things.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/period.h"
#include "region/activity_sums.h"
#include "region/bracket.h"
#include "region/months.h"
#include "region/storage.h"

namespace sveiki::region {

/// What is known of a centre's month.
enum class MonthState {
  kNotReported,  ///< nothing came: its numbers are not zero but unknown
  kPartly,       ///< some days did not come
  kComplete,     ///< every day that is over came, and one at least was open
  kClosed,       ///< every day that is over came as closed
  kManual,       ///< somebody entered the month's sum by hand
  kNoPlace,      ///< the centre did not exist yet, or any more
};
std::string_view month_state_name(MonthState state);  ///< "not-reported", "partly", …

/// Columns as DayColumn has them. `people` there are people-days: whoever came on three days is
/// three of them; never print them as people.
struct Counts {
  RowValues total{};
  ByActivity activities;
  bool operator==(const Counts&) const = default;
};

struct CentreMonth {
  std::string month;  ///< "2026-11"
  MonthState state = MonthState::kNotReported;
  int open = 0, closed = 0;       ///< days reported so
  std::vector<CivilDay> missing;  ///< days that are over and not reported
  std::vector<CivilDay> corrected;
  std::vector<CivilDay> withdrawn;  ///< taken out and not entered again; missing, too
  std::vector<CivilDay> in_gap;     ///< counted, but lost at the kiosk: staff have yet to say
  Counts counts;
  std::optional<People> people;  ///< nothing: not known
  bool operator==(const CentreMonth&) const = default;
};

struct CentreReport {
  Place place;               ///< as of then, or as of a day
  std::string organisation;  ///< id of the nearest one above it; empty: none
  int depth = 0;             ///< 0 under an organisation or the region, 1 a branch of a centre
  std::vector<CentreMonth> months;  ///< one for each of the report's, in order
  Counts counts;
  std::optional<People> people;  ///< over the whole stretch; nothing: not known for this period
  std::optional<Instant> last_seen;
  bool silent = false;  ///< has a kiosk that was not heard of for kSilentDays
};

struct RegionMonth {
  std::string month;
  Counts counts;
  std::map<MonthState, int> centres;  ///< how many are in which state
  std::optional<Bracket> people;      ///< nothing: no centre reported people
};

struct IndicatorReport {
  Indicator indicator;
  std::optional<Bracket> people;
  /// Only the lower end of the bracket counts towards "at least".
  bool reached() const { return people && people->lower >= indicator.target; }
};

struct Report {
  std::string from_month, to_month;
  std::optional<CivilDay> as_of;  ///< places as they stand on this day; nothing: as they stood then
  std::string organisation;       ///< only what belongs to it; empty: everything
  Instant made;
  std::vector<std::string> months;
  std::vector<Place> organisations;   ///< those that centres belong to, by name
  std::vector<CentreReport> centres;  ///< organisation by organisation, a branch after its centre
  std::vector<RegionMonth> by_month;  ///< the sum of `centres`
  Counts counts;
  std::string people_period;  ///< "2026-Q1", "P:SOC1000": the period that is exactly these months
  std::optional<Bracket> people;  ///< over the whole stretch; nothing: not known for this period
  std::vector<IndicatorReport> indicators;
  std::vector<Correction> corrections;  ///< since the day that was asked for, the newest first
  std::map<std::string, std::string> activity_codes;  ///< "ac_…" to "clay"

  /// Of a centre's organisation; empty: it has none.
  std::string organisation_name(const std::string& id) const;
};

/// Days without a word after which a centre is silent.
inline constexpr int kSilentDays = 3;

/// How much a report holds of each centre's month. Exports need everything; pages show sums, and of
/// a large region's years the rest would be most of the report.
enum class Detail {
  kEverything,
  kSums,  ///< not its activities, nor who its people were: those of the whole stretch only
};

/// What a report is made of besides the totals.
struct ReportFrame {
  std::string from_month, to_month;
  std::optional<CivilDay> as_of;
  std::string organisation;  ///< only what belongs to it; empty: everything
  Detail detail = Detail::kEverything;
  Instant made;
  std::vector<Place> places;  ///< every version that stood in one of the months, or up to as_of
  std::vector<MonthEntry> entered;  ///< by hand: what stands of each centre and month
  std::vector<Indicator> indicators;
  std::vector<Correction> corrections;
  std::map<std::string, Instant> last_seen;  ///< by centre
  std::map<std::string, std::string> activity_codes;
};

/// All that a report is made of.
struct ReportInput : ReportFrame {
  std::vector<Total> months;  ///< what stands twice for a centre and period is added up
  std::vector<Total> people;
};

/// All days that any number of the report is about: an indicator's may lie outside its months.
Period span_of(const ReportFrame& frame);

/// What is asked of a report. Months are "2026-01"; `from` is not after `to`.
struct ReportQuestion {
  std::string from_month, to_month;
  std::optional<CivilDay> as_of;
  std::string organisation;
  std::optional<Instant> corrections_since;  ///< nothing: corrections are not asked for
  Detail detail = Detail::kEverything;
};

/// Reads what the question needs.
ReportInput read_input(Storage& storage, const ReportQuestion& question, Instant now);
Report make_report(ReportInput input);
/// The same, of one moment, and without holding all totals at once.
Report make_report(Storage& storage, const ReportQuestion& question, Instant now);

}  // namespace sveiki::region
