// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/coverage.h"

#include <algorithm>

#include "domain/period.h"
#include "region/pages/charts.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"
#include "region/profile.h"
#include "region/report_tables.h"

namespace sveiki::region::pages {
namespace {

/// More months than that are told centre by centre: the same few would stand in each.
constexpr std::size_t kMonthByMonth = 4;

/// Centres that a month names before it says how many more there are. Alone it names them all.
std::size_t named_at_most(const Report& report) {
  return report.months.size() == 1 ? report.centres.size() : 3;
}

bool is_whole(const CentreMonth& month) {
  return month.in_gap.empty() &&
         (month.state == MonthState::kComplete || month.state == MonthState::kClosed ||
          month.state == MonthState::kManual);
}

Html month_line(const View& view, const Report& report, std::size_t at) {
  int all = 0, whole = 0, more = 0;
  std::size_t named = 0;
  Html missing;
  for (const CentreReport& centre : report.centres) {
    const CentreMonth& month = centre.months[at];
    if (month.state == MonthState::kNoPlace) continue;
    ++all;
    if (is_whole(month)) ++whole;
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

/// "January to March, June: not reported; October: misses 4 to 6 October".
Html missing_of(const View& view, const CentreReport& centre) {
  std::string silent;
  Html partly;
  for (std::size_t first = 0; first < centre.months.size(); ++first) {
    const CentreMonth& month = centre.months[first];
    const std::string words = missing_words(view, month);
    if (words.empty()) continue;
    if (month.state != MonthState::kNotReported) {
      partly += tag("li", view.words.month(month.month), ": ", words);
      continue;
    }
    std::size_t last = first;
    while (last + 1 < centre.months.size() &&
           centre.months[last + 1].state == MonthState::kNotReported &&
           !centre.months[last + 1].missing.empty())
      ++last;
    if (!silent.empty()) silent += ", ";
    silent += last == first ? view.words.month(month.month)
                            : view.tr("{from} to {to}",
                                      {{"from", view.words.month(month.month)},
                                       {"to", view.words.month(centre.months[last].month)}});
    first = last;
  }
  Html all = silent.empty() ? Html{} : tag("li", silent, ": ", view.tr("not reported"));
  return all += partly;
}

Html centre_lines(const View& view, const Report& report) {
  Html lines;
  int whole = 0;
  for (const CentreReport& centre : report.centres) {
    const Html missing = missing_of(view, centre);
    if (missing.empty()) {
      ++whole;
      continue;
    }
    lines += tag("li",
                 tag("p", {{"class", "coverage"}}, mark("partly", {}),
                     tag("a", {{"href", "/centres/" + centre.place.id + keep_months(report)}},
                         centre.place.name)),
                 tag("ul", missing));
  }
  return tag("p", {{"class", "coverage"}}, mark(lines.empty() ? "complete" : "partly", {}),
             tag("span", view.tr("{n} of {all} centres complete.",
                                 {{"n", view.words.number(whole)},
                                  {"all", view.words.number(static_cast<std::int64_t>(
                                              report.centres.size()))}}))) +=
         tag("ul", {{"class", "plain"}}, lines);
}

/// Who is not heard of, beside what that leaves out.
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
  if (list.empty()) return {};
  return tag("div", {{"class", "silent"}}, tag("h3", view.tr("Silent centres")), tag("ul", list));
}

/// What to do where there is nothing to count yet.
Html no_centre(const View& view) {
  const bool any = std::ranges::any_of(view.storage.places(view.today), [](const Place& place) {
    return place.kind != Place::Kind::kOrganisation;
  });
  if (view.is(User::Role::kPartner))
    return tag("p", view.tr("Your organisation had no centre in these months.")) +=
           tag("p", view.tr("Is that wrong? Ask the coordinator."));
  if (any) return tag("p", view.tr("There was no centre in these months."));
  const auto command = [](const char* words) { return tag("code", words); };
  return tag("p", view.tr("There is no centre yet.")) +=
         tag("p", view.tr("Whoever keeps the region's computer adds the first one:")) +=
         tag("p", command("sveiki-region centre add")) +=
         tag("p", view.tr("A kiosk is connected with a code:")) +=
         tag("p", command("sveiki-region enrol-code"));
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
  std::string words;
  if (month.state == MonthState::kPartly && !month.missing.empty())
    words = view.tr("misses {days}", {{"days", view.words.days(month.missing)}});
  if (month.in_gap.empty()) return words;
  if (!words.empty()) words += "; ";
  return words + view.tr("to check: {days}", {{"days", view.words.days(month.in_gap)}});
}

Html gap_note(const View& view, const std::vector<CentreReport>& centres) {
  const bool any = std::ranges::any_of(centres, [](const CentreReport& centre) {
    return std::ranges::any_of(centre.months,
                               [](const CentreMonth& month) { return !month.in_gap.empty(); });
  });
  if (!any) return {};
  return tag(
      "div", {{"class", "silent"}}, tag("h3", view.tr("Days to check")),
      tag("p",
          view.tr("A kiosk was set back to a backup and has lost these days. The region has them."),
          " ", view.tr("They count as they came. The centre must say what is right.")));
}

Html coverage(const View& view, const Report& report, bool with_silent) {
  Html lines;
  const Html silent = with_silent ? silent_centres(view, report) : Html{};
  const Html gap = gap_note(view, report.centres);
  bool any_missing = !silent.empty();
  for (std::size_t at = 0; at < report.months.size(); ++at) {
    if (calendar_period(report.months[at])->from >= view.today) continue;
    lines += month_line(view, report, at);
    any_missing = any_missing || std::ranges::any_of(report.centres, [&](const CentreReport& each) {
                    const CentreMonth& month = each.months[at];
                    return month.state != MonthState::kNoPlace && !is_whole(month);
                  });
  }
  const bool told = !report.centres.empty() && !lines.empty();
  // What the eye meets first: the one card of a page that is not white.
  return tag("section",
             {{"class", !told         ? "card"
                        : any_missing ? "card missing"
                                      : "card whole"}},
             tag("h2", view.tr("What has been reported")),
             report.centres.empty()                         ? no_centre(view)
             : told && report.months.size() > kMonthByMonth ? centre_lines(view, report)
             : told                                         ? tag("ul", {{"class", "plain"}}, lines)
                    : tag("p", view.tr("These months are not over yet.")),
             gap, silent);
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
  const bool told = is_counted(report);
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

Html who_they_are(const View& view, const People& people, bool added_up) {
  const Language language = language_named(view.words.language()).value();
  Html tables;
  for (const ProfilePart& part : profile(people, language)) {
    Html rows;
    for (const ProfilePart::Row& row : part.rows)
      rows += tag("tr", row_head(row.words), cell(view, row.people));
    tables += tag("table", tag("caption", part.title), tag("tbody", rows));
  }
  if (tables.empty()) return {};
  return section(
      view.tr("Who the people are"),
      {tag("div", {{"class", "thirds"}}, tables),
       tag("p", {{"class", "note"}}, view.tr("Centres tell it afterwards, of ten people or more."),
           added_up ? " " + view.tr("Who uses two centres is in it twice.") : ""),
       few_note(view)});
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
