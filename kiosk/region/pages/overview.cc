// SPDX-License-Identifier: EUPL-1.2
// The first page. What the numbers rest on comes before the numbers.
#include <algorithm>

#include "domain/period.h"
#include "region/pages/charts.h"
#include "region/pages/coverage.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"
#include "region/pages/submitted.h"
#include "region/profile.h"
#include "region/report_tables.h"

namespace sveiki::region::pages {
namespace {

Html by_month(const View& view, const Report& report) {
  std::vector<Column> visits, people;
  std::vector<Html> rows;
  for (const RegionMonth& month : report.by_month) {
    const std::string label = view.words.short_month(month.month);
    const bool told = is_counted(month);
    Column empty{label, {}};
    if (calendar_period(month.month)->from >= view.today) empty.otherwise.clear();
    Column column = empty;
    if (told) column.value = month.counts.total[kVisits];
    visits.push_back(column);
    column = empty;
    Html cells =
        row_head(tag("a", {{"href", "/months/" + month.month}}, view.words.month(month.month)));
    cells += told ? cell(view, month.counts.total[kVisits]) : unknown_cell(view);
    if (month.people) {
      column = {label, month.people->estimate, month.people->lower, month.people->upper};
      cells += cell(view, month.people->lower);
      cells += cell(view, month.people->estimate);
      cells += cell(view, month.people->upper);
    } else {
      for (int i = 0; i < 3; ++i) cells += unknown_cell(view);
    }
    people.push_back(column);
    rows.push_back(tag("tr", cells));
  }
  return section(
      view.tr("Month by month"),
      {tag("div", {{"class", "pair"}},
           columns(view, view.tr("People each month"), people,
                   view.tr("The line goes from the lowest to the highest.")),
           columns(view, view.tr("Visits each month"), visits)),
       table(view.tr("People and visits of each month"),
             {view.tr("Month"), number_head(view.tr("Visits")),
              number_head(view.tr("People, lowest")), number_head(view.tr("People, estimate")),
              number_head(view.tr("People, highest"))},
             rows),
       few_note(view)});
}

/// What a table says that has no room for words.
Html signs(const View& view) {
  return tag(
      "p", {{"class", "signs"}}, tag("span", view.tr("Visits above, people below.")),
      mark("partly", view.tr("some days are missing")), mark("in-gap", view.tr("days to check")),
      mark("not-reported", view.tr("not reported")), mark("closed", view.tr("closed")),
      mark("manual", view.tr("entered by hand")), mark("not-over-yet", view.tr("not over yet")));
}

Html centres_by_month(const View& view, const Report& report) {
  // More months than paper is wide: it is printed across, with signs in place of words.
  const bool wide = report.months.size() > 4;
  std::vector<Head> heads{view.tr("Centre")};
  for (const std::string& month : report.months)
    heads.push_back(wide ? view.words.short_month(month) + ' ' + month.substr(0, 4)
                         : view.words.month(month));
  std::vector<Html> rows;
  std::string organisation = "none yet";
  for (const CentreReport& centre : report.centres) {
    if (centre.organisation != organisation) {
      organisation = centre.organisation;
      const std::string name = report.organisation_name(organisation);
      if (!name.empty())
        rows.push_back(tag("tr", {{"class", "group"}},
                           tag("th", {{"scope", "rowgroup"}, {"colspan", heads.size()}}, name)));
    }
    Html cells = tag("th", {{"scope", "row"}, {"class", centre.depth > 0 ? "branch" : "centre"}},
                     tag("a", {{"href", "/centres/" + centre.place.id + keep_months(report)}},
                         centre.place.name));
    for (const CentreMonth& month : centre.months) cells += month_cell(view, month);
    rows.push_back(tag("tr", cells));
  }
  return tag("div", {{"class", wide ? "wide" : "upright"}},
             section(view.tr("Centres and months"),
                     {table(view.tr("Visits and people of each centre and month"), heads, rows),
                      wide ? signs(view) : Html{}, few_note(view)}));
}

Html corrections(const View& view, const Report& report) {
  Html list;
  for (const CentreReport& centre : report.centres) {
    std::vector<CivilDay> days;
    for (const CentreMonth& month : centre.months)
      days.insert(days.end(), month.corrected.begin(), month.corrected.end());
    if (days.empty()) continue;
    list += tag("li",
                tag("a", {{"href", "/centres/" + centre.place.id + keep_months(report)}},
                    centre.place.name),
                ": ", view.words.days(days));
  }
  return section(view.tr("Corrected later"),
                 {list.empty() ? tag("p", view.tr("No day changed after it was over."))
                               : tag("p", view.tr("These days changed after they were over.")) +=
                                 tag("ul", list)});
}

}  // namespace

Response overview(const View& view) {
  const Report report = report_for(view);
  Html main = choose_months(view, report);
  main += coverage(view, report, true);
  if (report.centres.empty())
    return show(view, {view.tr("Overview"), stretch_words(view, report), main});
  main += people_and_visits(view, report);
  if (!report.indicators.empty())
    main += section(view.tr("Targets"), {indicator_gauges(view, report, !report.people)});
  main += by_month(view, report);
  main += who_they_are(view, people_of_all(report), true);
  main += since_submitted(view, report);
  main += corrections(view, report);
  main += centres_by_month(view, report);
  return show(view, {view.tr("Overview"), stretch_words(view, report), std::move(main)});
}

}  // namespace sveiki::region::pages
