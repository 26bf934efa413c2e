// SPDX-License-Identifier: EUPL-1.2
#include "region/submitted.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "region/json_report.h"
#include "region/places.h"

namespace sveiki::region {
namespace {

using Json = nlohmann::json;
using Count = std::optional<std::int64_t>;

/// What was submitted is read by the names that json_report wrote; what is not there was not known.
const Json& at(const Json& json, const char* name) {
  static const Json kNothing;
  const auto found = json.is_object() ? json.find(name) : json.end();
  return found == json.end() ? kNothing : *found;
}

Count count_at(const Json& json, const char* part, const char* name) {
  const Json& count = at(at(json, part), name);
  return count.is_number_integer() ? Count{count.get<std::int64_t>()} : std::nullopt;
}

const Json& named(const Json& list, const char* key, const std::string& name) {
  static const Json kNothing;
  const auto found =
      std::ranges::find_if(list, [&](const Json& each) { return at(each, key) == name; });
  return found == list.end() ? kNothing : *found;
}

std::vector<CivilDay> days_of(const Json& list) {
  std::vector<CivilDay> days;
  for (const Json& day : list) days.push_back(CivilDay::parse(day.get<std::string>()).value());
  return days;
}

Count visits_of(const CentreMonth& month) {
  return is_counted(month.state) ? Count{month.counts.total[kVisits]} : std::nullopt;
}

Count people_of(const std::optional<People>& people) {
  return people ? Count{people->n} : std::nullopt;
}

class Comparison {
 public:
  Comparison(const Report& report, const Json& before, const std::vector<Correction>& corrections)
      : report_(report), before_(before) {
    for (const Correction& it : corrections) corrected_.emplace(it.centre, it.period);
  }

  std::vector<Change> of(const std::vector<std::string>& months) const {
    const bool same_months = at(before_, "from") == report_.from_month &&
                             at(before_, "to") == report_.to_month && report_.months.size() > 1;
    std::vector<Change> changes;
    for (const CentreReport& centre : report_.centres) {
      const Json& was = named(at(before_, "centres"), "id", centre.place.id);
      for (const CentreMonth& month : centre.months)
        if (is_told(month) && std::ranges::find(months, month.month) != months.end())
          add(changes, of_month(centre, month, named(at(was, "months"), "month", month.month)));
      if (same_months && !report_.people_period.empty() &&
          std::ranges::all_of(centre.months, [&](const auto& month) { return is_told(month); }))
        add(changes, of_stretch(centre, was));
    }
    return changes;
  }

 private:
  /// What was submitted is the whole region's: months of which a centre was another organisation's
  /// are not this reader's.
  bool is_told(const CentreMonth& month) const {
    return report_.organisation.empty() || month.state != MonthState::kNoPlace;
  }

  void add(std::vector<Change>& changes, Change change) const {
    const auto differs = [](const Change::Figure& it) { return it.before != it.now; };
    if (!change.days.empty() || differs(change.visits) || differs(change.people) ||
        corrected_.contains({change.centre->place.id, change.period}))
      changes.push_back(std::move(change));
  }

  Change of_month(const CentreReport& centre, const CentreMonth& month, const Json& was) const {
    Change change{&centre, month.month, {}, {}, {}};
    std::set<CivilDay> days;
    const CivilDay first = CivilDay::parse(month.month + "-01").value();
    for (CivilDay day = first; day.iso().starts_with(month.month); day = day.next())
      if (corrected_.contains({centre.place.id, day.iso()})) days.insert(day);
    // A month entered by hand has no days that came.
    if (month.state != MonthState::kManual)
      for (const CivilDay day : days_of(at(was, "missing")))
        if (std::ranges::find(month.missing, day) == month.missing.end()) days.insert(day);
    change.days.assign(days.begin(), days.end());
    change.visits = {count_at(was, "counts", "visits"), visits_of(month)};
    change.people = {count_at(was, "people", "n"), people_of(month.people)};
    return change;
  }

  /// Its visits are those of its months.
  Change of_stretch(const CentreReport& centre, const Json& was) const {
    Change change{&centre, report_.people_period, {}, {}, {}};
    change.people = {count_at(was, "people", "n"), people_of(centre.people)};
    if (is_counted(centre)) change.visits.now = centre.counts.total[kVisits];
    change.visits.before = count_at(was, "counts", "visits");
    return change;
  }

  const Report& report_;
  const Json& before_;
  std::set<std::pair<std::string, std::string>> corrected_;  // centre, period
};

}  // namespace

bool have_begun(const std::string& from_month, const std::string& to_month, Instant now) {
  const std::string today = day_of(now).iso();
  return from_month <= today.substr(0, 7) && to_month.substr(0, 4) <= today.substr(0, 4);
}

Submission submit_report(Storage& storage, const std::string& from_month,
                         const std::string& to_month, const std::string& name, std::string_view by,
                         Instant now) {
  // Made before anything is read: what comes in meanwhile came after it.
  const Report report = make_report(storage, {from_month, to_month, {}, {}, {}}, now);
  if (!have_begun(from_month, to_month, now)) throw Refusal("These months have not begun yet.");
  return storage.keep_submission({{}, name, from_month, to_month, now, std::string{by}, {}},
                                 json_report(report, Purpose::kAudit, storage.activity_names()));
}

std::vector<SinceSubmission> since_submissions(Storage& storage, const Report& report) {
  std::vector<SinceSubmission> all;
  std::set<std::string> left(report.months.begin(), report.months.end());
  for (Submission& submission : storage.submissions()) {
    SinceSubmission since{std::move(submission), {}, {}};
    for (auto month = left.lower_bound(since.submission.from_month);
         month != left.end() && *month <= since.submission.to_month; month = left.erase(month))
      since.months.push_back(*month);
    if (since.months.empty()) continue;
    const Json before = Json::parse(storage.submitted(since.submission.id));
    since.changes =
        Comparison(report, before, storage.corrections(since.submission.at)).of(since.months);
    all.push_back(std::move(since));
  }
  return all;
}

}  // namespace sveiki::region
