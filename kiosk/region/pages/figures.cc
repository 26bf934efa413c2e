// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/figures.h"

#include <algorithm>

#include "domain/period.h"
#include "region/disclosure.h"
#include "region/report_tables.h"

namespace sveiki::region::pages {
namespace {

/// The class of a state, and of the sign that the style sheet draws for it.
std::string_view state_class(const View& view, const CentreMonth& month) {
  if (not_over_yet(view, month)) return "not-over-yet";
  const bool complete = month.state == MonthState::kComplete;
  return complete && !month.in_gap.empty() ? "in-gap" : month_state_name(month.state);
}

Html sign(std::string_view state) {
  Html shape;
  const auto path = [](const char* d) { return tag("path", {{"d", d}}); };
  const Html ring = tag("circle", {{"cx", 10}, {"cy", 10}, {"r", 8}});
  if (state == "complete") shape = tag("g", ring, path("M6 10.5l3 3 5.5-6.5"));
  if (state == "partly") shape = tag("g", ring, path("M10 2a8 8 0 0 1 0 16z"));
  if (state == "not-reported") shape = tag("g", ring, path("M10 5v6M10 14v1"));
  if (state == "closed") shape = tag("g", ring, path("M5 10h10"));
  if (state == "manual") shape = path("M4 16l1-4 8-8 3 3-8 8z");
  if (state == "not-over-yet") shape = tag("g", ring, path("M10 5v5l3 3"));
  if (state == "in-gap")
    shape = tag("g", ring, path("M7.6 7.8a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M10 14v.4"));
  return tag("svg",
             {{"class", "sign"},
              {"viewBox", "0 0 20 20"},
              {"width", 20},
              {"height", 20},
              {"aria-hidden", "true"}},
             shape);
}

std::string reported_words(const View& view, const CentreMonth& month) {
  if (not_over_yet(view, month)) return view.tr("not over yet");
  switch (month.state) {
    case MonthState::kNotReported:
      return view.tr("not reported");
    case MonthState::kPartly:
      return view.count("{n} day is missing", "{n} days are missing",
                        static_cast<std::int64_t>(month.missing.size()));
    case MonthState::kComplete:
      return view.tr("complete");
    case MonthState::kClosed:
      return view.tr("closed");
    case MonthState::kManual:
      return view.tr("entered by hand");
    case MonthState::kNoPlace:
      break;
  }
  return view.tr("no centre yet");
}

}  // namespace

std::string who_words(const View& view, const std::string& by) {
  for (const char* itself : {msg("command line"), msg("pages"), msg("retention")})
    if (by == itself) return view.tr(itself);
  return by;
}

bool was_closed(const CentreMonth& month) {
  return month.state == MonthState::kClosed && month.counts.total == RowValues{};
}

bool has_numbers(const CentreMonth& month) {
  return is_counted(month.state) && !was_closed(month);
}

bool not_over_yet(const View& view, const CentreMonth& month) {
  return month.state == MonthState::kNotReported && month.missing.empty() &&
         calendar_period(month.month)->to >= view.today;
}

Html figure(const View& view, std::int64_t n) {
  if (n == 0) return tag("span", {{"class", "zero"}}, "0");
  if (!is_small(n)) return tag("span", {{"class", "number"}}, view.words.number(n));
  return tag("span", {{"class", "few"}}, tag("span", {{"class", "number"}}, view.words.number(n)),
             " ", tag("span", {{"class", "why"}}, view.tr("below 5")));
}

Html people_figure(const View& view, const People& people) {
  if (people.more == 0) return figure(view, people.n);
  return view.tr("{lower} to {upper}", {{"lower", view.words.number(people.n)},
                                        {"upper", view.words.number(people.n + people.more)}});
}

Html cell(const View& view, std::int64_t n) {
  return tag("td", {{"class", "n"}}, figure(view, n));
}

Html words_cell(const Html& words) {
  return tag("td", words);
}

Html unknown(const View& view) {
  return tag("span", {{"class", "unknown"}}, view.tr("not known"));
}

Html unknown_cell(const View& view) {
  return tag("td", {{"class", "n"}}, unknown(view));
}

Html row_head(const Html& words) {
  return tag("th", {{"scope", "row"}}, words);
}

std::string state_words(const View& view, const CentreMonth& month) {
  const std::string reported = reported_words(view, month);
  if (month.in_gap.empty()) return reported;
  return reported + ", " +
         view.count("{n} day to check", "{n} days to check",
                    static_cast<std::int64_t>(month.in_gap.size()));
}

Html mark(std::string_view state, const std::string& words) {
  return tag("span", {{"class", "state " + std::string{state}}}, sign(state),
             words.empty() ? Html{} : tag("span", {{"class", "word"}}, words));
}

Html month_sign(const View& view, const CentreMonth& month) {
  return mark(state_class(view, month), {});
}

Html state_mark(const View& view, const CentreMonth& month) {
  return mark(state_class(view, month), state_words(view, month));
}

Html month_cell(const View& view, const CentreMonth& month) {
  const std::string_view name = state_class(view, month);
  const std::string kind = "month " + std::string{name};
  if (!has_numbers(month)) return tag("td", {{"class", kind}}, state_mark(view, month));
  const auto line = [&](const Html& number, const std::string& unit) {
    return tag("span", {{"class", "line"}}, number, " ", tag("span", {{"class", "unit"}}, unit));
  };
  return tag(
      "td", {{"class", kind}}, line(figure(view, month.counts.total[kVisits]), view.tr("visits")),
      month.people ? line(people_figure(view, *month.people), view.tr("people"))
                   : line(tag("span", {{"class", "unknown"}}, "–"), view.tr("people not known")),
      state_class(view, month) == "complete" ? Html{} : state_mark(view, month));
}

std::vector<Head> month_heads(const std::string& first, const View& view) {
  return {first,
          view.tr("State"),
          number_head(view.tr("Visits")),
          number_head(view.tr("In groups")),
          number_head(view.tr("Services")),
          number_head(view.tr("People")),
          number_head(view.tr("New people"))};
}

Html month_cells(const View& view, const CentreMonth& month) {
  Html cells = words_cell(state_mark(view, month));
  const Html nothing = was_closed(month) ? tag("td", {{"class", "n"}}, "–") : unknown_cell(view);
  for (const DayColumn column : {kVisits, kHeadcount, kServices})
    cells += has_numbers(month) ? cell(view, month.counts.total[column]) : nothing;
  if (!month.people || was_closed(month)) {
    cells += nothing;
    return cells += nothing;
  }
  cells += tag("td", {{"class", "n"}}, people_figure(view, *month.people));
  return cells += cell(view, month.people->newcomers);
}

std::string bracket_words(const View& view, const std::optional<Bracket>& people) {
  if (!people) return view.tr("not known");
  if (people->lower == people->upper) return view.words.number(people->upper);
  return view.tr("{lower} to {upper}", {{"lower", view.words.number(people->lower)},
                                        {"upper", view.words.number(people->upper)}});
}

Html bracket_method(const View& view, const Bracket& people) {
  if (people.centres <= 1)
    return tag("p", {{"class", "method"}},
               view.tr("One centre reported people: they are all different."));
  const auto point = [](const std::string& name, const std::string& words) {
    return tag("div", tag("dt", name), tag("dd", words));
  };
  Html points = point(view.tr("Lowest"),
                      view.tr("Who uses one centre only. Of the others: the largest centre."));
  points += point(view.tr("Estimate"),
                  view.tr("Who uses two centres counts half in each. Three: a third."));
  points += point(view.tr("Highest"), view.tr("The sum of all centres."));
  return tag(
      "details", {{"class", "method"}, {"open", true}},
      tag("summary", view.tr("How people are counted")),
      tag("p", view.tr("Nobody is named, so the centres cannot be compared.")), tag("dl", points),
      people.unknown == 0
          ? Html{}
          : tag("p", view.count("{n} person was never asked. The estimate takes one centre.",
                                "{n} people were never asked. The estimate takes one centre.",
                                people.unknown)));
}

Html few_note(const View& view) {
  return tag("p", {{"class", "note"}},
             view.tr("Grey numbers are below five. They are left out of copies."));
}

}  // namespace sveiki::region::pages
