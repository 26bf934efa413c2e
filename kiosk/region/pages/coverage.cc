// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/coverage.h"

#include <algorithm>

#include "domain/period.h"
#include "region/pages/charts.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

/// Centres that a month names before it says how many more there are. Alone it names them all.
std::size_t named_at_most(const Report& report) {
  if (report.months.size() == 1) return report.centres.size();
  return report.months.size() <= 4 ? 3 : 1;
}

bool is_whole(MonthState state) {
  return state == MonthState::kComplete || state == MonthState::kClosed ||
         state == MonthState::kManual;
}

Html month_line(const View& view, const Report& report, std::size_t at) {
  int all = 0, whole = 0, more = 0;
  std::size_t named = 0;
  Html missing;
  for (const CentreReport& centre : report.centres) {
    const CentreMonth& month = centre.months[at];
    if (month.state == MonthState::kNoPlace) continue;
    ++all;
    if (is_whole(month.state)) ++whole;
    const std::string words = missing_words(view, month);
    if (words.empty()) continue;
    if (named == named_at_most(report)) {
      ++more;
      continue;
    }
    ++named;
    missing += tag("li",
                   tag("a", {{"href", "/centres/" + centre.place.id + keep_months(report)}},
                       centre.place.name),
                   ": ", words);
  }
  if (more > 0)
    missing += tag("li", view.count("and {n} more centre", "and {n} more centres", more));
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

/// A number that is read from across the room, with what it counts.
Html big(const std::string& heading, const Html& number, const Html& about) {
  return section(heading, {tag("p", {{"class", "big"}}, number), about});
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
  bool any_missing = false;
  for (std::size_t at = 0; at < report.months.size(); ++at) {
    if (calendar_period(report.months[at])->from >= view.today) continue;
    lines += month_line(view, report, at);
    any_missing = any_missing || std::ranges::any_of(report.centres, [&](const CentreReport& each) {
                    const MonthState state = each.months[at].state;
                    return state != MonthState::kNoPlace && !is_whole(state);
                  });
  }
  const bool told = !report.centres.empty() && !lines.empty();
  // What the eye meets first: the one card of a page that is not white.
  return tag("section",
             {{"class", !told         ? "card"
                        : any_missing ? "card missing"
                                      : "card whole"}},
             tag("h2", view.tr("What has been reported")),
             report.centres.empty() ? tag("p", view.tr("There is no centre yet."))
             : told                 ? tag("ul", {{"class", "plain"}}, lines)
                                    : tag("p", view.tr("These months are still to come.")));
}

Html people_and_visits(const View& view, const Report& report) {
  const auto& total = report.counts.total;
  Html people;
  if (report.people) {
    if (report.people->lower != report.people->upper)
      people =
          tag("p", view.tr("Estimate: {n}", {{"n", view.words.number(report.people->estimate)}}));
  } else if (report.people_period.empty()) {
    people = tag("p", view.tr("Different people cannot be added up over months."));
    people += tag("p", view.tr("Choose a month, a quarter or a year."));
  } else {
    people = tag("p", view.tr("No centre has reported its people yet."));
  }
  const bool told = std::ranges::any_of(
      report.by_month, [](const RegionMonth& month) { return has_numbers(month); });
  const Html visits =
      told ? tag("p", view.count("{n} of them in a group, without names.",
                                 "{n} of them in groups, without names.", total[kHeadcount]))
           : Html{};
  Html all =
      tag("div", {{"class", "pair"}},
          big(view.tr("Different people"),
              report.people ? Html(bracket_words(view, report.people)) : unknown(view), people),
          big(view.tr("Visits"), told ? figure(view, total[kVisits]) : unknown(view), visits));
  if (report.people) all += bracket_method(view, *report.people);
  return all;
}

Html indicator_gauges(const View& view, const Report& report, bool with_method) {
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
    rows += tag("tr", row_head(view.tr("Due")),
                tag("td", {{"class", "n"}}, view.words.full_day(indicator.due)));
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
    all += tag("article", {{"class", "indicator"}}, tag("h3", indicator.name),
               tag("p", view.tr("Different people, {from} to {to}",
                                {{"from", view.words.full_day(indicator.from)},
                                 {"to", view.words.full_day(indicator.to)}})),
               tag("div", {{"class", "pair"}},
                   tag("div", picture, state,
                       with_method && each.people ? bracket_method(view, *each.people) : Html{}),
                   numbers));
  }
  return all;
}

}  // namespace sveiki::region::pages
