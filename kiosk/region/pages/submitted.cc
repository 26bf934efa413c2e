// SPDX-License-Identifier: EUPL-1.2
#include "region/submitted.h"

#include <algorithm>

#include "region/pages/figures.h"
#include "region/pages/submitted.h"

namespace sveiki::region::pages {
namespace {

Html figure_cell(const View& view, const std::optional<std::int64_t>& n) {
  return n ? cell(view, *n) : unknown_cell(view);
}

std::string list_of(const View& view, const std::vector<std::string>& months) {
  std::string list;
  for (const std::string& month : months)
    list += (list.empty() ? "" : ", ") + view.words.month(month);
  return list;
}

Html changed_row(const View& view, const Report& report, const Change& change) {
  Html cells =
      row_head(tag("a", {{"href", "/centres/" + change.centre->place.id + keep_months(report)}},
                   change.centre->place.name));
  const bool is_month = std::ranges::find(report.months, change.period) != report.months.end();
  cells += words_cell(is_month ? view.words.month(change.period) : stretch_words(view, report));
  cells += words_cell(change.days.empty() ? view.tr("as a whole") : view.words.days(change.days));
  for (const auto& count :
       {change.visits.before, change.visits.now, change.people.before, change.people.now})
    cells += figure_cell(view, count);
  return tag("tr", cells);
}

Html since(const View& view, const Report& report, const SinceSubmission& it) {
  Html part = tag("p", view.tr("{name}, submitted on {moment}.",
                               {{"name", it.submission.name},
                                {"moment", view.words.moment(it.submission.at, kZone)}}));
  part += tag("p", view.tr("Months: {months}.", {{"months", list_of(view, it.months)}}));
  if (it.changes.empty()) return part += tag("p", view.tr("Nothing changed since."));
  std::vector<Html> rows;
  for (const Change& change : it.changes) rows.push_back(changed_row(view, report, change));
  part += table(view.tr("Numbers that changed since they were submitted"),
                {view.tr("Centre"), view.tr("Months"), view.tr("Days changed"),
                 number_head(view.tr("Visits then")), number_head(view.tr("Visits now")),
                 number_head(view.tr("People then")), number_head(view.tr("People now"))},
                rows);
  return part += few_note(view);
}

}  // namespace

Html since_submitted(const View& view, const Report& report) {
  Html parts;
  std::vector<std::string> missing = report.months;
  try {
    for (const SinceSubmission& it : since_submissions(view.storage, report)) {
      parts += since(view, report, it);
      std::erase_if(missing, [&](const std::string& month) {
        return std::ranges::find(it.months, month) != it.months.end();
      });
    }
  } catch (const Refusal&) {
    return section(view.tr("Since the last report"), {notice(view.tr(kDisagree), false)});
  }
  if (parts.empty())
    parts = tag("p", view.tr("No report of these months was submitted yet."));
  else if (!missing.empty())
    parts +=
        tag("p", view.tr("Not submitted yet: {months}.", {{"months", list_of(view, missing)}}));
  return section(view.tr("Since the last report"), {parts});
}

}  // namespace sveiki::region::pages
