// SPDX-License-Identifier: EUPL-1.2
// The first page. What the numbers rest on comes before the numbers.
#include <algorithm>

#include "region/pages/charts.h"
#include "region/pages/coverage.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

/// A number that is read from across the room, with what it counts.
Html big(const std::string& heading, const Html& number, const Html& about) {
  return tag("section", {{"class", "card"}}, tag("h2", heading),
             tag("p", {{"class", "big"}}, number), about);
}

Html people_and_visits(const View& view, const Report& report) {
  const auto& total = report.counts.total;
  Html people;
  if (report.people) {
    const bool exact = report.people->lower == report.people->upper;
    if (!exact)
      people +=
          tag("p", view.tr("Estimate: {n}", {{"n", view.words.number(report.people->estimate)}}));
    people += bracket_method(view, *report.people);
  } else {
    people += tag("p", report.people_period.empty()
                           ? view.tr("Different people cannot be added up over months.")
                           : view.tr("No centre has reported its people yet."));
    if (report.people_period.empty())
      people += tag("p", view.tr("Choose a month, a quarter or a year."));
  }
  const Html visits =
      tag("p", view.count("{n} of them in a group, without names.",
                          "{n} of them in groups, without names.", total[kHeadcount]));
  return tag("div", {{"class", "pair"}},
             big(view.tr("Different people"), bracket_words(view, report.people), people),
             big(view.tr("Visits"), figure(view, total[kVisits]), visits));
}

Html by_month(const View& view, const Report& report) {
  std::vector<Column> visits, people;
  std::vector<Html> rows;
  for (const RegionMonth& month : report.by_month) {
    const std::string label = view.words.short_month(month.month);
    const bool told = std::ranges::any_of(month.centres, [](const auto& state) {
      return state.first != MonthState::kNotReported && state.first != MonthState::kNoPlace;
    });
    const Html unknown = words_cell(view.tr("not known"));
    Column column{label, {}};
    if (told) column.value = month.counts.total[kVisits];
    visits.push_back(column);
    column = {label, {}};
    Html cells =
        row_head(tag("a", {{"href", "/months/" + month.month}}, view.words.month(month.month)));
    cells += told ? cell(view, month.counts.total[kVisits]) : unknown;
    if (month.people) {
      column = {label, month.people->estimate, month.people->lower, month.people->upper};
      cells += cell(view, month.people->lower);
      cells += cell(view, month.people->estimate);
      cells += cell(view, month.people->upper);
    } else {
      for (int i = 0; i < 3; ++i) cells += unknown;
    }
    people.push_back(column);
    rows.push_back(tag("tr", cells));
  }
  const auto figure_of = [&](const char* label, const std::vector<Column>& values) {
    return tag("figure", tag("figcaption", view.tr(label)), columns(view, view.tr(label), values));
  };
  return section(view.tr("Month by month"),
                 {tag("div", {{"class", "pair"}}, figure_of(msg("People each month"), people),
                      figure_of(msg("Visits each month"), visits)),
                  table(view.tr("People and visits of each month"),
                        {view.tr("Month"), view.tr("Visits"), view.tr("People, lowest"),
                         view.tr("People, estimate"), view.tr("People, highest")},
                        rows),
                  few_note(view)});
}

Html centres_by_month(const View& view, const Report& report) {
  std::vector<std::string> heads{view.tr("Centre")};
  for (const std::string& month : report.months) heads.push_back(view.words.month(month));
  std::vector<Html> rows;
  std::string organisation = "none yet";
  for (const CentreReport& centre : report.centres) {
    if (centre.organisation != organisation) {
      organisation = centre.organisation;
      const auto found = std::ranges::find(report.organisations, organisation, &Place::id);
      if (found != report.organisations.end())
        rows.push_back(
            tag("tr", {{"class", "group"}},
                tag("th", {{"scope", "rowgroup"}, {"colspan", heads.size()}}, found->name)));
    }
    Html cells = tag("th", {{"scope", "row"}, {"class", centre.depth > 0 ? "branch" : "centre"}},
                     tag("a", {{"href", "/centres/" + centre.place.id + keep_months(report)}},
                         centre.place.name));
    for (const CentreMonth& month : centre.months) cells += month_cell(view, month);
    rows.push_back(tag("tr", cells));
  }
  // More months than paper is wide: it is printed across.
  const bool wide = report.months.size() > 4;
  return tag("div", {{"class", wide ? "wide" : "upright"}},
             section(view.tr("Centres and months"),
                     {table(view.tr("Visits and people of each centre and month"), heads, rows),
                      few_note(view)}));
}

Html silent_centres(const View& view, const Report& report) {
  Html list;
  for (const CentreReport& centre : report.centres) {
    if (!centre.silent) continue;
    list +=
        tag("li", tag("a", {{"href", "/centres/" + centre.place.id}}, centre.place.name), ": ",
            centre.last_seen ? view.tr("last heard of {moment}",
                                       {{"moment", view.words.moment(*centre.last_seen, kZone)}})
                             : view.tr("never heard of"));
  }
  return section(view.tr("Silent centres"),
                 {list.empty() ? tag("p", view.tr("Every kiosk was heard of in three days."))
                               : tag("ul", list)});
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
                 {tag("p", view.tr("These days changed after they were over.")),
                  list.empty() ? tag("p", view.tr("None.")) : tag("ul", list)});
}

}  // namespace

Response overview(const View& view) {
  const Report report = report_for(view);
  Html main = choose_months(view, report);
  main += coverage(view, report);
  main += people_and_visits(view, report);
  if (!report.indicators.empty())
    main += section(view.tr("Targets"), {indicator_gauges(view, report)});
  main += by_month(view, report);
  main += centres_by_month(view, report);
  main += tag("div", {{"class", "pair"}}, silent_centres(view, report), corrections(view, report));
  return show(view, {view.tr("Overview"), stretch_words(view, report), main});
}

}  // namespace sveiki::region::pages
