// SPDX-License-Identifier: EUPL-1.2
// One centre: its months, its activities, its days, and whether its kiosk is heard of.
#include <algorithm>

#include "domain/period.h"
#include "region/disclosure.h"
#include "region/pages/charts.h"
#include "region/pages/connection.h"
#include "region/pages/coverage.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"
#include "region/sheets_text.h"

namespace sveiki::region::pages {
namespace {

Html months_table(const View& view, const CentreReport& centre) {
  std::vector<Html> rows;
  std::vector<Column> visits, people;
  for (const CentreMonth& month : centre.months) {
    rows.push_back(tag("tr", row_head(view.words.month(month.month)), month_cells(view, month)));
    Column column{view.words.short_month(month.month), {}};
    if (was_closed(month)) column.otherwise = "–";
    if (not_over_yet(view, month)) column.otherwise.clear();
    visits.push_back(column);
    people.push_back(column);
    if (has_numbers(month)) visits.back().value = month.counts.total[kVisits];
    if (month.people && !was_closed(month)) people.back().value = month.people->n;
  }
  return section(view.tr("Months"), {tag("div", {{"class", "pair"}},
                                         columns(view, view.tr("People each month"), people),
                                         columns(view, view.tr("Visits each month"), visits)),
                                     table(view.tr("What this centre reported, month by month"),
                                           month_heads(view.tr("Month"), view), rows),
                                     few_note(view)});
}

/// A day as the table tells it. Without values it is no zero. A value that scripts may draw stands
/// beside its number, unless that stays out of copies.
Html day_row(const View& view, CivilDay day, const Html& state, const RowValues* values) {
  Html cells = row_head(view.words.full_day(day));
  cells += words_cell(state);
  for (const DayColumn column : {kVisits, kPeople, kHeadcount}) {
    if (!values) {
      cells += tag("td", {{"class", "n"}}, "–");
      continue;
    }
    const std::int64_t n = (*values)[column];
    cells += tag("td", {{"class", "n"}, {"data-value", std::to_string(n), !is_small(n)}},
                 figure(view, n));
  }
  return tag("tr", {{"data-day", day.iso()}}, cells);
}

Html days_table(const View& view, const Report& report, const CentreReport& centre) {
  const CivilDay from = calendar_period(report.from_month)->from;
  const CivilDay to = std::min(calendar_period(report.to_month)->to, view.today.next(-1));
  std::map<std::string, RowValues> totals;
  for (const Total& total : view.storage.days(centre.place.id, from, to))
    totals[total.period] = total_values(total.rows);
  std::vector<CivilDay> open, closed, in_gap;
  for (const Coverage& month :
       view.storage.coverage(centre.place.id, report.from_month, report.to_month)) {
    open.insert(open.end(), month.open.begin(), month.open.end());
    closed.insert(closed.end(), month.closed.begin(), month.closed.end());
    in_gap.insert(in_gap.end(), month.in_gap.begin(), month.in_gap.end());
  }
  std::vector<Html> rows;
  const auto among = [](const std::vector<CivilDay>& days, CivilDay day) {
    return std::ranges::find(days, day) != days.end();
  };
  // A day that was another organisation's is not this reader's.
  const auto is_shown = [&](CivilDay day) {
    const auto month =
        std::ranges::find(centre.months, day.iso().substr(0, 7), &CentreMonth::month);
    return month != centre.months.end() && month->state != MonthState::kNoPlace;
  };
  for (CivilDay day = from; day <= to; day = day.next()) {
    if (!is_shown(day)) continue;
    const RowValues values = totals[day.iso()];
    const bool counted = values != RowValues{} || among(open, day);
    if (among(in_gap, day))
      rows.push_back(
          day_row(view, day, mark("in-gap", view.tr("to check")), counted ? &values : nullptr));
    else if (counted)
      rows.push_back(day_row(view, day, mark("complete", view.tr("open")), &values));
    else if (among(closed, day))
      rows.push_back(day_row(view, day, mark("closed", view.tr("closed")), nullptr));
    else
      rows.push_back(day_row(view, day, mark("not-reported", view.tr("not reported")), nullptr));
  }
  if (rows.empty()) return {};
  const Html picture = tag("div", {{"id", "series"},
                                   {"data-title", view.tr("Visits and people each day")},
                                   {"data-day", view.tr("Day")},
                                   {"data-visits", view.tr("Visits")},
                                   {"data-people", view.tr("People")},
                                   {"data-language", view.words.language()},
                                   {"data-all", view.tr("All days")},
                                   {"data-closer", view.tr("Closer")},
                                   {"data-wider", view.tr("Wider")},
                                   {"data-earlier", view.tr("Earlier")},
                                   {"data-later", view.tr("Later")}});
  return section(
      view.tr("Days"),
      {picture, tag("details", tag("summary", view.tr("The days as a table")),
                    table(view.tr("Each day of these months"),
                          {view.tr("Day"), view.tr("State"), number_head(view.tr("Visits")),
                           number_head(view.tr("People")), number_head(view.tr("In groups"))},
                          rows, "days"),
                    few_note(view))});
}

}  // namespace

Response centre(const View& view) {
  const Report report = report_for(view);
  const auto found =
      std::ranges::find(report.centres, view.id, [](const CentreReport& c) { return c.place.id; });
  if (found == report.centres.end()) {
    const auto place = view.storage.place(view.id, view.today);
    if (!place || place->kind == Place::Kind::kOrganisation) return no_page(view, 404);
    if (view.is(User::Role::kPartner)) return no_page(view, 403);
    Html main = choose_months(view, report);
    main += tag("p", view.tr("There was no centre in these months."));
    return show(view, {place->name, stretch_words(view, report), main});
  }
  const std::string organisation = report.organisation_name(found->organisation);
  Html main;
  if (!organisation.empty())
    main = tag("p", view.tr("Part of {organisation}.", {{"organisation", organisation}}));
  main += choose_months(view, report);
  Html missing;
  for (const CentreMonth& month : found->months) {
    const std::string words = missing_words(view, month);
    if (words.empty()) continue;
    const bool by_hand = !found->place.kiosk && !view.is(User::Role::kAuditor) &&
                         calendar_period(month.month)->to < view.today;
    missing += tag(
        "li", view.words.month(month.month), ": ", words, by_hand ? ". " : "",
        by_hand
            ? tag("a",
                  {{"href", "/months/enter?centre=" + found->place.id + "&month=" + month.month}},
                  view.tr("Enter this month"))
            : Html{});
  }
  const bool told = std::ranges::any_of(found->months, [](const CentreMonth& month) {
    return month.state != MonthState::kNotReported && month.state != MonthState::kNoPlace;
  });
  if (missing.empty() && told)
    main += tag("section", {{"class", "card whole"}},
                tag("p", {{"class", "coverage"}}, mark("complete", {}),
                    tag("span", view.tr("Nothing is missing."))));
  const bool any_missing = std::ranges::any_of(
      found->months, [](const CentreMonth& month) { return !month.missing.empty(); });
  if (!missing.empty())
    main += tag("section", {{"class", "card missing"}},
                tag("h2", view.tr(any_missing ? "What is missing" : "What has been reported")),
                tag("ul", missing), gap_note(view, {*found}));
  main +=
      tag("div", {{"class", "pair"}},
          section(view.tr("Different people"),
                  {tag("p", {{"class", "big"}},
                       found->people ? people_figure(view, *found->people) : unknown(view))}),
          section(view.tr("Visits"),
                  {tag("p", {{"class", "big"}},
                       std::ranges::any_of(
                           found->months, [](const CentreMonth& each) { return has_numbers(each); })
                           ? figure(view, found->counts.total[kVisits])
                           : unknown(view))}));
  main += months_table(view, *found);
  if (found->people) main += who_they_are(view, *found->people, false);
  main += activity_table(view, report, found->counts);
  const bool has_days = std::ranges::any_of(
      found->months, [](const CentreMonth& month) { return month.open + month.closed > 0; });
  if (found->place.kiosk || has_days) main += days_table(view, report, *found);
  main += connection(view, *found);
  return show(view, {found->place.name, stretch_words(view, report), main, 200, true});
}

}  // namespace sveiki::region::pages
