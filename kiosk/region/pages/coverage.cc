// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/coverage.h"

#include "domain/period.h"
#include "region/pages/charts.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

bool is_whole(MonthState state) {
  return state == MonthState::kComplete || state == MonthState::kClosed ||
         state == MonthState::kManual;
}

Html month_line(const View& view, const Report& report, std::size_t at) {
  int all = 0, whole = 0;
  Html missing;
  for (const CentreReport& centre : report.centres) {
    const CentreMonth& month = centre.months[at];
    if (month.state == MonthState::kNoPlace) continue;
    ++all;
    if (is_whole(month.state)) ++whole;
    const std::string words = missing_words(view, month);
    if (words.empty()) continue;
    missing += tag("li",
                   tag("a", {{"href", "/centres/" + centre.place.id + keep_months(report)}},
                       centre.place.name),
                   ": ", words);
  }
  const CentreMonth sign{report.months[at],
                         whole == all ? MonthState::kComplete : MonthState::kPartly};
  return tag("li",
             tag("p", {{"class", "coverage"}}, month_sign(view, sign),
                 tag("span",
                     tag("a", {{"href", "/months/" + report.months[at]}},
                         view.words.month(report.months[at])),
                     ": ",
                     view.tr("{n} of {all} centres complete.",
                             {{"n", view.words.number(whole)}, {"all", view.words.number(all)}}))),
             missing.empty() ? Html{} : tag("ul", missing));
}

Html number_row(const View& view, const char* label, std::int64_t n) {
  return tag("tr", row_head(view.tr(label)), cell(view, n));
}

}  // namespace

std::string missing_words(const View& view, const CentreMonth& month) {
  if (month.state == MonthState::kNotReported && !month.missing.empty())
    return view.tr("not reported");
  if (month.state == MonthState::kPartly && !month.missing.empty())
    return view.tr("misses {days}", {{"days", view.words.days(month.missing)}});
  return {};
}

Html coverage(const View& view, const Report& report) {
  Html lines;
  for (std::size_t at = 0; at < report.months.size(); ++at)
    if (calendar_period(report.months[at])->from < view.today)
      lines += month_line(view, report, at);
  return section(view.tr("What has been reported"),
                 {report.centres.empty() ? tag("p", view.tr("There is no centre yet."))
                  : lines.empty()        ? tag("p", view.tr("These months are still to come."))
                                         : tag("ul", {{"class", "plain"}}, lines)});
}

Html indicator_gauges(const View& view, const Report& report) {
  Html all;
  for (const IndicatorReport& each : report.indicators) {
    const Indicator& indicator = each.indicator;
    const std::string target = view.words.number(indicator.target);
    Html rows;
    if (each.people) {
      rows += number_row(view, msg("Lowest"), each.people->lower);
      rows += number_row(view, msg("Estimate"), each.people->estimate);
      rows += number_row(view, msg("Highest"), each.people->upper);
    }
    rows += number_row(view, msg("Target"), indicator.target);
    rows += tag("tr", row_head(view.tr("Due")), words_cell(view.words.full_day(indicator.due)));
    const Html state =
        each.reached() ? notice(view.tr("Reached: the lowest number passes the target."), true)
        : each.people
            ? tag("p", {{"class", "notice"}},
                  view.count("Not reached yet: {n} person to go.",
                             "Not reached yet: {n} people to go.",
                             indicator.target - each.people->lower))
            : tag("p", {{"class", "notice"}}, view.tr("No centre has reported its people yet."));
    const Html picture = each.people ? gauge(view,
                                             view.tr("{name}: {people} of {target}",
                                                     {{"name", indicator.name},
                                                      {"people", bracket_words(view, each.people)},
                                                      {"target", target}}),
                                             *each.people, indicator.target)
                                     : Html{};
    const Html numbers =
        tag("table", tag("caption", view.tr("{name} in numbers", {{"name", indicator.name}})),
            tag("tbody", rows));
    all += tag(
        "article", {{"class", "indicator"}}, tag("h3", indicator.name),
        tag("p", view.tr("Different people, {from} to {to}",
                         {{"from", view.words.full_day(indicator.from)},
                          {"to", view.words.full_day(indicator.to)}})),
        tag("div", {{"class", "pair"}},
            tag("div", picture, state, each.people ? bracket_method(view, *each.people) : Html{}),
            numbers));
  }
  return all;
}

}  // namespace sveiki::region::pages
